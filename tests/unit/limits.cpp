// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include <trident/limits/trident_ratio.hpp>
#include <trident/quadrature/data/sigma_argon40.hpp>
#include <trident/quadrature/data/sigma_iron56.hpp>
#include <trident/runtime/measurements.hpp>

#include "catch.hpp"
#include "containing.hpp"

using namespace trident;

namespace {

constexpr channel mumu_channel = numu_to_numu_mumu{};
constexpr vector_axial<double> standard_couplings{1 + 4 * pdg::sin2_theta_w, -1};

/// 2 v^2, what g'^2/M^2 adds to g_V.
double const two_v_squared = std::sqrt(2.0) / pdg::fermi_constant;

/// The largest M/g' that is excluded for L_mu - L_tau in the heavy limit [GeV].
double heavy_limit(trident_ratio const& ratio, ratio_interval const& allowed) {
  auto const excluded = excluded_couplings(ratio.along({two_v_squared, 0}), allowed);
  REQUIRE(excluded.size() == 1);
  return 1 / excluded.front().low;
}

} // namespace

TEST_CASE("intervals of ratios") {
  ratio_measurement const lopsided{.ratio = 0.72, .error_up = 1.73, .error_down = 0.72};
  CHECK(lopsided.chi2(0) == Approx(1));
  CHECK(lopsided.chi2(0.72 + 2 * 1.73) == Approx(4));
  auto const both = allowed_ratios(lopsided, 0.954499736103642); // two standard deviations
  CHECK(both.low == Approx(0.72 - 2 * 0.72));
  CHECK(both.high == Approx(0.72 + 2 * 1.73));
  auto const upper = allowed_ratios(lopsided, 0.977249868051821, interval_convention::one_sided);
  CHECK(upper.high == Approx(0.72 + 2 * 1.73));
  CHECK(upper.contains(-100));
  // below the median an upper limit is on the other side of the value
  CHECK(allowed_ratios(lopsided, 0.158655253931457, interval_convention::one_sided).high ==
        Approx(0).margin(1e-9));
  CHECK_THROWS_WITH(allowed_ratios(lopsided, 1), containing("confidence level 1"));
  CHECK_THROWS_WITH(allowed_ratios({.ratio = 1, .error_up = 0, .error_down = 1}, 0.95),
                    containing("error 0"));
}

TEST_CASE("ratio formulas of arXiv:1902.06765 for a heavy Z'") {
  auto const iron = sigma_iron56(mumu_channel, flux_by_name("ccfr_numu", neutrino::nu_mu).spectrum);
  auto const argon = sigma_argon40(mumu_channel, flux_by_name("dune_tdr_numu", neutrino::nu_mu).spectrum);
  trident_ratio const ccfr(iron, standard_couplings), dune(argon, standard_couplings);
  CHECK(std::abs(ccfr.axial_over_vector() - 1.13) < 0.005);
  CHECK(std::abs(dune.axial_over_vector() - 1.54) < 0.005);
  for (double const mass_over_coupling : {250.0, 538.0, 2000.0}) {
    double const shift = two_v_squared / (mass_over_coupling * mass_over_coupling);
    for (auto const& [ratio, published] : {std::pair{ccfr, 1.13}, std::pair{dune, 1.54}}) {
      double const g = standard_couplings.vector;
      double const formula = (published + (g + shift) * (g + shift)) / (published + g * g);
      CHECK(std::abs(ratio({shift, 0}) / formula - 1) < 1e-3);
      CHECK(ratio.along({1, 0})(std::sqrt(shift)) == Approx(ratio({shift, 0})));
    }
  }
}

