// SPDX-License-Identifier: BSL-1.0

// The map from the unit cube to phase space, for each of the 30 channels and with closed forms for its volume.

#include "catch.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <trident/cross_section/integrand.hpp>
#include <trident/cross_section/integrate.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "channels.hpp"
#include "cube_points.hpp"

using namespace trident;
using namespace trident_test;
using std::numbers::pi;

namespace {

constexpr double smallest_excess = 1e-6; // of the energy over threshold

template <class Visit>
void for_each_energy(double threshold, Visit const& visit) {
  for (double const energy :
       {threshold * (1 + smallest_excess), threshold * 1.01, threshold * 3, 20.0, 1e3, 1e6})
    if (energy > threshold) visit(energy);
}

bool finite(lepton_state<double> const& s) {
  for (double const x :
       {s.k_dot_q, s.q2, s.transfer, s.x_nu, s.x_minus, s.x_plus, s.kappa_nu, s.kappa_minus.re,
        s.kappa_minus.im, s.kappa_plus.re, s.kappa_plus.im, s.d_minus, s.d_plus})
    if (!std::isfinite(x)) return false;
  return true;
}

/// Largest violation of conservation and of the definition of D, each over the terms that it is made of.
double violation(lepton_state<double> const& s, pair_masses<double> const& m) {
  double worst = std::abs(s.x_nu + s.x_minus + s.x_plus - 1);
  auto const raise = [&](double difference, double scale) {
    worst = std::max(worst, std::abs(difference) / scale);
  };
  double const transverse = s.kappa_nu + std::hypot(s.kappa_minus.re, s.kappa_minus.im) +
                            std::hypot(s.kappa_plus.re, s.kappa_plus.im);
  raise(s.kappa_nu + s.kappa_minus.re + s.kappa_plus.re, transverse);
  raise(s.kappa_minus.im + s.kappa_plus.im, transverse);
  auto const plus = [](double mass, detail::complex<double> const& kappa, double x) {
    return (mass * mass + norm(kappa)) / x; // p^+ q^-
  };
  double const plus_nu = plus(0, {s.kappa_nu, 0}, s.x_nu),
               plus_minus = plus(m.minus, s.kappa_minus, s.x_minus),
               plus_plus = plus(m.plus, s.kappa_plus, s.x_plus);
  raise(plus_nu + plus_minus + plus_plus + s.q2 - 2 * s.k_dot_q, 2 * s.k_dot_q);
  // D = Q2 + 2 q.p, 2 q.p = p^+ - Q2 x
  raise(s.q2 * (s.x_nu + s.x_plus) + plus_minus - s.d_minus, s.d_minus);
  raise(s.q2 * (s.x_nu + s.x_minus) + plus_plus - s.d_plus, s.d_plus);
  return worst;
}

template <class N>
void check_map(channel const& process, N const& target) {
  CAPTURE(process.text(), std::string(target.name()));
  auto const with_energy = [&](double energy) {
    return Trident{process, target, monoenergetic{energy}, standard_model{}, pdg{}};
  };
  for_each_energy(with_energy(1).threshold(), [&](double energy) {
    auto const sigma = with_energy(energy);
    cube_points draw(static_cast<std::uint64_t>(process.number));
    int inside = 0, bad = 0;
    double worst = 0;
    for (int i = 0; i < 300; ++i) {
      auto const u = draw.next<7>();
      auto const point = sigma.space()(energy, u);
      double const value = sigma(u);
      bad += !std::isfinite(value) || value < 0 || !std::isfinite(point.jacobian) || point.jacobian < 0;
      if (!point.inside()) continue;
      ++inside;
      auto const& s = point.leptons;
      bool const in_range = s.x_nu > 0 && s.x_minus > 0 && s.x_plus > 0 && s.d_minus > 0 && s.d_plus > 0 &&
                            s.q2 > 0 && point.recoil >= 0 && s.kappa_nu >= 0;
      bad += !finite(s) || !in_range;
      worst = std::max(worst, violation(s, sigma.masses()));
    }
    CAPTURE(energy);
    CHECK(bad == 0);
    CHECK(inside > 200); // next to threshold, coordinates near an end of the cube are within rounding of it
    CHECK(
        worst <
        1e-11); // some cancellation is left where a lepton moves along q; |M|^2 is checked to 1e-10 elsewhere
  });
}

/// A target of constant structure up to a Q2: the map is then flat in ln Q2.
struct uniform_target {
  static constexpr target_spin spin = target_spin::zero;
  static double mass(auto) { return 37.2; }
  template <class Real, class C>
  hadron_structure<Real> structure(Real q2, C) const {
    return {Real(q2 < maximum_q2()), Real(0)};
  }
  static double maximum_q2() { return 0.5; }
  static char const* name() { return "uniform"; }
  static int pdg_code() { return 0; }
};

using point_weight = double (*)(phase_space_point<double> const&);

/// Integrates weight(point)/(Q2 k.q) over phase space.
template <class Sigma>
struct volume {
  static constexpr std::size_t dimension = 7;
  Sigma sigma;
  point_weight weight;

