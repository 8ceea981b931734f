// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <string>
#include <vector>

// Commands that work as they stand, one after the other in an empty folder: a test types them.

namespace trident::program {

inline std::vector<std::string> const& examples_of(std::string const& command) {
  static std::map<std::string, std::vector<std::string>> const all = {
      {"cross-section",
       {"trident cross-section --process 8 --target Ar --energy 5",
        "trident cross-section --process \"nu_mu -> nu_mu e+ e-\" --target LAr --regime total --flux "
        "dune_tdr_numu --format json",
        "trident cross-section --process 8 --target Ar --energy 5 --model LmuLtau --coupling 1e-3 --mass 0.1",
        "trident cross-section --process 8 --target Ar --energy 5 --method vegas --precision 1e-3 --seed 1"}},
      {"scan",
       {"trident scan --process 8 --target Ar --energies 1:100:5:log --out energies.csv",
        "trident scan --process 8 --target Ar --energy 5 --model LmuLtau --mass 0.01:10:4:log --coupling "
        "1e-4:1e-2:3:log --out masses.csv",
        "trident scan --process 8 --target Ar --energy 5 --distribution mll --precision 1e-3 --out -"}},
      {"events",
       {"trident events -n 1000 --process 8 --target Ar --flux dune_tdr_numu --seed 1 --out dune.hepmc3",
        "trident events --detector dune-nd --exposure-pot 1e20 --seed 1 --out exposure.hepmc3",
        "trident events -n 500 --process 7,8 --target LAr --regime total --energy 5 --out both.lhe",
        "trident events --process 8 --target Ar --energy 5 --seed 1 --freeze five.run",
        "trident events --run five.run -n 1000 --slice 1/2 --out five.csv"}},
      {"rates",
       {"trident rates --detector dune-nd --per-tonne-year --process 8",
        "trident rates --mass-tonnes 10 --material H2O --exposure-pot 1e21 --flux dune_nd_fhc --process 7 "
        "--format csv"}},
      {"flux",
       {"trident flux dune_nd_fhc --out dune.svg", "printf '# E_low E_high numu numubar\\n0 1 3e-5 1e-6\\n1 "
                                                   "2 8e-5 2e-6\\n' | trident flux - --flux-unit "
                                                   "1/m2/GeV/POT"}},
      {"resume",
       {"trident cross-section --process 8 --target Ar --energy 5 --method vegas --precision 1e-5 "
        "--time-limit 0.2 --checkpoint five.checkpoint",
        "trident resume five.checkpoint"}},
      {"merge",
       {"trident events --process 8 --target Ar --energy 5 --seed 1 --freeze five.run",
        "trident events --run five.run -n 100 --slice 1/2 --out five.lhe",
        "trident events --run five.run -n 100 --slice 2/2 --out five.lhe",
        "trident merge five_1.lhe five_2.lhe --out five.lhe"}},
      {"plot",
       {"trident plot flux --out flux.svg",
        "trident plot cross-section --process 9 --target Fe --out iron.pdf",
        "trident events -n 1000 --process 8 --target Ar --energy 5 --out five.csv",
        "trident plot events five.csv --out leptons.svg"}},
      {"reweight",
       {"trident events -n 100 --process 8 --target Ar --energy 5 --out five.hepmc3",
        "trident reweight five.hepmc3 --to \"LmuLtau --coupling 1e-3 --mass 0.1\" --out lmultau.hepmc3"}},
      {"limits",
       {"trident limits --measurement CCFR --masses 0.01:100:5:log",
        "trident limits --sensitivity 0.25 --target Ar --energy 5 --masses 0.1:10:3:log --out limits.csv "
        "--format csv"}},
      {"projection",
       {"trident projection --detector dune-nd --regime coherent --efficiency 0.35 --background 40 "
        "--background-error 8 --systematic 0.05 --masses 0.01:100:5:log",
        "trident projection --mass-tonnes 10 --material H2O --exposure-pot 1e21 --flux dune_nd_fhc --masses "
        "0.1:10:3:log --precision 1e-2 --format json"}},
      {"g-2",
       {"trident g-2 --coupling 1e-3 --mass 0.1",
        "trident g-2 --value 2.51e-9 --error 0.59e-9 --masses 1e-3:1:4:log"}},
      {"list", {"trident list processes", "trident list fluxes --format json"}},
      {"menu", {"printf '8\\nAr\\n1\\n5\\nSM\\nCrossSection\\n' | trident menu"}}};
  return all.at(command);
}

/// The words of a line of shell, those in quotes with them.
inline std::vector<std::string> shell_words(std::string const& line) {
  std::vector<std::string> words = {""};
  char quote = 0;
  for (char const c : line) {
    if (c == quote)
      quote = 0;
    else if (quote == 0 && (c == '\'' || c == '"'))
      quote = c;
    if (c == ' ' && quote == 0)
      words.emplace_back();
    else
      words.back() += c;
  }
  return words;
}

/// The examples as a shell takes them, in lines of at most `width`.
inline std::string examples_text(std::string const& command, std::size_t width) {
  std::string text = "Examples:";
  for (auto const& example : examples_of(command)) {
    std::string line = " ";
    for (auto const& word : shell_words(example)) {
      if (line.size() + word.size() + 3 > width) { // with a blank and a backslash
        text += '\n' + line + " \\";
        line = "     ";
      }
      line += ' ' + word;
    }
    text += '\n' + line;
  }
  return text;
}

} // namespace trident::program
