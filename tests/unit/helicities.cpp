// SPDX-License-Identifier: BSL-1.0

// Squares of amplitudes by the helicities of l- and l+, against explicit Dirac matrices and explicit helicity spinors in the
// laboratory, quadruple precision (electroweak_dirac.hpp): of neutrinos and of antineutrinos, whose currents are written down
// as they are.

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <trident/amplitude/contact_current.hpp>
#include <trident/amplitude/full_electroweak.hpp>
#include <trident/amplitude/helicities.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nucleon.hpp>

#include "channels.hpp"
#include "cube_points.hpp"
#include "helicity_points.hpp"

using namespace trident;
using namespace trident_test;

namespace {

/// The largest deviations from exact squares: over the sum of all four, and over each.
struct helicity_deviation {
  double of_sum = 0, of_one = 0;

  void add(helicity_squares const& found, std::array<quad, 4> const& exact) {
    quad const sum = spin_sum(exact);
    for (std::size_t i = 0; i < 4; ++i) {
      quad const difference = abs(quad(found.values[i]) - exact[i]);
      double const small = static_cast<double>(difference / sum),
                   one = static_cast<double>(difference / exact[i]);
      if (!(small <= of_sum)) of_sum = small; // a NaN stays
      if (!(one <= of_one)) of_one = one;
    }
  }
};

/// Contact couplings of the Standard Model.
pair_couplings<quad> contact_couplings(channel const& process) {
  auto const g = standard_model{}.couplings(process, pdg{}, 0.0);
  return {quad(g.vector) - quad(g.axial), quad(g.vector) + quad(g.axial), false};
}

} // namespace

TEST_CASE("Contact amplitudes by helicities are those of explicit spinors, of neutrinos and antineutrinos",
          "[helicity]") {
  proton const target;
  double const mass = target.mass(pdg{});
  auto const rules = rules_of<quad>(80, 2, 91); // of no consequence
  for (auto const& process : all_channels()) {
    INFO(process.text());
    for (double const energy : {0.0, 5.0, 300.0, 1e5}) {
      double const pair = lepton_mass<pdg>(process.minus_family) + lepton_mass<pdg>(process.plus_family),
                   e = std::max(energy, 1.2 * threshold_energy(pair, mass));
      Trident const sigma{process, target, monoenergetic{e}, standard_model{}};
      cube_points draw(3);
      helicity_deviation worst;
      for (int n = 0; n < 60; ++n) {
        auto const point = sigma.space()(e, draw.next<7>());
        if (!point.inside()) continue;
        auto w = target.structure(point.leptons.q2, pdg{});
        if (n % 2 == 0) w.magnetic = 0;
        auto const found = find_helicity_squares(sigma.current(), process, point,
                                                 make_target_tensor(w, target_polarisation(point, 1 / mass)));
        auto const exact = exact_in_laboratory(point, sigma.masses(), mass);
        worst.add(found, exact_helicity_squares(exact.momenta, exact.target, process, rules,
                                                contact_couplings(process), w));
      }
      INFO("energy " << e << ", worst " << worst.of_sum << " and " << worst.of_one);
      CHECK(worst.of_sum < 1e-11);
      CHECK(worst.of_one < 1e-10);
    }
  }
}

TEST_CASE("Full amplitudes by helicities are those of explicit spinors, of neutrinos and antineutrinos",
          "[helicity]") {
  constexpr double target_mass = 37.2;
  boson_masses const bosons;
  auto const rules = rules_of<quad>(bosons.w, bosons.w_width, bosons.z);
  for (auto const& process : all_channels()) {
    INFO(process.text());
    auto const current = full_electroweak{standard_model{}}.current(process, pdg{});
    auto const [m_minus, m_plus] = current.masses();
    double const heaviest = std::max(m_minus, m_plus);
    cube_points draw(5);
    helicity_deviation worst;
    for (int n = 0; n < 60; ++n) {
      double const w2 = n % 2 == 0 ? bosons.w * bosons.w +
                                         bosons.w * bosons.w_width * std::tan(1.4 * (2 * draw.uniform() - 1))
                                   : log_uniform(draw, 1.01 * heaviest * heaviest + 1e-3, 1e7);
      auto const exact = random_point_of<quad>(draw, {quad(m_minus), quad(m_plus)}, process.is_antineutrino,
                                               w2, target_mass);
      auto const point = phase_space_point_of(exact, target_mass);
      hadron_structure<double> const w{0.7, n % 4 < 2 ? 0.0 : 0.1};
      auto const found =
          find_helicity_squares(current, process, point,
                                make_target_tensor(w, polarisation_of<double>(exact.target, exact.momenta)));
      auto const lab = exact_in_laboratory(exact, target_mass);
      quad const transfer = 2 * product(exact.momenta.k, exact.momenta.k_prime);
      auto const neutral = current.neutral_couplings(transfer);
      worst.add(found, exact_helicity_squares(lab.momenta, lab.target, process, rules,
                                              {neutral[0], neutral[1], process.has_charged_current}, w));
    }
    INFO("worst " << worst.of_sum << " and " << worst.of_one);
    CHECK(worst.of_sum < 1e-11);
    CHECK(worst.of_one < 1e-6); // of one that is 1e-8 of the sum
  }
}

