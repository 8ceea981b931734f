// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

#include <trident/base/error.hpp>
#include <trident/base/utf8.hpp>

namespace trident::detail {

/// The lines of a text, whoever wrote it: ended by LF, CR LF or CR, with or without a byte-order mark. What is no such
/// text is an input_error that says what it seems to be.
class text_lines_of {
public:
  /// `title` names the text in messages, such as: flux file f.csv
  text_lines_of(std::istream& stream, std::string title) : bytes_(*stream.rdbuf()), title_(std::move(title)) {
    for (int c = 0; ahead_.size() < 3 && (c = guarded([this] { return bytes_.sbumpc(); })) != end_of_file;)
      ahead_ += static_cast<char>(c);
    if (ahead_.starts_with("\xff\xfe") || ahead_.starts_with("\xfe\xff"))
      refuse("is text in UTF-16; save it as plain text or UTF-8");
    if (ahead_.starts_with("\x1f\x8b")) refuse("is compressed; it has to be read decompressed");
    if (ahead_ == "\xef\xbb\xbf") ahead_.clear();
  }

  /// The next line without its end; false when there is none.
  bool next(std::string& line) {
    line.clear();
    int c = get();
    if (c == end_of_file) return false;
    ++number_;
    for (; c != end_of_file && c != '\n' && c != '\r'; c = get()) {
      if (c == 0)
        refuse("holds a NUL byte: it is no plain text (UTF-16, or binary?); save it as plain text or UTF-8");
      if (line.size() == longest)
        refuse("has a line longer than " + std::to_string(longest) +
               " bytes: it is no table with a row a line");
      line += static_cast<char>(c);
    }
    if (c == '\r' && peek() == '\n') get();
    return true;
  }

  std::size_t number() const { return number_; } ///< of the line last read, from 1

private:
  static constexpr int end_of_file = std::char_traits<char>::eof();
  static constexpr std::size_t longest = 1'000'000;

  [[noreturn]] void refuse(std::string const& problem) const { throw input_error(title_ + " " + problem); }

  int get() {
    if (used_ < ahead_.size()) return static_cast<unsigned char>(ahead_[used_++]);
    return guarded([this] { return bytes_.sbumpc(); });
  }

  int peek() {
    if (used_ < ahead_.size()) return static_cast<unsigned char>(ahead_[used_]);
    return guarded([this] { return bytes_.sgetc(); });
  }

  /// What the standard streams throw for a folder, say.
  template <class Use>
  int guarded(Use const& use) const {
    try {
      return use();
    } catch (std::ios_base::failure const&) { refuse("cannot be read"); }
  }

  std::streambuf& bytes_;
  std::string title_;
  std::string ahead_; ///< the first bytes, looked at for a mark
  std::size_t used_ = 0, number_ = 0;
};

} // namespace trident::detail
