// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <trident/event/observables.hpp>
#include <trident/event/selection.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

/// A neutrino of 10 GeV; mu- of 3 GeV along the beam and mu+ of 4 GeV at a right angle to it.
event right_angle() {
  event e;
  e.begin({14, 0, {10, 0, 0, 10}}, {1000180400, 37, {37, 0, 0, 0}}, {1000180400, 37, {37, 0, 0, 0}}, false);
  e.add_product({14, 0, {2, 0, 0, 2}});
  e.add_product({13, 0, {3, 0, 0, 3}});
  e.add_product({-13, 0, {4, 0, 4, 0}});
  e.add_product({1000180400, 37, {38, 0, -4, 5}});
  e.q2 = 0.25;
  return e;
}

bool passes(std::string const& text) { return selection::from_text(text).passes(right_angle()); }

} // namespace

TEST_CASE("observables of an event") {
  auto const e = right_angle();
  auto const value = [&](char const* name) { return event_observable_named("--cut", name).of(e); };
  CHECK(value("E_nu") == 10);
  CHECK(value("E_minus") == 3);
  CHECK(value("E_leading") == 4);
  CHECK(value("E_trailing") == 3);
  CHECK(value("E_sum") == 7);
  CHECK(value("E_had") == Approx(1));
  CHECK(value("E_visible") == Approx(8));
  CHECK(value("theta_minus") == 0);
  CHECK(value("theta_plus") == Approx(90));
  CHECK(value("theta_ll") == Approx(90));
  CHECK(value("theta_leading") == Approx(90));
  CHECK(value("mll") == Approx(std::sqrt(24.0)));
  CHECK(value("pT_plus") == Approx(4));
  CHECK(value("pT_ll") == Approx(4));
  CHECK(value("q") == Approx(std::sqrt(41.0)));
  CHECK(value("Q2") == 0.25);
  CHECK(value("E_asymmetry") == Approx(1.0 / 7));
  for (auto const& one : event_observables())
    for (auto const& other : event_observables()) CHECK((one.name != other.name || &one == &other));
}

TEST_CASE("cuts in words") {
  CHECK(passes("E_minus > 0.5, theta_ll < 100"));
  CHECK(!passes("E_minus > 0.5,theta_ll < 20"));
  CHECK(passes("3 <= E_minus"));
  CHECK(!passes("3 < E_minus"));
  CHECK(passes("E_minus<=3"));
  CHECK(passes("2 < E_minus < 4, Q2>=0.25"));
  CHECK(!passes("3 < E_plus < 4"));
  CHECK(passes("10 >= E_nu > 5"));
  CHECK(selection{}.passes(right_angle()));
  CHECK(selection::from_text("2 < E_minus < 4").cuts().size() == 2);
}

TEST_CASE("cuts that cannot be used are refused with what is allowed") {
  auto const message = [](std::string const& text) -> std::string {
    try {
      selection::from_text(text);
    } catch (input_error const& problem) { return problem.what(); }
    return "";
  };
  CHECK(message("E_mu > 1").find("\"E_mu\" is not an observable: allowed are E_nu, E_minus") !=
        std::string::npos);
  for (char const* bad :
       {"", "E_minus", "E_minus > ", "E_minus > one", "E_minus > nan", "E_minus > 1e300", "E_minus > 1,",
        "1 < 2", "< 3", "1 < E_minus < 2 < 3", "E_minus => 3", "E_minus > 1 GeV"})
    CHECK(message(bad).starts_with("--cut is \""));
}
