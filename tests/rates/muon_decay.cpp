// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <numbers>
#include <random>

#include "catch.hpp"

#include <trident/flux/muon_decay_beam.hpp>
#include <trident/flux/spectrum_models.hpp>

using namespace trident;

namespace {

constexpr muon_decay_neutrino both[] = {muon_decay_neutrino::electron, muon_decay_neutrino::muon};

/// Integral of f(x) on (0, 1).
template <class F>
double integral(F const& f) {
  auto const& rule = gauss_legendre(64);
  double sum = 0;
  for (std::size_t i = 0; i < rule.size(); ++i) sum += rule.weights[i] * f(rule.nodes[i]);
  return sum;
}

/// A decay at rest by explicit kinematics: x = 2 E*/m with density proportional to the squared matrix element
/// |M|^2 ~ (p_mu.k_nue)(p_e.k_anti-numu) over flat three-body phase space of massless particles.
struct rest_decay {
  double electron_neutrino, muon_neutrino;
};

rest_decay sample_decay(std::mt19937_64& random) {
  std::uniform_real_distribution<double> unit;
  for (;;) { // energies flat in the Dalitz triangle x1 + x2 > 1, x1, x2 < 1; |M|^2 ~ x (1 - x) of the nu_e
    double const a = unit(random), b = unit(random);
    if (a + b < 1) continue;
    if (unit(random) < 4 * a * (1 - a)) return {a, b};
  }
}

} // namespace

TEST_CASE("spectra of muon decay: one neutrino each, and the energies add up to the muon's") {
  double energies = 0;
  for (auto const which : both) {
    CHECK(integral([&](double x) { return muon_decay_spectrum(which, x); }) == Approx(1).epsilon(1e-12));
    energies += integral([&](double x) { return x / 2 * muon_decay_spectrum(which, x); });
  }
  // the positron has the spectrum of the anti-nu_mu: 3/10 + 7/20 + 7/20 of the mass
  CHECK(energies + 7.0 / 20 == Approx(1).epsilon(1e-12));
}

TEST_CASE("spectra of muon decay come out of the matrix element over phase space") {
  std::mt19937_64 random(1);
  double sum = 0, squares = 0;
  constexpr int n = 200'000;
  double other = 0;
  for (int i = 0; i < n; ++i) {
    auto const decay = sample_decay(random);
    sum += decay.electron_neutrino;
    squares += decay.electron_neutrino * decay.electron_neutrino;
    other += decay.muon_neutrino;
  }
  double const error = std::sqrt((squares / n - std::pow(sum / n, 2)) / n);
  CHECK(std::abs(sum / n - 0.6) < 4 * error);
  CHECK(std::abs(other / n - 0.7) < 4 * error * 1.2);
}

TEST_CASE("a boosted decay keeps its neutrino and carries its share of the muon's energy") {
  double const momentum = 3.8, energy = std::hypot(momentum, pdg::muon_mass);
  double const top = (energy + momentum) / 2;
  for (auto const which : both) {
    double number = 0, carried = 0;
    auto const& rule = gauss_legendre(96);
    for (std::size_t i = 0; i < rule.size(); ++i)
      for (std::size_t j = 0; j < rule.size(); ++j) {
        // 1 - cos theta from 0 to 2 on a log scale, E up to its end at this angle
        double const log_range = std::log(2e6 + 1), v = rule.nodes[i];
        double const away = std::expm1(v * log_range) * 1e-6, jacobian = log_range * (away + 1e-6);
        double const end = pdg::muon_mass * pdg::muon_mass / 2 / (energy - momentum * (1 - away));
        double const e = end * rule.nodes[j];
        double const term = boosted_muon_decay(which, momentum, e, 1 - away) * 2 * std::numbers::pi *
                            jacobian * end * rule.weights[i] * rule.weights[j];
        number += term;
        carried += e * term;
      }
    double const share = which == muon_decay_neutrino::electron ? 3.0 / 10 : 7.0 / 20;
    CHECK(number == Approx(1).epsilon(1e-6));
    CHECK(carried == Approx(share * energy).epsilon(1e-6));
    CHECK(boosted_muon_decay(which, momentum, 1.001 * top, 1) == 0);
  }
}

TEST_CASE("the flux at the detector is that of decays followed one by one") {
  muon_decay_ring const ring{};
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> unit;
  constexpr int n = 400'000;
  double hits = 0, energy = 0;
  for (int i = 0; i < n; ++i) {
    double const p = ring.momentum * (1 + ring.momentum_spread * (2 * unit(random) - 1));
    double const e = std::hypot(p, pdg::muon_mass);
    double const at_rest = sample_decay(random).electron_neutrino * pdg::muon_mass / 2;
    double const cosine = 2 * unit(random) - 1;
    double const along = at_rest * (p + e * cosine) / pdg::muon_mass;
    double const across = at_rest * std::sqrt(1 - cosine * cosine);
    double const distance = ring.distance + ring.straight * unit(random);
    if (!(along > 0) || across / along * distance > ring.radius) continue;
    hits += 1;
    energy += std::hypot(along, across);
  }
  double const area = std::numbers::pi * ring.radius * ring.radius;
  auto const flux = muon_decay_flux(ring, muon_decay_neutrino::electron);
  CHECK(std::abs(flux.integral() * area * n - hits) < 4 * std::sqrt(hits));
  CHECK(std::abs(flux.mean_energy() - energy / hits) <
        4 * 1.0 / std::sqrt(hits)); // deviates by less than 1 GeV
}

