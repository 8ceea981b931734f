// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <string>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/numerics/pack.hpp>
#endif
#include <trident/target/local_fermi_gas.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

using namespace trident;

namespace {

constexpr double no_end = std::numeric_limits<double>::infinity();
using moving_proton = fermi_gas_nucleon<true>;
using moving_neutron = fermi_gas_nucleon<false>;

struct response_point {
  char nucleon;
  double q2, nu, w1, w2;
};

/// Energy transfers between the ends, and just within them.
std::array<double, 5> within(double low, double high) {
  double const width = high - low;
  return {low + 1e-6 * width, low + 0.2 * width, low + 0.5 * width, low + 0.8 * width, high - 1e-6 * width};
}

/// Integral of f between the ends of panels by the midpoint rule.
template <class F>
double integral(std::vector<energy_panel> const& panels, F const& f, int steps = 4000) {
  double sum = 0;
  for (auto const& one : panels)
    for (int i = 0; i < steps; ++i) {
      double const t = (i + 0.5) / steps;
      sum += f(one.at(t)) * one.measure(t) / steps;
    }
  return sum;
}

/// R_L of a response, from W2 and W1 of the last row of the table of structure functions.
template <class Response>
double longitudinal(Response const& response, double nu, double q2) {
  auto const w = response.structure(nu, q2, pdg{});
  double const ratio = q2 / (nu * nu + q2);
  return (w.electric - ratio * w.magnetic) / (ratio * ratio);
}

} // namespace

TEST_CASE("A Fermi gas at the points of another program", "[fermi_gas]") {
  // k_F = 0.251, eps = 0.028 GeV, eight digits
  constexpr std::array points = {response_point{'p', 0.005, 0.0315986834, 0.17811292, 2.9413346},
                                 response_point{'p', 0.02, 0.0406578892, 0.49152909, 6.2171555},
                                 response_point{'p', 0.06, 0.0779605016, 1.1281248, 7.2673635},
                                 response_point{'p', 0.5, 0.429670847, 0.30949476, 0.39794358},
                                 response_point{'p', 1.5, 0.829341694, 0.078787144, 0.065267924},
                                 response_point{'n', 0.005, 0.0315986834, 0.024056413, 0.021165423},
                                 response_point{'n', 0.06, 0.0491842006, 0.31628317, 0.32097004},
                                 response_point{'n', 0.5, 0.189868339, 0.16946938, 0.16911348}};
  for (auto const& one : points) {
    auto const w = one.nucleon == 'p' ? moving_proton{0.251, 0.028}.structure(one.nu, one.q2)
                                      : moving_neutron{0.251, 0.028}.structure(one.nu, one.q2);
    CHECK(w.magnetic == Approx(one.w1).epsilon(1e-7));
    CHECK(w.electric == Approx(one.w2).epsilon(1e-7));
  }
  // below the end of the response
  CHECK(moving_proton{0.235, 0}.structure(0.0315986834, 0.005).electric == 0);
}

TEST_CASE("A Fermi gas without removal energy is the one of superscaling", "[fermi_gas]") {
  // R_L and R_T of the relativistic Fermi gas in dimensionless variables: kappa = |q|/2M, lambda = nu/2M, tau = kappa^2 -
  // lambda^2, energies over M from Gamma to the Fermi energy
  double const k_F = 0.24, m = pdg::proton_mass, eta = k_F / m, fermi = std::sqrt(1 + eta * eta);
  for (double const q2 : {0.003, 0.05, 0.2, 0.4, 2.0}) {
    auto const ends = moving_proton{k_F, 0}.edges(q2);
    for (double const nu : within(ends.low, ends.high)) {
      double const lambda = nu / (2 * m), kappa = std::sqrt(nu * nu + q2) / (2 * m), tau = q2 / (4 * m * m);
      double const gamma = std::max(fermi - 2 * lambda, kappa * std::sqrt(1 + 1 / tau) - lambda);
      auto const g = kelly::proton(q2, tau);
      double const w2 = (g.electric * g.electric + tau * g.magnetic * g.magnetic) / (1 + tau);
      double const delta = tau / (kappa * kappa) *
                               ((fermi * fermi + fermi * gamma + gamma * gamma) / 3 +
                                lambda * (fermi + gamma) + lambda * lambda) -
                           (1 + tau);
      double const scale = 3 * (fermi - gamma) / (4 * m * kappa * eta * eta * eta);
      double const r_l = scale * kappa * kappa / tau * (g.electric * g.electric + w2 * delta);
      double const r_t = scale * (2 * tau * g.magnetic * g.magnetic + w2 * delta);
      auto const w = moving_proton{k_F, 0}.structure(nu, q2);
      // the differences of the form above lose what is close to the ends
      double const margin = 1e-15 * 3 / (4 * m * kappa * eta * eta * eta) * (1 + kappa * kappa / tau) * 10;
      CHECK(2 * w.magnetic == Approx(r_t).epsilon(1e-11).margin(margin));
      double const ratio = q2 / (nu * nu + q2);
      CHECK(w.electric == Approx(ratio * ratio * r_l + ratio * r_t / 2).epsilon(1e-11).margin(margin));
    }
  }
}

