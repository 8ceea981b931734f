#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# run.sh README.md PROGRAM WORK: runs every command of the README's ```sh blocks that uses build/release/trident, in
# the empty folder WORK and without standard input, and fails at the first that does not exit with 0. Of a chain that
# installs and builds first, the commands of the program are run.
set -euo pipefail
readme=$1 program=$2 work=$3

rm -rf "$work"
mkdir -p "$work/build/release"
ln -s "$program" "$work/build/release/trident"

mapfile -t commands < <(awk '/^```sh/ {on = 1; next} /^```/ {on = 0} on' "$readme" |
  sed -e ':join' -e '/\\$/ {N; s/\\\n//; b join' -e '}' -e 's/ && /\n/g' | grep '^build/release/trident ')
[ ${#commands[@]} -gt 0 ] || { echo "$readme shows no command of the program" >&2; exit 1; }

cd "$work"
for command in "${commands[@]}"; do
  echo "\$ $command"
  bash -eo pipefail -c "$command" </dev/null || { echo "exit status $?: $command" >&2; exit 1; }
done