  double operator()(std::array<double, 7> const& u) const {
    auto const point = sigma.space()(sigma.flux().energy(), u);
    auto const& s = point.leptons;
    return point.inside() && s.q2 < uniform_target::maximum_q2()
               ? point.jacobian * weight(point) / (s.q2 * s.k_dot_q)
               : 0.0;
  }
};

/// Total three-body phase space of a massless and two massive particles at s, (2 pi)^(-5) included, by its Dalitz integral
/// over M2 = M^2 [PDG review, kinematics]: 1/(2 pi) dM2 (1 - M2/s)/(8 pi) lambda/(8 pi).
double three_body(double s, pair_masses<double> const& m) {
  double const low = m.threshold(), high = std::sqrt(s);
  double const difference = m.minus - m.plus;
  auto const integrand = [&](double t) { // M = low + (high - low) t^2: the square root at threshold is smooth
    double const mass = low + (high - low) * t * t, squared = mass * mass;
    double const lambda =
        std::sqrt((1 - low / mass) * (1 + low / mass) * (1 - difference * difference / squared));
    return 4 * t * (high - low) * mass * (1 - squared / s) * lambda;
  };
  return boost::math::quadrature::gauss_kronrod<double, 31>::integrate(integrand, 0.0, 1.0, 8, 1e-9) /
         (128 * pi * pi * pi);
}

/// The double integral of three_body/(Q2 k.q), between Q2_min(k.q) and 2 k.q - (m- + m+)^2.
double expected_volume(double energy, pair_masses<double> const& m) {
  using boost::math::quadrature::gauss_kronrod;
  double const mass = uniform_target::mass(pdg{}), threshold = m.threshold_squared();
  auto const over_q2 = [&](double log_k_dot_q) {
    double const k_dot_q = std::exp(log_k_dot_q);
    double const low = k_dot_q * k_dot_q / (energy * (energy - k_dot_q / mass));
    double const high = std::min(2 * k_dot_q - threshold, uniform_target::maximum_q2());
    if (!(low < high)) return 0.0;
    auto const at = [&](double log_q2) { return three_body(2 * k_dot_q - std::exp(log_q2), m); };
    return gauss_kronrod<double, 15>::integrate(at, std::log(low), std::log(high), 4, 1e-7);
  };
  // k.q from where 2 k.q - Q2_min = (m- + m+)^2 (close to half of that) to where Q2_min reaches the end of the target
  return gauss_kronrod<double, 31>::integrate(over_q2, std::log(threshold / 2), std::log(mass * energy), 12,
                                              1e-6);
}

double unity(phase_space_point<double> const&) { return 1; }

integral_estimate integrate_volume(channel const& process, double energy, point_weight weight) {
  Trident const sigma{process, uniform_target{}, monoenergetic{energy}, standard_model{}, pdg{}};
  return integrate_unit_cube(volume<decltype(sigma)>{sigma, weight}, {.relative_error = 1e-3});
}

} // namespace

TEST_CASE("Phase space is finite and momenta are conserved: argon", "[phase-space]") {
  for (auto const& process : all_channels()) check_map(process, argon40{});
}

