// SPDX-License-Identifier: BSL-1.0
// The inelastic nucleon against an independent program, against its own integrals by another rule, against measurements, and
// where it must be continuous.

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include <trident/numerics/adaptive_quadrature.hpp>
#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif
#include <trident/target/inelastic_nucleon.hpp>

#include "data/inelastic_points.hpp"

using namespace trident;
using namespace trident_test;

static_assert(ContinuumResponse<inelastic_proton> && ContinuumResponse<inelastic_neutron, teg2019>);
static_assert(HasEnergyPanels<inelastic_neutron> && HasMomentsAtQ2<inelastic_proton>);
static_assert(regime_of<inelastic_proton> == scattering_regime::inelastic);

namespace {

constexpr double proton_mass = pdg::proton_mass;

double nu_of(double w2, double q2) { return (w2 - proton_mass * proton_mass + q2) / (2 * proton_mass); }

double relative(double a, double b) { return b == 0 ? std::abs(a) : std::abs(a / b - 1); }

inelastic_options with_high_mass(high_mass_fit fit) {
  inelastic_options options;
  options.high_mass = fit;
  return options;
}

/// int W2 (nu - nu')^n, n = 0, 1, 2, and int W1, by adaptive rules between masses that are not those of the panels.
template <class Nucleon>
response_moments moments_by_hand(Nucleon const& nucleon, double q2, double nu) {
  std::vector<double> edges{detail::pion_threshold, 1.0734, 1.076, 1.09, detail::two_pion_threshold};
  double const bend = 0.95;
  if (!nucleon.name().starts_with("p"))
    for (double const at : {8.0, q2})
      edges.push_back(std::sqrt(proton_mass * proton_mass + at * (1 / bend - 1)));
  for (double const w : {1.3, detail::eta_threshold, 1.486, 1.49, 1.55, std::sqrt(8.0), 3.0, 6.0, 20.0, 60.0})
    edges.push_back(w);
  double const largest = std::sqrt(proton_mass * proton_mass + 2 * proton_mass * nu - q2);
  edges.push_back(largest);
  std::sort(edges.begin(), edges.end());
  while (edges.back() > largest) edges.pop_back();
  auto const integral = [&](auto const& weight) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      double const low = edges[i], width = edges[i + 1] - low;
      // W = low + width t^2 takes the square root out where a threshold is
      auto const f = [&](double t) {
        double const w = low + width * t * t, at = nu_of(w * w, q2);
        return 2 * t * width * w / proton_mass * weight(nucleon.structure(at, q2), nu - at);
      };
      sum += adaptive_quadrature(f, std::vector<double>{0, 1}, 1e-11).value;
    }
    return sum;
  };
  return {integral([](auto const& w, double) { return w.electric; }),
          integral([](auto const& w, double left) { return w.electric * left; }),
          integral([](auto const& w, double left) { return w.electric * left * left; }),
          integral([](auto const& w, double) { return w.magnetic; })};
}

} // namespace

TEST_CASE("Fits and structure functions are those of an independent program", "[inelastic]") {
  for (auto const& row : inelastic_points) {
    INFO("W2 = " << row.w2 << ", Q2 = " << row.q2);
    auto const close = [](double value) { return Approx(value).epsilon(1e-8).margin(0); };
    if (!std::isnan(row.transverse)) {
      auto const sigma = detail::photon_cross_sections_at<double, true>(row.q2, true)(row.w2);
      CHECK(sigma.transverse == close(row.transverse));
      CHECK(sigma.longitudinal == close(row.longitudinal));
      CHECK(sigma.mean == close(row.mean));
    }
    auto const f2 = [&](auto const& fit) {
      return row.q2 * detail::allm_at<double>(fit, row.q2).f2_over_q2(row.w2);
    };
    CHECK(f2(detail::allm97) == close(row.f2_allm97));
    CHECK(f2(detail::gd11p) == close(row.f2_gd11p));
    CHECK(detail::r1998_at<double>(row.q2)(row.w2) == close(row.r1998));
    CHECK(detail::neutron_ratio_at<double>(neutron_ratio::nmc, row.q2)(row.w2) == close(row.neutron_ratio));
    auto const p = inelastic_proton{}.structure(nu_of(row.w2, row.q2), row.q2);
    auto const n = inelastic_neutron{}.structure(nu_of(row.w2, row.q2), row.q2);
    CHECK(p.magnetic == close(row.proton_w1));
    CHECK(p.electric == close(row.proton_w2));
    CHECK(n.magnetic == close(row.neutron_w1));
    CHECK(n.electric == close(row.neutron_w2));
  }
}

