// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

// Photon structure functions of the full electroweak amplitude by an independent program: Gauss-Legendre rules, or VEGAS
// where the error says so (the trident reference files, electroweak/structure_functions_ew.csv). Constants pdg, M_W = 80.377,
// Gamma_W = 2.085, M_Z = 91.1876 GeV. Errors: the difference from two thirds of the points, an overestimate; of VEGAS the
// statistical ones.

namespace trident_test {

struct electroweak_structure_row {
  char const* channel;
  double s, q2;                        // [GeV^2]
  double transverse, transverse_error; // [GeV^2]
  double scalar, scalar_error;         // [GeV^2]
  bool by_quadrature;
};

// clang-format off
inline constexpr std::array<electroweak_structure_row, 61> electroweak_structure_rows = {{
    {"nu_mu -> nu_mu tau+ tau-", 252.579, 0.01, 1.13101970e+02, 2.6e-11, 2.00094422e-02, 8.0e-14, true},
    {"nu_mu -> nu_mu tau+ tau-", 126.289, 0.0001, 1.92604625e+01, 1.3e-12, 3.82174109e-05, 1.0e-18, true},
    {"nu_mu -> nu_mu tau+ tau-", 4000, 0.001, 5.16134296e+04, 1.4e-06, 6.67121566e-01, 8.7e-13, true},
    {"nu_mu -> nu_mu tau+ tau-", 10000, 1, 2.87596555e+05, 8.9e-05, 3.21063616e+03, 3.9e-08, true},
    {"nu_mu -> nu_mu tau+ tau-", 100000, 0.01, 1.02472948e+07, 2.2e-01, 9.65175617e+02, 3.0e-07, true},
    {"nu_mu -> nu_mu tau+ tau-", 10000000, 0.1, 1.81640386e+09, 1.4e+06, 1.37104482e+06, 1.4e+00, true},
    {"nu_mu -> nu_e e+ mu-", 0.0169084, 0.001, 2.03098946e-08, 1.7e-20, 1.13556839e-08, 6.5e-21, true},
    {"nu_mu -> nu_mu mu+ mu-", 10, 0.0001, 1.71345405e+00, 3.6e-09, 6.65758879e-04, 1.1e-12, true},
    {"nu_mu -> nu_e e+ mu-", 4000, 0.001, 1.84282420e+06, 1.0e+02, 6.44688691e+04, 7.7e+00, true},
    {"nu_mu -> nu_mu mu+ mu-", 400, 0.1, 4.19957962e+03, 1.8e+00, 4.14667982e+02, 7.5e-02, true},
    {"nu_mu -> nu_e e+ mu-", 7000, 0.02, 1.70022478e+08, 5.3e+04, 1.21780671e+06, 4.6e+02, true},
    {"nu_mu -> nu_mu mu+ mu-", 4000, 0.001, 1.16556795e+06, 1.2e+02, 1.62604880e+03, 3.7e-01, true},
    {"nu_mu -> nu_e e+ mu-", 10000, 1, 1.48284576e+08, 3.9e+04, 2.27625991e+07, 6.1e+03, true},
    {"nu_mu -> nu_e e+ mu-", 100000, 0.01, 1.22389522e+09, 3.1e+05, 6.37361444e+06, 2.3e+02, true},
    {"nu_mu -> nu_mu mu+ mu-", 10000, 1, 1.47863855e+08, 4.6e+04, 2.26241609e+07, 7.5e+03, true},
    {"nu_e -> nu_mu mu+ e-", 0.0169084, 0.001, 1.03155185e-08, 9.7e-21, 4.77546212e-09, 2.9e-21, true},
    {"nu_mu -> nu_mu mu+ mu-", 100000, 0.01, 1.22524965e+09, 3.8e+05, 1.38997966e+06, 8.6e+01, true},
    {"nu_e -> nu_mu mu+ e-", 4000, 0.001, 2.03846942e+06, 4.7e+02, 8.24915714e+04, 7.8e-01, true},
    {"nu_mu -> nu_mu mu+ mu-", 10000000, 0.1, 9.415999e+10, 9.3e+07, 5.638015e+08, 1.3e+07, false},
    {"nu_e -> nu_mu mu+ e-", 7000, 0.02, 1.94913547e+08, 5.7e+03, 7.42042897e+06, 2.7e+02, true},
    {"nu_e -> nu_e e+ e-", 1.56673e-06, 0.001, 1.64213346e-14, 1.8e-28, 5.05663831e-17, 5.6e-30, true},
    {"nu_e -> nu_mu mu+ e-", 10000, 1, 1.47763224e+08, 4.0e+03, 2.38674095e+07, 7.2e+02, true},
    {"nu_e -> nu_e e+ e-", 2.08897e-05, 0.01, 4.75238471e-11, 1.9e-19, 3.65197175e-13, 1.4e-23, true},
    {"nu_e -> nu_mu mu+ e-", 100000, 0.01, 1.26313700e+09, 5.2e+04, 8.02619933e+06, 5.5e+02, true},
    {"nu_e -> nu_e e+ e-", 400, 0.1, 4.27517198e+03, 4.2e+00, 6.64612675e+02, 1.1e+00, true},
    {"nu_e -> nu_mu mu+ e-", 10000000, 0.1, 9.198059e+10, 8.4e+07, 4.241017e+08, 1.2e+07, false},
    {"nu_mu -> nu_tau tau+ mu-", 5.31582, 0.001, 5.49913575e-03, 3.8e-17, 1.48230782e-05, 2.5e-19, true},
    {"nu_e -> nu_e e+ e-", 4000, 0.001, 1.57594514e+06, 1.4e+03, 9.78687601e+04, 6.8e+01, true},
    {"nu_mu -> nu_tau tau+ mu-", 35.4388, 0.0001, 1.19166468e+01, 9.4e-13, 2.89202230e-03, 3.2e-13, true},
    {"nu_mu -> nu_tau tau+ mu-", 400, 0.1, 3.81588063e+03, 5.3e-02, 1.89019944e+02, 2.6e-05, true},
    {"nu_mu -> nu_tau tau+ mu-", 4000, 0.001, 1.31542882e+06, 2.0e+01, 1.31546888e+03, 1.6e-07, true},
    {"nu_mu -> nu_tau tau+ mu-", 10000, 1, 1.47685710e+08, 3.2e+02, 2.24774990e+07, 2.2e+01, true},
    {"nu_mu -> nu_tau tau+ mu-", 10000000, 0.1, 8.898160e+10, 6.6e+07, 4.846257e+06, 1.2e+05, false},
    {"nu_e -> nu_e e+ e-", 10000000, 0.1, 9.435776e+10, 9.5e+07, 8.870467e+08, 2.3e+07, false},
    {"nu_tau -> nu_e e+ tau-", 63.181, 0.01, 1.21265722e+02, 4.2e-05, 1.73303854e+01, 7.6e-08, true},
    {"nu_tau -> nu_e e+ tau-", 31.5905, 0.0001, 3.85794841e+01, 3.6e-05, 3.45612421e+00, 4.1e-08, true},
    {"nu_tau -> nu_tau tau+ tau-", 18.9434, 0.001, 1.40462719e-02, 8.1e-16, 6.45660962e-07, 1.0e-20, true},
    {"nu_tau -> nu_e e+ tau-", 400, 0.1, 5.74858019e+03, 2.1e-01, 7.99899216e+02, 2.6e-02, true},
    {"nu_tau -> nu_tau tau+ tau-", 252.579, 0.01, 4.31899316e+02, 1.5e-10, 8.92764452e-02, 3.4e-13, true},
    {"nu_tau -> nu_e e+ tau-", 4000, 0.001, 1.24305984e+06, 2.9e+01, 6.29740264e+04, 1.8e+00, true},
    {"nu_tau -> nu_e e+ tau-", 7000, 0.02, 5.69348944e+07, 2.5e+04, 1.65946463e+05, 5.1e+00, true},
    {"nu_tau -> nu_tau tau+ tau-", 400, 0.1, 1.39744460e+03, 1.8e-02, 2.63450496e+00, 2.0e-06, true},
    {"nu_tau -> nu_e e+ tau-", 10000, 1, 1.32145814e+08, 3.4e+04, 1.85599306e+06, 4.3e+02, true},
    {"nu_tau -> nu_tau tau+ tau-", 4000, 0.001, 4.94565744e+05, 1.6e+01, 5.31495049e+00, 6.9e-06, true},
    {"nu_tau -> nu_e e+ tau-", 100000, 0.01, 1.09133928e+09, 2.7e+05, 5.94708705e+06, 2.4e+02, true},
    {"nu_tau -> nu_e e+ tau-", 10000000, 0.1, 9.177163e+10, 8.3e+07, 6.705453e+08, 2.2e+07, false},
    {"nu_tau -> nu_tau tau+ tau-", 7000, 0.02, 5.47125652e+07, 3.2e+03, 3.58890565e+03, 1.7e-01, true},
    {"nu_tau -> nu_tau tau+ tau-", 100000, 0.01, 1.06066695e+09, 3.9e+04, 5.93909576e+03, 5.3e-02, true},
    {"nu_mu -> nu_mu e+ e-", 1.56673e-06, 0.001, 3.49373025e-15, 4.9e-29, 4.11194202e-17, 1.2e-30, true},
    {"nu_mu -> nu_mu e+ e-", 2.08897e-05, 0.01, 1.01461251e-11, 4.0e-20, 9.62034116e-14, 6.5e-24, true},
    {"nu_mu -> nu_mu e+ e-", 10, 0.0001, 8.56424765e-01, 1.7e-05, 8.85923775e-02, 3.5e-08, true},
    {"nu_mu -> nu_mu e+ e-", 400, 0.1, 8.81566524e+02, 4.9e-04, 1.38981793e+02, 5.7e-08, true},
    {"nu_mu -> nu_mu e+ e-", 10000000, 0.1, 2.70787003e+09, 2.7e+06, 2.21784183e+08, 3.1e+04, true},
    {"nu_e -> nu_e mu+ mu-", 0.0669842, 0.001, 8.39199592e-08, 6.5e-21, 1.77521541e-09, 2.0e-22, true},
    {"nu_e -> nu_e mu+ mu-", 0.893123, 0.01, 1.26315963e-03, 2.9e-16, 5.81047686e-05, 4.1e-17, true},
    {"nu_e -> nu_e mu+ mu-", 400, 0.1, 8.67545383e+02, 8.2e-06, 8.67014818e+01, 5.3e-08, true},
    {"nu_e -> nu_e mu+ mu-", 4000, 0.001, 1.13619105e+05, 3.6e-02, 2.05367297e+02, 1.2e-07, true},
    {"nu_e -> nu_e mu+ mu-", 7000, 0.02, 3.01700080e+05, 1.4e-01, 8.17707894e+03, 3.3e-06, true},
    {"nu_e -> nu_e mu+ mu-", 10000, 1, 3.83864391e+05, 1.6e-01, 5.32258967e+04, 2.6e-03, true},
    {"nu_e -> nu_e mu+ mu-", 100000, 0.01, 1.78002919e+07, 2.5e+01, 2.35272936e+05, 4.0e-04, true},
    {"nu_e -> nu_e mu+ mu-", 10000000, 0.1, 2.68790776e+09, 2.1e+06, 1.39112046e+08, 7.7e+02, true},
}};
// clang-format on

} // namespace trident_test
