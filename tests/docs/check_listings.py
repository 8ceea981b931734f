#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Listings of the pages are the tested files, and every example has its page.

    check_listings.py SOURCE_DIRECTORY            exit status 1 with a line for each thing that is wrong
    check_listings.py SOURCE_DIRECTORY --write    puts the files into the pages, and begins a page for an example without

A listing is a fenced block behind the line <!-- listing: examples/01_cross_section.cpp -->: the file without its line of
licence. docs/guide/NN_name.md belongs to examples/NN_name.cpp. Links between pages and to files must lead somewhere. The graph of
folders in docs/development.md is that of tests/structure/check.py, and docs/concepts.md names every concept of the library.
"""
import pathlib
import re
import subprocess
import sys

LISTING = re.compile(r"(<!-- listing: (\S+) -->\n)```(\w*)\n(.*?)```\n", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)?(?:#([^)\s]+))?\)")


def content(path):
    lines = path.read_text().split("\n")
    return "\n".join(line for line in lines if not re.match(r"(//|#) SPDX-License-Identifier", line))


def anchors(text):
    """Of the headings, as MkDocs and web hosts make them."""
    return {
        re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }


def begun_page(root, example):
    first = " ".join(
        line[3:] for line in content(root / example).split("\n\n")[0].split("#include")[0].split("\n") if line.startswith("// ")
    )
    title = first.split(":")[0].split(".")[0] or example.stem
    return f"# {example.stem[:2]} {title}\n\n{first}\n\n<!-- listing: {example} -->\n```cpp\n```\n"


def wrong_links(root, page, text):
    for target, anchor in LINK.findall(re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)):
        path = (page.parent / target).resolve() if target else page
        if not path.exists():
            yield f"{page.relative_to(root)}: the link to {target} leads nowhere"
        elif anchor and path.suffix == ".md" and anchor not in anchors(path.read_text()):
            yield f"{page.relative_to(root)}: {target}#{anchor} is no heading"


def with_graph(root, text):
    """docs/development.md with the graph of today."""
    script = root / "tests" / "structure" / "check.py"
    graph = subprocess.run([sys.executable, script, root, "--graph"], check=True, capture_output=True, text=True).stdout
    lines = "".join(f"    {line}\n" for line in graph.strip().split("\n"))
    return re.sub(r"(<!-- graph -->\n\n)(?:    .*\n)*", lambda found: found[1] + lines, text)


def missing_concepts(root):
    page = (root / "docs" / "concepts.md").read_text()
    for header in sorted((root / "include").rglob("*.hpp")):
        for name in re.findall(r"^concept (\w+)", header.read_text(), re.MULTILINE):
            if not re.search(rf"\b{name}\b", page):
                yield f"docs/concepts.md does not have the concept {name} of {header.relative_to(root)}"


def main(root, *options):
    root = pathlib.Path(root).resolve()
    write = options == ("--write",)
    examples = [path.relative_to(root) for path in sorted((root / "examples").glob("[0-9][0-9]_*.cpp"))]
    if write:
        for example in examples:
            page = root / "docs" / "guide" / f"{example.stem}.md"
            if not page.exists():
                page.write_text(begun_page(root, example))
    pages = [*sorted((root / "docs").rglob("*.md")), root / "README.md", root / "CONTRIBUTING.md"]
    wrong, listed = [], set()
    for page in pages:
        text = page.read_text()

        def right(found):
            path = root / found[2]
            if not path.is_file():
                wrong.append(f"{page.relative_to(root)}: there is no {found[2]} to list")
                return found[0]
            listed.add(found[2])
            return f"{found[1]}```{found[3]}\n{content(path).strip()}\n```\n"

        expected = LISTING.sub(right, text)
        if page.name == "development.md":
            expected = with_graph(root, expected)
        if expected != text and write:
            page.write_text(expected)
        elif expected != text:
            wrong.append(f"{page.relative_to(root)}: a listing or the graph is not that of today: run tests/docs/check_listings.py . --write")
        wrong += wrong_links(root, page, expected)
    wrong += missing_concepts(root)
    for example in examples:
        if str(example) not in listed:
            wrong.append(f"{example} has no page: run tests/docs/check_listings.py . --write, and describe it there")
    print("\n".join(wrong) if wrong else f"{len(listed)} files listed in {len(pages)} pages")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
