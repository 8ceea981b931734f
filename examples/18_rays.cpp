// SPDX-License-Identifier: BSL-1.0
// Neutrinos one by one: pions of a decay pipe, seen 2.5 degrees off its axis, as rays with their directions, and events
// on them in a box. The energies there hardly depend on those of the pions: 0.43 E/(1 + gamma^2 theta^2).
#include <cmath>
#include <iostream>
#include <memory>

#include <trident/event/for_each_event.hpp>
#include <trident/event/ray_placement.hpp>
#include <trident/flux/pion_decay.hpp>
#include <trident/trident.hpp>

using namespace trident;

int main() {
  std::vector<beam_pion> pions;
  for (double energy = 1; energy < 15; energy += 0.25) // GeV
    pions.push_back({energy, {0, 0, 1}, {0, 0, 0}, energy * std::exp(-energy / 2)});

  double const angle = 2.5 * 3.14159265358979 / 180, away = 28'000, pipe = 9'600; // cm
  std::array<double, 3> const middle = {away * std::sin(angle), 0, away * std::cos(angle)};
  auto const beam = std::make_shared<ray_beam const>(
      rays_from_decay_pipe(pions, pipe, middle),
      ray_box{{{middle[0] - 100, middle[0] + 100}, {-100, 100}, {middle[2] - 200, middle[2] + 200}}});
  auto const spectrum = *beam->spectrum(neutrino::nu_mu);
  std::cout << beam->rays().size() << " rays, mean energy " << spectrum.mean_energy() << " GeV\n";

  Trident const sigma{numu_to_numu_ee{}, argon40{}, spectrum, standard_model{}};
  source_description const what = {
      numu_to_numu_ee{}, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  event_generator const generator({make_event_source(sigma, what)}, 1);
  ray_placement const place(beam, 1);
  double worst = 0;
  for_each_event(generator, 0, 1000, [&](event const& made) {
    event e = made;
    place(e); // turned into its ray's direction, with a vertex on it
    auto const& p = e.neutrino_in().momentum;
    auto const pion_energy = pions[static_cast<std::size_t>(e.ray - 1) / 20].energy; // 20 rays of each
    double const theta = std::atan2(std::hypot(p.x, p.y), p.z), gamma = pion_energy / charged_pion_mass;
    double const expected = 0.427 * pion_energy / (1 + gamma * gamma * theta * theta);
    worst = std::max(worst, std::abs(p.e / expected - 1));
    if (e.number < 3)
      std::cout << "event " << e.number << " on ray " << e.ray << ": " << p.e << " GeV at "
                << theta * 180 / 3.14159265358979 << " degrees, vertex at z = " << e.vertex.z << " cm\n";
  });
  std::cout << "energies are those of the formula within " << 100 * worst << " %\n";
  return worst < 0.02 ? 0 : 1;
}
