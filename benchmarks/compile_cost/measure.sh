#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What more combinations of channel, target and flux cost a user who compiles them: seconds of processor time and memory
# of the compiler for 1, 10 and 50 of them in one file.
#   benchmarks/compile_cost/measure.sh [COMPILER [FLAGS ...]]     default: c++ -O2
set -euo pipefail
include=$(cd "$(dirname "$0")/../../include" && pwd)
if [ $# -eq 0 ]; then set -- c++ -O2; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

channels=(numu_to_numu_mumu numu_to_numu_ee numu_to_nue_emu nue_to_nue_ee nue_to_nue_mumu)
targets=(argon40 carbon12 iron56 lead208 proton)
fluxes=("monoenergetic{5.0}" "dune_cdr_reference_numu{}")

# $1: how many combinations
write_program() {
  printf '#include <trident/fluxes.hpp>\n#include <trident/trident.hpp>\nusing namespace trident;\ndouble total() {\n'
  printf '  double sum = 0;\n'
  local done=0
  for flux in "${fluxes[@]}"; do
    for target in "${targets[@]}"; do
      for channel in "${channels[@]}"; do
        [ "$done" -lt "$1" ] || break 3
        printf '  sum += integrate(Trident{%s{}, %s{}, %s, standard_model{}}, {}).value;\n' "$channel" "$target" "$flux"
        done=$((done + 1))
      done
    done
  done
  printf '  return sum;\n}\n'
}

printf '%12s %10s %8s\n' combinations seconds MB
for count in 0 1 10 50; do
  write_program "$count" > "$scratch/program.cpp"
  /usr/bin/time -o "$scratch/cost" -f '%U %M' "$@" -std=c++20 -I"$include" -c "$scratch/program.cpp" -o "$scratch/program.o"
  read -r seconds kilobytes < "$scratch/cost"
  printf '%12s %10s %8s\n' "$count" "$seconds" "$((kilobytes / 1024))"
done
