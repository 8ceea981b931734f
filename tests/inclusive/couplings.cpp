// SPDX-License-Identifier: BSL-1.0

// How cross sections depend on couplings.

#include "catch.hpp"

#include <array>
#include <cmath>

#include <trident/quadrature/coupling_polynomial.hpp>

#include "configurations.hpp"

using namespace trident;
using namespace trident_test;

namespace {

registry::target_choice argon() {
  return make_nuclear_target(isotopes::argon_40, default_form_factor(isotopes::argon_40));
}

double sigma(int process, registry::target_choice const& target, double energy,
             registry::model_choice const& model) {
  return quadrature({channel_with_number(process), target, energy, model}, precise).value;
}

double contact(int process, registry::target_choice const& target, double energy, double vector,
               double axial) {
  return sigma(process, target, energy, four_fermion({.g_v = vector, .g_a = axial}));
}

} // namespace

TEST_CASE("equal masses: sigma = g_V^2 A + g_A^2 B", "[inclusive]") {
  struct place {
    int process;
    registry::target_choice target;
    double energy; // [GeV]
  };
  for (auto const& [process, target, energy] :
       {place{8, argon(), 5}, place{7, argon(), 2}, place{11, proton{}, 20}, place{13, argon(), 100}}) {
    double const a = contact(process, target, energy, 1, 0), b = contact(process, target, energy, 0, 1);
    double const plus = contact(process, target, energy, 0.7, 1.3);
    double const minus = contact(process, target, energy, 0.7, -1.3);
    CAPTURE(process, energy, a, b, plus, minus);
    CHECK(std::abs(plus / (0.7 * 0.7 * a + 1.3 * 1.3 * b) - 1) < 1e-6); // each of three within 1e-7
    CHECK(std::abs(plus / minus - 1) < 1e-9); // one and the same sum, but for the order of terms
  }
}

TEST_CASE("electron pairs: Z alone over Z and W as the couplings", "[inclusive]") {
  // at high energy vector and axial couplings do the same: A = B up to powers of the electron's mass
  constexpr double s = pdg::sin2_theta_w;
  double const expected = (std::pow(-1 + 4 * s, 2) + 1) / (std::pow(1 + 4 * s, 2) + 1);
  double const ratio = sigma(7, argon(), 20, standard_model{}) / sigma(1, argon(), 20, standard_model{});
  CHECK(std::abs(ratio / expected - 1) < 1e-3);
}

TEST_CASE("models meet where they must", "[inclusive]") {
  constexpr double s = pdg::sin2_theta_w;
  for (double const energy : {1.0, 30.0}) {
    double const standard = sigma(8, argon(), energy, standard_model{});
    CHECK(std::abs(contact(8, argon(), energy, 1 + 4 * s, -1) / standard - 1) < 1e-12);
    CHECK(std::abs(sigma(8, argon(), energy, mu_minus_tau({.coupling = 0, .mass = 0.1})) / standard - 1) <
          1e-12);
    // g_V -> g_V + sqrt2 g'^2/(G_F M^2) [arXiv:1902.06765, eq. 22], T/M^2 < 1e-6
    double const coupling = 3, mass = 1e4;
    double const shift = std::sqrt(2.0) * std::pow(coupling / mass, 2) / pdg::fermi_constant;
    double const heavy = sigma(8, argon(), energy, mu_minus_tau({.coupling = coupling, .mass = mass}));
    CHECK(std::abs(heavy / contact(8, argon(), energy, 1 + 4 * s + shift, -1) - 1) < 1e-6);
  }
}

TEST_CASE("the polynomial in the coupling is the cross section", "[inclusive]") {
  auto const nucleus = make_nuclear_target(isotopes::argon_40, default_form_factor(isotopes::argon_40));
  inclusive_options const options{.relative_error = 1e-5};
  for (double const mass : {1e-3, 0.1, 10.0}) {
    Trident const unit{channel_with_number(8), nucleus, monoenergetic{5.0},
                       mu_minus_tau({.coupling = 1, .mass = mass})};
    auto const polynomial = inclusive_coupling_polynomial(unit, options);
    for (double const coupling : {0.0, 1e-4, 3e-3, 1.0}) {
      auto const direct = quadrature(
          {channel_with_number(8), nucleus, 5, mu_minus_tau({.coupling = coupling, .mass = mass})}, precise);
      auto const ours = polynomial(coupling * coupling);
      CAPTURE(mass, coupling, ours.value, direct.value);
      CHECK(std::abs(ours.value - direct.value) <= ours.error + direct.error);
      CHECK(ours.error < 1e-4 * ours.value);
    }
  }
  Trident const unfelt{channel_with_number(7), nucleus, monoenergetic{5.0},
                       mu_minus_tau({.coupling = 1, .mass = 0.1})};
  auto const standard = quadrature({channel_with_number(7), nucleus, 5, standard_model{}}, options);
  CHECK(std::abs(inclusive_coupling_polynomial(unfelt, options)(4).value / standard.value - 1) < 1e-5);
}

TEST_CASE("the cross section rises with the logarithm of a light mediator's mass", "[inclusive]") {
  // d sigma/dT goes as T/(M^2 + T)^2 far below the pair's mass: each decade of M adds the same, up to M^2/m^2
  std::array<double, 3> values;
  double errors = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    double const mass = std::pow(10.0, -4 - static_cast<double>(i)); // [GeV]
    auto const one =
        quadrature({channel_with_number(13), argon(), 100, mu_minus_tau({.coupling = 0.1, .mass = mass})},
                   inclusive_options{.relative_error = 1e-8});
    values[i] = one.value;
    errors += (i == 1 ? 2 : 1) * one.error;
  }
  CHECK(std::abs(values[2] - 2 * values[1] + values[0]) < errors);
}
