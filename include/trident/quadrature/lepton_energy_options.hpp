// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include <trident/base/computation_stopped.hpp>

namespace trident {

/// Settings of w_production_lepton_energies.
struct lepton_energy_options {
  std::uint64_t points = 1 << 14; ///< of each of eight scrambles, a multiple of 64
  std::uint64_t seed = 1;
  stop_question go_on = {};
};

} // namespace trident
