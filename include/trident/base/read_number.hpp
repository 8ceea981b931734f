// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <clocale>
#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <trident/base/finite.hpp>

// Numbers from text, in the one grammar of std::from_chars, whatever the locale: "1.5", "-2e-3", no leading '+', no
// blanks. Standard libraries without from_chars for floating numbers (libc++ before version 20) get the same from strtod.

namespace trident::detail {

/// Where the text of a floating number ends that begins at `first`, in the grammar of std::from_chars; `first` if none does.
class number_scanner {
public:
  constexpr number_scanner(char const* first, char const* last, std::chars_format format)
      : at_(first), last_(last), hex_(format == std::chars_format::hex) {}

  constexpr char const* end() {
    char const* const start = at_;
    take('-');
    if (word("infinity") || word("inf")) return at_;
    if (word("nan")) {
      payload();
      return at_;
    }
    bool const whole = digits();
    bool const part = take('.') && digits();
    if (!whole && !part) return start;
    exponent();
    return at_;
  }

private:
  static constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }

  constexpr bool take(char wanted) {
    bool const here = at_ != last_ && lower(*at_) == wanted;
    if (here) ++at_;
    return here;
  }

  constexpr bool word(std::string_view wanted) {
    char const* const start = at_;
    for (char const c : wanted)
      if (!take(c)) {
        at_ = start;
        return false;
      }
    return true;
  }

  constexpr bool digits(bool hex) {
    char const* const start = at_;
    while (at_ != last_ &&
           ((*at_ >= '0' && *at_ <= '9') || (hex && lower(*at_) >= 'a' && lower(*at_) <= 'f')))
      ++at_;
    return at_ != start;
  }

  constexpr bool digits() { return digits(hex_); }

  /// Of "nan(...)", if it is closed.
  constexpr void payload() {
    if (at_ == last_ || *at_ != '(') return;
    for (char const* end = at_ + 1; end != last_; ++end) {
      if (*end == ')') {
        at_ = end + 1;
        return;
      }
      char const c = lower(*end);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_')) return;
    }
  }

  constexpr void exponent() {
    char const* const start = at_;
    if (!take(hex_ ? 'p' : 'e')) return;
    if (!take('-')) take('+');
    if (!digits(false)) at_ = start;
  }

  char const* at_;
  char const* last_;
  bool hex_;
};

/// The value of a text that number_scanner found to be all number: infinite or zero where it lies outside what doubles hold.
inline double value_by_strtod(std::string_view number, std::chars_format format) {
  std::string text;
  bool const negative = number.starts_with('-');
  if (negative) number.remove_prefix(1);
  bool const name = !number.empty() && (number[0] | 0x20) >= 'i' && (number[0] | 0x20) <= 'n'; // inf, nan
  if (negative) text += '-';
  if (format == std::chars_format::hex && !name) text += "0x";
  for (char const c : number) {
    if (c == '.')
      text += std::localeconv()->decimal_point;
    else
      text += c;
  }
  return std::strtod(text.c_str(), nullptr);
}

/// std::from_chars for double by strtod, which rounds correctly too.
inline std::from_chars_result number_by_strtod(char const* first, char const* last, double& value,
                                               std::chars_format format) {
  char const* const end = number_scanner(first, last, format).end();
  if (end == first) return {first, std::errc::invalid_argument};
  std::string_view const number(first, static_cast<std::size_t>(end - first));
  double const result = value_by_strtod(number, format);
  bool const named = number.find_first_of("nN") != std::string_view::npos; // inf, nan
  auto const digits = number.substr(0, number.find_first_of(format == std::chars_format::hex ? "pP" : "eE"));
  bool const zero = digits.find_first_not_of("-.0") == std::string_view::npos;
  if (!named && (!is_finite(result) || (result == 0 && !zero))) return {end, std::errc::result_out_of_range};
  value = result;
  return {end, std::errc{}};
}

/// std::from_chars, with what the standard library at hand lacks of it.
template <class Number>
std::from_chars_result read_number(char const* first, char const* last, Number& value) {
  if constexpr (std::integral<Number> || requires { std::from_chars(first, last, value); })
    return std::from_chars(first, last, value);
  else
    return number_by_strtod(first, last, value, std::chars_format::general);
}

/// The same for floating numbers with the digits of `format`.
template <std::floating_point Number>
std::from_chars_result read_number(char const* first, char const* last, Number& value,
                                   std::chars_format format) {
  if constexpr (requires { std::from_chars(first, last, value, format); })
    return std::from_chars(first, last, value, format);
  else
    return number_by_strtod(first, last, value, format);
}

/// The number that is all of `text`; nothing if it is none or lies outside what `Number` holds. May be infinite or NaN.
template <class Number>
std::optional<Number> number_from(std::string_view text) {
  Number value{};
  auto const [end, problem] = read_number(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

} // namespace trident::detail