TEST_CASE("polarised muons: an average over both spins is unpolarised, and at full polarisation nu_e vanish "
          "ahead") {
  for (double const momentum : {3.8, 5000.0})
    for (auto const which : both)
      for (double const x : {0.1, 0.5, 0.9})
        for (double const angle : {0.0, 0.3, 2.0}) { // in units of m/p
          double const energy = x * momentum / (1 + angle * angle),
                       cosine = std::cos(angle * pdg::muon_mass / momentum);
          double const up = boosted_muon_decay(which, momentum, energy, cosine, 1),
                       down = boosted_muon_decay(which, momentum, energy, cosine, -1),
                       none = boosted_muon_decay(which, momentum, energy, cosine);
          CHECK((up + down) / 2 == Approx(none));
          CHECK(std::min(up, down) >= -1e-9 * none);
          // mu- with its spin against the momentum, or mu+ with it along: no electron neutrinos straight ahead
          if (angle == 0 && which == muon_decay_neutrino::electron) CHECK(down < 1e-5 * none);
        }
}

TEST_CASE("at rest the two polarised spectra keep their numbers, and the harder one is where the muon decays "
          "against its spin") {
  for (auto const which : both)
    CHECK(integral([&](double x) { return muon_decay_spectrum(which, x); }) == Approx(1));
  CHECK(integral([](double x) { return muon_decay_asymmetry(muon_decay_neutrino::electron, x); }) ==
        Approx(1));
  CHECK(integral([](double x) { return muon_decay_asymmetry(muon_decay_neutrino::muon, x); }) ==
        Approx(-1.0 / 3));
}

TEST_CASE("muons of TeV energies put all neutrinos through the face, with the mean energies of their "
          "polarisation") {
  for (int const charge : {1, -1})
    for (double const polarisation : {-1.0, 0.0, 0.4, 1.0}) {
      muon_decay_ring const ring{.momentum = 5000,
                                 .momentum_spread = 0,
                                 .straight = 10,
                                 .distance = 200,
                                 .radius = 1,
                                 .decays_per_proton = 3,
                                 .charge = charge,
                                 .polarisation = polarisation};
      double const area = std::numbers::pi, spin = ring.spin();
      INFO(charge << ' ' << polarisation);
      auto const of_electron = muon_decay_flux(ring, muon_decay_neutrino::electron),
                 of_muon = muon_decay_flux(ring, muon_decay_neutrino::muon);
      CHECK(of_electron.flavour() == (charge > 0 ? neutrino::nu_e : neutrino::anti_nu_e));
      CHECK(of_muon.flavour() == (charge > 0 ? neutrino::anti_nu_mu : neutrino::nu_mu));
      CHECK(of_electron.integral() * area == Approx(3).epsilon(1e-3));
      CHECK(of_muon.integral() * area == Approx(3).epsilon(1e-3));
      // <x> (1 + <cos theta*>)/2: 3/10 and 7/20 without polarisation
      CHECK(of_electron.mean_energy() == Approx(5000 * (0.3 + 0.1 * spin)).epsilon(1e-3));
      CHECK(of_muon.mean_energy() == Approx(5000 * (0.35 - 0.05 * spin)).epsilon(1e-3));
    }
}

TEST_CASE("a narrow cone and points of the face give the same neutrinos") {
  muon_decay_ring const ring{.polarisation = 0.3};
  for (auto const which : both) {
    auto const number = [&](bool narrow) {
      return integral([&](double x) { return trident::detail::ring_density(ring, which, 4.2 * x, narrow); });
    };
    CHECK(number(true) == Approx(number(false)).epsilon(1e-3));
  }
}

TEST_CASE("a model spectrum has the mean energy and the integral that it states") {
  auto const model = model_spectrum(3.5, 4, 2e-4, flux_normalisation::per_area_and_proton, neutrino::nu_mu);
  CHECK(model.integral() == Approx(2e-4));
  CHECK(model.mean_energy() == Approx(3.5).epsilon(2e-3)); // its tail is cut
  auto const counted = with_charged_current_events(model, 1e6, 10);
  double const nucleons = 10 * 6.02214076e29;
  CHECK(nucleons * counted.integral() * counted.mean_energy() * 0.677e-42 == Approx(1e6));
}