TEMPLATE_TEST_CASE("Moments are those of an independent program", "[inelastic]", inelastic_proton,
                   inelastic_neutron) {
  for (auto const& row : inelastic_moment_points) {
    if (row.proton != (TestType::pdg_code() == 2212)) continue;
    INFO("Q2 = " << row.q2 << ", nu = " << row.nu_max);
    double const nu = row.nu_max;
    auto const m = TestType{}.moments(row.q2, nu, pdg{});
    auto const close = [](double value) { return Approx(value).epsilon(4e-5).margin(0); };
    CHECK(m.w2 == close(row.i0));
    // of nu rather than of what is left of it
    CHECK(nu * m.w2 - m.w2_left == close(row.i1));
    CHECK(nu * nu * m.w2 - 2 * nu * m.w2_left + m.w2_left2 == close(row.i2));
    CHECK(m.w1 == close(row.j));
  }
}

TEMPLATE_TEST_CASE("Moments are integrals of the structure functions", "[inelastic]", inelastic_proton,
                   inelastic_neutron) {
  TestType const nucleon;
  for (double const q2 : {1e-4, 0.1, 1.0, 7.0, 30.0}) {
    double const largest = nu_of(1000, q2);
    auto const at = nucleon.at_q2(q2, largest, 1e-9);
    for (double const w : {1.11, 1.2, 1.4, 1.5, 2.0, 2.9, 3.5, 30.0}) {
      INFO("Q2 = " << q2 << ", W = " << w);
      double const nu = nu_of(w * w, q2);
      auto const exact = moments_by_hand(nucleon, q2, nu);
      auto const close = [&](response_moments const& m, double tolerance) {
        CHECK(relative(m.w2, exact.w2) < tolerance);
        CHECK(relative(m.w2_left, exact.w2_left) < tolerance);
        CHECK(relative(m.w2_left2, exact.w2_left2) < tolerance);
        CHECK(relative(m.w1, exact.w1) < tolerance);
      };
      close(nucleon.moments(q2, nu), w < 1.2 ? 1e-7 : 1e-8);
      // within a panel the interpolated functions are integrated, which converges half as fast
      close(at(nu), 1e-6);
      close(nucleon.at_q2(q2, largest, 1e-4)(nu), 1e-3);
    }
    CHECK(at(nu_of(1.07, q2)).w2 == 0);
  }
}

TEST_CASE("Panels cover all energy transfers, and without an end they are the same at any Q2",
          "[inelastic]") {
  inelastic_options low;
  low.matching = fit_matching::from_3_to_4;
  low.nuclear = nuclear_factor::e665;
  low.mass_number = 40;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (auto const& options : {inelastic_options{}, low}) {
    inelastic_neutron const nucleon{options};
    auto const number = nucleon.panels(1.0, infinity).size();
    for (double const q2 : {1e-6, 0.3, 8.0, 200.0, 1e5}) {
      auto const line = nucleon.lowest_energy_transfer();
      for (double const w : {1.09, 1.3, 2.5, 10.0, 1e3, -1.0}) {
        double const nu = w > 0 ? nu_of(w * w, q2) : infinity;
        auto const panels = nucleon.panels(q2, nu);
        REQUIRE_FALSE(panels.empty());
        CHECK(panels.front().low == Approx(line.offset + q2 / (2 * line.mass)).epsilon(1e-12));
        CHECK(panels.back().high == nu);
        for (std::size_t i = 0; i < panels.size(); ++i) {
          CHECK(panels[i].low < panels[i].high);
          if (i > 0) CHECK(panels[i].low == panels[i - 1].high);
        }
        if (w < 0) CHECK(panels.size() == number);
      }
      CHECK(nucleon.panels(q2, line.offset + q2 / (2 * line.mass) - 1e-6).empty());
    }
  }
}

