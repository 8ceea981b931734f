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
# The nuclei are the types of target/data/nuclei.hpp.
get_target_property(trident_include_dir trident::trident HEADER_DIRS)
set(trident_nuclei ${trident_include_dir}/trident/target/data/nuclei.hpp)
file(STRINGS ${trident_nuclei} trident_TARGET REGEX "^using [a-z]+[0-9]+ = ")
list(TRANSFORM trident_TARGET REPLACE "^using ([a-z]+[0-9]+) = .*// ([A-Z][a-z]*)$" "\\2 \\1")
list(APPEND trident_TARGET "proton proton" "neutron neutron" "free-proton free_proton<>")
# The models are the lines "type, // name" of model/list.hpp.
file(STRINGS ${trident_include_dir}/trident/model/list.hpp trident_MODEL REGEX "^    [a-z_0-9]+,? +// ")
list(TRANSFORM trident_MODEL REPLACE "^ +([a-z_0-9]+),? +// (.+)$" "\\2 \\1")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${trident_nuclei} ${trident_include_dir}/trident/model/list.hpp)
set(trident_CONSTANTS "pdg pdg" "teg2019 teg2019")
