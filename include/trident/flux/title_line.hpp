// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trident/flux/titles.hpp>

// A line of titles above the columns of a table of fluxes, separated as people separate them.

namespace trident::detail {

/// Words in brackets and "anti" belong to the word beside them.
inline std::vector<std::string> titles_by_blanks(std::string_view text) {
  std::vector<std::string> titles;
  int depth = 0;
  bool joined = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    int const depth_before = depth;
    for (; end < text.size() && !is_blank(text[end]); ++end)
      depth += (text[end] == '(' || text[end] == '[') - (text[end] == ')' || text[end] == ']');
    auto const word = text.substr(at, end - at);
    bool const of_last = depth_before > 0 || word.front() == '(' || word.front() == '[' || joined;
    if (of_last && !titles.empty())
      titles.back().append(" ").append(word);
    else
      titles.emplace_back(word);
    std::string small(word);
    std::transform(small.begin(), small.end(), small.begin(), lower_case);
    joined = small == "anti" || small == "anti-";
    at = end;
  }
  return titles;
}

inline std::vector<std::string> titles_between(std::string_view text, std::string_view separator) {
  std::vector<std::string> titles;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t const end = std::min(text.find(separator, at), text.size());
    if (auto const title = trimmed(text.substr(at, end - at)); !title.empty() || separator.size() == 1)
      titles.emplace_back(title);
    at = end + separator.size();
  }
  if (!titles.empty() && titles.back().empty()) titles.pop_back();
  return titles;
}

inline std::vector<flux_column> titled_columns(std::vector<std::string> const& titles) {
  std::vector<flux_column> columns;
  for (auto const& title : titles) columns.push_back(flux_column_titled(title));
  return columns;
}

inline std::size_t count_of(std::vector<flux_column> const& columns, flux_column_role role) {
  return static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(), [&](auto const& one) { return one.role == role; }));
}

/// What a line says about so many columns; nothing if it has another number of titles. One title for an energy may stand
/// above two columns, its edges.
inline std::vector<flux_column> columns_by_line(std::string_view text, std::size_t columns) {
  std::vector<std::vector<std::string>> splits;
  for (std::string_view const separator : {";", ",", "|", "\t", "  "})
    if (text.find(separator) != text.npos) splits.push_back(titles_between(text, separator));
  splits.push_back(titles_by_blanks(text));
  for (auto const& titles : splits)
    if (titles.size() == columns) return titled_columns(titles);
  for (auto const& titles : splits) {
    if (titles.size() + 1 != columns || columns < 4) continue;
    auto found = titled_columns(titles);
    bool const clear =
        count_of(found, flux_column_role::centre) == 1 && count_of(found, flux_column_role::low) == 0 &&
        count_of(found, flux_column_role::high) == 0 && count_of(found, flux_column_role::unknown) == 0;
    if (!clear) continue;
    auto const energy = std::find_if(found.begin(), found.end(),
                                     [](auto const& one) { return one.role == flux_column_role::centre; });
    energy->role = flux_column_role::low;
    auto upper = *energy;
    upper.role = flux_column_role::high;
    found.insert(energy + 1, upper);
    return found;
  }
  return {};
}

} // namespace trident::detail
