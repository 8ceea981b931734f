// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <istream>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text_lines.hpp>
#include <trident/flux/titles.hpp>

namespace trident {

/// A line of words above the numbers of a file.
struct flux_head {
  std::string text; ///< without the sign of a comment
  std::size_t line = 0;
  bool comment = false;
};

/// The numbers of a file of fluxes as they stand there, and the lines of words above them.
struct flux_table {
  std::string file; ///< its name in messages
  std::vector<flux_head> heads = {};
  std::size_t columns = 0;
  std::vector<double> numbers = {};    ///< row by row; NaN where there is no finite number
  std::vector<std::size_t> lines = {}; ///< that the rows stand in, from 1
  std::map<std::size_t, std::string> words =
      {}; ///< what stands where there is no finite number, by its index

  std::string row_word = "line"; ///< what `lines` count
  std::size_t first_head = 0;    ///< of the heads: those before are of the first block of the file

  std::size_t rows() const { return lines.size(); }

  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error("flux file " + file + " " + problem);
  }
  [[noreturn]] void refuse_row(std::size_t row, std::string const& problem) const {
    throw input_error("flux file " + file + ", " + row_word + ' ' + std::to_string(lines[row]) + ": " +
                      problem);
  }

  /// The finite number there; throws input_error if there is none.
  double at(std::size_t row, std::size_t column) const {
    std::size_t const index = row * columns + column;
    double const value = numbers[index];
    if (detail::is_finite(value)) return value;
    auto const found = words.find(index);
    refuse_row(row, '"' + (found == words.end() ? std::string("...") : found->second) +
                        "\" is not a finite number, which is what a flux file holds" +
                        (found != words.end() && found->second.find(',') != std::string::npos
                             ? "; decimals are written with a point, not a comma"
                             : ""));
  }
};

namespace detail {

/// What a flux file has between its numbers: ';', or ',', or blanks.
inline std::vector<std::string_view> flux_fields(std::string_view line) {
  std::vector<std::string_view> row;
  std::string_view const separators = line.find(';') != std::string_view::npos   ? ";"
                                      : line.find(',') != std::string_view::npos ? ","
                                                                                 : " \t\f\v";
  for (auto rest = trimmed(line); !rest.empty();) {
    auto const end = rest.find_first_of(separators);
    auto field = trimmed(rest.substr(0, end));
    if (field.size() > 1 && field.front() == '"' && field.back() == '"')
      field = field.substr(1, field.size() - 2);
    row.push_back(trimmed(field));
    if (end == std::string_view::npos) break;
    rest = trimmed(rest.substr(end + 1));
    if (rest.empty()) row.emplace_back(); // the line ends with a separator
  }
  return row;
}

/// As C and as Fortran write it (1.0D-03); what is too small is 0. Nothing for what is no number.
inline std::optional<double> flux_number(std::string_view field) {
  if (field.starts_with('+') && !field.starts_with("+-")) field.remove_prefix(1);
  std::string fortran;
  if (auto const d = field.find_first_of("dD"); d != std::string_view::npos && d > 0) {
    fortran = field;
    fortran[d] = 'e';
    field = fortran;
  }
  double value = 0;
  char const* const last = field.data() + field.size();
  auto const [end, problem] = read_number(field.data(), last, value);
  if (end != last || problem == std::errc::invalid_argument) return std::nullopt;
  if (problem == std::errc::result_out_of_range) return value_by_strtod(field, std::chars_format::general);
  return value;
}

/// What users have beside tables of text, with a way to one.
inline void refuse_other_formats(std::string const& file, std::string_view line) {
  struct format {
    std::string_view starts, name, advice;
  };
  constexpr std::string_view write = "write its histogram as text, a row a bin: low, high, value";
  constexpr std::array formats = {
      format{"root", "a ROOT file",
             "(uproot or TH1::GetBinContent); rays of dk2nu or gsimple are no spectrum"},
      format{"\x89HDF", "an HDF5 file", "(h5dump or h5py)"},
      format{"\x93NUMPY", "a NumPy file", "(numpy.savetxt)"},
      format{"PK\x03\x04", "a ZIP archive or a spreadsheet", "(unzip it, or export CSV)"},
      format{"%PDF", "a PDF file", ""},
      format{"%YAML", "YAML", "(HEPData offers CSV of each table)"},
      format{"dependent_variables:", "YAML of HEPData", "(HEPData offers CSV of each table)"},
      format{"independent_variables:", "YAML of HEPData", "(HEPData offers CSV of each table)"},
      format{"{", "JSON or a list in braces", ""},
      format{"<?xml", "XML", ""},
      format{"<!DOCTYPE", "a web page", "(download the file itself)"},
      format{"<html", "a web page", "(download the file itself)"}};
  for (auto const& [starts, name, advice] : formats) {
    bool const is_text = starts != "root";
    if (line.starts_with(starts) && (is_text || line.size() == starts.size()))
      throw input_error("flux file " + file + " is " + std::string(name) + ": " + std::string(write) +
                        (advice.empty() ? "" : " ") + std::string(advice));
  }
}

class flux_table_reader {
public:
  flux_table_reader(std::istream& stream, std::string file) : table_{.file = std::move(file)} {
    text_lines_of lines(stream, "flux file " + table_.file);
    std::string line;
    try {
      while (lines.next(line)) read_line(line, lines.number());
    } catch (input_error const&) {
      if (lines.number() <= 1) refuse_other_formats(table_.file, line);
      throw;
    }
    if (lines.number() == 0) table_.refuse("cannot be read, or is empty");
    if (table_.columns == 0 && blocks_.empty()) table_.refuse("holds no numbers");
    if (table_.columns == 0)
      refuse_line(words_.line,
                  "\"" + shown(words_.text) +
                      "\" is not a finite number, which is what a flux file holds below its first row");
    blocks_.push_back(std::move(table_));
  }

