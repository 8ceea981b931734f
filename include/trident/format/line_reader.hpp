// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/utf8.hpp>

// Lines, words and numbers of event files, as programs on several systems and in several languages write them.

namespace trident::detail {

/// Lines of a stream, counted, without their ends (a line feed, with a carriage return before it or not) and without the
/// mark that some editors put in front of a file. Throws input_error for a line that is none of a text file.
class line_reader {
public:
  explicit line_reader(std::istream& in) : in_(&in) {}

  /// False at the end of the file.
  bool next(std::string& line) {
    line.clear();
    ended_inside_ = false;
    for (;;) {
      in_->getline(piece_.data(), static_cast<std::streamsize>(piece_.size()));
      auto const read = static_cast<std::size_t>(in_->gcount());
      bool const more =
          in_->fail() && !in_->eof() && read + 1 == piece_.size(); // the line is longer than a piece
      bool const ended = !in_->eof() && !more;                     // its end is counted, but not stored
      line.append(piece_.data(), ended && read > 0 ? read - 1 : read);
      if (!more) {
        ended_inside_ = !ended && !line.empty();
        if (!ended && line.empty()) return false;
        break;
      }
      if (line.size() > longest_line) refuse_next("is longer than 64 MiB: this is no file of events");
      in_->clear();
    }
    ++number_;
    if (line.ends_with('\r')) line.pop_back();
    if (number_ == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
    if (line.find('\0') != std::string::npos) refuse("it has a byte 0: the file is damaged");
    return true;
  }

  /// Whether the file ended in the last line, which may have been cut there.
  bool ended_inside() const { return ended_inside_; }

  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error("line " + std::to_string(number_) + ": " + problem);
  }
  [[noreturn]] void refuse_truncated(std::string_view missing) const {
    throw input_error("the file is truncated: after line " + std::to_string(number_) + " there is no " +
                      std::string(missing));
  }

private:
  static constexpr std::size_t longest_line = std::size_t{1} << 26;

  [[noreturn]] void refuse_next(std::string const& problem) const {
    throw input_error("line " + std::to_string(number_ + 1) + ' ' + problem);
  }

  std::istream* in_;
  std::uint64_t number_ = 0;
  bool ended_inside_ = false;
  std::vector<char> piece_ = std::vector<char>(std::size_t{1} << 16);
};

inline constexpr std::string_view blanks = " \t\r\v\f";

inline std::vector<std::string_view> words_of_line(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(blanks); at < line.size();) {
    std::size_t const end = std::min(line.find_first_of(blanks, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = std::min(line.find_first_not_of(blanks, end), line.size());
  }
  return words;
}

/// A word as a message shows it: not more of it than that needs.
inline std::string in_quotes(std::string_view word) { return '"' + shown(word) + '"'; }

/// A number: of Fortran too (1.5D+3), with a plus in front, or so small that it is 0 (1e-400). What is not finite is none.
template <class Number>
Number number_in(std::string_view word, line_reader const& lines) {
  std::string text(word.starts_with('+') && word.size() > 1 && word[1] != '-' ? word.substr(1) : word);
  if constexpr (std::floating_point<Number>)
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == 'd' || c == 'D'; }, 'e');
  Number value{};
  auto const [end, problem] = read_number(text.data(), text.data() + text.size(), value);
  bool const whole = end == text.data() + text.size();
  if constexpr (std::floating_point<Number>) {
    auto const exponent = text.find_first_of("eE");
    bool const tiny = exponent != std::string::npos && text.compare(exponent + 1, 1, "-") == 0;
    if (problem == std::errc::result_out_of_range && whole && tiny) return 0;
    if (problem == std::errc{} && whole && !is_finite(value))
      lines.refuse(in_quotes(word) + " is not finite");
  }
  if (problem == std::errc::result_out_of_range) lines.refuse(in_quotes(word) + " is too large a number");
  if (problem != std::errc{} || !whole) lines.refuse(in_quotes(word) + " is not a number");
  return value;
}

/// Numbers that were seen, for those that come twice. Those that follow each other take no room.
class number_set {
public:
  /// False if the number is there already.
  bool insert(std::uint64_t number) {
    auto after = ranges_.upper_bound(number);
    auto before = after == ranges_.begin() ? ranges_.end() : std::prev(after);
    if (before != ranges_.end() && number <= before->second) return false;
    bool const joins_after = after != ranges_.end() && after->first - 1 == number;
    std::uint64_t const last = joins_after ? after->second : number;
    if (joins_after) ranges_.erase(after);
    if (before != ranges_.end() && before->second + 1 == number)
      before->second = last;
    else
      ranges_.emplace(number, last);
    return true;
  }

private:
  std::map<std::uint64_t, std::uint64_t> ranges_; ///< first and last
};

} // namespace trident::detail