TEMPLATE_TEST_CASE("Structure functions are continuous where fits meet", "[inelastic]", inelastic_proton,
                   inelastic_neutron) {
  TestType const nucleon;
  constexpr double step = 1e-9;
  auto const jump = [&](double w2, double q2, double more_w2, double more_q2) {
    auto const a = nucleon.structure(nu_of(w2 - more_w2, q2 - more_q2), q2 - more_q2);
    auto const b = nucleon.structure(nu_of(w2 + more_w2, q2 + more_q2), q2 + more_q2);
    return std::max(relative(a.electric, b.electric), relative(a.magnetic, b.magnetic));
  };
  for (double const q2 : {0.01, 1.0, 7.5, 8.5, 100.0})
    for (double const w2 : {8.0, 9.0}) CHECK(jump(w2, q2, step, 0) < 1e-7);
  for (double const w2 : {1.3, 2.3, 5.0, 7.9, 8.5, 8.99, 12.0}) {
    CHECK(jump(w2, 8, 0, step) < 1e-7);
    CHECK(jump(w2, 0.5, 0, step) < 1e-7);
  }
  CHECK(nucleon.structure(nu_of(1.1519, 1.0), 1.0).electric == 0); // below threshold
  CHECK(nucleon.structure(nu_of(1.152, 1.0), 1.0).electric > 0);
}

TEMPLATE_TEST_CASE("At Q2 = 0 W1 is the photoproduction and W2 vanishes as Q2", "[inelastic]",
                   inelastic_proton, inelastic_neutron) {
  TestType const nucleon;
  for (double const w2 : {1.2, 1.5, 4.0, 8.5, 20.0, 1e4}) {
    auto const zero = nucleon.structure(nu_of(w2, 0), 0.0);
    auto const small = nucleon.structure(nu_of(w2, 1e-12), 1e-12);
    CHECK(zero.electric == 0);
    CHECK(zero.magnetic > 0);
    CHECK(relative(small.magnetic, zero.magnetic) < 1e-6);
    double const nu = nu_of(w2, 0);
    CHECK(relative(small.electric / 1e-12, zero.magnetic / (nu * nu)) < 1e-6);
  }
}

TEST_CASE("Measured F2 and photoproduction are met within a few per cent", "[inelastic]") {
  double squares = 0;
  for (auto const& row : measured_f2_points) {
    double const w2 = proton_mass * proton_mass + row.q2 * (1 / row.x - 1), nu = nu_of(w2, row.q2);
    double const f2 = nu * inelastic_proton{}.structure(nu, row.q2).electric, ratio = f2 / row.f2;
    INFO("x = " << row.x << ", Q2 = " << row.q2 << ": " << ratio);
    CHECK(ratio == Approx(row.model_over_measured).margin(6e-4));
    CHECK(std::abs(ratio - 1) < 0.07);
    squares += (ratio - 1) * (ratio - 1);
  }
  CHECK(std::sqrt(squares / measured_f2_points.size()) < 0.03);
  for (auto const& row : measured_photoproduction_points) {
    constexpr double pi = std::numbers::pi, microbarn = 389.379372;
    // sigma = 4 pi^2 alpha W1/K with K = nu
    double const nu = nu_of(row.w * row.w, 0);
    double const sigma =
        4 * pi * pi * pdg::fine_structure * microbarn * inelastic_proton{}.structure(nu, 0.0).magnetic / nu;
    INFO("W = " << row.w);
    CHECK(sigma / row.sigma == Approx(row.model_over_measured).margin(2e-3));
    CHECK(std::abs(sigma / row.sigma - 1) < (row.w < 2 ? 0.11 : 0.03));
  }
}

