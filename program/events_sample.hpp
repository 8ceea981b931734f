// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <trident/event/generator.hpp>
#include <trident/event/placement.hpp>
#include <trident/format/run_description.hpp>
#include <trident/runtime/monte_carlo.hpp>

#include "events.hpp"
#include "request_words.hpp"
#include "runtime_names.hpp"

namespace trident::program {

/// All that decides what events there are, but for seed and number: words that stand in files and make them again.
word_list words_of(events_request const& request);

/// Whether the target is a proton or neutron of a nucleus that is not named.
bool has_bare_nucleons(events_request const& request);

/// A generator that is ready, and what the head of a file says.
struct sample {
  event_generator generator;
  run_description description;
  event_placement placement;
  std::vector<std::string> notes;
  std::string target; ///< what the cross section is per
  double seconds = 0; ///< of preparation
};

/// One for each process on each part of the target; none where all neutrinos are below threshold.
using prepared_list = std::vector<std::optional<any_prepared>>;

/// Throws input_error for names and values that cannot be used.
prepared_list prepare_sources(events_request const& request, std::uint64_t seed, execution_policy threads);

/// The sample of what was prepared for the same request and seed; `factor` raises all maxima. Throws input_error if no
/// neutrino is above threshold.
sample make_sample(events_request const& request, std::uint64_t seed, prepared_list prepared, double factor);

} // namespace trident::program
