// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "events.hpp"

// One preparation for many jobs: all that events are drawn from, frozen in a file.

namespace trident::program {

/// Prepares, and writes what was learnt to the file of --freeze; returns the exit status.
int freeze_events(events_request request, execution_policy threads);

/// A frozen run, read again.
struct frozen_events {
  events_request request; ///< the one given, with the physics and the seed of the file
  prepared_list prepared;
  std::string fingerprint;
};

frozen_events read_frozen_events(events_request request);

} // namespace trident::program