TEST_CASE("A Fermi gas of small momenta is a free nucleon, up to their squares", "[fermi_gas]") {
  for (double const q2 : {0.01, 0.3, 3.0}) {
    auto const free = free_proton<>::structure(q2);
    auto const all = moving_proton{1e-3, 0}.moments(q2, 10);
    CHECK(all.w2 == Approx(free.electric).epsilon(2e-5));
    CHECK(all.w1 == Approx(free.magnetic).epsilon(2e-5));
    double const left = 10 - q2 / (2 * pdg::proton_mass);
    CHECK(all.w2_left == Approx(free.electric * left).epsilon(2e-5));
    CHECK(all.w2_left2 == Approx(free.electric * left * left).epsilon(2e-5));
  }
}

TEST_CASE("Coulomb sums of Fermi gases in argon", "[fermi_gas]") {
  // int d nu R_L/(G_E^2 (1 + tau)/(1 + 2 tau)) at fixed |q|, and the same with nu over q^2/2M, of another program
  struct sums {
    double q, closed, fitted, local, energy_fitted, energy_local;
  };
  constexpr std::array rows = {
      sums{0.1, 0.3146, 0.2944, 0.3898, 2.509, 1.890}, sums{0.2, 0.6014, 0.5657, 0.6886, 1.698, 1.371},
      sums{0.4, 0.9766, 0.9451, 0.9799, 1.242, 1.086}, sums{1.0, 1.0406, 1.0188, 1.0205, 0.866, 0.843}};
  auto const sum = [](auto const& response, double q, int power) {
    double total = 0;
    int const steps = 40000;
    for (int i = 0; i < steps; ++i) {
      double const nu = q * (i + 0.5) / steps, q2 = q * q - nu * nu;
      double const tau = q2 / (4 * pdg::proton_mass * pdg::proton_mass), g = kelly::proton(q2, tau).electric;
      double const charge = g * g * (1 + tau) / (1 + 2 * tau);
      total += q / steps * longitudinal(response, nu, q2) / charge * std::pow(nu, power);
    }
    return total;
  };
  local_fermi_gas_nucleon<true> const local(isotopes::argon_40);
  for (auto const& row : rows) {
    double const free = row.q * row.q / (2 * pdg::proton_mass);
    CHECK(sum(moving_proton{0.235, 0}, row.q, 0) == Approx(row.closed).margin(1e-4));
    CHECK(sum(moving_proton{0.251, 0.028}, row.q, 0) == Approx(row.fitted).margin(1e-4));
    CHECK(sum(local, row.q, 0) == Approx(row.local).margin(2e-4));
    CHECK(sum(moving_proton{0.251, 0.028}, row.q, 1) / free == Approx(row.energy_fitted).margin(1e-3));
    CHECK(sum(local, row.q, 1) / free == Approx(row.energy_local).margin(1e-3));
  }
}

TEST_CASE("Ends of a Fermi gas are those of its response", "[fermi_gas]") {
  for (double const eps : {0.0, 0.0125, 0.028, 0.044, 0.3})
    for (double const k_F : {0.01, 0.15, 0.265, 0.5})
      for (double const q2 : {1e-5, 1e-3, 0.03, 0.2, 0.27, 1.0, 20.0}) {
        moving_neutron const gas{k_F, eps};
        auto const ends = gas.edges(q2);
        CAPTURE(eps, k_F, q2);
        double const width = ends.high - ends.low;
        CHECK(gas.structure(ends.low + 1e-7 * width, q2).electric > 0);
        CHECK(gas.structure(ends.low - 1e-7 * width, q2).electric == 0);
        CHECK(gas.structure(ends.high - 1e-7 * width, q2).electric > 0);
        CHECK(gas.structure(ends.high + 1e-7 * width, q2).electric == 0);
        // states are blocked where a nucleon of k_F would end within: where the lowest energy is that of blocking
        CHECK(ends.low <= ends.blocked);
        CHECK(ends.blocked <= ends.high);
        bool const some = q2 + eps * eps < 4 * k_F * k_F;
        CHECK((ends.blocked > ends.low) == some);
        if (some) {
          detail::nucleon_transfer<double> const q(ends.blocked, q2, eps);
          double const m = pdg::neutron_mass, lowest = q.lowest_middle_energy(m) - q.gained / 2;
          CHECK(std::sqrt(k_F * k_F + m * m) - q.gained == Approx(lowest).epsilon(1e-13));
        }
      }
}

