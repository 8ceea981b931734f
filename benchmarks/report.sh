#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs benchmark_alternatives and writes DIRECTORY/alternatives.csv, .md (the table) and .svg (the picture, with gnuplot).
#   benchmarks/report.sh BENCHMARK_ALTERNATIVES DIRECTORY [relative error ...]
set -euo pipefail
if [ $# -lt 2 ]; then
  echo "usage: $0 BENCHMARK_ALTERNATIVES DIRECTORY [relative error ...]" >&2
  exit 2
fi
program=$1
directory=$2
shift 2
mkdir -p "$directory"
csv=$directory/alternatives.csv
"$program" "$@" > "$csv"

awk -F, 'NR == 1 { print "| channel, neutrinos | relative error | method | seconds (fastest to slowest) | times ours |"
                   print "|---|---|---|---|---|"; next }
         { printf "| %s | %s | %s | %s%s (%s to %s) | %s |\n", $1, $2, $3, $4, $10 == "yes" ? ", extrapolated" : "",
                  $5, $6, $7 }' "$csv" > "$directory/alternatives.md"

# one row a configuration and error, one column a method
awk -F, 'NR > 1 { key = $1 " " $2; if (!(key in seen)) { seen[key] = 1; order[++n] = key }
                  if (!($3 in column)) { column[$3] = ++m; name[m] = $3 }
                  seconds[key, $3] = $4 }
         END { printf "\"\""; for (j = 1; j <= m; ++j) printf " \"%s\"", name[j]; print ""
               for (i = 1; i <= n; ++i) { printf "\"%s\"", order[i]
                 for (j = 1; j <= m; ++j) printf " %s", seconds[order[i], name[j]]; print "" } }' \
    "$csv" > "$directory/alternatives.dat"
columns=$(awk -F, 'NR > 1 { seen[$3] = 1 } END { print length(seen) + 1 }' "$csv")
gnuplot << PLOT
set terminal svg size 1000,480
set output "$directory/alternatives.svg"
set style data histograms
set style fill solid 0.8
set logscale y
set ylabel "processor time to the relative error [s]"
set xtics rotate by -30
set key top left
plot for [i = 2:$columns] "$directory/alternatives.dat" using i:xtic(1) title columnheader(i)
PLOT
rm "$directory/alternatives.dat"
