// SPDX-License-Identifier: BSL-1.0
// Monte Carlo of continua through the tables that the library makes of a response: the maps are exact, and cross sections
// agree with the quadrature, which has nothing to do with them.
#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <type_traits>
#include <vector>

#include <trident/event/for_each_event.hpp>
#include <trident/fluxes.hpp>
#include <trident/quasi_random.hpp>
#include <trident/simd.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/trident.hpp>

#include "toy_continuum.hpp"

using namespace trident;

namespace {

static_assert(ContinuumResponse<toy_with_panels> && !DrawsEnergyTransfer<toy_with_panels>);
static_assert(PhaseSpaceMap<basic_phase_space<continuum_q2_table, continuum_limits, k_dot_q_table>>);

fermi_gas_nucleon<true> const moniz_proton{.fermi_momentum = 0.251, .removal_energy = 0.028};
fermi_gas_nucleon<false> const moniz_neutron{.fermi_momentum = 0.251, .removal_energy = 0.028};

template <bool IsProton>
local_fermi_gas_nucleon<IsProton> local_nucleon() {
  return local_fermi_gas_nucleon<IsProton>(nuclide_of("Ar"));
}

/// Calls visit(x, Q2, nu_max) at points spread over what the configuration reaches.
template <class S, class Visit>
void for_points_of(S const& sigma, int count, Visit const& visit) {
  philox_source<S::dimension> const source(5, 1);
  int seen = 0;
  for (std::uint64_t i = 0; seen < count; ++i) {
    auto const state = sigma.point(source(i)).state;
    if (!state.inside()) continue;
    double const x = state.leptons.k_dot_q / state.energy, q2 = state.leptons.q2;
    visit(x, q2, largest_energy_transfer(q2, x));
    ++seen;
  }
}

/// Draws of nu with equal steps of u: they reach both ends of the response, and the integral of the integrand is the moments.
template <class T>
void check_energy_transfer(T const& target, double energy) {
  Trident const sigma{numu_to_numu_mumu{}, target, monoenergetic{energy}, standard_model{}};
  auto const& draw = sigma.product().energy_transfer();
  for_points_of(sigma, 30, [&](double x, double q2, double largest) {
    constexpr int steps = 4000;
    double integral = 0, last = 0;
    bool increases = true;
    for (int i = 0; i < steps; ++i) {
      auto const [nu, measure] = draw((i + 0.5) / steps, q2, largest, x);
      auto const w = sigma.target().structure(nu, q2, pdg{});
      integral += measure / steps * (w.electric * 2 / x * (largest - nu) + 2 * w.magnetic);
      increases = increases && nu > last && nu <= largest;
      last = nu;
    }
    auto const panels = target.panels(q2, largest, pdg{});
    double const first = draw(1e-300, q2, largest, x).nu, furthest = draw(1 - 1e-15, q2, largest, x).nu;
    CAPTURE(energy, x, q2, largest, first, furthest);
    CHECK(increases);
    CHECK(first <= panels.front().low * (1 + 1e-6));
    auto const exact = target.moments(q2, largest, pdg{});
    bool const nothing_left = exact.w2 - target.moments(q2, furthest, pdg{}).w2 < 1e-12 * exact.w2;
    CHECK((nothing_left || furthest >= panels.back().high * (1 - 1e-6)));
    CHECK(integral == Approx(2 / x * exact.w2_left + 2 * exact.w1).epsilon(2e-3));
  });
}

} // namespace

TEST_CASE("Energy transfers: the table reaches all of a response with its exact derivative", "[continuum]") {
  for (double const energy : {1.5, 5.0, 300.0}) {
    check_energy_transfer(toy_with_panels{0.05}, energy);
    check_energy_transfer(inelastic_proton{}, energy);
    check_energy_transfer(inelastic_neutron{}, energy);
    check_energy_transfer(moniz_proton, energy);
    check_energy_transfer(moniz_neutron, energy);
    check_energy_transfer(local_nucleon<true>(), energy);
    check_energy_transfer(local_nucleon<false>(), energy);
  }
}

