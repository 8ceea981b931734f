// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "events.hpp"

namespace trident::program {

/// Reads the rays of a sample, if it has any. Where the sample is that of an exposure: what is expected in the detector, and how many events that makes, unless -n
/// says it; for that a seed is drawn where none is given, or taken from the run that was interrupted.
void understand_sample(events_request& request);

} // namespace trident::program
