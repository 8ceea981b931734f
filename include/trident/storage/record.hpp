// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/read_number.hpp>

// Text from which a state can be read back with the same bits: lines "name value value ...", floating-point numbers in
// hexadecimal as std::to_chars writes them (1.8p+3 is 12).

namespace trident {

/// Makes the text of records: a line each, a name and words.
class record_writer {
public:
  /// "name word word ...": numbers, and texts without spaces.
  template <class... Words>
  void line(std::string_view name, Words const&... words) {
    text_ += name;
    (put(words), ...);
    text_ += '\n';
  }

  /// "name number number ...", of a range whose size the reader knows.
  template <class Range>
  void numbers(std::string_view name, Range const& range) {
    text_ += name;
    for (auto const& one : range) put(one);
    text_ += '\n';
  }

  std::string const& text() const { return text_; }

private:
  void put(std::string_view word) { text_.append(1, ' ').append(word); }
  template <std::integral Number>
  void put(Number value) {
    put_digits([&](char* first, char* last) { return std::to_chars(first, last, value); });
  }
  void put(double value) {
    put_digits(
        [&](char* first, char* last) { return std::to_chars(first, last, value, std::chars_format::hex); });
  }
  template <class Convert>
  void put_digits(Convert const& convert) {
    std::array<char, 40> digits;
    text_.append(1, ' ').append(digits.data(), convert(digits.data(), digits.data() + digits.size()).ptr);
  }

  std::string text_;
};

/// Reads what a record_writer wrote, in the same order. Throws input_error that names file and line where it finds
/// something else.
class record_reader {
public:
  /// `text` outlives the reader and begins with line `first_line` of the file.
  record_reader(std::string file, std::string_view text, std::size_t first_line = 1)
      : file_(std::move(file)), text_(text), line_(first_line) {}

  std::string const& file() const { return file_; }

  void expect(std::string_view name) {
    if (word(name) != name) refuse(name);
  }

  /// The next word; `wanted` says what it is in the message if there is none.
  std::string_view word(std::string_view wanted) {
    skip_space();
    auto const word = text_.substr(at_, text_.find_first_of(" \n", at_) - at_);
    if (word.empty()) refuse(wanted);
    at_ += word.size();
    return word;
  }

  /// What stands behind the last word, up to the end of the line.
  std::string_view rest_of_line() {
    std::size_t const first = at_ + (text_.substr(at_).starts_with(' ') ? 1 : 0);
    at_ = std::min(text_.find('\n', first), text_.size());
    return text_.substr(first, at_ - first);
  }

  template <class Number>
  Number number() {
    auto const text = word("a number");
    Number value{};
    std::from_chars_result result{};
    if constexpr (std::floating_point<Number>)
      result = detail::read_number(text.data(), text.data() + text.size(), value, std::chars_format::hex);
    else
      result = detail::read_number(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) refuse("a number");
    if constexpr (std::floating_point<Number>)
      if (!detail::is_finite(value)) refuse("a finite number");
    return value;
  }

  /// How many of something follow. No more than what is left of the text has room for: a damaged number does not ask for
  /// more memory than the file takes.
  std::size_t count(std::size_t most) {
    auto const value = number<std::size_t>();
    constexpr std::size_t least_size = 2; // of an item: a character and what separates it from the next
    std::size_t const room = (text_.size() - at_) / least_size;
    if (value > std::min(most, room)) refuse("a number up to " + std::to_string(std::min(most, room)));
    return value;
  }

  /// A number for which is_allowed(number) holds; `wanted` says what that is in the message.
  template <class Number, class IsAllowed>
  Number number(std::string_view wanted, IsAllowed const& is_allowed) {
    auto const value = number<Number>();
    if (!is_allowed(value)) refuse(wanted);
    return value;
  }

  template <class Range>
  void numbers(std::string_view name, Range&& range) {
    expect(name);
    for (auto& one : range) one = number<std::remove_reference_t<decltype(one)>>();
  }

  /// name number
  template <class Number>
  Number number(std::string_view name) {
    expect(name);
    return number<Number>();
  }

  void expect_end() {
    if (!at_end()) refuse("no more");
  }

  bool at_end() {
    skip_space();
    return at_ >= text_.size();
  }

  [[noreturn]] void refuse(std::string_view wanted) const {
    throw input_error("file \"" + file_ + "\" is damaged: line " + std::to_string(line_) + " must have " +
                      std::string(wanted));
  }

private:
  void skip_space() {
    for (; at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n'); ++at_)
      if (text_[at_] == '\n') ++line_;
  }

  std::string file_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_;
};

} // namespace trident
