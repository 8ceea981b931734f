#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs benchmark_alternatives and writes DIRECTORY/alternatives.csv, .md (the table) and .svg (the
# picture, with gnuplot: time over relative error for two channels over the DUNE spectrum).
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

# one block a channel and method: its name, then relative error and seconds
awk -F, 'NR > 1 && $1 ~ /DUNE/ { key = $1 "," $3; if (!(key in rows)) order[++n] = key; rows[key] = rows[key] $2 " " $4 "\n" }
         END { for (what = 1; what <= split("mu mu DUNE,e e DUNE", panel, ","); ++what)
                 for (i = 1; i <= n; ++i) { split(order[i], name, ",")
                   if (name[1] == panel[what]) printf "\"%s\"\n%s\n\n", name[2], rows[order[i]] } }' \
    "$csv" > "$directory/alternatives.dat"
methods=$(awk -F, 'NR > 1 { seen[$3] = 1 } END { print length(seen) }' "$csv")
gnuplot << PLOT
set terminal svg size 1000,460 font "Helvetica,14" background "white"
set output "$directory/alternatives.svg"
# colours of M. Okabe, K. Ito, which the colour-blind tell apart, without their yellow, and a mark for each
set linetype 1 linecolor rgb "#0072B2" pointtype 7
set linetype 2 linecolor rgb "#D55E00" pointtype 5
set linetype 3 linecolor rgb "#009E73" pointtype 9
set linetype 4 linecolor rgb "#CC79A7" pointtype 11
set linetype 5 linecolor rgb "#000000" pointtype 13
set linetype 6 linecolor rgb "#7F7F7F" pointtype 7
set multiplot layout 1,2
set logscale xy
set xrange [2e-3:5e-5] reverse
set yrange [0.01:1e5]
set format xy "10^{%T}"
set xlabel "relative error"
set ylabel "processor time of one core [s]"
set grid
set key top left reverse Left samplen 2 font ",11" opaque
do for [panel = 0:1] {
  set title (panel == 0 ? "muon pairs" : "electron pairs")." on argon, DUNE spectrum"
  plot for [i = 0:$methods-1] "$directory/alternatives.dat" index panel * $methods + i using 1:2 \
    with linespoints pointsize 0.8 linewidth 2 title columnheader(1)
}
PLOT
sed -i '0,/<svg/s//<svg xml:space="preserve"/' "$directory/alternatives.svg" # blanks between parts of a text stay
rm "$directory/alternatives.dat"
