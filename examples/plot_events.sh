#!/bin/bash
# SPDX-License-Identifier: BSL-1.0
# Lepton energies and angles, pair mass and Q2 of events in a CSV file of `trident events`, as a picture:
#   examples/plot_events.sh events.csv events.svg
set -eu
if [ $# -ne 2 ]; then
  echo "usage: $0 EVENTS.csv PICTURE.svg" >&2
  exit 2
fi
if ! command -v gnuplot >/dev/null; then
  echo "$0: gnuplot is not installed (Debian package gnuplot-nox)" >&2
  exit 2
fi
gnuplot -c /dev/stdin "$1" "$2" <<'GNUPLOT'
set terminal svg size 1000,760 font "sans,13" background "white"
set output ARG2
set datafile separator ","
set multiplot layout 2,2 title sprintf("%s", ARG1) noenhanced
set ylabel "share of the cross section per bin"
set grid
stats ARG1 skip 1 using 2 nooutput
total = STATS_sum
bin(x, width) = width * (floor(x / width) + 0.5)
angle(x, y, z) = atan2(sqrt(x * x + y * y), z) * 180 / pi
log10bin(x) = bin(log(x) / log(10), 0.1)

set key left
set xlabel "log10 of the energy [GeV]"
plot ARG1 skip 1 using (log10bin($22)):($2 / total) smooth freq with steps lc 1 lw 2 title "l-", \
     "" skip 1 using (log10bin($27)):($2 / total) smooth freq with steps lc 2 lw 2 title "l+", \
     "" skip 1 using (log10bin($17)):($2 / total) smooth freq with steps lc 3 lw 2 title "neutrino out", \
     "" skip 1 using (log10bin($8)):($2 / total) smooth freq with steps lc 7 lw 2 title "neutrino in"

set key right
set xlabel "angle to the beam [degrees]"
set xrange [0:60]
plot ARG1 skip 1 using (bin(angle($19, $20, $21), 1)):($2 / total) smooth freq with steps lc 1 lw 2 title "l-", \
     "" skip 1 using (bin(angle($24, $25, $26), 1)):($2 / total) smooth freq with steps lc 2 lw 2 title "l+"

stats ARG1 skip 1 using 9 nooutput
width = STATS_mean / 25
set xlabel "pair mass [GeV]"
set xrange [0:3 * STATS_mean]
plot ARG1 skip 1 using (bin($9, width)):($2 / total) smooth freq with steps lc 4 lw 2 notitle

set xlabel "log10 of Q2 [GeV^2]" noenhanced
set xrange [*:*]
plot ARG1 skip 1 using (log10bin($11)):($2 / total) smooth freq with steps lc 3 lw 2 notitle
unset multiplot
GNUPLOT
