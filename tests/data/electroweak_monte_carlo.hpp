// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

// Cross sections of the full electroweak amplitude from shared/reference/electroweak/cross_sections_ew.csv, an independent Monte
// Carlo of helicity amplitudes: coherent on argon, elastic on a bound nucleon. Every third row from 1e4 GeV on.

namespace trident_test {

struct electroweak_row {
  char const* process;
  char const* target;
  double energy; ///< [GeV]
  double value;  ///< [fb]
  double error;
};

inline constexpr std::array<electroweak_row, 26> electroweak_rows = {{
    {"nu_mu -> nu_mu mu+ mu-", "Ar", 10000, 6.193673e+01, 1.2e-01},
    {"nu_mu -> nu_mu mu+ mu-", "p", 10000, 5.842294e+00, 1.5e-02},
    {"nu_e -> nu_e e+ e-", "Ar", 10000, 9.992449e+01, 1.8e-01},
    {"nu_e -> nu_e e+ e-", "Ar", 1e+08, 9.806077e+05, 2.2e+03},
    {"nu_e -> nu_e e+ e-", "n", 1e+06, 3.392734e+01, 1.6e-01},
    {"nu_tau -> nu_tau tau+ tau-", "Ar", 1e+06, 8.182686e+04, 1.5e+02},
    {"nu_tau -> nu_tau tau+ tau-", "p", 1e+06, 2.682786e+02, 6.7e-01},
    {"nu_tau -> nu_tau tau+ tau-", "n", 1e+06, 2.717976e+01, 1.1e-01},
    {"nu_mu -> nu_mu e+ e-", "p", 10000, 1.433582e-01, 3.0e-04},
    {"nu_mu -> nu_mu e+ e-", "p", 1e+07, 7.552556e+00, 2.2e-02},
    {"nu_mu -> nu_mu tau+ tau-", "Ar", 10000, 3.327310e+00, 4.9e-03},
    {"nu_mu -> nu_mu tau+ tau-", "Ar", 1e+09, 9.098501e+03, 2.2e+01},
    {"nu_mu -> nu_mu tau+ tau-", "p", 100000, 4.977287e-01, 9.4e-04},
    {"nu_mu -> nu_mu tau+ tau-", "n", 100000, 7.667712e-02, 2.1e-04},
    {"nu_e -> nu_e mu+ mu-", "Ar", 1e+06, 8.995745e+02, 1.0e+00},
    {"nu_e -> nu_e mu+ mu-", "p", 1e+06, 3.191799e+00, 7.3e-03},
    {"nu_mu -> nu_e e+ mu-", "Ar", 100000, 1.177569e+04, 2.7e+01},
    {"nu_mu -> nu_e e+ mu-", "p", 30000, 5.524211e+01, 1.2e-01},
    {"nu_mu -> nu_e e+ mu-", "n", 30000, 1.116380e+01, 2.9e-02},
    {"nu_e -> nu_mu mu+ e-", "Ar", 1e+07, 5.029914e+05, 1.1e+03},
    {"nu_e -> nu_mu mu+ e-", "p", 30000, 5.784420e+01, 1.9e-01},
    {"nu_e -> nu_mu mu+ e-", "n", 10000, 2.239492e+00, 1.0e-02},
    {"nu_mu -> nu_tau tau+ mu-", "Ar", 1e+07, 3.710435e+05, 9.5e+02},
    {"nu_mu -> nu_tau tau+ mu-", "n", 30000, 1.103816e+01, 3.7e-02},
    {"nu_tau -> nu_e e+ tau-", "Ar", 100000, 6.351166e+03, 1.6e+01},
    {"nu_tau -> nu_e e+ tau-", "p", 100000, 1.064034e+02, 3.7e-01},
}};

} // namespace trident_test
