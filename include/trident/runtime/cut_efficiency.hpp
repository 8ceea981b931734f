// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>

#include <trident/event/distribution.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/event_distribution.hpp>
#include <trident/runtime/settings.hpp>
#include <trident/target/composition.hpp>

namespace trident::runtime {

/// Cuts, and on which target.
struct cut_efficiency_request {
  std::optional<std::string> cut, smear; ///< as `trident scan` takes them
  registry::target_request target;       ///< its regime is set for each
  run_settings settings;                 ///< its precision is that of the cross section within the cuts

  bool is_given() const { return cut || smear; }
};

/// The share of the events of one process in a spectrum that pass cuts, in one regime, by quasi-random points of the Standard
/// Model with contact interactions. Throws input_error, also where all neutrinos are below threshold.
inline value_with_error cut_efficiency(cut_efficiency_request const& request, channel const& process,
                                       histogram_flux const& spectrum, scattering_regime kind) {
  event_distribution_request words;
  words.cut = request.cut;
  words.smear = request.smear;
  auto wanted = request.target;
  wanted.regime = std::string(text(kind));
  configuration const asked{process, registry::compose(wanted), spectrum, standard_model{}, pdg{}, {}};
  auto const sources = detail::weighted_sources(asked, request.settings);
  return distribute(sources, detail::distribution_asked(words), detail::options_from(request.settings))
      .efficiency;
}

} // namespace trident::runtime