  std::vector<flux_table> take() { return std::move(blocks_); }

private:
  static constexpr std::size_t most_numbers = 30'000'000, most_heads = 1000, longest_head = 4096,
                               most_blocks = 10'000;

  [[noreturn]] void refuse_line(std::size_t line, std::string const& problem) const {
    throw input_error("flux file " + table_.file + ", line " + std::to_string(line) + ": " + problem);
  }

  /// Where a comment begins: with '#', and behind a blank or at the start with '!', '%' or "//" too. A '#' within a word,
  /// as in "Bin#", begins none.
  static std::size_t comment_in(std::string_view line) {
    bool const of_numbers =
        !line.empty() && std::string_view("+-.0123456789\"").find(line.front()) != line.npos;
    for (std::size_t at = line.find_first_of("#!%/"); at < line.size();
         at = line.find_first_of("#!%/", at + 1)) {
      bool const free = at == 0 || is_blank(line[at - 1]) || line[at - 1] == ',' || line[at - 1] == ';';
      bool const begins =
          line[at] == '#' ? free || of_numbers : free && (line[at] != '/' || line.substr(at, 2) == "//");
      if (begins) return at;
    }
    return line.npos;
  }

  void read_line(std::string_view line, std::size_t number) {
    line = trimmed(line);
    auto const comment = comment_in(line);
    auto const body = trimmed(line.substr(0, comment));
    auto const row = flux_fields(body);
    if (number == 1 || table_.columns == 0) refuse_other_formats(table_.file, line);
    if (begins_block(row)) begin_block();
    bool const pauses = row.empty();
    if (!row.empty() && (table_.columns > 0 || flux_number(row.front()) || has_decimal_comma(row.front())))
      read_row(row, number);
    else if (!row.empty())
      words_ = {std::string(row.front()), number}, add_head(body, number, false);
    else if (comment != line.npos && table_.columns == 0)
      add_head(trimmed(line.substr(std::min(line.find_first_not_of("#!%/", comment), line.size()))), number,
               true);
    else if (comment != line.npos && between_.size() < most_heads)
      between_.emplace_back(
          number, trimmed(line.substr(std::min(line.find_first_not_of("#!%/", comment), line.size()))));
    paused_ = pauses;
    if (!pauses) between_.clear();
  }

  /// Words below numbers begin another block, and so do, behind an empty line or a comment, a row of another length and
  /// one whose first number is smaller again.
  bool begins_block(std::vector<std::string_view> const& row) const {
    if (row.empty() || table_.columns == 0) return false;
    auto const first = flux_number(row.front());
    if (!first && !has_decimal_comma(row.front()))
      return row.size() != table_.columns || std::none_of(row.begin() + 1, row.end(), [](auto field) {
               return flux_number(field).has_value();
             });
    bool const other =
        row.size() != table_.columns && !(row.back().empty() && row.size() == table_.columns + 1);
    return paused_ && (other || (first && *first < table_.numbers[(table_.rows() - 1) * table_.columns]));
  }

