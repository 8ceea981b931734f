// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Names of files may have any bytes; text formats want UTF-8.

namespace trident::detail {

/// Bytes of the character that a text begins with; 0 if it begins with none in UTF-8 (RFC 3629).
constexpr std::size_t utf8_length(std::string_view text) {
  auto const byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[i])) : 0u;
  };
  unsigned const first = byte(0);
  if (text.empty()) return 0;
  if (first < 0x80) return 1;
  std::size_t const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xc0) != 0x80) return 0;
  bool const too_long = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
  bool const surrogate = first == 0xed && byte(1) > 0x9f;
  bool const too_large = first == 0xf4 && byte(1) > 0x8f;
  return too_long || surrogate || too_large ? 0 : length;
}

/// The text with %XX, its hexadecimal digits, in place of each byte that is no UTF-8 or controls a terminal; line breaks
/// and tabs stay.
inline std::string readable(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    auto const byte = static_cast<unsigned char>(text.front());
    bool const control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
    std::size_t const length = control ? 0 : utf8_length(text);
    if (length > 0)
      result += text.substr(0, length);
    else
      (result += '%', result += digits[byte >> 4], result += digits[byte & 15]);
    text.remove_prefix(length > 0 ? length : 1);
  }
  return result;
}

} // namespace trident::detail
