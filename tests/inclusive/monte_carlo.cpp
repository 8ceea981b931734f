// SPDX-License-Identifier: BSL-1.0

// Monte Carlo over the whole phase space and the factorised quadrature share the traces' input, but neither kinematics nor
// algorithm.

#include "catch.hpp"

#include <trident/cross_section/integrate.hpp>

#include "configurations.hpp"

using namespace trident;
using namespace trident_test;

namespace {

struct pulls {
  double chi2 = 0;
  int count = 0;
};

template <class N>
void compare(channel const& process, N const& target, double energy, pulls& all) {
  auto const random = integrate(Trident{process, target, monoenergetic{energy}, standard_model{}},
                                {.relative_error = 3e-3, .seed = 20240711});
  auto const exact = quadrature({process, target, energy, standard_model{}}, {.relative_error = 1e-5});
  double const pull = (random.value - exact.value) / random.error;
  CAPTURE(process.text(), std::string(target.name()), energy, random.value, exact.value);
  CHECK(std::abs(pull) < 4);
  all.chi2 += pull * pull;
  ++all.count;
}

} // namespace

TEST_CASE("all channels by both methods", "[inclusive]") {
  pulls all;
  auto const argon = make_nuclear_target(isotopes::argon_40, default_form_factor(isotopes::argon_40));
  auto const lead = make_nuclear_target(isotopes::lead_208, default_form_factor(isotopes::lead_208));
  for (auto const& process : all_channels()) {
    double const near = 4 * threshold_of(process, argon);
    compare(process, argon, 20 * near, all);
    compare(process, lead, 60 * near, all);
    compare(process, proton{}, 4 * threshold_of(process, proton{}), all);
    compare(process, neutron{}, 10 * threshold_of(process, neutron{}), all);
  }
  CHECK(all.chi2 / all.count < 2); // 120 pulls: 1 with a width of 0.13, and a warm-up that may bias a little
}
