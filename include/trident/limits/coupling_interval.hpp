// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

/// Couplings g' from `low` to `high`, which may be infinite.
struct coupling_interval {
  double low = 0;
  double high = 0;
};

} // namespace trident
