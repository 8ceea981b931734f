// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trident {

/// A weight beside the nominal one.
struct weight_entry {
  std::string name; ///< without blanks: readers of HepMC3 files cut names there
  std::string text; ///< of the model, "LmuLtau --coupling 1e-3 --mass 0.1"
};

namespace detail {

/// "LmuLtau --coupling 1e-3 --mass 0.1" as LmuLtau_coupling=1e-3_mass=0.1: letters, digits and .+-=:_ alone, which no
/// format of events takes for an end.
inline std::string weight_name(std::string_view text) {
  std::string name;
  std::string_view before; // the last word, if it was an option
  for (std::size_t at = text.find_first_not_of(' '); at < text.size();) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    auto word = text.substr(at, end - at);
    if (!name.empty()) name += before.empty() ? '_' : '=';
    bool const is_option = word.starts_with("--");
    if (is_option) word.remove_prefix(2);
    for (char const c : word) {
      bool const plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                         std::string_view(".+-=:_").find(c) != std::string_view::npos;
      name += plain ? c : c == ',' ? ':' : '_';
    }
    before = is_option ? word : std::string_view();
    at = std::min(text.find_first_not_of(' ', end), text.size());
  }
  return name.empty() ? "model" : name;
}

} // namespace detail

/// Names for models in one word each, none of which is the nominal weight's or among those that are taken already.
inline std::vector<weight_entry> name_weights(std::vector<std::string> const& texts,
                                              std::vector<std::string> const& known = {}) {
  std::set<std::string> taken(known.begin(), known.end());
  taken.insert("CV");
  std::vector<weight_entry> named;
  for (auto const& text : texts) {
    std::string const wanted = detail::weight_name(text);
    std::string name = wanted;
    for (int again = 2; !taken.insert(name).second; ++again) name = wanted + '_' + std::to_string(again);
    named.push_back({std::move(name), text});
  }
  return named;
}

} // namespace trident
