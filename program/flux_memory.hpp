// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include <trident/flux/table.hpp>

namespace trident::program {

/// The table of the flux file that was read last.
struct flux_memory {
  std::optional<flux_table> table;
};

} // namespace trident::program
