#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The shape of the library: which folder may know which, and how large its pieces may be.

    check.py SOURCE_DIRECTORY            exit status 1 with a line for each thing that is wrong
    check.py SOURCE_DIRECTORY --graph    the folders, each with those that it includes from
"""
import collections
import pathlib
import re
import sys

# From the bottom to the top: a folder includes from itself and from those before it, so that there is no cycle. The front
# doors, which lie in include/trident itself, stand above all; no folder includes them.
FOLDERS = """base numerics parallel storage mc sampling physics flux target model kinematics amplitude cross_section quadrature
event format rates limits specialised runtime""".split()
FRONT_DOORS = 10      # headers in include/trident itself, at most
LINES = 350           # of a header
FUNCTION_LINES = 60   # of a function


def includes(text):
    return re.findall(r'#include [<"]trident/([^>"]+)[>"]', text)


def folder_of(path):
    return path.split("/")[0] if "/" in path else None


def wrong_includes(library):
    for path, text in library.items():
        here = folder_of(path)
        if here and here not in FOLDERS:
            yield f"{path}: the folder {here} is not among those of tests/structure/check.py"
            continue
        for other in includes(text):
            there = folder_of(other)
            if other not in library:
                yield f"{path} includes trident/{other}, which is not there"
            elif here and not there:
                yield f"{path} includes the front door {other}"
            elif here and FOLDERS.index(there) > FOLDERS.index(here):
                yield f"{path} includes trident/{other}: {here} stands below {there}"


def misplaced_bodies(root):
    """The program compiles what takes long in files of their own, with all optimisation, and nowhere else."""
    for path in sorted((root / "program").glob("*.[ch]pp")):
        if re.match(r"(integrate|events_source)_", path.name):
            continue
        for other in includes(path.read_text()):
            if other == "runtime.hpp" or re.fullmatch(r"runtime/\w+_body\.hpp", other):
                yield f"program/{path.name} includes trident/{other}: program/integrate_*.cpp compile that"


def functions(text):
    """First line and number of lines of each function that has a body, as clang-format lays it out."""
    lines = text.split("\n")
    tags = [bool(re.fullmatch(r" *// \[PHYS:[a-z0-9_.]+\]", line)) for line in lines]  # references to docs/physics.md
    for i, line in enumerate(lines):
        opening = re.match(r"^( *)\S.*\)(?: const| noexcept| override| mutable| -> [^{]*)* \{$", line)
        if not opening or re.match(r" *(//|if |for |while |switch |\}|requires|do )", line) or "[" in line.split("(")[0]:
            continue
        closing = next((k for k in range(i + 1, len(lines)) if lines[k].startswith(opening[1] + "}")), i)
        yield i + 1, closing - i + 1 - sum(tags[i:closing])


def wrong_sizes(root, library):
    doors = [path for path in library if not folder_of(path)]
    if len(doors) > FRONT_DOORS:
        yield f"include/trident has {len(doors)} front doors, {FRONT_DOORS} are allowed: {', '.join(sorted(doors))}"
    for path, text in library.items():
        if "/data/" in path:
            continue  # generated
        if text.count("\n") > LINES:
            yield f"include/trident/{path} has {text.count(chr(10))} lines, {LINES} are allowed"
    sources = {f"include/trident/{path}": text for path, text in library.items() if "/data/" not in path}
    sources |= {str(path.relative_to(root)): path.read_text() for path in sorted((root / "program").glob("*.[ch]pp"))}
    for path, text in sources.items():
        for line, length in functions(text):
            if length > FUNCTION_LINES:
                yield f"{path}:{line}: a function of {length} lines, {FUNCTION_LINES} are allowed"


def main(root, *options):
    root = pathlib.Path(root)
    top = root / "include" / "trident"
    library = {str(path.relative_to(top)): path.read_text() for path in sorted(top.rglob("*.hpp"))}
    if options == ("--graph",):
        edges = collections.defaultdict(set)
        for path, text in library.items():
            edges[folder_of(path)] |= {folder_of(other) for other in includes(text)} - {folder_of(path), None}
        for folder in FOLDERS:
            print(f"{folder}: {' '.join(other for other in FOLDERS if other in edges[folder]) or '-'}")
        return 0
    wrong = [*wrong_includes(library), *misplaced_bodies(root), *wrong_sizes(root, library)]
    print("\n".join(wrong) if wrong else f"{len(library)} headers in {len(FOLDERS)} folders: no include upwards")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
