// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace trident {

/// How the cube is cut into cells below whose maxima events are drawn.
struct partition_options {
  std::size_t cells = 2000;
  std::size_t points_to_cut = 200;      ///< seen in a cell before it is cut
  std::size_t points_for_maximum = 500; ///< seen in a cell before its maximum is taken
  double overweight = 1e-3;             ///< share of the cross section allowed above the maxima
};

/// How sources are prepared.
struct preparation_options {
  std::uint64_t seed = 1;
  std::uint64_t stream = 0;     ///< a different one for each source of a sample
  double relative_error = 1e-3; ///< of the cross section
  unsigned threads = 1;
  partition_options partition;
  double maximum_factor = 1; ///< on all maxima: above 1 fewer events exceed them
};

} // namespace trident
