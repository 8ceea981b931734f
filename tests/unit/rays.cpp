// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <sstream>

#include <trident/flux/pion_decay.hpp>
#include <trident/flux/ray_beam.hpp>
#include <trident/flux/rays.hpp>
#include <trident/sampling/poisson.hpp>

#include "catch.hpp"
#include "containing.hpp"

// Lists of rays, beams of them, the decay pipe, and numbers of events of an exposure.

using namespace trident;

namespace {

std::vector<neutrino_ray> rays_in(std::string const& text) {
  std::istringstream stream(text);
  return read_rays(stream, "r.txt");
}

double integral_on_sphere(double pion_energy) {
  constexpr int steps = 200'000;
  double sum = 0; // over v with 1 - cos = 2 v^4, which resolves small angles
  for (int i = 0; i < steps; ++i) {
    double const v = (i + 0.5) / steps, cosine = 1 - 2 * v * v * v * v;
    sum += density_from_pion(pion_energy, cosine) * 8 * v * v * v / steps;
  }
  return 2 * std::numbers::pi * sum;
}

} // namespace

TEST_CASE("a list of rays without names has nine or ten numbers a line") {
  auto const nine = rays_in("# pdg E d p w\n14 2.5 0 0 2 1 2 3 0.5 # behind\n\n-12,1,0,3,4,0,0,0,2\n");
  REQUIRE(nine.size() == 2);
  CHECK(nine[0].flavour == neutrino::nu_mu);
  CHECK(nine[0].energy == 2.5);
  CHECK(nine[0].direction == std::array{0.0, 0.0, 1.0});
  CHECK(nine[0].position == std::array{1.0, 2.0, 3.0});
  CHECK(nine[0].weight == 0.5);
  CHECK(nine[1].flavour == neutrino::anti_nu_e);
  CHECK(nine[1].direction[1] == Approx(0.6));
  CHECK(nine[1].number == 2);
  auto const ten = rays_in("14 2.5 0 0 1 0 0 0 17 0.5\n");
  CHECK(ten.front().time == 17);
  CHECK(ten.front().weight == 0.5);
}

TEST_CASE("columns of rays by the names that dk2nu gives them") {
  auto const found = rays_in("# of a dk2nu\nnuray.E nuray.px nuray.py nuray.pz nuray.wgt nimpwt ntype -\n"
                             "3 0 0 3 1e-3 4 14 99\n5 0 0 5 0 4 14 99\n");
  REQUIRE(found.size() == 1); // what has no weight is left out
  CHECK(found.front().energy == 3);
  CHECK(found.front().weight == Approx(4e-3));
  CHECK(found.front().position == std::array{0.0, 0.0, 0.0});
}

TEST_CASE("lists of rays that cannot be used say where and why") {
  for (auto const& [text, why] : std::vector<std::pair<std::string, std::string>>{
           {"", "no neutrino"},
           {"14 2.5 0 0 1 0 0 0\n", "line 1: it has 8 numbers"},
           {"14 2.5 0 0 1 0 0 0 1\n14 2.5 0 0 1 0 0 0 1 1\n", "line 2: it has 10 numbers"},
           {"13 2.5 0 0 1 0 0 0 1\n", "is not a neutrino"},
           {"14 -2.5 0 0 1 0 0 0 1\n", "E is -2.5"},
           {"14 nan 0 0 1 0 0 0 1\n", "is not a number"},
           {"14 2.5 0 0 0 0 0 0 1\n", "the direction has no length"},
           {"14 2.5 0 0 1 0 0 0 -1\n", "weight is -1"},
           {"pdg E dx dy dz\n14 2.5 0 0 1\n", "no column \"weight\""},
           {"pdg E dx dy dz mass\n", "column \"mass\" is not known"},
           {"pdg E dx dy dz E weight\n", "is there twice"}}) {
    INFO(text);
    CHECK_THROWS_WITH(rays_in(text), containing(why));
  }
}

TEST_CASE("a beam of rays has each energy with its weight, and finds the ray of an energy") {
  auto const beam = ray_beam(rays_in("14 3 0 0 1 0 0 0 1\n14 2 0 0 1 0 0 0 2\n14 3 1 0 0 0 0 0 3\n"
                                     "-14 2 0 0 1 0 0 0 4\n"));
  auto const spectrum = beam.spectrum(neutrino::nu_mu);
  REQUIRE(spectrum);
  CHECK(spectrum->integral() == Approx(0.6));
  CHECK(spectrum->mean_energy() == Approx((2 * 2 + 3 * 4) / 6.0).epsilon(1e-8));
  CHECK_FALSE(beam.spectrum(neutrino::nu_e));
  CHECK(beam.ray_at(neutrino::nu_mu, 2 * (1 + 1e-9), 0.7).number == 2);
  CHECK(beam.ray_at(neutrino::nu_mu, 3 * (1 - 1e-9), 0.24).number == 1); // a quarter of what has 3 GeV
  CHECK(beam.ray_at(neutrino::nu_mu, 3, 0.26).number == 3);
  CHECK(beam.ray_at(neutrino::anti_nu_mu, 2, 0.5).number == 4);
}