TEST_CASE("Phase space is finite and momenta are conserved: proton", "[phase-space]") {
  for (auto const& process : all_channels()) check_map(process, free_proton<>{});
}

TEST_CASE("Threshold: zero below, positive above", "[phase-space]") {
  for (auto const& process : all_channels()) {
    CAPTURE(process.text());
    auto const sigma_at = [&](double energy) {
      return Trident{process, free_proton<>{}, monoenergetic{energy}, standard_model{}, pdg{}};
    };
    double const pair = lepton_mass<pdg>(process.minus_family) + lepton_mass<pdg>(process.plus_family);
    // (k + P)^2 = M^2 + 2 M E = (M + m- + m+)^2; the difference of squares loses three digits for electrons
    double const mass = pdg::proton_mass;
    double const threshold = ((mass + pair) * (mass + pair) - mass * mass) / (2 * mass);
    CHECK(sigma_at(1).threshold() == Approx(threshold).epsilon(1e-12));
    auto const below = integrate(sigma_at(threshold * (1 - 1e-9)));
    CHECK(below.below_threshold);
    CHECK(below.value == 0);
    CHECK(below.error == 0);
    auto const above = sigma_at(threshold * (1 + smallest_excess));
    CHECK_FALSE(above.below_threshold());
    CHECK(above({0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25}) > 0);
  }
}

TEST_CASE("Volume of three-body phase space without masses", "[phase-space]") {
  // s/(256 pi^3) [the general closed form (pi/2)^(n-1) s^(n-2)/((n-1)! (n-2)!)/(2 pi)^(3n-4) at n = 3]; masses of 1e-6 of the energy leave 1e-10
  CHECK(three_body(7.3, {1e-6, 1e-6}) == Approx(7.3 / (256 * pi * pi * pi)).epsilon(1e-8));
}

TEST_CASE("The Jacobian integrates to the volume of phase space", "[phase-space]") {
  for (int const number : {7, 8, 9, 12, 14, 24}) {
    for (double const energy : {4.0, 30.0}) {
      channel const process = channel_with_number(number);
      pair_masses<double> const masses{lepton_mass<pdg>(process.minus_family),
                                       lepton_mass<pdg>(process.plus_family)};
      double const expected = expected_volume(energy, masses);
      auto const found = integrate_volume(process, energy, unity);
      CAPTURE(process.text(), energy, expected, found.value, found.error);
      CHECK(std::abs(found.value - expected) <
            4 * found.error); // Monte Carlo errors of 1e-3; quadrature good to 1e-5
    }
  }
}

TEST_CASE("Inner variables are distributed as phase space says", "[phase-space]") {
  channel const process = numu_to_nue_emu{};
  double const energy = 10;
  auto const all = integrate_volume(process, energy, unity);
  auto const check = [&](point_weight weight, double expected) {
    auto const mean = integrate_volume(process, energy, weight);
    double const error = std::hypot(mean.error, expected * all.error) / all.value;
    CHECK(std::abs(mean.value / all.value - expected) < 4 * error);
  };
  // T is uniform up to T_max = (s + Q2)(s - M2)/s
  check(
      [](phase_space_point<double> const& p) {
        double const s = 2 * p.leptons.k_dot_q - p.leptons.q2;
        return p.leptons.transfer * s / (2 * p.leptons.k_dot_q * (s - p.pair_mass_squared));
      },
      0.5);
  // cos(theta) is uniform, so that the mean of D- is Q2 + 2 q0 E- in the pair's rest frame
  check(
      [](phase_space_point<double> const& p) {
        auto const& s = p.leptons;
        double const difference = pdg::muon_mass * pdg::muon_mass - pdg::electron_mass * pdg::electron_mass;
        double const twice_share = 1 + difference / p.pair_mass_squared; // 2 E-/M
        double const mean = s.q2 + (p.pair_mass_squared - s.q2 + s.transfer) * twice_share / 2;
        return s.d_minus / mean;
      },
      1);
  // both azimuths are uniform
  check([](phase_space_point<double> const& p) { return 1 + p.leptons.kappa_minus.im; }, 1);
  check([](phase_space_point<double> const& p) { return 1 + p.target_direction.re; }, 1);
}