TEST_CASE("CCFR in the heavy limit: M/g' > 538 GeV") {
  auto const& ccfr = registry::find_measurement("ccfr");
  auto const allowed = allowed_ratios(ccfr.ratio, 0.95);
  CHECK(std::abs(allowed.high - 1.37) < 0.005);
  // arXiv:1902.06765, and equal weights of vector and axial coupling
  CHECK(std::abs(heavy_limit({{1, 1.13, 0}, standard_couplings}, allowed) - 538) < 1);
  CHECK(std::abs(heavy_limit({{1, 1, 0}, standard_couplings}, allowed) - 545) < 1);
  CHECK(std::abs(heavy_limit({sigma_iron56(mumu_channel, registry::spectrum_of(ccfr)), standard_couplings},
                             allowed) -
                 538) < 3);
}

TEST_CASE("mixed channels: the interference of vector and axial coupling enters the ratio") {
  constexpr channel mixed = numu_to_nue_emu{};
  trident_ratio const ratio(sigma_argon40(mixed, 5.0), {2, -2});
  vector_axial<double> const shift{0.3, -0.1};
  auto const sigma = ratio.coefficients();
  CHECK(ratio(shift) == Approx(sigma(2.3, -2.1) / sigma(2, -2)));
  CHECK(ratio.along(shift)(1) == Approx(ratio(shift)));
}

TEST_CASE("excluded couplings, with islands where the exchange interferes destructively") {
  // (1 - x)^2 + 0.2: falls to 1/6 of its value at x = 1
  ratio_polynomial const ratio{-2 / 1.2, 1 / 1.2};
  auto const couplings = [&](double low, double high) { return excluded_couplings(ratio, {low, high}); };
  auto const check = [](std::vector<coupling_interval> const& ours,
                        std::vector<coupling_interval> const& squares) {
    REQUIRE(ours.size() == squares.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
      CHECK(ours[i].low == Approx(std::sqrt(squares[i].low)).margin(1e-12));
      CHECK((ours[i].high == squares[i].high || ours[i].high == Approx(std::sqrt(squares[i].high))));
    }
  };
  constexpr double none = std::numeric_limits<double>::infinity();
  double const high = 1.2 * 1.5 - 0.2, low = 1.2 * 0.5 - 0.2; // of (1 - x)^2, for ratios of 1.5 and 0.5
  check(couplings(-none, 1.5), {{1 + std::sqrt(high), none}});
  check(couplings(0.5, 1.5), {{1 - std::sqrt(low), 1 + std::sqrt(low)}, {1 + std::sqrt(high), none}});
  check(couplings(0.1, 1.5), {{1 + std::sqrt(high), none}});
  double const less = 1.2 * 0.8 - 0.2; // the Standard Model is excluded, a coupling around 1 is not
  check(couplings(0.1, 0.8), {{0, 1 - std::sqrt(less)}, {1 + std::sqrt(less), none}});
  check(couplings(-none, 0.1), {{0, none}});
}

TEST_CASE("measurements are found by name, and stand-ins for their spectra are models by name") {
  CHECK(registry::find_measurement("CHARM II").name == "CHARM-II");
  CHECK_THROWS_WITH(registry::find_measurement("T2K"), containing("allowed are CHARM-II, CCFR, NuTeV, DUNE"));
  auto const charm = registry::spectrum_of(registry::find_measurement("CHARM-II"));
  CHECK(charm.mean_energy() == Approx(20).epsilon(1e-3));
  CHECK_THAT(std::string(charm.name()), containing("model of CHARM-II"));
  double const mean = charm.mean_energy();
  double second = 0; // relative variance 1/3, up to the square of a bin's relative width, 0.058^2
  for (std::size_t i = 0; i < charm.densities().size(); ++i) {
    double const low = charm.edges()[i], high = charm.edges()[i + 1];
    second += charm.densities()[i] / charm.integral() * (high * high * high - low * low * low) / 3;
  }
  CHECK(std::abs(second / (mean * mean) - 1 - 1.0 / 3) < 0.058 * 0.058);
  CHECK_THROWS_WITH(stand_in_spectrum("x", -1, 3, neutrino::nu_mu), containing("-1"));
  CHECK_THROWS_WITH(stand_in_spectrum("x", 1, 0.5, neutrino::nu_mu), containing("0.5"));
}
