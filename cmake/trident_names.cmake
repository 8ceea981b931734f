# SPDX-License-Identifier: BSL-1.0

# What a generator can be made of. The channels stand at their number; the words after a name are its C++ type.
set(trident_PROCESS
  "nu_e -> nu_e e+ e-" "nu_e -> nu_e mu+ mu-" "nu_e -> nu_mu mu+ e-"
  "anti-nu_e -> anti-nu_e e+ e-" "anti-nu_e -> anti-nu_e mu+ mu-" "anti-nu_e -> anti-nu_mu e+ mu-"
  "nu_mu -> nu_mu e+ e-" "nu_mu -> nu_mu mu+ mu-" "nu_mu -> nu_e e+ mu-"
  "anti-nu_mu -> anti-nu_mu e+ e-" "anti-nu_mu -> anti-nu_mu mu+ mu-" "anti-nu_mu -> anti-nu_e mu+ e-"
  "nu_mu -> nu_mu tau+ tau-" "nu_mu -> nu_tau tau+ mu-" "nu_e -> nu_tau tau+ e-" "nu_e -> nu_e tau+ tau-"
  "anti-nu_mu -> anti-nu_mu tau+ tau-" "anti-nu_mu -> anti-nu_tau mu+ tau-"
  "anti-nu_e -> anti-nu_tau e+ tau-" "anti-nu_e -> anti-nu_e tau+ tau-"
  "nu_tau -> nu_tau e+ e-" "nu_tau -> nu_tau mu+ mu-" "nu_tau -> nu_tau tau+ tau-"
  "nu_tau -> nu_e e+ tau-" "nu_tau -> nu_mu mu+ tau-"
  "anti-nu_tau -> anti-nu_tau e+ e-" "anti-nu_tau -> anti-nu_tau mu+ mu-" "anti-nu_tau -> anti-nu_tau tau+ tau-"
  "anti-nu_tau -> anti-nu_e tau+ e-" "anti-nu_tau -> anti-nu_mu tau+ mu-")
set(trident_TARGET
  "C carbon12" "N nitrogen14" "O oxygen16" "Ne neon20" "Al aluminium27" "Si silicon28" "S sulfur32" "Ar argon40"
  "Ca calcium40" "Ti titanium48" "Fe iron56" "Ni nickel58" "Cu copper63" "Ag silver107" "Xe xenon129"
  "W tungsten184" "Au gold197" "Pb lead208"
  "proton proton" "neutron neutron" "free-proton free_proton<>")
set(trident_MODEL
  "SM standard_model" "4F four_fermion" "LmuLtau mu_minus_tau" "Zprime z_prime" "LeLmu e_minus_mu" "LeLtau e_minus_tau"
  "BL baryon_minus_lepton" "NSI nonstandard_interactions" "SMEFT four_lepton_operators"
  "SMprop standard_model_with_z" "SMloop one_loop_standard_model")
set(trident_CONSTANTS "pdg pdg" "teg2019 teg2019")
