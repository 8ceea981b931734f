// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>

// Text of event files: numbers as the shortest digits that read back as the same number, whatever the locale.

namespace trident::detail {

inline void append(std::string& text, std::string_view word) { text += word; }
inline void append(std::string& text, char letter) { text += letter; }

inline void append(std::string& text, double value) {
  std::array<char, 32> digits;
  text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

template <std::integral Integer>
  requires(!std::same_as<Integer, char>)
void append(std::string& text, Integer value) {
  std::array<char, 24> digits;
  text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

/// Words with nothing between them.
template <class... Words>
void append_all(std::string& text, Words const&... words) {
  (append(text, words), ...);
}

/// Words with spaces between them, the first after `first`.
template <class First, class... Words>
void append_line(std::string& text, First const& first, Words const&... words) {
  append(text, first);
  ((text += ' ', append(text, words)), ...);
  text += '\n';
}

/// With so many decimals.
inline void append_fixed(std::string& text, double value, int decimals) {
  std::array<char, 352> digits;
  auto const end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals)
          .ptr;
  text.append(digits.data(), end);
}

inline std::string escaped_for_xml(std::string_view raw) {
  std::string text;
  for (char const c : raw) {
    if (c == '<')
      text += "&lt;";
    else if (c == '>')
      text += "&gt;";
    else if (c == '&')
      text += "&amp;";
    else
      text += c;
  }
  return text;
}

inline std::string unescaped_from_xml(std::string text) {
  constexpr std::array<std::pair<std::string_view, char>, 3> words = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}}};
  for (auto const& [word, letter] : words)
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      text.replace(at, word.size(), 1, letter);
  return text;
}

} // namespace trident::detail
