// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/kinematics/phase_space.hpp>
#include <trident/kinematics/q2_map.hpp>
#include <trident/mc/philox_source.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

/// Largest |u' - u| over points of a configuration, u' from the point that u is mapped to. A coordinate that runs over a
/// circle is compared on the circle.
template <class P, class N>
double worst_round_trip(P channel, N target, double energy) {
  Trident const sigma{channel, target, monoenergetic{energy}, standard_model{}};
  philox_source<phase_space::dimension> const source(3, 1);
  double worst = 0;
  int inside = 0;
  for (std::uint64_t i = 0; i < 3000; ++i) {
    auto const u = source(i);
    auto const point = sigma.space()(energy, u);
    if (!point.inside()) continue;
    ++inside;
    auto const back = sigma.space().inverse(point);
    for (std::size_t axis = 0; axis < u.size(); ++axis) {
      double const difference = std::abs(back[axis] - u[axis]);
      worst = std::max(worst, axis >= 5 ? std::min(difference, 1 - difference) : difference);
    }
  }
  REQUIRE(inside > 2900); // nearly all of the cube is phase space
  return worst;
}

} // namespace

// Coordinates are logarithms of ratios of invariants: rounding of the invariants, magnified where a range is short near
// threshold or where l- is nearly along q, is what is left.
TEST_CASE("The phase-space map has an inverse") {
  CHECK(worst_round_trip(numu_to_numu_mumu{}, argon40{}, 5.0) < 1e-10);
  CHECK(worst_round_trip(numu_to_numu_ee{}, argon40{}, 5.0) < 1e-8);
  CHECK(worst_round_trip(numu_to_nue_emu{}, proton{}, 100.0) < 1e-8);
  CHECK(worst_round_trip(numu_to_numu_ee{}, proton{}, 1e6) < 1e-7);
  CHECK(worst_round_trip(numu_to_numu_mumu{}, argon40{}, 0.2122) < 1e-7);
}

TEST_CASE("The phase-space map with a table that belongs to somebody else is the same") {
  q2_map const map(1e-6, 1.0, [](double q2) { return std::exp(-30 * q2); });
  pair_masses<double> const muons{0.10566, 0.10566};
  double const no_mediator = std::numeric_limits<double>::infinity();
  phase_space const owner(muons, elastic_limits{37.2}, no_mediator, map);
  basic_phase_space<q2_table> const borrower(muons, elastic_limits{37.2}, no_mediator, map.table());
  philox_source<phase_space::dimension> const source(5, 1);
  for (std::uint64_t i = 0; i < 100; ++i) {
    auto const u = source(i);
    auto const point = owner(7.0, u), borrowed = borrower(7.0, u);
    CHECK(borrowed.jacobian == point.jacobian);
    CHECK(borrowed.leptons.q2 == point.leptons.q2);
    CHECK(borrowed.leptons.x_minus == point.leptons.x_minus);
  }
}
