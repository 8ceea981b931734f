// SPDX-License-Identifier: BSL-1.0
#include "table.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/partial_file.hpp>

#include "number_text.hpp"

namespace trident::program {

namespace {

using line = std::vector<std::string>;

line text_cells(std::vector<std::optional<double>> const& row) {
  line cells;
  for (auto const& cell : row) cells.push_back(cell ? formatted("%.6g", *cell) : "-");
  return cells;
}

line csv_cells(std::vector<std::optional<double>> const& row) {
  line cells;
  for (auto const& cell : row) cells.push_back(cell ? trident::detail::number_text(*cell) : "");
  return cells;
}

std::string comma_separated(line const& cells) { return trident::detail::joined(cells, ",") + '\n'; }

} // namespace

std::string text_of(number_table const& table) {
  std::vector<line> lines = {table.columns};
  for (auto const& row : table.rows) lines.push_back(text_cells(row));
  std::vector<std::size_t> widths(table.columns.size());
  for (auto const& cells : lines)
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], cells[i].size());
  std::string text;
  for (auto const& one : table.description) text += one + '\n';
  for (auto const& cells : lines) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      text += std::string(2 + widths[i] - cells[i].size(), ' ') + cells[i];
    text += '\n';
  }
  for (auto const& note : table.notes) text += "  note  " + note + '\n';
  return text;
}

std::string csv_of(number_table const& table) {
  std::string text;
  for (auto const& one : table.description) text += "# " + one + '\n';
  for (auto const& note : table.notes) text += "# note: " + note + '\n';
  text += comma_separated(table.columns);
  for (auto const& row : table.rows) text += comma_separated(csv_cells(row));
  return text;
}

void write_output(table_output const& output, std::string const& content) {
  if (!output.file) {
    std::cout << content;
    return;
  }
  partial_file file(*output.file, encoder_for(*output.file));
  file.append(content);
  file.complete();
}

} // namespace trident::program