TEST_CASE("rays count with their path in a box") {
  ray_box const box = {{{-1, 1}, {-1, 1}, {10, 30}}};
  auto const rays =
      rays_in("14 1 0 0 1 0 0 0 1\n14 2 0 0 1 5 0 0 1\n14 3 1 0 1 -20 0 0 1\n14 4 0 0 -1 0 0 90 1\n");
  CHECK(*passage(rays[0], box) == std::array{10.0, 30.0});
  CHECK_FALSE(passage(rays[1], box));
  auto const slanted = *passage(rays[2], box);
  CHECK(slanted[1] - slanted[0] == Approx(2 * std::sqrt(2.0)));
  ray_beam const beam(rays, box);
  CHECK(beam.rays().size() == 3);
  double const all = 20 + 20 + 2 * std::sqrt(2.0);
  auto const spectrum = *beam.spectrum(neutrino::nu_mu);
  CHECK(spectrum.density(3) * 6e-9 == Approx(2 * std::sqrt(2.0) / all).epsilon(1e-6));
  CHECK_THROWS_WITH(ray_beam({rays[1]}, box), containing("none of the rays passes"));
}

TEST_CASE("neutrinos of pions in flight: energy at small angles, and all of them on the sphere") {
  constexpr double m = charged_pion_mass, muon = pdg::muon_mass, share = 1 - muon * muon / (m * m);
  CHECK(share == Approx(0.427).epsilon(2e-3));
  for (double const energy : {2.0, 5.0, 20.0})
    for (double const angle : {0.0, 0.007, 0.0436}) { // 2.5 degrees
      double const gamma = energy / m;
      double const approximate = share * energy / (1 + gamma * gamma * angle * angle);
      CHECK(energy_from_pion(energy, std::cos(angle)) == Approx(approximate).epsilon(4e-3));
    }
  CHECK(energy_from_pion(m, 0.3) == Approx((m * m - muon * muon) / (2 * m))); // at rest: 29.8 MeV
  for (double const energy : {0.2, 3.0, 30.0}) CHECK(integral_on_sphere(energy) == Approx(1).epsilon(1e-4));
}

TEST_CASE("a decay pipe: what decays, where the rays come from, and how energies fall off the axis") {
  std::vector<beam_pion> const pions = {{10, {0, 0, 2}, {0, 0, 0}, 3, true}};
  double const pipe = 22'100, away = 57'400; // cm
  auto const on_axis = rays_from_decay_pipe(pions, pipe, {0, 0, away}, 400);
  double sum = 0;
  for (auto const& ray : on_axis) {
    CHECK(ray.direction[2] == Approx(1));
    CHECK(ray.energy == Approx(energy_from_pion(10, 1)));
    sum += ray.weight;
  }
  double const length =
      std::sqrt(100 / (charged_pion_mass * charged_pion_mass) - 1) * charged_pion_decay_length;
  double expected = 0; // the integral over the pipe, by the midpoint rule
  for (int i = 0; i < 100'000; ++i) {
    double const s = pipe * (i + 0.5) / 100'000;
    expected += 3 * std::exp(-s / length) / length * (pipe / 100'000) * density_from_pion(10, 1) * 1e4 /
                ((away - s) * (away - s));
  }
  CHECK(sum == Approx(expected).epsilon(1e-4));
  for (auto const& ray : rays_from_decay_pipe(pions, pipe, {2500, 0, away}))
    CHECK(ray.energy == Approx(energy_from_pion(10, ray.direction[2])));
}

TEST_CASE("numbers of events scatter as Poisson has it, and are functions of the seed") {
  CHECK(poisson_count(0, 1) == 0);
  CHECK(poisson_count(1234.5, 7) == poisson_count(1234.5, 7));
  CHECK_THROWS_WITH(poisson_count(1e17, 1), containing("it must be from 0 to 2^53"));
  for (double const mean : {0.3, 4.0, 9.99, 10.0, 37.0, 1e5}) {
    INFO(mean);
    constexpr int draws = 20'000;
    double first = 0, second = 0;
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
      double const off = static_cast<double>(poisson_count(mean, seed)) - mean;
      first += off / draws;
      second += off * off / draws;
    }
    CHECK(std::abs(first) < 4 * std::sqrt(mean / draws));
    CHECK(std::abs(second - mean) < 4 * mean * std::sqrt((2 + 1 / mean) / draws));
  }
}

TEST_CASE("small numbers of events have the probabilities of Poisson") {
  constexpr double mean = 12;
  constexpr int draws = 50'000;
  std::array<int, 40> seen{};
  for (std::uint64_t seed = 0; seed < draws; ++seed)
    ++seen[std::min<std::uint64_t>(poisson_count(mean, seed), 39)];
  double chi2 = 0;
  for (int k = 4; k < 24; ++k) {
    double const expected = draws * std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
    chi2 += std::pow(seen[static_cast<std::size_t>(k)] - expected, 2) / expected;
  }
  CHECK(chi2 < 45); // of 20: one in a thousand
}
