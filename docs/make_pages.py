#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""make_pages.py SOURCE_DIRECTORY OUT: the pages for MkDocs in OUT/pages, and its configuration OUT/mkdocs.yml.

Pages under docs/ keep their places; README.md, CONTRIBUTING.md and CHANGELOG.md join them. Links between them are turned to
their new places, links to other files of the source tree become their names. Citations lead to a page that is made of
references.bib.
"""
import pathlib
import re
import shutil
import sys

JOINED = {"README.md": "start.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
ORDER = ["index.md", "start.md", "program.md", "batch.md", "formats.md", "guide", "concepts.md", "physics.md", "validation.md",
         "references.md", "development.md", "rationale.md", "glossary.md", "contributing.md", "changelog.md"]
REFERENCE = """# API reference

<a href="api/index.html">Classes, functions and concepts of the library</a>, from the comments of its headers. It begins with
<a href="api/classtrident_1_1Trident.html">Trident</a>, the configuration that everything starts from.
"""
LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)")


def relative(target, page):
    return pathlib.Path(*[".."] * (len(page.parts) - 1), target).as_posix()


def page_text(root, source, page, places):
    def link(found):
        image, text, target, anchor = found.groups()
        path = (source.parent / target).resolve()
        if path in places:
            return f"{image}[{text}]({relative(places[path], page)}{anchor or ''})"
        index = path / "index.md"
        if index in places:
            return f"[{text}]({relative(places[index], page)})"
        return f"{text}"

    parts = re.split(r"(```.*?```)", source.read_text(), flags=re.DOTALL)
    return "".join(part if part.startswith("```") else LINK.sub(link, part) for part in parts)


def bibliography(root):
    """A page with an entry for each of references.bib, and its keys."""
    text = (root / "docs/references.bib").read_text()
    lines, keys = ["# References", ""], []
    for key, body in re.findall(r"^@\w+\{(\w+),(.*?)\}\n(?=@|\Z)", text, re.DOTALL | re.MULTILINE):
        fields = {name: re.sub(r"[{}]|\\\W", "", value) for name, value in re.findall(r"(\w+) = \{((?:[^{}]|\{[^{}]*\})*)\}", body)}
        where = " ".join(fields[name] for name in ("journal", "volume", "pages") if name in fields)
        parts = [fields["author"].replace(" and ", ", "), fields["title"], where, fields["year"]]
        links = [f"[arXiv:{fields['eprint']}](https://arxiv.org/abs/{fields['eprint']})"] if "eprint" in fields else []
        links += [f"[doi](https://doi.org/{fields['doi']})"] if "doi" in fields else []
        lines += [f'<a id="{key}"></a>**{key}**: {", ".join(part for part in parts if part)}. {" ".join(links)}', ""]
        keys.append(key)
    return "\n".join(lines), keys


def cited(text, page):
    """Citations outside of code as links to the page of references."""
    def link(found):
        return "[" + re.sub(r"@(\w+)", lambda key: f"[{key[1]}]({relative('references.md', page)}#{key[1]})", found[1]) + "]"

    parts = re.split(r"(```.*?```|`[^`\n]*`)", text, flags=re.DOTALL)
    return "".join(part if part.startswith("`") else re.sub(r"\[(@[^\]]*)\]", link, part) for part in parts)


def title_of(text):
    return re.search(r"^# (.*)$", text, re.MULTILINE)[1]


def guide_order(page):
    return not page.endswith("index.md"), page


def main(root, out):
    root, out = pathlib.Path(root).resolve(), pathlib.Path(out).resolve()
    pages = out / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    sources = {path: path.relative_to(root / "docs") for path in sorted((root / "docs").rglob("*.md"))}
    sources |= {root / name: pathlib.Path(place) for name, place in JOINED.items()}
    images = {path: path.relative_to(root / "docs") for path in sorted((root / "docs").glob("*.svg"))}
    places = {path: place.as_posix() for path, place in (sources | images).items()}
    titles = {}
    for source, page in sources.items():
        text = page_text(root, source, page, places)
        if source.name in JOINED:
            text = re.sub(r"^# trident$", "# Start", text, count=1, flags=re.MULTILINE)
        text = cited(text, page)
        titles[page.as_posix()] = title_of(text)
        (pages / page).parent.mkdir(parents=True, exist_ok=True)
        (pages / page).write_text(text)
    for image, place in images.items():
        shutil.copyfile(image, pages / place)
    references, keys = bibliography(root)
    if len(keys) != (root / "docs/references.bib").read_text().count("\n@"):
        sys.exit("docs/references.bib: an entry is not laid out like the others")
    (pages / "references.md").write_text(references)
    titles["references.md"] = "References"
    lines = ["site_name: trident", "docs_dir: pages", "site_dir: site", "use_directory_urls: false", "theme: readthedocs",
             "markdown_extensions: [tables, fenced_code, toc]", "plugins: [search]", "nav:"]
    for name in ORDER:
        if name == "guide":
            lines.append("  - Guide:")
            lines += [f"      - {titles[page]!r}: {page}" for page in sorted(titles, key=guide_order) if page.startswith("guide/")]
        else:
            lines.append(f"  - {titles[name]!r}: {name}")
    missing = set(titles) - set(ORDER) - {page for page in titles if page.startswith("guide/")}
    if missing:
        sys.exit(f"{', '.join(sorted(missing))}: a page that has no place in the order of docs/make_pages.py")
    (pages / "reference.md").write_text(REFERENCE)
    lines.append("  - API reference: reference.md")
    (out / "mkdocs.yml").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 3 else __doc__)