TEST_CASE("Energy transfers: the derivative is that of nu within a bin", "[continuum]") {
  Trident const sigma{numu_to_numu_mumu{}, inelastic_proton{}, monoenergetic{8.0}, standard_model{}};
  auto const& draw = sigma.product().energy_transfer();
  int compared = 0;
  for_points_of(sigma, 200, [&](double x, double q2, double largest) {
    double const u = std::fmod(1e4 * x, 1.0) * 0.99, step = 1e-6;
    auto const a = draw(u, q2, largest, x), b = draw(u + step, q2, largest, x);
    if (a.measure != b.measure) return; // a bin ends between them
    CHECK((b.nu - a.nu) / step == Approx(a.measure).epsilon(1e-6));
    ++compared;
  });
  CHECK(compared > 150);
}

TEST_CASE("Q2 of a continuum: inverse, and the range as the integral of the derivative", "[continuum]") {
  auto const check = [](auto const& target, double energy) {
    Trident const sigma{numu_to_numu_ee{}, target, monoenergetic{energy}, standard_model{}};
    auto const limits = sigma.space().limits();
    double const threshold = sigma.masses().threshold_squared();
    auto const range = limits.k_dot_q(energy, threshold, target.maximum_q2());
    std::vector<double> parts{0.02, 0.3, 0.6};
    for (double const part : parts) {
      double const k = range.low * std::pow(range.high / range.low, part);
      double const low = limits.lowest_q2(energy, k).value,
                   high = std::min(2 * k - threshold, target.maximum_q2());
      auto const& space = sigma.space();
      constexpr int steps = 50'000;
      double sum = 0, first = 0, last = 0;
      bool between = true;
      for (int i = 0; i < steps; ++i) {
        auto const [q2, measure] = space.q2_map()((i + 0.5) / steps, low, high);
        between = between && q2 >= low && q2 <= high;
        sum += measure / steps;
        if (i == 0) first = q2;
        last = q2;
        if (i % 1000 == 7)
          CHECK(space.q2_map().inverse(q2, low, high) == Approx((i + 0.5) / steps).epsilon(1e-9));
      }
      CAPTURE(energy, part, low, high);
      CHECK(between);
      CHECK(sum == Approx(last - first).epsilon(5e-3));
    }
  };
  check(inelastic_neutron{}, 20.0);
  check(moniz_proton, 2.0);
  check(local_nucleon<false>(), 100.0);
}

TEST_CASE("Coordinates of a continuum's phase space come back", "[continuum]") {
  auto const check = [](auto const& sigma) {
    constexpr std::size_t dimension = std::remove_cvref_t<decltype(sigma)>::dimension;
    philox_source<dimension> const source(2, 9);
    int inside = 0;
    for (std::uint64_t i = 0; i < 300; ++i) {
      auto const u = source(i);
      auto const state = sigma.point(u).state;
      if (!state.inside()) continue;
      ++inside;
      auto const back = sigma.space().inverse(state);
      for (std::size_t axis = 0; axis < 6; ++axis) { // the seventh is an azimuth
        CAPTURE(axis);
        CHECK(back[axis] == Approx(u[axis]).margin(1e-6));
      }
    }
    CHECK(inside > 200);
  };
  check(Trident{numu_to_numu_mumu{}, inelastic_proton{}, monoenergetic{5.0}, standard_model{}});
  check(Trident{numu_to_numu_mumu{}, inelastic_neutron{}, dune_tdr_numu{}, standard_model{}});
  check(Trident{numu_to_numu_ee{}, moniz_proton, dune_tdr_numu{}, standard_model{}});
}

