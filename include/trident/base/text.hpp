// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>

// Lists in text, and what is found by its name in a list.

namespace trident::detail {

/// "a, b, c", of the texts that `text_of`, a function or a member, gives of the items.
template <class Items, class TextOf>
  requires std::invocable<TextOf const&, decltype(*std::begin(std::declval<Items const&>()))> std::string
  joined(Items const& items, TextOf const& text_of, std::string_view separator = ", ") {
    std::string list;
    bool first = true;
    for (auto const& item : items) {
      if (!first) list.append(separator);
      list.append(std::invoke(text_of, item));
      first = false;
    }
    return list;
  }

/// "a, b, c"
template <class Words>
std::string joined(Words const& words, std::string_view separator = ", ") {
  return joined(words, std::identity{}, separator);
}

/// "a, b or c": `last` stands before the last.
inline std::string joined(std::vector<std::string> words, std::string_view separator, std::string_view last) {
  if (words.size() < 2) return joined(words);
  std::string const end = words.back();
  words.pop_back();
  return joined(words, separator).append(last).append(end);
}

/// The parts between separators, blanks and empty parts as they are: "a,,b" has three, and "" one.
template <class Part = std::string>
std::vector<Part> split(std::string_view text, char separator = ',') {
  std::vector<Part> parts;
  for (;;) {
    std::size_t const end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// The first item whose text is `name`; null if there is none.
template <class Items, class TextOf>
auto const* find_named(Items const& items, std::string_view name, TextOf const& text_of) {
  for (auto const& item : items)
    if (std::string_view(std::invoke(text_of, item)) == name) return &item;
  return static_cast<decltype(&*std::begin(items))>(nullptr);
}

/// The same; if there is none, throws input_error: flux "x" is not known: allowed are a, b, c
template <class Items, class TextOf>
auto const& item_named(Items const& items, std::string_view what, std::string_view name,
                       TextOf const& text_of) {
  if (auto const* const found = find_named(items, name, text_of)) return *found;
  throw input_error(std::string(what) + " \"" + std::string(name) + "\" is not known: allowed are " +
                    joined(items, text_of));
}

} // namespace trident::detail
