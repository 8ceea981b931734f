#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""check_citation.py SOURCE_DIRECTORY: CITATION.cff and CHANGELOG.md know the version of include/trident/base/version.hpp.

CITATION.cff states the version that the header has; if that version is released, the changelog has a section of it, and
what is new stands under "Unreleased" or that section, first of all.
"""
import pathlib
import re
import sys


def main(root):
    root = pathlib.Path(root)
    version = re.search(r'version = "([^"]+)"', (root / "include/trident/base/version.hpp").read_text())[1]
    cited = re.search(r"^version: (.*)$", (root / "CITATION.cff").read_text(), re.MULTILINE)
    licence = re.search(r"^license: (.*)$", (root / "CITATION.cff").read_text(), re.MULTILINE)
    first = re.search(r"^## (.*)$", (root / "CHANGELOG.md").read_text(), re.MULTILINE)[1]
    wrong = []
    if not cited or cited[1].strip().strip('"') != version:
        wrong.append(f"CITATION.cff states version {cited[1] if cited else 'none'}, the library is {version}")
    if not licence or licence[1] != "BSL-1.0":
        wrong.append("CITATION.cff states another licence than LICENSE")
    if first != "Unreleased" and not first.startswith(version):
        wrong.append(f"the first section of CHANGELOG.md is {first}: neither Unreleased nor {version}")
    print("\n".join(wrong) if wrong else f"version {version} everywhere")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
