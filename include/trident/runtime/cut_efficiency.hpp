// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <trident/event/distribution.hpp>
#include <trident/event/selection.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/electroweak_choice.hpp>
#include <trident/runtime/event_source.hpp>
#include <trident/runtime/events.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/target/composition.hpp>

namespace trident::runtime {

/// What the efficiency of cuts is asked for.
struct cut_efficiency_request {
  selection cuts;
  registry::target_request target; ///< its regime is set here
  double relative_error = 1e-2;
  execution_policy threads = 1;
  stop_question go_on = {};
};

/// The share of the events of one process in a spectrum that pass cuts, in one regime, by quasi-random points of the Standard Model
/// with contact interactions; 1 where there are no events.
inline value_with_error cut_efficiency(cut_efficiency_request const& request, channel const& process,
                                       histogram_flux const& spectrum, scattering_regime kind) {
  auto wanted = request.target;
  wanted.regime = std::string(text(kind));
  configuration const asked{process, registry::compose(wanted), spectrum, standard_model{}, pdg{}, {}};
  preparation_options options;
  options.seed = 1;
  options.threads = request.threads;
  options.go_on = request.go_on;
  std::vector<shared_source> sources;
  for (auto const& part : asked.target.components) {
    auto const prepared = prepare_integrands(make_integrands(part.target, asked), options);
    for (auto const& one :
         make_sources_on(part.target, asked, detail::describe(asked, part, 1), prepared, {}))
      if (one) sources.push_back(one);
  }
  if (sources.empty()) return {1, 0};
  distribution_options how;
  how.relative_error = request.relative_error;
  how.threads = request.threads;
  how.go_on = request.go_on;
  distribution_request what;
  what.cuts = request.cuts;
  return distribute(sources, what, how).efficiency;
}

} // namespace trident::runtime
