// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/utf8.hpp>
#include <trident/runtime/flux_files.hpp>

// What stands in files of fluxes, in words, also where it is not clear yet how they are to be read.

namespace trident::runtime {

/// The spectrum of the only flux of the only file, of a flavour that nobody says.
inline histogram_flux nameless_spectrum_in_file(flux_request const& asked) {
  auto const unit = detail::unit_of(asked);
  auto const kind = asked.kind ? bin_value_from_text(*asked.kind) : unit.kind;
  auto const& blocks = detail::blocks_of(asked, flux_files_of(asked).front().file);
  return flux_in(blocks, unit, kind, {}, asked.columns.value_or(""), detail::selection_of(asked));
}

/// The first lines of words above the numbers, which often name units and the exposure.
inline std::vector<std::string> lines_above(flux_request const& asked) {
  constexpr std::size_t most = 8, longest = 200;
  std::vector<std::string> lines;
  for (auto const& name : flux_files_of(asked))
    for (auto const& head : detail::blocks_of(asked, name.file).front().heads)
      if (lines.size() < most) lines.push_back(trident::detail::readable(head.text.substr(0, longest), {}));
  return lines;
}

/// "20 blocks of 101 rows and 5 columns", for each file.
inline std::vector<std::string> blocks_in_words(flux_request const& asked) {
  std::vector<std::string> words;
  for (auto const& name : flux_files_of(asked)) {
    auto const& blocks = detail::blocks_of(asked, name.file);
    auto const& first = blocks.front();
    std::string const shape =
        std::to_string(first.rows()) + " rows of " + std::to_string(first.columns) + " columns";
    words.push_back(blocks.size() == 1
                        ? shape
                        : trident::detail::flux_block_choice(blocks, {}).list() + "; the first has " + shape);
  }
  return words;
}

namespace detail {

inline std::string column_in_words(flux_column const& column) {
  using enum flux_column_role;
  switch (column.role) {
  case low:
    return "low";
  case high:
    return "high";
  case centre:
    return "energy";
  case flux:
    return column.flavour ? std::string(text(*column.flavour)) : "flux";
  case unused:
    return "-";
  default:
    return "?";
  }
}

} // namespace detail

/// "low, high, nu_mu, - by titles", or why it is not clear, for each file.
inline std::vector<std::string> columns_in_words(flux_request const& asked) {
  std::vector<std::string> words;
  for (auto const& name : flux_files_of(asked)) {
    try {
      auto const layout =
          find_flux_columns(detail::blocks_of(asked, name.file).front(), asked.columns.value_or(""));
      words.push_back(trident::detail::joined(layout.columns, &detail::column_in_words) + ", by " +
                      layout.reason);
    } catch (input_error const& problem) { words.emplace_back(problem.what()); }
  }
  return words;
}

} // namespace trident::runtime
