#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What more combinations of channel, target and flux cost a user who compiles them: seconds of processor time and memory
# of the compiler for 1, 10 and 50 of them in one file; the last column, with <trident/compiled.hpp>, where they are used
# but compiled elsewhere.
#   benchmarks/compile_cost/measure.sh [COMPILER [FLAGS ...]]     default: c++ -O2
set -euo pipefail
include=$(cd "$(dirname "$0")/../../include" && pwd)
if [ $# -eq 0 ]; then set -- c++ -O2; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

channels=(numu_to_numu_mumu numu_to_numu_ee numu_to_nue_emu nue_to_nue_ee nue_to_nue_mumu)
targets=(argon40 carbon12 iron56 lead208 proton)
fluxes=("monoenergetic{5.0}" "dune_cdr_reference_numu{}")

# $1: how many combinations, $2: `declared` if they are compiled elsewhere
write_program() {
  printf '#include <trident/compiled.hpp>\n#include <trident/fluxes.hpp>\n#include <trident/trident.hpp>\n'
  printf 'using namespace trident;\n'
  if [ "$2" = declared ]; then
    each "$1" 'extern template struct trident::compiled<decltype(Trident{%s{}, %s{}, %s, standard_model{}})>;\n'
  fi
  printf 'double total() {\n  double sum = 0;\n'
  if [ "$2" = declared ]; then
    each "$1" '  { Trident const s{%s{}, %s{}, %s, standard_model{}}; sum += compiled<decltype(Trident{s})>::integrate(s).value; }\n'
  else
    each "$1" '  sum += integrate(Trident{%s{}, %s{}, %s, standard_model{}}, {}).value;\n'
  fi
  printf '  return sum;\n}\n'
}

# The line $2 for each of $1 combinations.
each() {
  local done=0
  for flux in "${fluxes[@]}"; do
    for target in "${targets[@]}"; do
      for channel in "${channels[@]}"; do
        [ "$done" -lt "$1" ] || break 3
        # shellcheck disable=SC2059
        printf "$2" "$channel" "$target" "$flux"
        done=$((done + 1))
      done
    done
  done
}

# Compiles what stands on standard input: "seconds MB".
cost() {
  cat > "$scratch/program.cpp"
  /usr/bin/time -o "$scratch/cost" -f '%U %M' "$@" -std=c++20 -I"$include" -c "$scratch/program.cpp" -o "$scratch/program.o"
  awk '{ print $1, int($2 / 1024) }' "$scratch/cost"
}

printf '%12s %10s %8s %22s\n' combinations seconds MB "seconds and MB elsewhere"
for count in 0 1 10 50; do
  read -r seconds megabytes <<< "$(write_program "$count" here | cost "$@")"
  printf '%12s %10s %8s %22s\n' "$count" "$seconds" "$megabytes" "$(write_program "$count" declared | cost "$@")"
done
