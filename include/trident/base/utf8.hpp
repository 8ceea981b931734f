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

/// The text with %XX, its hexadecimal digits, in place of each byte that is no UTF-8 or controls a terminal, but for those
/// in `kept`.
inline std::string readable(std::string_view text, std::string_view kept = "\n\t") {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    auto const byte = static_cast<unsigned char>(text.front());
    bool const control = (byte < 0x20 && kept.find(text.front()) == kept.npos) || byte == 0x7f;
    std::size_t const length = control ? 0 : utf8_length(text);
    if (length > 0)
      result += text.substr(0, length);
    else
      (result += '%', result += digits[byte >> 4], result += digits[byte & 15]);
    text.remove_prefix(length > 0 ? length : 1);
  }
  return result;
}

/// A user's words as a message shows them: readable, in one line, and not more of them than that needs.
inline std::string shown(std::string_view text) {
  constexpr std::size_t enough = 60;
  std::size_t end = enough < text.size() ? enough : text.size();
  while (end < text.size() && end > 0 && (text[end] & 0xc0) == 0x80) --end; // within a letter
  return readable(text.substr(0, end), {}) + (end < text.size() ? "..." : "");
}

/// Any bytes as UTF-8, and back: those that are none stand as the private characters U+EF80 to U+EFFF, and so do the bytes
/// of such a character itself.
inline std::string utf8_of_bytes(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    std::size_t const length = utf8_length(bytes);
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    bool const is_private = length == 3 && byte(0) == 0xee && byte(1) >= 0xbe;
    if (length > 0 && !is_private) {
      text += bytes.substr(0, length);
    } else {
      text += '\xee';
      text += byte(0) < 0xc0 ? '\xbe' : '\xbf';
      text += static_cast<char>(0x80 | (byte(0) & 0x3f));
    }
    bytes.remove_prefix(length > 0 && !is_private ? length : 1);
  }
  return text;
}

inline std::string bytes_of_utf8(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const is_private =
        i + 2 < text.size() && text[i] == '\xee' && (text[i + 1] == '\xbe' || text[i + 1] == '\xbf');
    if (!is_private) {
      bytes += text[i];
      continue;
    }
    unsigned const low = static_cast<unsigned char>(text[i + 2]) & 0x3f;
    bytes += static_cast<char>((text[i + 1] == '\xbe' ? 0x80 : 0xc0) | low);
    i += 2;
  }
  return bytes;
}

} // namespace trident::detail
