// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/utf8.hpp>
#include <trident/format/weight_names.hpp>

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

/// Words of a user's (names of files, for the most part) in a comment of one line, where readers of text take them.
inline std::string in_one_line(std::string_view raw) {
  std::string text = readable(raw);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

inline constexpr std::array<std::pair<std::string_view, char>, 5> xml_words = {
    {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#10;", '\n'}, {"&amp;", '&'}}};

inline std::string escaped_for_xml(std::string_view raw) {
  std::string text;
  for (char const c : readable(raw)) {
    auto const found =
        std::find_if(xml_words.begin(), xml_words.end(), [&](auto const& word) { return word.second == c; });
    if (found == xml_words.end())
      text += c;
    else
      text += found->first;
  }
  return text;
}

inline std::string unescaped_from_xml(std::string_view text) {
  std::string raw;
  while (!text.empty()) {
    auto const found = std::find_if(xml_words.begin(), xml_words.end(),
                                    [&](auto const& word) { return text.starts_with(word.first); });
    bool const is_word = found != xml_words.end();
    raw += is_word ? found->second : text.front();
    text.remove_prefix(is_word ? found->first.size() : 1);
  }
  return raw;
}

inline void append_weights(std::string& text, std::vector<weight_entry> const& models) {
  for (auto const& one : models)
    append_all(text, "<weight id=\"", escaped_for_xml(one.name), "\">", escaped_for_xml(one.text),
               "</weight>\n");
}

/// Names of weights as Les Houches files have them.
inline void append_names(std::string& text, std::vector<weight_entry> const& models) {
  text += "<initrwgt>\n<weightgroup name=\"models\">\n";
  append_weights(text, models);
  text += "</weightgroup>\n</initrwgt>\n";
}

/// A text of a HepMC3 file, which ends with its line.
inline std::string escaped_for_hepmc(std::string_view raw) {
  std::string text;
  for (char const c : readable(raw)) {
    if (c == '\n')
      text += "\\|";
    else
      text.append(c == '\\' ? 2 : 1, c);
  }
  return text;
}

inline std::string unescaped_from_hepmc(std::string_view text) {
  std::string raw;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const escaped = text[i] == '\\' && i + 1 < text.size();
    if (escaped) ++i;
    raw += escaped && text[i] == '|' ? '\n' : text[i];
  }
  return raw;
}

} // namespace trident::detail