TEST_CASE("Variations change what they should and nothing else", "[inelastic]") {
  auto const f = [](inelastic_options const& options, double w2, double q2) {
    return inelastic_neutron{options}.structure(nu_of(w2, q2), q2);
  };
  inelastic_options const standard;
  auto const gd11p = with_high_mass(high_mass_fit::gd11p);
  CHECK(f(gd11p, 5, 3).electric == f(standard, 5, 3).electric);
  CHECK(f(gd11p, 5, 20).electric != f(standard, 5, 20).electric); // the freeze
  CHECK(relative(f(gd11p, 20, 3).electric, f(standard, 20, 3).electric) < 0.03);
  inelastic_options none;
  none.longitudinal = longitudinal_ratio::none;
  for (double const w2 : {5.0, 20.0}) {
    double const q2 = 2, nu = nu_of(w2, q2);
    auto const w = f(none, w2, q2);
    CHECK(relative(w.magnetic, w.electric * (1 + nu * nu / q2)) < 1e-12);
  }
  CHECK(f(none, 5, 2).magnetic == f(standard, 5, 2).magnetic); // sigma_T is measured in the resonances,
  CHECK(relative(f(none, 20, 2).electric, f(standard, 20, 2).electric) < 1e-14); // F2 above them
  inelastic_options slac;
  slac.neutron = neutron_ratio::slac;
  double const x = 2 / (2 + 20 - proton_mass * proton_mass);
  CHECK(relative(f(slac, 20, 2).electric,
                 (1 - 0.8 * x) * inelastic_proton{}.structure(nu_of(20, 2), 2.0).electric) < 1e-12);
  inelastic_options matched;
  matched.matching = fit_matching::from_3_to_4;
  CHECK(f(matched, 2.9, 1).electric == f(standard, 2.9, 1).electric);
  CHECK(f(matched, 5, 1).electric != f(standard, 5, 1).electric);
  CHECK(f(matched, 9.5, 1).electric == f(standard, 9.5, 1).electric);
}

TEST_CASE("Nuclear factors stand on F2 above the resonances", "[inelastic]") {
  auto const ratio = [](nuclear_factor fit, double a, double w2, double q2) {
    inelastic_options options;
    options.nuclear = fit;
    options.mass_number = a;
    double const nu = nu_of(w2, q2);
    auto const with = inelastic_proton{options}.structure(nu, q2),
               free = inelastic_proton{}.structure(nu, q2);
    CHECK(relative(with.electric / free.electric, with.magnetic / free.magnetic) < 1e-12);
    return with.electric / free.electric;
  };
  auto const w2_at = [](double x, double q2) { return proton_mass * proton_mass + q2 * (1 / x - 1); };
  using enum nuclear_factor;
  CHECK(ratio(e665, 40, w2_at(1e-4, 0.1), 0.1) == Approx(std::pow(40, -0.1)).epsilon(1e-12));
  CHECK(ratio(e665, 40, w2_at(0.01, 1), 1) == Approx(std::pow(40, 0.097 - 2 * 0.069)).epsilon(1e-9));
  CHECK(ratio(e665, 40, w2_at(0.1, 2), 2) == 1);
  CHECK(ratio(e665, 40, 5, 0.001) == 1); // a resonance
  // SLAC's iron over deuterium: 10 % antishadowing is not there, the minimum at x = 0.65 is 0.87
  CHECK(ratio(e139, 56, w2_at(0.65, 20), 20) == Approx(0.87).margin(0.02));
  CHECK(ratio(e139, 56, w2_at(0.15, 5), 5) == Approx(1.02).margin(0.02));
  CHECK(ratio(e139, 56, w2_at(0.001, 1), 1) == Approx(ratio(e139, 56, w2_at(0.005, 1), 1)).epsilon(1e-12));
  CHECK(ratio(e139, 40, 5, 0.1) == 1);
}

