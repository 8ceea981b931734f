// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trident/flux.hpp>
#include <trident/flux_unit.hpp>

// Reads a spectrum from a text file. The number of columns, separated by blanks or commas, tells the layout:
//
//   2   energy, value                                                   energies at bin centres
//   3   lower edge, upper edge, value
//   7   energy, nu_e, nu_mu, nu_tau, anti-nu_e, anti-nu_mu, anti-nu_tau   energies at bin centres (GLoBES)
//   8   lower edge, upper edge and the six flavours in the same order
//
// Skipped are empty lines, what follows a '#', and one line of titles before the numbers. Edges halve the way
// between centres; the first and the last bin are symmetric about their centres, but none starts below 0.
// For bins of equal width this is exact.

namespace trident {

namespace detail {

/// Bins as a file gives them, in its units.
struct flux_bins {
  std::vector<double> edges;
  std::vector<double> values;
};

class flux_reader {
public:
  flux_reader(std::istream& stream, std::string file, std::optional<neutrino> flavour)
      : file_{std::move(file)}, flavour_{flavour} {
    for (std::string line; std::getline(stream, line);) {
      ++line_number_;
      read_line(line);
    }
    if (stream.bad() || line_number_ == 0) refuse("cannot be read, or is empty");
    if (columns_ == 0) refuse("holds no numbers");
    if (has_centres() && centres_.size() < 2)
      refuse("has one row; bins from their centres need two rows or more");
    if (has_centres()) edges_from_centres();
  }

  flux_bins const& bins() const { return bins_; }

private:
  using fields = std::vector<std::string_view>;

  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error("flux file " + file_ + " " + problem);
  }

  [[noreturn]] void refuse_line(std::string const& problem) const {
    throw input_error("flux file " + file_ + ", line " + std::to_string(line_number_) + ": " + problem);
  }

  bool has_centres() const { return columns_ == 2 || columns_ == 7; }

  void read_line(std::string_view line) {
    auto const row = split(line.substr(0, line.find('#')));
    if (row.empty() || is_title(row)) return;
    if (columns_ == 0) check_layout(row.size());
    if (row.size() != columns_)
      refuse_line("number of columns " + std::to_string(row.size()) + "; the lines before have " +
                  std::to_string(columns_));
    if (has_centres())
      add_centre(number(row[0]));
    else
      add_edges(number(row[0]), number(row[1]));
    add_value(row);
  }

  static std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    auto const first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
  }

  static fields split(std::string_view line) {
    fields row;
    std::string_view const separators = line.find(',') != std::string_view::npos ? "," : " \t";
    for (auto rest = trimmed(line); !rest.empty();) {
      auto const end = rest.find_first_of(separators);
      row.push_back(trimmed(rest.substr(0, end)));
      if (end == std::string_view::npos) break;
      rest = trimmed(rest.substr(end + 1));
      if (rest.empty()) row.emplace_back(); // the line ends with a comma
    }
    return row;
  }

  static std::optional<double> parsed(std::string_view field) {
    if (field.starts_with('+')) field.remove_prefix(1);
    double value = 0;
    auto const [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc{} || end != field.data() + field.size()) return std::nullopt;
    return value;
  }

  double number(std::string_view field) const {
    auto const value = parsed(field);
    if (!value || !std::isfinite(*value))
      refuse_line("\"" + std::string(field) + "\" is not a finite number, which is what a flux file holds");
    return *value;
  }

  bool is_title(fields const& row) {
    if (columns_ != 0 || titles_) return false;
    for (auto const field : row)
      if (parsed(field)) return false;
    return titles_ = true;
  }

  void check_layout(std::size_t columns) {
    if (columns != 2 && columns != 3 && columns != 7 && columns != 8)
      refuse_line("number of columns " + std::to_string(columns) +
                  "; allowed are 2 (energy, value), 3 (lower edge, upper edge, value), "
                  "7 (energy and six flavours) and 8 (lower edge, upper edge and six flavours)");
    if (columns > 3 && !flavour_)
      refuse_line(
          "six flavours; name the one wanted: nu_e, nu_mu, nu_tau, anti-nu_e, anti-nu_mu or anti-nu_tau");
    columns_ = columns;
  }

  void add_centre(double centre) {
    if (centre < 0) refuse_line("energy " + number_text(centre) + "; energies must not be negative");
    if (!centres_.empty() && !(centre > centres_.back()))
      refuse_line("energy " + number_text(centre) + " after " + number_text(centres_.back()) +
                  "; energies must increase");
    centres_.push_back(centre);
  }

  void add_edges(double low, double high) {
    if (low < 0) refuse_line("lower edge " + number_text(low) + "; energies must not be negative");
    if (!(high > low))
      refuse_line("bin from " + number_text(low) + " to " + number_text(high) +
                  "; it must end above its start");
    if (bins_.edges.empty()) bins_.edges.push_back(low);
    if (std::abs(low - bins_.edges.back()) > 1e-9 * bins_.edges.back())
      refuse_line("bin starts at " + number_text(low) + "; it must start where the one before ends, at " +
                  number_text(bins_.edges.back()));
    bins_.edges.push_back(high);
  }

  void add_value(fields const& row) {
    std::size_t const first = has_centres() ? 1 : 2;
    std::size_t const column = columns_ > 3 ? first + index_of(*flavour_) : first;
    double const value = number(row[column]);
    if (value < 0) refuse_line("value " + number_text(value) + "; a flux must not be negative");
    bins_.values.push_back(value);
  }

  void edges_from_centres() {
    std::size_t const n = centres_.size();
    bins_.edges.push_back(std::max(0.0, centres_[0] - (centres_[1] - centres_[0]) / 2));
    for (std::size_t i = 1; i < n; ++i) bins_.edges.push_back((centres_[i - 1] + centres_[i]) / 2);
    bins_.edges.push_back(centres_[n - 1] + (centres_[n - 1] - centres_[n - 2]) / 2);
  }

  std::string file_;
  std::optional<neutrino> flavour_;
  std::size_t line_number_ = 0;
  std::size_t columns_ = 0;
  bool titles_ = false;
  std::vector<double> centres_;
  flux_bins bins_;
};

} // namespace detail

/// Reads the spectrum of `flavour` from `stream`; `file` names it in messages. The kind says whether the
/// numbers are densities or contents of bins, and must agree with the unit.
/// The flavour chooses a column where there are six, and is only noted otherwise.
/// Throws input_error: one line with the file, the line number, the value and what is allowed.
inline histogram_flux read_flux(std::istream& stream, std::string const& file, flux_unit const& unit,
                                bin_value kind, std::optional<neutrino> flavour = {}) {
  if (unit.kind != kind)
    throw input_error("flux unit \"" + unit.text + "\" belongs to values of the kind " +
                      std::string(text(unit.kind)) + ", not " + std::string(text(kind)) +
                      ": a density names an energy, a content does not");
  auto [edges, values] = detail::flux_reader(stream, file, flavour).bins();
  for (double& edge : edges) edge *= unit.energy;
  for (double& value : values) value *= unit.factor;
  return {std::move(edges), std::move(values), kind, {file, unit.normalisation, flavour, unit.text}};
}

/// The same from the file at `path`.
inline histogram_flux read_flux_file(std::string const& path, flux_unit const& unit, bin_value kind,
                                     std::optional<neutrino> flavour = {}) {
  std::ifstream stream(path);
  if (!stream) throw input_error("flux file " + path + " cannot be opened; a readable text file is needed");
  return read_flux(stream, path, unit, kind, flavour);
}

} // namespace trident
