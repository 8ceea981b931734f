#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# run.sh PROGRAM WORK PAGE...: runs every command of the ```sh blocks of each page that uses build/release/trident, in an
# empty folder WORK/NAME of its own and without standard input, and fails at the first that does not exit with 0. Of a chain
# that installs and builds first, the commands of the program are run. A page must show at least one such command.
set -euo pipefail
program=$(realpath "$1") work=$2
shift 2
[ $# -gt 0 ]

run_page() {
  local page=$1 here=$2 command
  local -a commands
  rm -rf "$here"
  mkdir -p "$here/build/release"
  ln -s "$program" "$here/build/release/trident"
  mapfile -t commands < <(awk '/^```sh/ {on = 1; next} /^```/ {on = 0} on' "$page" |
    sed -e ':join' -e '/\\$/ {N; s/\\\n//; b join' -e '}' -e 's/ && /\n/g' | grep '^build/release/trident ')
  [ ${#commands[@]} -gt 0 ] || { echo "$page shows no command of the program" >&2; exit 1; }
  cd "$here"
  for command in "${commands[@]}"; do
    echo "\$ $command"
    bash -eo pipefail -c "$command" </dev/null || { echo "$page: exit status $?: $command" >&2; exit 1; }
  done
}

for page in "$@"; do
  (run_page "$(realpath "$page")" "$work/$(basename "$page" .md)")
done
