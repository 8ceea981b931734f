// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trident/format/line_reader.hpp>

namespace trident {

/// Columns of numbers of what csv_format writes, event by event. Throws input_error for a table without such a column and for
/// a line that has not what the line of names says, with its number.
class csv_reader {
public:
  /// Goes to the line of names; what the head says stands in front of it.
  csv_reader(std::istream& in, std::span<std::string_view const> columns) : lines_(in) {
    while (next_line() && (line_.empty() || line_.starts_with('#')))
      if (line_.starts_with("# ")) head_.push_back(line_.substr(2));
    auto const names = cells();
    count_ = names.size();
    for (auto const& wanted : columns) places_.push_back(place_of(wanted, names));
    auto const number = std::find(names.begin(), names.end(), "event");
    number_place_ = static_cast<std::size_t>(number - names.begin());
  }

  /// What the head says of "process", "target", "flux", ...; empty if it does not.
  std::string fact(std::string_view name) const {
    for (auto const& line : head_)
      if (line.starts_with(name) && line.substr(name.size()).starts_with(" = "))
        return line.substr(name.size() + 3);
    return {};
  }

  /// The next event's numbers, in the order of the columns asked for; false at the end of the file.
  bool next(std::span<double> values) {
    do {
      if (!next_line()) return false;
    } while (detail::trimmed(line_).empty());
    if (line_.starts_with('#') || line_.starts_with("event,"))
      lines_.refuse("another head: a file has one table; cut it there");
    auto const row = cells();
    if (row.size() != count_)
      lines_.refuse("it has " + std::to_string(row.size()) + " cells, and the line of names has " +
                    std::to_string(count_));
    for (std::size_t i = 0; i < places_.size(); ++i)
      values[i] = detail::number_in<double>(detail::trimmed(row[places_[i]]), lines_);
    if (number_place_ < count_ &&
        !numbers_.insert(detail::number_in<std::uint64_t>(detail::trimmed(row[number_place_]), lines_)))
      lines_.refuse("event number " + std::string(row[number_place_]) + " is there twice");
    return true;
  }

private:
  bool next_line() {
    if (!lines_.next(line_)) return false;
    if (lines_.ended_inside()) lines_.refuse_truncated("end of the line: its last number may be cut");
    return true;
  }

  std::vector<std::string_view> cells() const {
    std::vector<std::string_view> parts;
    std::string_view const line = line_;
    for (std::size_t start = 0; start <= line.size();) {
      std::size_t const end = std::min(line.find(',', start), line.size());
      parts.push_back(line.substr(start, end - start));
      start = end + 1;
    }
    return parts;
  }

  static std::size_t place_of(std::string_view wanted, std::vector<std::string_view> const& names) {
    auto const found = std::find(names.begin(), names.end(), wanted);
    if (found == names.end())
      throw input_error(
          "has no column \"" + std::string(wanted) +
          "\": a file of events in the format csv is needed, as trident events --file-format csv "
          "writes it");
    if (std::find(found + 1, names.end(), wanted) != names.end())
      throw input_error("has two columns \"" + std::string(wanted) + '"');
    return static_cast<std::size_t>(found - names.begin());
  }

  detail::line_reader lines_;
  std::string line_;
  std::vector<std::string> head_;
  std::vector<std::size_t> places_;
  std::size_t count_ = 0, number_place_ = 0;
  detail::number_set numbers_;
};

} // namespace trident
