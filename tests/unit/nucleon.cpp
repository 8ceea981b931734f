// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <cmath>

#include <boost/math/quadrature/exp_sinh.hpp>

#include <trident/target/nucleon.hpp>

using namespace trident;

namespace {

/// int_0^inf dQ2 (G_E^2 + tau G_M^2)/(1 + tau) [GeV^2], no Pauli factor.
template <class Form>
double integral_of_electric(Form const& form, double mass) {
  return boost::math::quadrature::exp_sinh<double>().integrate([&](double q2) {
    double const tau = q2 / (4 * mass * mass);
    return detail::nucleon_structure(form(q2, tau), tau).electric;
  });
}

constexpr auto kelly_proton = [](double q2, double tau) { return kelly::proton(q2, tau); };
constexpr auto kelly_neutron = [](double q2, double tau) { return kelly::neutron(q2, tau); };

} // namespace

TEST_CASE("Integrals of the default nucleon form factors", "[nucleon]") {
  // Independent evaluation with the masses of arXiv:1902.06765, up to a finite Q2: what it leaves out at the upper end,
  // 3e-8 for the proton, is in the ratio of the squared magnetic form factors there.
  CHECK(integral_of_electric(kelly_proton, teg2019::proton_mass) ==
        Approx(0.354911361).margin(4e-8).epsilon(0));
  CHECK(integral_of_electric(kelly_neutron, teg2019::neutron_mass) ==
        Approx(0.072094619).margin(4e-8).epsilon(0));
}

TEST_CASE("The z expansion at the check values of its authors' fit", "[nucleon]") {
  // arXiv:1707.09063, six printed decimals, the first of them cut instead of rounded.
  auto const close = [](double value) { return Approx(value).margin(1e-6).epsilon(0); };
  double const mu_p = 2.79284356;
  double const mu_n = -1.91304272;
  CHECK(z_expansion::proton(0.1, 0.0).electric == close(0.753729));
  CHECK(z_expansion::proton(1.0, 0.0).electric == close(0.158588));
  CHECK(z_expansion::proton(0.1, 0.0).magnetic / mu_p == close(0.758293));
  CHECK(z_expansion::proton(1.0, 0.0).magnetic / mu_p == close(0.183384));
  CHECK(z_expansion::neutron(0.1, 0.0).electric == close(0.031977));
  CHECK(z_expansion::neutron(1.0, 0.0).electric == close(0.042298));
  CHECK(z_expansion::neutron(0.1, 0.0).magnetic / mu_n == close(0.745393));
  CHECK(z_expansion::neutron(1.0, 0.0).magnetic / mu_n == close(0.178070));
}

TEMPLATE_TEST_CASE("Charges and magnetic moments at Q2 = 0", "[nucleon]", kelly, z_expansion, dipole) {
  // The rounded moments of the sets differ by 2e-5; the fits' sum rules hold to 1e-9.
  CHECK(TestType::proton(0.0, 0.0).electric == Approx(1).margin(1e-9));
  CHECK(TestType::neutron(0.0, 0.0).electric == Approx(0).margin(1e-9));
  CHECK(TestType::proton(0.0, 0.0).magnetic == Approx(2.79284734).epsilon(3e-5));
  CHECK(TestType::neutron(0.0, 0.0).magnetic == Approx(-1.91304273).epsilon(3e-5));
}

TEMPLATE_TEST_CASE("The sets agree where they are measured", "[nucleon]", z_expansion, dipole) {
  // G_M/mu within eight percent of each other up to 2 GeV^2: a typing error in a coefficient would show.
  for (double const q2 : {0.05, 0.2, 0.5, 1.0, 2.0}) {
    double const tau = q2 / (4 * pdg::proton_mass * pdg::proton_mass);
    CHECK(TestType::proton(q2, tau).magnetic == Approx(kelly::proton(q2, tau).magnetic).epsilon(0.09));
    CHECK(TestType::neutron(q2, tau).magnetic == Approx(kelly::neutron(q2, tau).magnetic).epsilon(0.09));
  }
}

TEST_CASE("The Pauli factor of an ideal Fermi gas", "[nucleon]") {
  double const k_F = 0.235;
  auto const tau = [](double q2) { return q2 / (4 * pdg::proton_mass * pdg::proton_mass); };
  auto const q2_of = [](double momentum) { // inverts |q|^2 = Q2 (1 + Q2/4M^2)
    double const mass2 = pdg::proton_mass * pdg::proton_mass;
    return 2 * mass2 * (std::sqrt(1 + momentum * momentum / mass2) - 1);
  };
  double const at_k_F = q2_of(k_F);
  CHECK(pauli_factor(at_k_F, tau(at_k_F), k_F) == Approx(11.0 / 16).epsilon(1e-13));
  double const edge = q2_of(2 * k_F);
  CHECK(pauli_factor(edge * (1 - 1e-12), tau(edge), k_F) == Approx(1).epsilon(1e-11));
  CHECK(pauli_factor(edge * 1.1, tau(edge * 1.1), k_F) == 1);
  CHECK(pauli_factor(1e6, tau(1e6), k_F) == 1);
  CHECK(pauli_factor(0.0, 0.0, k_F) == 0);
  CHECK(pauli_factor(1e-12, 0.0, k_F) == Approx(0.75e-6 / k_F).epsilon(1e-10)); // linear at first
}

TEST_CASE("Structure functions of free and bound nucleons", "[nucleon]") {
  for (double const q2 : {1e-14, 1e-6, 0.01, 0.1, 0.3, 1.0, 10.0}) {
    double const tau = q2 / (4 * pdg::proton_mass * pdg::proton_mass);
    auto const g = kelly::proton(q2, tau);
    auto const free = free_proton<>::structure(q2);
    CHECK(free.magnetic == Approx(tau * g.magnetic * g.magnetic).epsilon(1e-14));
    CHECK(free.electric == Approx((g.electric * g.electric + free.magnetic) / (1 + tau)).epsilon(1e-14));
    auto const bound = proton{}.structure(q2);
    CHECK(bound.electric == Approx(free.electric * pauli_factor(q2, tau, 0.235)).epsilon(1e-14));
    CHECK(bound.magnetic == Approx(free.magnetic * pauli_factor(q2, tau, 0.235)).epsilon(1e-14));
  }
  CHECK(free_proton<>::structure(0.0).electric == 1);
  CHECK(proton{}.structure(0.0).electric == 0);
  CHECK(neutron{}.structure(0.0).magnetic == 0);
  CHECK(bound_proton<z_expansion>{}.structure(0.5f).electric ==
        Approx(bound_proton<z_expansion>{}.structure(0.5).electric).epsilon(1e-5));
}

TEST_CASE("Nucleons have their own masses, names and codes", "[nucleon]") {
  CHECK(proton::mass() == pdg::proton_mass);
  CHECK(neutron::mass(teg2019{}) == 0.939565);
  CHECK(neutron{}.structure(1.0, teg2019{}).magnetic != neutron{}.structure(1.0, pdg{}).magnetic);
  CHECK(proton::name() == "proton");
  CHECK(neutron::name() == "neutron");
  CHECK(free_proton<>::name() == "free-proton");
  CHECK(proton::pdg_code() == 2212);
  CHECK(neutron::pdg_code() == 2112);
  CHECK(proton{.fermi_momentum = 0.1}.structure(0.05).electric > proton{}.structure(0.05).electric);
}