namespace {

/// Muons and taus so many times lighter.
template <int Factor>
struct lighter : pdg {
  static constexpr double muon_mass = pdg::muon_mass / Factor, tau_mass = pdg::tau_mass / Factor;
};

/// Leptons far from each other and from the beam, in units of 10 GeV; masses change what follows from them only.
template <class C>
helicity_squares at_hard_point(channel const& process, C) {
  contact_current<channel, standard_model, C> const current(process, {});
  auto const [minus, plus] = current.masses();
  phase_space_point<> point{};
  auto& s = point.leptons;
  s.q2 = 1;
  s.x_nu = 0.3, s.x_minus = 0.5, s.x_plus = 0.2;
  s.kappa_nu = 9, s.kappa_minus = {4, 12}, s.kappa_plus = {-13, -12};
  auto const along = [](double x, detail::complex<double> kappa, double m) {
    return (norm(kappa) + m * m) / x;
  };
  double const first = along(s.x_minus, s.kappa_minus, minus), second = along(s.x_plus, s.kappa_plus, plus);
  s.k_dot_q = (s.q2 + s.kappa_nu * s.kappa_nu / s.x_nu + first + second) / 2;
  s.transfer = 2 * s.x_nu * s.k_dot_q;
  s.d_minus = s.q2 * (1 - s.x_minus) + first;
  s.d_plus = s.q2 * (1 - s.x_plus) + second;
  point.energy = 5000;
  point.recoil = 4e2;
  point.target_direction = {0.6, 0.8};
  return find_helicity_squares(current, process, point,
                               make_target_tensor({1, 0.2}, target_polarisation(point, 1)));
}

} // namespace

TEST_CASE("Wrong helicities are as rare as the squares of the masses over the hardness", "[helicity]") {
  for (bool const anti : {false, true}) {
    channel const process = anti ? channel(antinutau_to_antinumu_taumu{}) : channel(numu_to_nutau_taumu{});
    // W alone: left-handed particles, right-handed antiparticles
    auto const heavy = at_hard_point(process, lighter<1>{}), light = at_hard_point(process, lighter<10>{});
    CHECK(light({-1, 1}) / heavy({-1, 1}) == Approx(1).epsilon(0.1));
    CHECK(light({-1, -1}) / heavy({-1, -1}) == Approx(1e-2).epsilon(0.1));
    CHECK(light({1, 1}) / heavy({1, 1}) == Approx(1e-2).epsilon(0.1));
    CHECK(light({1, -1}) / heavy({1, -1}) == Approx(1e-4).epsilon(0.1));
    CHECK(heavy({-1, 1}) > 0.95 * heavy.sum());
    CHECK(heavy({-1, -1}) > 0); // of tau+ in both
  }
  // a Z makes both chiralities, in which helicities are opposite
  auto const both = at_hard_point(nutau_to_nutau_mumu{}, lighter<1>{});
  CHECK(both({-1, 1}) > 0.1 * both.sum());
  CHECK(both({1, -1}) > 0.1 * both.sum());
  CHECK(both({1, 1}) + both({-1, -1}) < 1e-3 * both.sum());
}

TEST_CASE("Rotations from spins along the beam to helicities keep their digits at any angle", "[helicity]") {
  cube_points draw(11);
  double worst = 0;
  for (int i = 0; i < 3000; ++i) {
    // E - p_z and p_T: forward and backward, within m/E of the beam and far from it, fast and slow
    double const mass = log_uniform(draw, 1e-4, 2), across = mass * log_uniform(draw, 1e-9, 1e7),
                 minus = std::hypot(mass, across) * log_uniform(draw, 1e-8, 1e8);
    auto const found = detail::make_helicity_rotation(mass, minus, {0.6 * across, -0.8 * across});
    quad const m(mass), t = hypot(quad(0.6 * across), quad(-0.8 * across)), xi(minus);
    quad const most = (m * m + t * t) / xi, e = (most + xi) / 2, z = (most - xi) / 2, p = sqrt(z * z + t * t);
    quad const down = z > 0 ? t * t / (p + z) : p - z, up = z < 0 ? t * t / (p - z) : p + z;
    quad const whole = sqrt((e + p) * down / (2 * p * xi)), turned = m * sqrt(up / (2 * p * xi * (e + p)));
    double const size = std::hypot(found.turned.re, found.turned.im);
    worst = std::max({worst, static_cast<double>(abs(quad(found.whole) / whole - 1)),
                      static_cast<double>(abs(quad(size) / turned - 1))});
    CHECK(found.whole * found.whole + size * size == Approx(1).epsilon(1e-14));
  }
  INFO(worst);
  CHECK(worst < 1e-12);
}

TEST_CASE("Pairs of helicities are drawn in proportion, and one that cannot be never is", "[helicity]") {
  helicity_squares const squares{{0.0, 3.0, 1.0, 0.0}};
  int left = 0;
  constexpr int n = 4000;
  for (int i = 0; i < n; ++i) {
    auto const drawn = squares.draw((i + 0.5) / n);
    CHECK(drawn.minus == -drawn.plus);
    if (drawn.minus < 0) ++left;
  }
  CHECK(left == Approx(0.75 * n).margin(1));
  CHECK(squares.draw(1).minus == 1);
}
