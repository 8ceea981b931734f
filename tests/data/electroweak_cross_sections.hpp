// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

// Cross sections of the full electroweak amplitude [fb] by an independent Monte Carlo, and their ratio to those of contact
// interactions (the trident reference files, electroweak/cross_sections_ew.csv and ratio_scan.csv: a few rows; the
// ratio is 0 where it was not computed). Constants pdg, M_W = 80.377, Gamma_W = 2.085, M_Z = 91.1876 GeV. O16 and Ar have
// three-parameter Fermi distributions, Fe a Fourier-Bessel series; p and n are bound nucleons.

namespace trident_test {

struct electroweak_cross_section_row {
  char const* channel;
  char const* target;
  double energy;             // [GeV]
  double full, error;        // [fb]
  double ratio, ratio_error; // of full to contact
};

// clang-format off
inline constexpr std::array<electroweak_cross_section_row, 15> electroweak_cross_section_rows = {{
    {"nu_mu -> nu_mu mu+ mu-", "O16", 1e+07, 8.075439e+04, 1.7e+02, 2.579835, 8.0e-03},
    {"nu_e -> nu_e e+ e-", "p", 10, 1.584161e-04, 3.0e-07, 1.000103, 1.7e-06},
    {"nu_tau -> nu_tau tau+ tau-", "n", 1e+08, 5.048090e+01, 4.4e-01, 0, 0},
    {"nu_e -> nu_e mu+ mu-", "p", 10000, 1.315138e-01, 3.0e-04, 0.840577, 5.7e-04},
    {"nu_e -> nu_mu mu+ e-", "Ar", 1e+06, 1.724805e+05, 4.2e+02, 9.231593, 3.8e-02},
    {"nu_mu -> nu_tau tau+ mu-", "n", 1e+06, 3.298399e+01, 2.1e-01, 1.203698, 1.0e-02},
    {"nu_e -> nu_e e+ e-", "p", 100, 3.592818e-03, 9.5e-06, 1.000527, 2.5e-05},
    {"nu_e -> nu_e tau+ tau-", "n", 8000, 9.311074e-03, 4.1e-05, 0.801944, 1.2e-03},
    {"nu_e -> nu_tau tau+ e-", "n", 50, 6.686301e-05, 2.2e-07, 1.004834, 1.7e-05},
    {"nu_mu -> nu_mu e+ e-", "Ar", 500, 7.736335e-01, 1.7e-03, 0.998477, 1.0e-05},
    {"nu_mu -> nu_mu mu+ mu-", "p", 200, 7.225919e-03, 2.1e-05, 1.001137, 5.5e-05},
    {"nu_mu -> nu_tau tau+ mu-", "p", 50, 2.495117e-04, 6.1e-07, 1.004363, 1.1e-05},
    {"nu_tau -> nu_mu mu+ tau-", "n", 500, 4.856361e-03, 2.4e-05, 0.989976, 2.7e-04},
    {"nu_tau -> nu_tau mu+ mu-", "Ar", 1200, 1.109671e+00, 2.7e-03, 0.995708, 2.9e-05},
    {"nu_tau -> nu_tau tau+ tau-", "p", 100, 1.155344e-04, 1.9e-07, 1.005575, 2.4e-05},
}};
// clang-format on

} // namespace trident_test
