// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/flux/table.hpp>

namespace trident {

namespace detail {

/// Reads a file whose lines are quantities, lower edges in one, values in another, and turns it into a table with a row a
/// bin. A line may begin with its title.
class flux_rows_reader {
public:
  flux_rows_reader(std::istream& stream, std::string const& file) : table_{.file = file} {
    text_lines_of lines(stream, "flux file " + file);
    for (std::string line; lines.next(line);) read_line(line, lines.number());
    if (quantities_.empty()) table_.refuse("holds no line of numbers");
    turn();
  }

  flux_table take() { return std::move(table_); }

private:
  static constexpr std::size_t most_quantities = 1000, most_numbers = 30'000'000;

  [[noreturn]] void refuse_line(std::size_t line, std::string const& problem) const {
    throw input_error("flux file " + table_.file + ", line " + std::to_string(line) + ": " + problem);
  }

  void read_line(std::string_view line, std::size_t number) {
    line = trimmed(line);
    if (line.empty()) return;
    if (line.front() == '#' || line.front() == '!' || line.front() == '%') {
      table_.heads.push_back({std::string(trimmed(line.substr(1))), number, true});
      return;
    }
    auto fields = flux_fields(line);
    if (fields.back().empty()) fields.pop_back();
    std::string title;
    if (!flux_number(fields.front())) {
      title = fields.front();
      fields.erase(fields.begin());
    }
    std::vector<double> values;
    for (auto const field : fields) {
      auto const value = flux_number(field);
      if (!value || !is_finite(*value))
        refuse_line(number,
                    "\"" + shown(field) +
                        "\" is not a finite number; with --flux-layout rows a line holds one quantity");
      values.push_back(*value);
    }
    if (!quantities_.empty() && values.size() != quantities_.front().size())
      refuse_line(number, "it holds " + std::to_string(values.size()) + " numbers; the lines before have " +
                              std::to_string(quantities_.front().size()));
    if (values.empty()) refuse_line(number, "it holds no numbers");
    if (quantities_.size() == most_quantities || (quantities_.size() + 1) * values.size() > most_numbers)
      table_.refuse("holds more than fits in memory with --flux-layout rows");
    quantities_.push_back(std::move(values));
    titles_.push_back(std::move(title));
  }

  void turn() {
    table_.columns = quantities_.size();
    table_.row_word = "number";
    for (std::size_t bin = 0; bin < quantities_.front().size(); ++bin) {
      for (auto const& one : quantities_) table_.numbers.push_back(one[bin]);
      table_.lines.push_back(bin + 1);
    }
    bool titled = false;
    for (auto const& title : titles_) titled = titled || !title.empty();
    if (!titled) return;
    std::string head;
    for (auto const& title : titles_)
      head.append(head.empty() ? "" : ";").append(title.empty() ? "-" : title);
    table_.heads.push_back({head, 0, false});
  }

  flux_table table_;
  std::vector<std::vector<double>> quantities_;
  std::vector<std::string> titles_;
};

} // namespace detail

/// Reads a table whose lines are quantities. Throws input_error: one line with the file, the line number, the value and
/// what is allowed.
inline flux_table read_flux_rows(std::istream& stream, std::string const& file) {
  return detail::flux_rows_reader(stream, file).take();
}

} // namespace trident