TEST_CASE("Moments of Fermi gases are integrals of their structure functions", "[fermi_gas]") {
  auto const check = [](auto const& gas, double q2, double accuracy) {
    auto const panels = gas.panels(q2, no_end, pdg{});
    double const low = panels.front().low, high = panels.back().high;
    for (double const part : {0.1, 0.4, 0.7, 1.0, 1.5}) {
      double const nu = low + part * (high - low);
      auto const below = gas.panels(q2, nu, pdg{});
      auto const moments = gas.at_q2(q2, nu, 1e-9, pdg{})(nu);
      auto const of = [&](int power) {
        return integral(
            below, [&](double x) { return gas.structure(x, q2, pdg{}).electric * std::pow(nu - x, power); });
      };
      CAPTURE(q2, part);
      CHECK(moments.w2 == Approx(of(0)).epsilon(accuracy));
      CHECK(moments.w2_left == Approx(of(1)).epsilon(accuracy));
      CHECK(moments.w2_left2 == Approx(of(2)).epsilon(accuracy));
      CHECK(moments.w1 == Approx(integral(below, [&](double x) {
                            return gas.structure(x, q2, pdg{}).magnetic;
                          })).epsilon(accuracy));
    }
  };
  for (double const q2 : {1e-3, 0.03, 0.2, 1.0}) {
    check(moving_proton{0.251, 0.028}, q2, 1e-6);
    check(local_fermi_gas_nucleon<false>(isotopes::argon_40), q2, 5e-6);
  }
}

#if __has_include(<xsimd/xsimd.hpp>)
TEMPLATE_TEST_CASE("Fermi gases take packs", "[fermi_gas]", moving_proton, moving_neutron,
                   local_fermi_gas_nucleon<true>, local_fermi_gas_nucleon<false>) {
  TestType const gas = [] {
    if constexpr (std::is_constructible_v<TestType, isotope const&>)
      return TestType(isotopes::iron_56);
    else
      return TestType{0.251, 0.028};
  }();
  for (double const q2 : {0.002, 0.06, 0.5})
    for (double const base : {0.01, 0.05, 0.2}) {
      auto const nu = detail::lanes<pack>::generate(
          [&](std::size_t i) { return base * (1 + 0.3 * static_cast<double>(i)); });
      auto const packed = gas.structure(nu, pack(q2), pdg{});
      for (std::size_t i = 0; i < detail::lanes<pack>::count; ++i) {
        auto const one = gas.structure(base * (1 + 0.3 * static_cast<double>(i)), q2, pdg{});
        CHECK(packed.electric.get(i) == Approx(one.electric).epsilon(1e-12).margin(1e-12));
        CHECK(packed.magnetic.get(i) == Approx(one.magnetic).epsilon(1e-12).margin(1e-12));
      }
    }
}
#endif

TEST_CASE("A local Fermi gas is the average over its Fermi gases", "[fermi_gas]") {
  // of oxygen: a Fourier-Bessel density, with N = Z
  isotope const& oxygen = isotopes::oxygen_16;
  auto const density = charge_density_of(oxygen);
  local_fermi_gas_nucleon<true> const local(oxygen);
  double const eps = separation_energy(oxygen, true);
  constexpr int shells = 20000;
  double const step = density.end / shells, pi = std::acos(-1.0);
  auto const radius = [&](int i) { return (i + 0.5) * step; };
  double charge = 0;
  for (int i = 0; i < shells; ++i) charge += 4 * pi * step * radius(i) * radius(i) * density(radius(i));
  for (double const q2 : {0.004, 0.05, 0.4}) {
    auto const panels = local.panels(q2, no_end);
    for (double const nu : within(panels.front().low, panels.back().high)) {
      hadron_structure<double> sum{0, 0};
      for (int i = 0; i < shells; ++i) {
        double const r = radius(i), share = 4 * pi * step * r * r * density(r) / charge;
        double const k_F = pdg::hbar_c * std::cbrt(3 * pi * pi * 8 * density(r) / charge);
        auto const w = moving_proton{k_F, eps}.structure(nu, q2);
        sum.electric += share * w.electric;
        sum.magnetic += share * w.magnetic;
      }
      auto const w = local.structure(nu, q2);
      CAPTURE(q2, nu);
      CHECK(w.electric == Approx(sum.electric).epsilon(1e-5).margin(1e-7));
      CHECK(w.magnetic == Approx(sum.magnetic).epsilon(1e-5).margin(1e-7));
    }
  }
}

