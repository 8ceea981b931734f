#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# run.sh PROGRAM: the program under valgrind, whose long double has 64 bits. Exit status 77: valgrind is not there, or it
# does not know the instructions of this machine.
set -uo pipefail
program=$1
if ! command -v valgrind >/dev/null; then
  echo "skipped: valgrind is not installed"
  exit 77
fi
for command in "--version" "list processes" "g-2 --coupling 1e-3 --mass 0.1" \
  "limits --measurement CCFR --masses 0.1:1:2:log --quiet" \
  "cross-section --process 8 --target Ar --energy 5 --precision 1e-2 --quiet"; do
  said=$(valgrind --quiet --error-exitcode=99 "$program" $command 2>&1)
  status=$?
  if [[ $said == *"unhandled instruction"* || $said == *"Illegal instruction"* || $status == 132 ]]; then
    echo "skipped: valgrind does not know the instructions of this machine"
    exit 77
  fi
  if [[ $status != 0 ]]; then
    echo "$command: exit status $status"
    echo "$said"
    exit 1
  fi
done
