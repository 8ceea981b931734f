// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

// Neutrino energies [GeV] at which the full electroweak cross section first differs from that of contact interactions by 1, 5
// and 10 percent, with the sign of the difference, from an independent Monte Carlo (the trident reference files,
// electroweak/thresholds.csv): interpolated between few energies, which is up to 20 percent too low where W bosons begin to be
// real.

namespace trident_test {

struct electroweak_threshold_row {
  char const* channel;
  char const* target; // Ar, coherent, or a bound p or n
  std::array<double, 3> energies;
  std::array<int, 3> signs;
};

// clang-format off
inline constexpr std::array<electroweak_threshold_row, 45> electroweak_threshold_rows = {{
    {"nu_e -> nu_e e+ e-", "Ar", {1.01e+04, 1.74e+04, 2.1e+04}, {1, 1, 1}},
    {"nu_mu -> nu_mu tau+ tau-", "p", {358, 2.12e+03, 4.79e+03}, {-1, -1, -1}},
    {"nu_mu -> nu_mu tau+ tau-", "n", {286, 1.54e+03, 3.38e+03}, {-1, -1, -1}},
    {"nu_mu -> nu_e e+ mu-", "Ar", {1.65e+04, 2.29e+04, 2.55e+04}, {1, 1, 1}},
    {"nu_mu -> nu_e e+ mu-", "p", {2.66e+03, 3.9e+03, 4.59e+03}, {1, 1, 1}},
    {"nu_mu -> nu_e e+ mu-", "n", {1.82e+03, 3.12e+03, 3.69e+03}, {1, 1, 1}},
    {"nu_e -> nu_e e+ e-", "p", {1.44e+03, 3.17e+03, 3.84e+03}, {1, 1, 1}},
    {"nu_e -> nu_e e+ e-", "n", {920, 2.34e+03, 3.14e+03}, {1, 1, 1}},
    {"nu_mu -> nu_tau tau+ mu-", "Ar", {965, 8.44e+03, 1.41e+04}, {1, 1, 1}},
    {"nu_mu -> nu_tau tau+ mu-", "p", {204, 1.67e+03, 3e+03}, {1, 1, 1}},
    {"nu_mu -> nu_tau tau+ mu-", "n", {163, 1.32e+03, 2.36e+03}, {1, 1, 1}},
    {"nu_e -> nu_e mu+ mu-", "Ar", {2.9e+03, 1.65e+04, 3.79e+04}, {-1, -1, -1}},
    {"nu_e -> nu_e mu+ mu-", "p", {448, 2.48e+03, 5.53e+03}, {-1, -1, -1}},
    {"nu_e -> nu_e mu+ mu-", "n", {300, 1.64e+03, 3.6e+03}, {-1, -1, -1}},
    {"nu_tau -> nu_tau e+ e-", "Ar", {3.39e+03, 1.89e+04, 4.31e+04}, {-1, -1, -1}},
    {"nu_e -> nu_e tau+ tau-", "Ar", {2.08e+03, 1.35e+04, 3.16e+04}, {-1, -1, -1}},
    {"nu_tau -> nu_tau e+ e-", "p", {472, 2.59e+03, 5.77e+03}, {-1, -1, -1}},
    {"nu_tau -> nu_tau e+ e-", "n", {303, 1.65e+03, 3.63e+03}, {-1, -1, -1}},
    {"nu_e -> nu_e tau+ tau-", "p", {358, 2.12e+03, 4.79e+03}, {-1, -1, -1}},
    {"nu_e -> nu_e tau+ tau-", "n", {286, 1.54e+03, 3.38e+03}, {-1, -1, -1}},
    {"nu_tau -> nu_tau mu+ mu-", "Ar", {2.9e+03, 1.65e+04, 3.79e+04}, {-1, -1, -1}},
    {"nu_e -> nu_mu mu+ e-", "Ar", {8.23e+03, 1.69e+04, 2.11e+04}, {1, 1, 1}},
    {"nu_tau -> nu_tau mu+ mu-", "p", {448, 2.48e+03, 5.53e+03}, {-1, -1, -1}},
    {"nu_tau -> nu_tau mu+ mu-", "n", {300, 1.64e+03, 3.6e+03}, {-1, -1, -1}},
    {"nu_e -> nu_mu mu+ e-", "p", {2.14e+03, 3.64e+03, 4.36e+03}, {1, 1, 1}},
    {"nu_e -> nu_mu mu+ e-", "n", {1.64e+03, 3.04e+03, 3.62e+03}, {1, 1, 1}},
    {"nu_tau -> nu_tau tau+ tau-", "Ar", {1.94e+03, 1.23e+04, 1.69e+04}, {1, 1, 1}},
    {"nu_e -> nu_tau tau+ e-", "Ar", {877, 7.31e+03, 1.31e+04}, {1, 1, 1}},
    {"nu_tau -> nu_tau tau+ tau-", "p", {334, 2.19e+03, 3.26e+03}, {1, 1, 1}},
    {"nu_tau -> nu_tau tau+ tau-", "n", {268, 1.71e+03, 2.72e+03}, {1, 1, 1}},
    {"nu_e -> nu_tau tau+ e-", "p", {201, 1.63e+03, 2.95e+03}, {1, 1, 1}},
    {"nu_e -> nu_tau tau+ e-", "n", {160, 1.3e+03, 2.34e+03}, {1, 1, 1}},
    {"nu_mu -> nu_mu e+ e-", "Ar", {3.39e+03, 1.89e+04, 4.31e+04}, {-1, -1, -1}},
    {"nu_mu -> nu_mu e+ e-", "p", {472, 2.59e+03, 5.77e+03}, {-1, -1, -1}},
    {"nu_mu -> nu_mu e+ e-", "n", {303, 1.65e+03, 3.63e+03}, {-1, -1, -1}},
    {"nu_tau -> nu_e e+ tau-", "Ar", {2.43e+03, 2.84e+04, 3.29e+04}, {-1, 1, 1}},
    {"nu_mu -> nu_mu mu+ mu-", "Ar", {8.51e+03, 1.6e+04, 2.02e+04}, {1, 1, 1}},
    {"nu_tau -> nu_e e+ tau-", "p", {594, 5.38e+03, 5.87e+03}, {-1, 1, 1}},
    {"nu_tau -> nu_e e+ tau-", "n", {483, 3.83e+03, 4.61e+03}, {-1, 1, 1}},
    {"nu_tau -> nu_mu mu+ tau-", "Ar", {2.81e+03, 2.4e+04, 2.74e+04}, {-1, 1, 1}},
    {"nu_mu -> nu_mu mu+ mu-", "p", {1.34e+03, 3.1e+03, 3.76e+03}, {1, 1, 1}},
    {"nu_mu -> nu_mu mu+ mu-", "n", {892, 2.32e+03, 3.13e+03}, {1, 1, 1}},
    {"nu_tau -> nu_mu mu+ tau-", "p", {619, 5.16e+03, 5.66e+03}, {-1, 1, 1}},
    {"nu_tau -> nu_mu mu+ tau-", "n", {499, 3.74e+03, 4.44e+03}, {-1, 1, 1}},
    {"nu_mu -> nu_mu tau+ tau-", "Ar", {2.08e+03, 1.35e+04, 3.16e+04}, {-1, -1, -1}},
}};
// clang-format on

} // namespace trident_test
