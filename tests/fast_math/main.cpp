// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <limits>
#include <sstream>
#include <string>

#include <trident/flux/file.hpp>
#include <trident/model/gauged_lepton_numbers.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/trident.hpp>

// Compiled with -ffast-math, as users may do: what cannot be used is refused all the same, and numbers stay right.

namespace {

int failures = 0;

void check(bool holds, std::string const& what) {
  if (holds) return;
  ++failures;
  std::printf("failed: %s\n", what.c_str());
}

template <class Use>
void check_refused(std::string const& what, Use const& use) {
  try {
    use();
    check(false, what + " was taken");
  } catch (trident::input_error const&) {}
}

void check_near(double value, double expected, std::string const& what) {
  double const ratio = value / expected;
  check(trident::detail::is_finite(value) && ratio > 1 - 1e-4 && ratio < 1 + 1e-4,
        what + " is " + std::to_string(value));
}

} // namespace

int main() {
  using namespace trident;
  volatile double zero = 0;
  double const infinite = 1 / zero, none = std::numeric_limits<double>::quiet_NaN();
  for (std::string const bad : {"nan", "inf", "-inf", "1e400", "-1"}) {
    check_refused("value " + bad, [&] {
      std::istringstream stream("1 1\n2 " + bad + "\n");
      read_flux(stream, "f", flux_unit_from_text("1/GeV"), bin_value::density);
    });
    check_refused("energy " + bad, [&] {
      std::istringstream stream("1 1\n" + bad + " 2\n");
      read_flux(stream, "f", flux_unit_from_text("1/GeV"), bin_value::density);
    });
  }
  for (double const bad : {infinite, none, -1.0}) {
    check_refused("histogram", [&] { histogram_flux({0, 1, 2}, {1, bad}, bin_value::density); });
    check_refused("edge", [&] { histogram_flux({0, 1, bad}, {1, 1}, bin_value::density); });
    check_refused("energy", [&] { monoenergetic{bad}; });
    check_refused("coupling", [&] { mu_minus_tau({.coupling = bad, .mass = 1}); });
    check_refused("precision", [&] { require_valid(vegas_options{.relative_error = bad}); });
  }
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, monoenergetic{5}, standard_model{}};
  check_near(inclusive_cross_section(sigma).value, 1.37912e-3, "quadrature");
  auto const estimate = integrate(sigma, {.relative_error = 5e-3, .seed = 1});
  check(estimate.value > 1.34e-3 && estimate.value < 1.42e-3, "Monte Carlo");
  return failures == 0 ? 0 : 1;
}
