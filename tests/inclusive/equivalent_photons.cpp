// SPDX-License-Identifier: BSL-1.0

// The equivalent photon approximation over the full result.

#include "catch.hpp"

#include <array>

#include "configurations.hpp"

using namespace trident;
using namespace trident_test;

namespace {

/// As in the table below.
struct with_on_shell_angle : pdg {
  static constexpr double sin2_theta_w = 0.2223;
};

struct ratios {
  double energy; // [GeV]
  double textbook, kinematic, improved;
};

} // namespace

TEST_CASE("equivalent photons over the full result", "[inclusive]") {
  // nu_mu -> nu_mu mu+ mu-, coherent on argon, two-parameter Fermi density with c = 1.07 A^(1/3) fm, z = 0.57 fm
  constexpr std::array<ratios, 6> table = {{{2, 2.86, 1.20, 0.865},
                                            {3.95, 2.36, 1.11, 0.907},
                                            {7.79, 2.10, 1.07, 0.931},
                                            {15.4, 1.94, 1.04, 0.947},
                                            {30.4, 1.83, 1.03, 0.957},
                                            {60, 1.76, 1.02, 0.965}}};
  auto const nucleus =
      make_nuclear_target(isotopes::argon_40, two_parameter_fermi{1.07 * std::cbrt(40.0), 0.57, pdg::hbar_c});
  for (auto const& row : table) {
    Trident const sigma{channel_with_number(8), nucleus, monoenergetic{row.energy}, standard_model{},
                        with_on_shell_angle{}};
    auto const value = [&](photon_treatment treatment) {
      return inclusive_cross_section(sigma, {.relative_error = 1e-4, .treatment = treatment}).value;
    };
    double const full = value(photon_treatment::full);
    double const textbook = value(photon_treatment::epa) / full;
    double const kinematic = value(photon_treatment::epa_kinematic) / full;
    double const improved = value(photon_treatment::epa_improved) / full;
    CAPTURE(row.energy, textbook, kinematic, improved);
    // the table has three digits
    CHECK(std::abs(textbook / row.textbook - 1) < 0.01);
    CHECK(std::abs(kinematic / row.kinematic - 1) < 0.01);
    CHECK(std::abs(improved / row.improved - 1) < 0.01);
  }
}
