// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <map>
#include <memory>

#include <trident/event/for_each_event.hpp>
#include <trident/event/ray_placement.hpp>
#include <trident/trident.hpp>

#include "catch.hpp"

// Events of a list of rays: each on the ray that its neutrino came on, rays in proportion to weight, path and cross section.

using namespace trident;

namespace {

neutrino_ray ray_of(double energy, std::array<double, 3> direction, std::array<double, 3> position,
                    double weight, std::uint64_t number) {
  double const length = std::hypot(direction[0], direction[1], direction[2]);
  for (double& one : direction) one /= length;
  return {neutrino::nu_mu, energy, direction, position, 5, weight, number};
}

/// The largest distance of an event from its ray [cm], over the size of what is compared.
double distance_from(neutrino_ray const& ray, event const& e) {
  std::array<double, 3> const at = {e.vertex.x, e.vertex.y, e.vertex.z};
  double along = 0, squared = 0;
  for (std::size_t i = 0; i < 3; ++i) along += (at[i] - ray.position[i]) * ray.direction[i];
  for (std::size_t i = 0; i < 3; ++i)
    squared += std::pow(at[i] - ray.position[i] - along * ray.direction[i], 2);
  CHECK(e.vertex.e == Approx(5 + along / 29.9792458));
  return std::sqrt(squared);
}

} // namespace

TEST_CASE("events of rays lie on their rays, in proportion to weight, path and cross section") {
  ray_box const box = {{{-100, 100}, {-100, 100}, {0, 500}}};
  std::vector<neutrino_ray> const rays = {
      ray_of(2, {0, 0, 1}, {10, 0, -50}, 4, 1),     ray_of(5, {0.2, 0, 1}, {-60, 20, 0}, 1, 2),
      ray_of(5, {0, 1, 0.5}, {0, 0, 300}, 2, 3),    ray_of(9, {0, 0, 1}, {900, 0, 0}, 50, 4),
      ray_of(20, {0, -0.1, 1}, {0, 0, 0}, 0.25, 5), ray_of(20.5, {0, 0, -1}, {0, 0, 0}, 0.25, 6)};
  auto const beam = std::make_shared<ray_beam const>(rays, box);
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, *beam->spectrum(neutrino::nu_mu), standard_model{}};
  source_description const what = {
      numu_to_numu_mumu{}, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  preparation_options options;
  options.seed = 3;
  event_generator const generator({make_event_source(sigma, what, options)}, 3);
  ray_placement const place(beam, 3);

  constexpr std::uint64_t count = 20'000;
  std::map<std::uint64_t, double> seen;
  for_each_event(generator, 0, count, [&](event const& made) {
    event e = made;
    place(e);
    REQUIRE(e.ray > 0);
    auto const& ray = rays[static_cast<std::size_t>(e.ray - 1)];
    seen[e.ray] += e.weight;
    auto const& p = e.neutrino_in().momentum;
    bool const same_energy = std::abs(p.e / ray.energy - 1) < 2e-9;
    bool const same_direction = std::abs(p.x - p.e * ray.direction[0]) +
                                    std::abs(p.y - p.e * ray.direction[1]) +
                                    std::abs(p.z - p.e * ray.direction[2]) <
                                1e-12 * p.e;
    bool const inside =
        std::abs(e.vertex.x) <= 100 && std::abs(e.vertex.y) <= 100 && e.vertex.z >= 0 && e.vertex.z <= 500;
    CHECK((same_energy && same_direction && inside && distance_from(ray, e) < 1e-9));
  });
  CHECK(seen.count(4) == 0); // which misses the box

  std::map<std::uint64_t, double> expected;
  double sum = 0;
  for (auto const& ray : rays)
    if (auto const passed = passage(ray, box)) {
      auto const exact = inclusive_cross_section(
          Trident{numu_to_numu_mumu{}, argon40{}, monoenergetic{ray.energy}, standard_model{}});
      sum += expected[ray.number] = ray.weight * ((*passed)[1] - (*passed)[0]) * exact.value;
    }
  for (auto const& [number, value] : expected) {
    INFO("ray " << number);
    double const share = value / sum;
    CHECK(std::abs(seen[number] / count - share) < 4 * std::sqrt(share * (1 - share) / count) + 1e-3 * share);
  }
}