TEST_CASE("A local Fermi gas of argon at the points of another program", "[fermi_gas]") {
  // eps = S_p, S_n, the density of charge normalised before its negative tail was cut: 1.3e-4 high everywhere
  constexpr std::array points = {response_point{'p', 0.005, 0.0315986834, 0.10930285, 4.6956034},
                                 response_point{'p', 0.06, 0.0491842006, 1.5516163, 11.64152},
                                 response_point{'p', 0.15, 0.109934169, 1.3343787, 4.7195491},
                                 response_point{'p', 1.5, 0.829341694, 0.10817529, 0.089646703},
                                 response_point{'n', 0.02, 0.0406578892, 0.22373762, 0.21186039},
                                 response_point{'n', 1.5, 0.829341694, 0.044114384, 0.03221298}};
  local_fermi_gas_nucleon<true> const proton(isotopes::argon_40);
  local_fermi_gas_nucleon<false> const neutron(isotopes::argon_40);
  for (auto const& one : points) {
    auto const w = one.nucleon == 'p' ? proton.structure(one.nu, one.q2) : neutron.structure(one.nu, one.q2);
    CHECK(w.magnetic * (1 + 1.3e-4) == Approx(one.w1).epsilon(2e-4));
    CHECK(w.electric * (1 + 1.3e-4) == Approx(one.w2).epsilon(2e-4));
  }
}

TEST_CASE("Every nuclide has a density, Fermi momenta and removal energies", "[fermi_gas]") {
  for (auto const& nuclide : isotopes::all) {
    if (nuclide.mass_number < 2) continue;
    CAPTURE(nuclide.text());
    auto const density = charge_density_of(nuclide);
    double charge = 0, square = 0;
    constexpr int steps = 20000;
    for (int i = 0; i < steps; ++i) {
      double const r = density.end * (i + 0.5) / steps;
      CHECK(density(r) > 0);
      charge += r * r * density(r);
      square += r * r * r * r * density(r);
    }
    double const expected = make_form_factor(nuclide, default_form_factor(nuclide)).rms_radius();
    CHECK(std::sqrt(square / charge) == Approx(expected).epsilon(2e-2)); // less what is cut
    local_fermi_gas_nucleon<true> const proton(nuclide);
    local_fermi_gas_nucleon<false> const neutron(nuclide);
    CHECK(proton.depths().largest_momentum() > 0.2);
    CHECK(neutron.depths().largest_momentum() < 0.33);
    // at large Q2 nothing is blocked, and the number of nucleons is one: as much as of a gas of one density
    double const q2 = 2;
    auto const gas = moving_proton{0.22, proton.removal_energy()}.moments(q2, 10);
    CHECK(proton.moments(q2, 10).w2 == Approx(gas.w2).epsilon(1e-2));
    auto const fitted = fermi_gas_parameters_of(nuclide);
    CHECK(fitted.fermi_momentum > 0.22);
    CHECK(fitted.fermi_momentum < 0.27);
    CHECK(separation_energy(nuclide, true) > 0.005);
    CHECK(separation_energy(nuclide, false) < 0.02);
  }
  // argon has the values of calcium, iron those of nickel
  CHECK(fermi_gas_parameters_of(isotopes::argon_40).fermi_momentum == 0.251);
  CHECK(fermi_gas_parameters_of(isotopes::iron_56).removal_energy == 0.036);
  CHECK(separation_energy(isotopes::argon_40, true) == Approx(0.012528).epsilon(1e-4));
  CHECK(separation_energy(isotopes::iron_56, false) == Approx(0.011197).epsilon(1e-4));
  // one that is not in the table
  CHECK(separation_energy({"Ar", 18, 39, 38.96, 39.95}, true) ==
        separation_energy(isotopes::potassium_39, true));
}