#if __has_include(<xsimd/xsimd.hpp>)
TEMPLATE_TEST_CASE("Packs are as exact as numbers, whatever fits their lanes need", "[inelastic][pack]",
                   inelastic_proton, inelastic_neutron) {
  struct alignas(64) {
    double nu[pack::size], q2[pack::size], electric[pack::size], magnetic[pack::size];
  } lanes;
  inelastic_options varied;
  varied.high_mass = high_mass_fit::gd11p;
  varied.matching = fit_matching::from_3_to_4;
  varied.neutron = neutron_ratio::slac;
  varied.nuclear = nuclear_factor::e139;
  varied.mass_number = 56;
  for (auto const& options : {inelastic_options{}, varied})
    for (int mixed = 0; mixed < 3; ++mixed)
      for (int i = 0; i < 300; ++i) {
        TestType const nucleon{options};
        for (std::size_t lane = 0; lane < pack::size; ++lane) {
          // the golden ratio, as even as it gets: all lanes alike, of any Q2, of any mass too
          double const a = std::fmod(0.6180339887 * (i + 300 * (mixed > 1 ? double(lane) : 0)), 1);
          double const b = std::fmod(0.7548776662 * (i + 300 * (mixed > 0 ? double(lane) : 0)), 1);
          double const w = 1.05 * std::exp(3.5 * a * a), q2 = 1e-7 * std::exp(21 * b);
          lanes.q2[lane] = i == 0 ? 0 : q2;
          lanes.nu[lane] = nu_of(w * w, lanes.q2[lane]);
        }
        auto const packed =
            nucleon.structure(pack::load_aligned(lanes.nu), pack::load_aligned(lanes.q2), pdg{});
        packed.electric.store_aligned(lanes.electric);
        packed.magnetic.store_aligned(lanes.magnetic);
        for (std::size_t lane = 0; lane < pack::size; ++lane) {
          double const nu = lanes.nu[lane], q2 = lanes.q2[lane];
          auto const w = nucleon.structure(nu, q2);
          // W2 is what M^2 + 2 M nu and Q2 leave, and the functions open with what lies above the threshold
          double const w2 = proton_mass * proton_mass + 2 * proton_mass * nu - q2;
          double const left = std::abs(w2 - detail::pion_threshold * detail::pion_threshold);
          double const tolerance = 1e-14 + 4e-16 * (q2 + w2) * (1 / left + 20);
          INFO("W2 = " << w2 << ", Q2 = " << q2);
          CHECK(relative(lanes.electric[lane], w.electric) < tolerance);
          CHECK(relative(lanes.magnetic[lane], w.magnetic) < tolerance);
        }
      }
  TestType const nucleon;
  for (double const q2 : {0.1, 20.0}) {
    auto const numbers = nucleon.at_q2(q2, q2 + 30, 1e-6);
    auto const packs = nucleon.template at_q2<pack>(q2, q2 + 30, 1e-6);
    for (double const more : {0.5, 3.0, 29.0})
      CHECK(relative(packs(q2 + more).w2_left, numbers(q2 + more).w2_left) < 1e-11);
  }
}
#endif

TEST_CASE("Choices by name, and what lies outside of the fits", "[inelastic]") {
  CHECK(inelastic_choice_named(high_mass_fits, "fit", "GD11-P") == high_mass_fit::gd11p);
  CHECK(inelastic_choice_named(neutron_ratios, "ratio", "SLAC") == neutron_ratio::slac);
  CHECK_THROWS_AS(inelastic_choice_named(fit_matchings, "matching", "5"), input_error);
  CHECK(name_of(longitudinal_ratios, longitudinal_ratio::none) == "0");
  // the first of each is the default
  CHECK(inelastic_options{} == inelastic_options{high_mass_fits[0].value, longitudinal_ratios[0].value,
                                                 fit_matchings[0].value, neutron_ratios[0].value,
                                                 nuclear_factors[0].value, 1});
  CHECK(within_fits({}, 4, 7));
  CHECK_FALSE(within_fits({}, 4, 9));
  CHECK(within_fits({}, 100, 9));
  CHECK_FALSE(within_fits({}, 100, 6000));
  CHECK_FALSE(within_fits({}, 10, 100)); // x > 0.85
  CHECK(validity_of({}, 10).empty());
  CHECK(validity_of({}, 30).size() == 1);
  CHECK(validity_of({}, 1e4).size() == 4);
  CHECK(validity_of({}, 1e4)[1].find("ALLM97") != std::string::npos);
}
