// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/rates/published_rates.hpp>
#include <trident/runtime/detector_rates.hpp>
#include <trident/runtime/event_variations.hpp>
#include <trident/runtime/exposed_sample.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/sample_request.hpp>
#include <trident/sampling/poisson.hpp>

// Samples of an exposure: how many events are expected is what `trident rates` says, by quadrature.

namespace trident::runtime {

namespace detail {

inline void refuse_beside_detector(physics_request const& physics) {
  if (physics.target)
    throw input_error("--target \"" + *physics.target +
                      "\" does not go with a detector: --material says what it is made of");
  if (physics.flux.energy)
    throw input_error("--energy does not go with a detector, whose neutrinos have a spectrum");
  if (physics.constants != "pdg")
    throw input_error("--constants " + physics.constants +
                      " does not go with a detector: rates are those of pdg");
}

/// The same detector, beam and physics for `trident rates`.
inline rates_request rates_like(physics_request const& physics, detector_request const& detector) {
  rates_request asked;
  asked.detector = detector.detector;
  asked.mode = detector.mode;
  asked.material = detector.material;
  asked.mass_tonnes = detector.mass_tonnes;
  asked.exposure = detector.exposure;
  if (!detector.detector && !detector.exposure.is_given()) asked.exposure.pot = 1; // -n says what it is
  asked.flux = physics.flux;
  asked.form_factor = physics.form_factor;
  asked.electroweak = physics.electroweak;
  asked.vacuum_polarisation = physics.vacuum_polarisation;
  asked.nuclear = physics.nuclear;
  asked.model = physics.model;
  asked.model_parameters = physics.model_parameters;
  return asked;
}

/// Flavours of the beam that are asked for.
inline void keep_flavours(std::optional<std::string> const& flavours, std::string const& detector,
                          std::vector<beam_component>& beam) {
  if (!flavours || *flavours == "all") return;
  std::vector<neutrino> wanted;
  for (auto const word : trident::detail::split<std::string_view>(*flavours, ','))
    wanted.push_back(neutrino_from_text(trident::detail::trimmed(word)));
  for (auto const one : wanted)
    if (std::none_of(beam.begin(), beam.end(), [&](auto const& known) { return known.flavour == one; }))
      throw input_error("--flavours: " + std::string(text(one)) + " is not in the beam of " + detector);
  std::erase_if(beam, [&](beam_component const& known) {
    return std::find(wanted.begin(), wanted.end(), known.flavour) == wanted.end();
  });
}

inline exposure_unit unit_of_exposure(flux_normalisation normalisation) {
  switch (normalisation) {
  case flux_normalisation::per_area_and_proton:
    return exposure_unit::protons_on_target;
  case flux_normalisation::per_area_and_inverse_femtobarn:
    return exposure_unit::inverse_femtobarns;
  case flux_normalisation::per_area_and_second:
    return exposure_unit::seconds;
  default:
    return exposure_unit::spectra;
  }
}

/// One channel with the neutrinos of one flavour of the beam, exchanged as in the rates.
inline configuration configuration_in_beam(physics_request const& physics, channel const& process,
                                           exposed_target const& target, histogram_flux const& spectrum,
                                           rates_physics const& exchange) {
  auto single = physics;
  single.regime = physics.regime.value_or("total");
  single.electroweak = std::string(text(electroweak_of(exchange, process, spectrum)));
  if (single.model == "SMprop") single.electroweak = std::nullopt;
  registry::constants_choice const constants = pdg{};
  auto composed = registry::detail::nuclear_composition(target_of(single, constants, target.material.name),
                                                        registry::detail::unit_of(target.material),
                                                        target.material.ingredients, target.material.note);
  return configuration_of(single, std::nullopt, process, constants, std::move(composed), spectrum, {});
}

/// Events on one component, from those of the rates of its channel, which are of all nuclei together: coherent ones are
/// shared out by Z^2, the others by nucleons.
inline double expected_on(registry::component const& part, registry::composition const& target,
                          std::vector<event_rate> const& rates, channel const& process) {
  auto const regime = part.regime_in(2);
  auto const row = std::find_if(rates.begin(), rates.end(), [&](event_rate const& one) {
    return one.process.number == process.number && one.kind == regime;
  });
  if (row == rates.end()) return 0;
  auto const is_hydrogen = [](registry::component const& one) {
    return std::all_of(one.nuclei.begin(), one.nuclei.end(),
                       [](auto const& nucleus) { return nucleus.nuclide.mass_number == 1; });
  };
  if (regime != scattering_regime::coherent && is_hydrogen(part)) return row->on_hydrogen;
  bool const neutron = part.name.starts_with("neutron");
  auto const weight = [&](registry::component const& one) {
    if (regime != scattering_regime::coherent) return one.multiplicity;
    double const z = one.nuclei.empty() ? 1 : one.nuclei.front().nuclide.atomic_number;
    return one.multiplicity * z * z;
  };
  double sum = 0;
  for (auto const& one : target.components)
    if (one.regime_in(2) == regime && (regime == scattering_regime::coherent ||
                                       (!is_hydrogen(one) && one.name.starts_with("neutron") == neutron)))
      sum += weight(one);
  double const events = regime == scattering_regime::coherent ? row->events
                        : neutron                             ? row->on_neutrons
                                                              : row->on_protons;
  return sum > 0 ? events * weight(part) / sum : 0;
}

inline std::string box_text(std::array<std::array<double, 2>, 3> const& box) {
  std::string text;
  for (auto const& [from, to] : box) {
    if (from > to) return {};
    text += (text.empty() ? "" : ",") + trident::detail::number_text(from) + ':' +
            trident::detail::number_text(to);
  }
  bool const empty = std::all_of(box.begin(), box.end(), [](auto const& one) { return one[0] == one[1]; });
  return empty ? std::string() : text;
}

/// Fills in what is expected, for the exposure that the target has.
inline void expect(exposed_sample& sample, std::vector<event_rate> const& rates) {
  for (auto const& one : sample.all) {
    auto& of_this = sample.expected.emplace_back();
    for (auto const& part : one.target.components) {
      of_this.push_back(expected_on(part, one.target, rates, one.process));
      sample.exposure.expected_events += of_this.back();
    }
  }
  if (!(sample.exposure.expected_events > 0))
    throw input_error("no events are expected in " + sample.exposure.detector +
                      ": all its neutrinos are below the thresholds of the processes");
}

} // namespace detail

/// The detector that was asked for in its beam, with the events that `trident rates` expects. Throws input_error, and
/// computation_stopped where `go_on` says no.
inline exposed_sample expose(physics_request const& physics, detector_request const& detector,
                             stop_question const& go_on = {}) {
  detail::refuse_beside_detector(physics);
  auto const number = detector.number.value_or("poisson");
  if (number != "poisson" && number != "expected")
    throw input_error("--number is \"" + number + "\": allowed are poisson, expected");
  auto const asked = detail::rates_like(physics, detector);
  auto result = detail::make_result(asked);
  auto& target = result.target;
  detail::keep_flavours(detector.flavours, result.detector, target.beam);
  exposed_sample sample;
  auto const unit = detail::unit_of_exposure(target.beam.front().spectrum.normalisation());
  sample.is_amount_known =
      detector.exposure.is_given() || detector.detector || unit == exposure_unit::spectra;
  sample.exposure = {unit, target.exposure, 0, 0, target.mass_tonnes, result.detector, result.mode};
  if (detector.detector) sample.box = detail::box_text(find_detector(*detector.detector).box);

  auto const channels = detail::channels_named(physics.process);
  auto const exchange = detail::physics_of(asked, go_on);
  for (auto const& process : channels)
    for (auto const& [flavour, spectrum] : target.beam)
      if (pdg_code(flavour) == process.incoming_pdg_code())
        sample.all.push_back(detail::configuration_in_beam(physics, process, target, spectrum, exchange));
  if (sample.all.empty())
    throw input_error("no flavour of the beam of " + result.detector + " has the process " +
                      physics.process.value_or("all"));
  detail::expect(sample,
                 compute_rates(target, channels, exchange, nuclear_options_of(physics, sample.all.front())));
  sample.notes = std::move(result.notes);
  return sample;
}

/// How many events the sample of an exposure has: drawn around what is expected, a function of the seed, or that rounded.
/// Throws input_error if there would be too many.
inline std::uint64_t count_of(exposed_sample const& sample, detector_request const& asked,
                              std::uint64_t seed) {
  double const expected = sample.exposure.expected_events;
  if (asked.number == "expected" && expected <= most_expected_events)
    return static_cast<std::uint64_t>(std::llround(expected));
  return poisson_count(expected, seed);
}

} // namespace trident::runtime
