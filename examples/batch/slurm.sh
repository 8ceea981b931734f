#!/bin/bash
# SPDX-License-Identifier: BSL-1.0
#
# Many jobs of one run on Slurm. On the login node, prepare once:
#   trident events --process 8 --target Ar --flux dune_tdr_numu --seed 1 --freeze dune.run
# then a million events in 50 jobs, each with the processors it is given:
#   PROGRAM=build/release/trident JOBS=50 sbatch --array=1-50 slurm.sh events --run dune.run -n 1000000 --out dune.hepmc3
# and put the pieces together; if one is missing, the line says how to make it:
#   trident merge dune_*.hepmc3 --out dune.hepmc3
# A job that failed can be submitted alone: sbatch --array=17 ... with the same JOBS.
#SBATCH --job-name=trident
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
set -euo pipefail
exec "${PROGRAM:-trident}" "$@" --slice "auto/${JOBS:?the number of jobs}" --threads "${SLURM_CPUS_PER_TASK:-1}" --quiet
