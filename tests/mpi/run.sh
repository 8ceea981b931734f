#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# run.sh PROGRAM MPIRUN: the example on one, two and three processes, with one and two threads each. The cross section must
# have the same bits, the events the same bytes. Exits with 77 where mpirun cannot start processes.
set -euo pipefail
program=$1 mpirun=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 # a container has no other user

run() { timeout 200 "$mpirun" "${more[@]}" -np "$1" "${@:2}"; }

more=(--oversubscribe)
run 1 true 2>/dev/null || more=() # another MPI than OpenMPI
if ! run 2 true; then
  echo "skipped: $mpirun cannot start processes here"
  exit 77
fi
for processes in 1 2 3; do
  for threads in 1 2; do
    name=$processes.$threads
    run "$processes" "$program" "$threads" "$work/$name.csv" >"$work/$name.txt"
    cmp "$work/1.1.txt" "$work/$name.txt"
    cmp "$work/1.1.csv" "$work/$name.csv"
  done
done
cat "$work/1.1.txt"
[ "$(wc -l <"$work/1.1.csv")" -ge 30000 ]
echo "the same bits from 1, 2 and 3 processes with 1 and 2 threads"
