# SPDX-License-Identifier: BSL-1.0
# Files of all kinds of targets, regimes, weights, boxes and units against every rule of NuHepMC 1.0: see nuhepmc/check.py.
# Argument: the program.
set -eu
trident=$1
checker=$(dirname "$0")/../nuhepmc/check.py
command -v python3 >/dev/null || { echo "python3 is missing"; exit 1; }
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
box=-1:1,-2:2,0:3,0:1000

events() { # NAME and options
  name=$1
  shift
  "$trident" events --quiet --seed 5 --out "$folder/$name" "$@" >/dev/null
}

events broken.hepmc3 --process 8 -n 50 --target Ar --regime incoherent --flux dune_tdr_numu --box $box --energy 5 2>/dev/null && exit 1
events proton.hepmc3 --process 8 -n 5 --target proton --energy 5 2>/dev/null && exit 1 # no nucleus: E.R.7
events bound.hepmc3 --process 8 -n 50 --target Ar --regime incoherent --flux dune_tdr_numu --box $box
events total.hepmc3 --process 8 -n 200 --target H2O --regime total --energy 5
events coherent.hepmc3.gz --process 8 -n 50 --target Pb --energy 20 --beam-direction 0.1,0.2,1
events free.hepmc3 --process 8 -n 20 --target free-proton --energy 5
events mixture.hepmc3 --process 8 -n 100 --target "glass: SiO2 0.7, Na2O 0.3" --regime total --flux dune_tdr_numu
events formula.hepmc3 --process 8 -n 100 --target C2H4 --regime incoherent --energy 5
events weighted.hepmc3 --process 8 -n 50 --target Fe --energy 5 --weighted --also-model "LmuLtau --coupling 1e-3:1e-2:3:log --mass 0.1" \
  --also-model "Zprime --coupling 1e-3 --mass 0.1 --charges 0,1,-1"
events flavours.hepmc3 -n 100 --target Ar --process 8,7,11 --energy 5
events mev.hepmc3 --process 8 -n 50 --target LAr --regime total --energy 5 --units MEV-MM --box $box
events no-recoil.hepmc3 --process 8 -n 50 --target H2O --regime total --energy 5 --units MEV-MM --no-recoil
"$trident" reweight "$folder/total.hepmc3" --to "LmuLtau --coupling 1e-3 --mass 0.1:0.3:3" --out "$folder/again.hepmc3" >/dev/null

python3 "$checker" "$folder"/*.hepmc3 "$folder"/*.hepmc3.gz
python3 "$checker" --prove "$folder/bound.hepmc3"
