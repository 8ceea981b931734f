// SPDX-License-Identifier: BSL-1.0
#include <trident/event/event_amplitude.hpp>
#include <trident/flux/flux.hpp>
#include <trident/model/resolved_model.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "channels.hpp"
#include "event_samples.hpp"

// Ratios of squared amplitudes from the four-momenta of events, against the ratios that the generator had at its own
// coordinates of phase space before it made four-momenta of them.

using namespace trident;
using namespace trident_test;

namespace {

std::vector<resolved_model> models_for(channel const& process) {
  return {resolve(standard_model{}, process, pdg{}),
          resolve(four_fermion({.g_v = 0.3, .g_a = 2}), process, pdg{}),
          resolve(four_fermion({.g_v = -1, .g_a = 0.01}), process, pdg{}),
          resolve(z_prime({.coupling = 1e-3, .mass = 0.02, .vector_charges = {0.5, 1, -1}}), process, pdg{})};
}

template <Target N>
double worst_deviation(channel const& process, N const& target, scattering_regime kind, double energy,
                       beam_frame const& frame) {
  auto const models = models_for(process);
  auto const with = [&](resolved_model const& model) {
    return Trident{process, target, monoenergetic{energy}, model};
  };
  using sigma_type = decltype(with(models.front()));
  std::vector<sigma_type> others;
  for (auto const& model : models) others.push_back(with(model));
  source_description description;
  description.process = process;
  description.regime = kind;
  description.target_pdg_code = target.pdg_code();
  description.parents = {{1000180400, 37.2155, 1.0}};
  auto const source = std::make_shared<cross_section_source<sigma_type>>(others.front(), description,
                                                                         quick_preparation(), others);
  std::vector<event> events;
  event_generator({source}, 1).generate(0, 50, events);
  double worst = 0;
  for (auto& one : events) {
    placed(frame, [](std::uint64_t) { return four_momentum{}; })(one);
    event_amplitude const amplitude(one, pdg{});
    double const nominal = amplitude(models.front(), process, pdg{});
    for (std::size_t i = 0; i < models.size(); ++i)
      worst = std::max(worst, std::abs(amplitude(models[i], process, pdg{}) / nominal / one.ratios[i] - 1));
  }
  return worst;
}

} // namespace

TEST_CASE("squared amplitudes from momenta: every channel, to 1e6 GeV") {
  for (auto const& process : all_channels()) {
    double const pair = lepton_mass<pdg>(process.minus_family) + lepton_mass<pdg>(process.plus_family);
    INFO(process.text());
    double const near = 1.01 * threshold_energy(pair, argon40{}.mass(pdg{}));
    CHECK(worst_deviation(process, argon40{}, scattering_regime::coherent, near, {}) < 1e-10);
    double const above = 20 * threshold_energy(pair, neutron{}.mass(pdg{}));
    CHECK(worst_deviation(process, neutron{}, scattering_regime::quasi_elastic, above, {}) < 1e-10);
    CHECK(worst_deviation(process, argon40{}, scattering_regime::coherent, 1e6, {}) < 1e-10);
    CHECK(worst_deviation(process, proton{}, scattering_regime::quasi_elastic, 1e6, {}) < 1e-10);
  }
}

TEST_CASE("squared amplitudes from momenta: nucleons that become hadrons") {
  beam_frame const frame({0.1, -0.3, 0.9});
  for (double const energy : {3.0, 50.0, 1e4})
    for (auto const& process : {channel(numu_to_numu_mumu{}), channel(numu_to_nue_emu{})}) {
      CHECK(worst_deviation(process, inelastic_proton{}, scattering_regime::inelastic, energy, {}) < 1e-10);
      CHECK(worst_deviation(process, inelastic_neutron{}, scattering_regime::inelastic, energy, frame) <
            1e-9);
    }
}

TEST_CASE("squared amplitudes from momenta: a beam of any direction") {
  beam_frame const frame({0.1, -0.3, 0.9});
  CHECK(worst_deviation(numu_to_numu_ee{}, argon40{}, scattering_regime::coherent, 5, frame) < 1e-10);
  CHECK(worst_deviation(numu_to_numu_mumu{}, proton{}, scattering_regime::quasi_elastic, 5, frame) < 1e-10);
}
