// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <trident/runtime/catalogue.hpp>

#include "runtime_names.hpp"

namespace trident::program {

/// What `trident list` shows: processes, targets, materials, fluxes, models, measurements, detectors, figures, observables, variations.
std::vector<catalogue> const& catalogues();

} // namespace trident::program