namespace {

/// Largest deviation of packs from single numbers, relative to the larger of value and mean.
template <class S>
double largest_deviation_of_packs(S const& sigma) {
  vectorised const packs{sigma};
  philox_source<S::dimension> const source(3, 1);
  block_coordinates<S::dimension> points;
  block_values values;
  double largest = 0, sum = 0;
  int count = 0;
  for (std::uint64_t block = 0; block < 100; ++block) {
    std::array<std::array<double, S::dimension>, block_size> drawn;
    for (std::size_t i = 0; i < block_size; ++i) {
      drawn[i] = source(block * block_size + i);
      for (std::size_t axis = 0; axis < S::dimension; ++axis) points[axis][i] = drawn[i][axis];
    }
    packs.evaluate(points, values);
    for (std::size_t i = 0; i < block_size; ++i) {
      double const one = sigma(drawn[i]);
      sum += one;
      ++count;
      largest = std::max(largest, std::abs(values[i] - one) / std::max(one, sum / count));
    }
  }
  CHECK(sum > 0);
  return largest;
}

} // namespace

// Rounding of nu is a part of 1e-16 of the largest, over what is left of it.
TEST_CASE("Packs of a continuum give what single numbers give", "[continuum]") {
  CHECK(largest_deviation_of_packs(
            Trident{numu_to_numu_mumu{}, toy_with_panels{0.1}, monoenergetic{5.0}, standard_model{}}) < 1e-8);
  CHECK(largest_deviation_of_packs(
            Trident{numu_to_numu_mumu{}, inelastic_proton{}, dune_tdr_numu{}, standard_model{}}) < 1e-8);
  CHECK(largest_deviation_of_packs(
            Trident{numu_to_nue_emu{}, inelastic_neutron{}, monoenergetic{300.0}, standard_model{}}) < 1e-8);
  CHECK(largest_deviation_of_packs(
            Trident{numu_to_numu_ee{}, moniz_neutron, dune_tdr_numu{}, standard_model{}}) < 1e-8);
  CHECK(largest_deviation_of_packs(Trident{numu_to_numu_mumu{}, local_nucleon<true>(), monoenergetic{1.0},
                                           standard_model{}}) < 1e-8);
}

namespace {

template <class P, class T, class F>
void compare_with_quadrature(P process, T const& target, F const& flux, double error = 5e-4) {
  Trident const sigma{process, target, flux, standard_model{}};
  auto const exact = inclusive_cross_section(sigma, {.relative_error = error / 10});
  auto const random = integrate_quasi_random(vectorised{sigma}, {.relative_error = error, .seed = 3});
  CAPTURE(exact.value, exact.error, random.value, random.error, random.evaluations);
  CHECK(random.error < 1.01 * error * exact.value);
  CHECK(std::abs(random.value - exact.value) < 3.5 * random.error + exact.error);
  CHECK(random.evaluations < 3'000'000);
  CHECK(random.non_finite_evaluations == 0);
}

} // namespace

TEST_CASE("Monte Carlo of continua agrees with the quadrature", "[continuum]") {
  compare_with_quadrature(numu_to_numu_mumu{}, toy_with_panels{0.02}, monoenergetic{2.0});
  compare_with_quadrature(numu_to_numu_mumu{}, inelastic_proton{}, monoenergetic{5.0});
  compare_with_quadrature(numu_to_numu_ee{}, inelastic_proton{}, monoenergetic{1000.0});
  compare_with_quadrature(numu_to_nutau_taumu{}, inelastic_neutron{}, monoenergetic{50.0});
  compare_with_quadrature(numu_to_numu_mumu{}, inelastic_neutron{}, dune_tdr_numu{});
  compare_with_quadrature(numu_to_numu_mumu{}, moniz_proton, monoenergetic{1.0});
  compare_with_quadrature(numu_to_numu_ee{}, moniz_neutron, monoenergetic{5.0});
  compare_with_quadrature(numu_to_nutau_taumu{}, moniz_proton, monoenergetic{50.0});
  compare_with_quadrature(numu_to_nue_emu{}, local_nucleon<true>(), monoenergetic{3.0});
  compare_with_quadrature(numu_to_numu_mumu{}, local_nucleon<false>(), dune_tdr_numu{});
}

TEST_CASE("Just above threshold, too", "[continuum]") {
  compare_with_quadrature(numu_to_numu_mumu{}, inelastic_proton{}, monoenergetic{0.45}, 2e-3);
  compare_with_quadrature(numu_to_numu_mumu{}, moniz_proton, monoenergetic{0.28}, 2e-3);
}

