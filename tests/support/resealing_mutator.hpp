// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Changes of state files that pass for whole: numbers are replaced, words and lines doubled, left out and exchanged, and
// the fingerprint in the end is made to fit again. Used by fuzzers and by tests of forged files.

namespace forging {

inline bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789abcdefp+-.") == std::string_view::npos &&
         word.find_first_of("0123456789") != std::string_view::npos;
}

struct word_place {
  std::size_t at, size;
};

/// Words that are numbers, in JSON as well.
inline std::vector<word_place> numbers_in(std::string_view text) {
  constexpr std::string_view separators = " \n\",[]/";
  std::vector<word_place> found;
  for (std::size_t at = text.find_first_not_of(separators); at < text.size();) {
    std::size_t const end = std::min(text.find_first_of(separators, at), text.size());
    if (is_number(text.substr(at, end - at))) found.push_back({at, end - at});
    at = std::min(text.find_first_not_of(separators, end), text.size());
  }
  return found;
}

/// Values that have broken readers.
inline constexpr std::array<std::string_view, 28> values = {"0",
                                                            "1",
                                                            "2",
                                                            "3",
                                                            "7",
                                                            "8",
                                                            "9",
                                                            "17",
                                                            "-1",
                                                            "128",
                                                            "255",
                                                            "65536",
                                                            "999999",
                                                            "1000001",
                                                            "4294967295",
                                                            "4294967296",
                                                            "9007199254740993",
                                                            "9223372036854775808",
                                                            "18446744073709551614",
                                                            "18446744073709551615",
                                                            "0p+0",
                                                            "1p+0",
                                                            "-1p+0",
                                                            "1p-1074",
                                                            "1.fffffffffffffp+1023",
                                                            "inf",
                                                            "nan",
                                                            "1p+2000"};

template <class Random>
std::size_t below(std::size_t bound, Random& random) {
  return static_cast<std::size_t>(random() % bound);
}

/// One change of the text between the first and the last line.
template <class Random>
void forge(std::string& text, Random& random) {
  auto const numbers = numbers_in(text);
  if (!numbers.empty() && random() % 8 != 0) {
    auto const& place = numbers[below(numbers.size(), random)];
    auto const& other = numbers[below(numbers.size(), random)];
    std::string const value(random() % 4 == 0 ? std::string_view(text).substr(other.at, other.size)
                                              : values[below(values.size(), random)]);
    text.replace(place.at, place.size, value);
    return;
  }
  std::size_t const first = text.rfind('\n', below(text.size() + 1, random)) + 1; // of a line
  std::size_t const size = std::min(text.find('\n', first), text.size() - 1) + 1 - first;
  if (random() % 2 == 0)
    text.erase(first, size);
  else
    text.insert(first, text.substr(first, size));
}

} // namespace forging