  /// The next block has the heads of the first, and its own behind them.
  void begin_block() {
    if (blocks_.size() == most_blocks)
      table_.refuse("has more than " + std::to_string(most_blocks) + " blocks");
    std::size_t const numbers = table_.numbers.size();
    blocks_.push_back(std::move(table_));
    numbers_before_ += numbers;
    table_ = {.file = blocks_.front().file};
    constexpr std::size_t most_of_first = 20;
    auto const& heads = blocks_.front().heads;
    table_.heads.assign(heads.end() - static_cast<std::ptrdiff_t>(std::min(heads.size(), most_of_first)),
                        heads.end());
    table_.first_head = table_.heads.size();
    for (auto const& [line, text] : between_) add_head(text, line, true);
  }

  void add_head(std::string_view text, std::size_t line, bool comment) {
    if (!text.empty() && table_.heads.size() < most_heads && text.size() <= longest_head)
      table_.heads.push_back({std::string(text), line, comment});
  }

  void read_row(std::vector<std::string_view> row, std::size_t line) {
    bool const ends_with_separator = row.size() > 1 && row.back().empty();
    if (table_.columns == 0) begin(row.size() - ends_with_separator, row, line);
    if (ends_with_separator && row.size() == table_.columns + 1) row.pop_back();
    if (row.size() != table_.columns) refuse_row_of(row, line);
    if (numbers_before_ + table_.numbers.size() + row.size() > most_numbers)
      table_.refuse("holds more than " + std::to_string(most_numbers) + " numbers; make its bins wider");
    for (auto const field : row) add(field);
    table_.lines.push_back(line);
  }

  [[noreturn]] void refuse_row_of(std::vector<std::string_view> const& row, std::size_t line) const {
    refuse_line(line,
                "number of columns " + std::to_string(row.size()) + "; the lines before have " +
                    std::to_string(table_.columns) + ", and a flux file holds nothing below its spectrum" +
                    (row.size() > 8 ? " (a covariance matrix? Keep the " + std::to_string(line - 1) +
                                          " lines above it, as head -n " + std::to_string(line - 1) + " does)"
                                    : ""));
  }

  void begin(std::size_t columns, std::vector<std::string_view> const& row, std::size_t line) {
    refuse_decimal_commas(row, line);
    table_.columns = columns;
    for (auto const& head : table_.heads) {
      auto const fields = flux_fields(head.text);
      if (!head.comment && columns > 1 && fields.size() == columns &&
          std::all_of(fields.begin() + 1, fields.end(),
                      [](auto field) { return flux_number(field).has_value(); }))
        refuse_line(head.line,
                    "\"" + shown(fields.front()) +
                        "\" is not a finite number, which is what a flux file holds; put a # before titles");
    }
  }

  static bool has_decimal_comma(std::string_view field) {
    std::string with_point(field);
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    return with_point != field && flux_number(with_point);
  }

  /// "0,5;1,2", and "0,5 1,2" which would be read as three columns.
  void refuse_decimal_commas(std::vector<std::string_view> const& row, std::size_t line) const {
    for (auto const field : row) {
      auto const blank = std::min(field.find_first_of(" \t"), field.size());
      if (has_decimal_comma(field) || (blank < field.size() && flux_number(field.substr(0, blank))))
        refuse_line(line,
                    "\"" + shown(field) +
                        "\" is not a finite number; decimals are written with a point, not a comma, and "
                        "columns are separated by blanks, commas or semicolons alone");
    }
  }

  void add(std::string_view field) {
    auto const value = flux_number(field);
    if (value && is_finite(*value)) {
      table_.numbers.push_back(*value);
      return;
    }
    constexpr std::size_t most_words = 1000;
    if (table_.words.size() < most_words) table_.words.emplace(table_.numbers.size(), shown(field));
    table_.numbers.push_back(std::numeric_limits<double>::quiet_NaN());
  }

  flux_table table_;
  std::vector<flux_table> blocks_;                           ///< that are complete
  std::size_t numbers_before_ = 0;                           ///< in them
  flux_head words_;                                          ///< the last line of words, by its first
  bool paused_ = false;                                      ///< by an empty line or a comment
  std::vector<std::pair<std::size_t, std::string>> between_; ///< the comments there
};

} // namespace detail

/// Reads the blocks of a file, most of which have one; `file` names it in messages. Throws input_error: one line with the
/// file, the line number, the value and what is allowed.
inline std::vector<flux_table> read_flux_blocks(std::istream& stream, std::string const& file) {
  return detail::flux_table_reader(stream, file).take();
}

} // namespace trident