TEST_CASE("A continuum's view is trivially copyable and gives the same values", "[continuum]") {
  auto const check = [](auto const& sigma) {
    auto const view = sigma.view();
    static_assert(std::is_trivially_copyable_v<std::remove_const_t<decltype(view)>>);
    philox_source<std::remove_cvref_t<decltype(sigma)>::dimension> const source(4, 4);
    for (std::uint64_t i = 0; i < 200; ++i)
      CHECK(view.template evaluate<double>(source(i)) ==
            Approx(sigma(source(i))).epsilon(1e-8).margin(1e-30)); // products may be fused in one of them
  };
  check(Trident{numu_to_numu_mumu{}, inelastic_proton{}, monoenergetic{5.0}, standard_model{}});
  check(Trident{numu_to_numu_ee{}, inelastic_neutron{}, dune_tdr_numu{}, standard_model{}});
  check(Trident{numu_to_nue_emu{}, moniz_neutron, dune_tdr_numu{}, standard_model{}, teg2019{}});
}

namespace {

/// Share of the points that become events.
template <class P, class T>
generation_statistics sample_of(P process, T const& target) {
  Trident const sigma{process, target, dune_tdr_numu{}, standard_model{}};
  source_description description;
  description.process = process;
  description.target_pdg_code = target.pdg_code();
  event_generator const generator({make_event_source(vectorised{sigma}, description)}, 1);
  generation_statistics statistics;
  std::vector<event> events;
  for (std::uint64_t i = 0; i < 30; ++i) statistics += generator.generate(1000 * i, 1000, events);
  CHECK(std::abs(statistics.cross_section() / generator.cross_section() - 1) <
        4 * (statistics.cross_section_error() + generator.cross_section_error()) / generator.cross_section());
  return statistics;
}

} // namespace

// Found: 0.45 to 0.51, with other seeds too.
TEST_CASE("Events of continua over a spectrum are as easily drawn as coherent ones", "[continuum]") {
  auto const check = [](generation_statistics const& one) {
    CHECK(one.efficiency() > 0.42);
    CHECK(one.excess_cross_section() < 2e-3);
  };
  check(sample_of(numu_to_numu_mumu{}, inelastic_proton{}));
  check(sample_of(numu_to_numu_mumu{}, inelastic_neutron{}));
  check(sample_of(numu_to_numu_mumu{}, moniz_proton));
  check(sample_of(numu_to_numu_mumu{}, local_nucleon<false>()));
}

TEST_CASE("Pulls of continua against the quadrature", "[continuum][pulls][slow]") {
  auto const check = [](auto const& sigma) {
    auto const exact = inclusive_cross_section(sigma, {.relative_error = 2e-5}).value;
    auto const spread = [&](auto const& estimate) {
      constexpr int seeds = 100; // the error of the mean is 0.1, that of the width 0.07
      double sum = 0, squares = 0;
      for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        auto const result = estimate(seed);
        double const pull = (result.value - exact) / result.error;
        sum += pull;
        squares += pull * pull;
      }
      double const mean = sum / seeds, width = std::sqrt((squares - seeds * mean * mean) / (seeds - 1));
      CAPTURE(mean, width);
      CHECK(std::abs(mean) < 0.3);
      CHECK(width > 0.79);
      CHECK(width < 1.21);
    };
    vectorised const packs{sigma};
    spread([&](std::uint64_t seed) { return integrate(packs, {.relative_error = 5e-3, .seed = seed}); });
    spread([&](std::uint64_t seed) {
      return integrate_quasi_random(packs, {.relative_error = 2e-3, .seed = seed});
    });
  };
  check(Trident{numu_to_numu_mumu{}, inelastic_proton{}, dune_tdr_numu{}, standard_model{}});
  check(Trident{numu_to_numu_ee{}, inelastic_neutron{}, monoenergetic{100.0}, standard_model{}});
  check(Trident{numu_to_nue_emu{}, moniz_proton, dune_tdr_numu{}, standard_model{}});
  check(Trident{numu_to_numu_mumu{}, local_nucleon<false>(), monoenergetic{2.0}, standard_model{}});
}
