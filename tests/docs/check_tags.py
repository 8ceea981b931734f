#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Formulas and sources: each tag of the code has its formula on a page and the other way round, and each citation resolves.

    check_tags.py SOURCE_DIRECTORY         exit status 1 with a line for each thing that is wrong
    check_tags.py SOURCE_DIRECTORY --list  the tags with the places in the code

- [PHYS:topic.name] stands on the line above the code, alone, and on a page under docs/ beside the formula. Checks of a
  derivation (tests/derivations) and generators (tables) count as code.
- [@key] or [@key, eq. 2; @other] on a page is an entry of docs/references.bib; each entry is cited, by its key or, in the
  headers, by its arXiv number.
- arXiv:NUMBER in a header or on a page is the eprint of an entry.
"""
import collections
import pathlib
import re
import sys

TAG = re.compile(r"\[PHYS:([a-z0-9_]+\.[a-z0-9_]+)\]")
ARXIV = re.compile(r"(?:arXiv:|(?=hep-(?:ph|th)/))((?:hep-ph/|hep-th/)?\d{4}\.?\d{3,5})")


def files(root, folders, endings):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in endings and path.is_file():
                yield path


def places(root, paths):
    found = collections.defaultdict(list)
    for path in paths:
        for number, line in enumerate(path.read_text().split("\n"), 1):
            for tag in TAG.findall(line):
                found[tag].append((path.relative_to(root), number, line))
    return found


def wrong_tags(in_code, on_pages):
    for tag in sorted(in_code.keys() - on_pages.keys()):
        path, number, _ = in_code[tag][0]
        yield f"{path}:{number}: [PHYS:{tag}] has no formula under docs/"
    for tag in sorted(on_pages.keys() - in_code.keys()):
        path, number, _ = on_pages[tag][0]
        yield f"{path}:{number}: [PHYS:{tag}] stands above no line of code"
    for tag, all_places in in_code.items():
        for path, number, line in all_places:
            if path.suffix == ".hpp" and line.strip() != f"// [PHYS:{tag}]":
                yield f"{path}:{number}: the tag must stand alone on the line above the formula"


def wrong_citations(root, pages, headers):
    text = (root / "docs/references.bib").read_text()
    keys = re.findall(r"^@\w+\{([a-z0-9]+),", text, re.MULTILINE)
    entries = dict(zip(keys, re.split(r"^@\w+\{", text, flags=re.MULTILINE)[1:]))
    eprints = {number: key for key, entry in entries.items() for number in re.findall(r"eprint = \{([^}]+)\}", entry)}
    if len(keys) != len(entries):
        yield "docs/references.bib: an entry stands there twice"
    cited = set()
    for path in pages:
        for group in re.findall(r"\[(@[^\]]*)\]", path.read_text()):
            for key in re.findall(r"@([A-Za-z0-9_-]+)", group):
                cited.add(key)
                if key not in entries:
                    yield f"{path.relative_to(root)}: [@{key}] is not in docs/references.bib"
    for path in [*pages, *headers]:
        for number in ARXIV.findall(path.read_text()):
            if number in eprints:
                cited.add(eprints[number])
            else:
                yield f"{path.relative_to(root)}: arXiv:{number} is the eprint of no entry of docs/references.bib"
    for key in sorted(entries.keys() - cited):
        yield f"docs/references.bib: {key} is cited nowhere"


def main(root, *options):
    root = pathlib.Path(root)
    pages = [*files(root, ["docs"], {".md"}), root / "README.md"]
    headers = list(files(root, ["include"], {".hpp"}))
    code = [*headers, *files(root, ["tests/derivations", "tables"], {".py", ".cpp", ".hpp"})]
    in_code, on_pages = places(root, code), places(root, [page for page in pages if page.name != "development.md"])
    if options == ("--list",):
        for tag in sorted(in_code):
            print(tag, *(f"{path}:{number}" for path, number, _ in in_code[tag]))
        return 0
    wrong = [*wrong_tags(in_code, on_pages), *sorted(set(wrong_citations(root, pages, headers)))]
    print("\n".join(wrong) if wrong else f"{len(in_code)} tags, {sum(map(len, in_code.values()))} places in the code")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
