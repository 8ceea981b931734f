#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# check_reference.sh PROGRAM: the rows of independently computed cross sections that may lie next to the project.
set -euo pipefail
check=$(dirname "$0")/../../../shared/check_reference.py
if [ ! -e "$check" ]; then
  echo "skipped: there is no $check"
  exit 0
fi
python3 "$check" "$1" vegas 1e-3
