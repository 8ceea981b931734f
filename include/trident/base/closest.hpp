// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trident::registry {

/// Number of letters to insert, delete or change that turns one text into the other (Levenshtein).
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t const changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({changed, row[j] + 1, row[j + 1] + 1}));
    }
  }
  return row.back();
}

/// The `count` candidates that look most like `text`, the most alike first.
inline std::vector<std::string> closest(std::string_view text, std::vector<std::string> candidates,
                                        std::size_t count) {
  std::stable_sort(candidates.begin(), candidates.end(), [&](auto const& a, auto const& b) {
    return edit_distance(text, a) < edit_distance(text, b);
  });
  candidates.resize(std::min(count, candidates.size()));
  return candidates;
}

} // namespace trident::registry
