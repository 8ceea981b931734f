// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace trident {

/// Draws an index with probability in proportion to its weight, in constant time
/// (Walker, ACM Trans. Math. Softw. 3 (1977) 253; the tables as of Vose, IEEE Trans. Softw. Eng. 17 (1991) 972).
class alias_table {
public:
  alias_table() = default;

  /// Weights are not negative, and one at least is positive.
  explicit alias_table(std::span<double const> weights) : slots_(weights.size()) {
    double const total = std::accumulate(weights.begin(), weights.end(), 0.0);
    assert(total > 0);
    std::vector<double> share(weights.begin(), weights.end());
    std::vector<std::uint32_t> small, large;
    for (std::size_t i = 0; i < share.size(); ++i) {
      share[i] *= static_cast<double>(share.size()) / total;
      (share[i] < 1 ? small : large).push_back(static_cast<std::uint32_t>(i));
      slots_[i] = {1, static_cast<std::uint32_t>(i)};
    }
    while (!small.empty() && !large.empty()) {
      auto const poor = small.back(), rich = large.back();
      small.pop_back();
      slots_[poor] = {share[poor], rich};
      share[rich] -= 1 - share[poor];
      if (share[rich] < 1) {
        large.pop_back();
        small.push_back(rich);
      }
    }
  }

  /// u in [0, 1).
  std::size_t operator()(double u) const {
    double const scaled = u * static_cast<double>(slots_.size());
    auto const slot = std::min(static_cast<std::size_t>(scaled), slots_.size() - 1);
    return scaled - static_cast<double>(slot) < slots_[slot].own ? slot : slots_[slot].other;
  }

private:
  struct entry {
    double own;          ///< share of the slot that belongs to its own index
    std::uint32_t other; ///< index that has the rest
  };
  std::vector<entry> slots_;
};

} // namespace trident
