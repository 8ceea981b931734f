// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>

#include "catalogue.hpp"
#include "commands.hpp"
#include "json_text.hpp"

namespace trident::program {

namespace {

catalogue const& find_catalogue(std::string const& name) {
  if (auto const* const found = trident::detail::find_named(catalogues(), name, &catalogue::name))
    return *found;
  std::string const problem = name.empty() ? "list needs a word" : "list \"" + name + "\" is not known";
  throw input_error(problem + ": allowed are " + trident::detail::joined(catalogues(), &catalogue::name));
}

using json = nlohmann::ordered_json;
using table = std::vector<std::vector<std::string>>;

std::string cell_text(int value) { return std::to_string(value); }
std::string cell_text(std::string const& text) { return text; }

template <class Item>
std::string cell_text(std::vector<Item> const& items) {
  return trident::detail::joined(items, [](Item const& one) { return cell_text(one); });
}

/// The text of the cell under `column`, empty where a row has none.
std::string cell_of(catalogue_row const& row, std::string const& column) {
  for (auto const& [name, cell] : row)
    if (name == column) return std::visit([](auto const& value) { return cell_text(value); }, cell);
  return {};
}

/// The columns of the rows as text, under their names.
table text_of(std::vector<catalogue_row> const& rows, std::vector<std::string> const& columns) {
  table lines = {columns};
  for (auto const& row : rows) {
    lines.emplace_back();
    for (auto const& column : columns) lines.back().push_back(cell_of(row, column));
  }
  return lines;
}

json to_json(std::vector<catalogue_row> const& rows) {
  json list = json::array();
  for (auto const& row : rows) {
    json object;
    for (auto const& [name, cell] : row)
      std::visit([&, key = name](auto const& value) { object[key] = value; }, cell);
    list.push_back(object);
  }
  return list;
}

std::vector<std::size_t> widths_of(table const& lines) {
  std::vector<std::size_t> widths(lines.front().size());
  for (auto const& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], line[i].size());
  return widths;
}

void write_table(std::ostream& out, table const& lines) {
  auto const widths = widths_of(lines);
  for (auto const& line : lines) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
      text += line[i];
      if (i + 1 < line.size()) text.append(widths[i] - line[i].size() + 2, ' ');
    }
    out << text.substr(0, text.find_last_not_of(' ') + 1) << '\n';
  }
}

} // namespace

int run_list(list_request const& request) {
  auto const& chosen = find_catalogue(request.what);
  auto const rows = chosen.rows();
  if (request.format == output_format::json)
    std::cout << json_text(to_json(rows));
  else if (!rows.empty())
    write_table(std::cout, text_of(rows, chosen.columns));
  if (rows.empty()) std::cerr << "trident: this version knows no " << request.what << '\n';
  return 0;
}

} // namespace trident::program
