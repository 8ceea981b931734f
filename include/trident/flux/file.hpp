// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/flux/blocks.hpp>
#include <trident/flux/flux.hpp>
#include <trident/flux/layout.hpp>
#include <trident/flux/stated_unit.hpp>
#include <trident/flux/table.hpp>
#include <trident/flux/unit.hpp>

// Reads a spectrum from a text file, a row a bin, in columns separated by blanks, commas or semicolons.
// Which column is which is said by names that the user gives, else by titles above the numbers (in comments too), else by
// the number of columns:
//
//   2   energy, value                                                   energies at bin centres
//   3   lower edge, upper edge, value
//   7   energy, nu_e, nu_mu, nu_tau, anti-nu_e, anti-nu_mu, anti-nu_tau   energies at bin centres (GLoBES)
//   8   lower edge, upper edge and the six flavours in the same order
//
// Where names, titles, units in titles and what the user says disagree the file is refused. Skipped are empty lines,
// comments (from '#'; from '!', '%' and "//" at the start or behind a blank) and lines of words above the numbers. Edges
// halve the way between centres; the first and the last bin are symmetric about their centres, but none starts below 0.
// For bins of equal width this is exact. A file may hold several such tables, blocks, with words between them: one is chosen,
// or spectra per steradian are added up by the solid angles that the words state.

namespace trident {

namespace detail {

/// Bins as a file gives them, in its units.
struct flux_bins {
  std::vector<double> edges;
  std::vector<double> values;
};

class flux_bins_reader {
public:
  flux_bins_reader(flux_table const& table, flux_layout const& layout) : table_(table) {
    bins_.values.reserve(table.rows());
    bins_.edges.reserve(table.rows() + 1);
    for (row_ = 0; row_ < table.rows(); ++row_) {
      if (layout.centre)
        add_centre(table.at(row_, *layout.centre));
      else
        add_edges(table.at(row_, *layout.low), table.at(row_, *layout.high));
      add_value(table.at(row_, layout.flux));
    }
    if (layout.centre) edges_from_centres();
  }

  flux_bins take() { return std::move(bins_); }

private:
  [[noreturn]] void refuse(std::string const& problem) const { table_.refuse_row(row_, problem); }

  void add_centre(double centre) {
    if (centre < 0) refuse("energy " + number_text(centre) + "; energies must not be negative");
    if (!centres_.empty() && !(centre > centres_.back()))
      refuse("energy " + number_text(centre) + " after " + number_text(centres_.back()) +
             "; energies must increase");
    centres_.push_back(centre);
  }

  void add_edges(double low, double high) {
    if (low < 0) refuse("lower edge " + number_text(low) + "; energies must not be negative");
    if (!(high > low))
      refuse("bin from " + number_text(low) + " to " + number_text(high) + "; it must end above its start");
    if (bins_.edges.empty()) bins_.edges.push_back(low);
    if (std::abs(low - bins_.edges.back()) > 1e-9 * bins_.edges.back())
      refuse("bin starts at " + number_text(low) + "; it must start where the one before ends, at " +
             number_text(bins_.edges.back()));
    if (!(high > bins_.edges.back()))
      refuse("bin ends at " + number_text(high) + "; it must end above the end of the one before");
    bins_.edges.push_back(high);
  }

  void add_value(double value) {
    if (value < 0) refuse("value " + number_text(value) + "; a flux must not be negative");
    bins_.values.push_back(value);
  }

  void edges_from_centres() {
    std::size_t const n = centres_.size();
    if (n < 2) table_.refuse("has one row; bins from their centres need two rows or more");
    double const lowest = centres_[0] - (centres_[1] - centres_[0]) / 2;
    bins_.edges.push_back(lowest > 1e-9 * centres_[0] ? lowest : 0.0); // decimals seldom cancel to 0
    for (std::size_t i = 1; i < n; ++i) bins_.edges.push_back((centres_[i - 1] + centres_[i]) / 2);
    bins_.edges.push_back(centres_[n - 1] + (centres_[n - 1] - centres_[n - 2]) / 2);
  }

  flux_table const& table_;
  std::size_t row_ = 0;
  std::vector<double> centres_;
  flux_bins bins_;
};

/// The unit of the energies: of the user, or of the titles [GeV].
inline double flux_energy_unit(flux_table const& table, flux_layout const& layout, flux_unit const& unit) {
  double result = unit.energy;
  bool stated = unit.energy_stated;
  for (auto const column : {layout.low, layout.high, layout.centre}) {
    if (!column || !layout.columns[*column].energy_unit) continue;
    double const titled = *layout.columns[*column].energy_unit;
    if (stated && titled != result)
      table.refuse("has energies in another unit by the title \"" + shown(layout.columns[*column].title) +
                   "\" than by what else is said: the flux unit is \"" + unit.text + '"');
    result = titled;
    stated = true;
  }
  return result;
}

/// Compares the unit with what a line, or a title of a flux, states.
inline void check_stated_unit(flux_table const& table, std::size_t line, std::string_view text,
                              flux_unit const& unit) {
  auto const stated = stated_flux_unit::in(text);
  auto const problem = stated ? stated->contradiction(unit.parts) : "";
  if (!problem.empty())
    throw input_error("flux file " + table.file + ", line " + std::to_string(line) + ": \"" + shown(text) +
                      "\" says " + std::string(trimmed(problem)) + "; that contradicts the flux unit \"" +
                      unit.text + "\": correct one of them");
}

/// The same for all lines above the numbers; in that of the titles "E/GeV" says nothing about fluxes.
inline void check_stated_units(flux_table const& table, flux_layout const& layout, flux_unit const& unit) {
  for (auto const& head : table.heads)
    if (head.line != layout.title_line) check_stated_unit(table, head.line, head.text, unit);
  for (auto const& column : layout.columns)
    if (layout.title_line > 0 && column.role == flux_column_role::flux)
      check_stated_unit(table, layout.title_line, column.title, unit);
}

/// "low = column 2 \"low\", high = ..., nu_mu = ..., by titles"
inline std::string layout_text(flux_layout const& layout, double energy_unit) {
  auto const one = [&](std::string_view name, std::size_t column) {
    auto const& title = layout.columns[column].title;
    return std::string(name) + " = column " + std::to_string(column + 1) +
           (title.empty() ? "" : " \"" + shown(title) + '"') + ", ";
  };
  std::string result;
  if (layout.centre) result += one("energy", *layout.centre);
  if (layout.low) result += one("low", *layout.low) + one("high", *layout.high);
  result += one(layout.flavour ? text(*layout.flavour) : "flux", layout.flux) + "by " + layout.reason;
  std::size_t const used = layout.centre ? 2 : 3;
  if (layout.columns.size() > used)
    result += "; " + std::to_string(layout.columns.size() - used) + " of " +
              std::to_string(layout.columns.size()) + " not used";
  if (energy_unit != 1) result += "; energies in " + number_text(energy_unit) + " GeV";
  return result;
}

} // namespace detail

namespace detail {

/// The spectrum of `flavour` in one block, in the units of the library but for the solid angle.
inline histogram_flux flux_in_block(flux_table const& table, flux_unit const& unit,
                                    std::optional<neutrino> flavour, std::string_view columns) {
  auto const layout = find_flux_layout(table, columns, flavour);
  check_stated_units(table, layout, unit);
  double const energy_unit = flux_energy_unit(table, layout, unit);
  auto [edges, values] = flux_bins_reader(table, layout).take();
  for (double& edge : edges) edge *= energy_unit;
  for (double& value : values) value *= unit.factor;
  return {std::move(edges),
          std::move(values),
          unit.kind,
          {table.file, unit.normalisation, flavour ? flavour : layout.flavour, unit.text,
           layout_text(layout, energy_unit)}};
}

/// Spectra of several directions, added up by their solid angles.
inline histogram_flux integrated(std::vector<flux_share> const& shares, flux_unit const& unit,
                                 std::optional<neutrino> flavour, std::string_view columns) {
  auto const share_unit = [&](double steradians) {
    return unit.parts.area ? in_solid_angle(unit, steradians) : unit; // a shape has no angle
  };
  std::vector<double> densities;
  double steradians = 0;
  std::optional<histogram_flux> first;
  for (auto const& [block, angle] : shares) {
    auto const one = flux_in_block(*block, share_unit(angle), flavour, columns);
    double const weight = unit.parts.area ? 1 : angle;
    if (!first) first = one;
    bool const same =
        std::equal(one.edges().begin(), one.edges().end(), first->edges().begin(), first->edges().end());
    if (!same) block->refuse_row(0, "its energies are not those of the first block");
    densities.resize(one.densities().size());
    for (std::size_t i = 0; i < densities.size(); ++i) densities[i] += weight * one.densities()[i];
    steradians += angle;
  }
  std::string const how = "; " + std::to_string(shares.size()) + (shares.size() == 1 ? " block" : " blocks") +
                          ", integrated over " + formatted("%.6g sr", steradians);
  return {{first->edges().begin(), first->edges().end()},
          std::move(densities),
          bin_value::density,
          {std::string(first->name()), first->normalisation(), first->flavour(), unit.text,
           std::string(first->columns()) + how}};
}

} // namespace detail

/// The spectrum of `flavour` in the blocks of a file; see read_flux.
inline histogram_flux flux_in(std::vector<flux_table> const& blocks, flux_unit const& unit, bin_value kind,
                              std::optional<neutrino> flavour = {}, std::string_view columns = {},
                              flux_selection const& selection = {}) {
  if (unit.kind != kind)
    throw input_error("flux unit \"" + unit.text + "\" belongs to values of the kind " +
                      std::string(text(unit.kind)) + ", not " + std::string(text(kind)) +
                      ": a density names an energy, a content does not");
  auto const shares = flux_shares(blocks, selection);
  bool const of_angle = unit.parts.angle || !unit.parts.area;
  if (selection.solid_angle && !unit.parts.angle) in_solid_angle(unit, *selection.solid_angle); // refuses
  if (shares.size() > 1 && !of_angle)
    throw input_error("--flux-block \"" + selection.block +
                      "\" adds blocks up, which needs a flux unit per steradian "
                      "(sr): \"" +
                      unit.text + "\" is not");
  bool const known = shares.front().steradians > 0;
  if (shares.size() > 1 || (known && unit.parts.angle))
    return detail::integrated(shares, unit, flavour, columns);
  return detail::flux_in_block(*shares.front().block, unit, flavour, columns);
}

/// Reads the spectrum of `flavour` from `stream`; `file` names it in messages. The kind says whether the
/// numbers are densities or contents of bins, and must agree with the unit.
/// The flavour chooses a column where they have flavours, and is only noted otherwise. `columns` names the columns of the
/// file from left to right, "low,high,nu_mu,-", where neither titles nor their number do. `selection` chooses among blocks.
/// Throws input_error: one line with the file, the line number, the value and what is allowed.
inline histogram_flux read_flux(std::istream& stream, std::string const& file, flux_unit const& unit,
                                bin_value kind, std::optional<neutrino> flavour = {},
                                std::string_view columns = {}, flux_selection const& selection = {}) {
  return flux_in(read_flux_blocks(stream, file), unit, kind, flavour, columns, selection);
}

/// The blocks in the file at `path`. One that is compressed is read by read_flux_blocks from an input_file of
/// storage/input_file.hpp, which needs zlib.
inline std::vector<flux_table> read_flux_blocks_file(std::string const& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw input_error("flux file " + path + " cannot be opened; a readable text file is needed");
  return read_flux_blocks(stream, path);
}

/// The spectrum in the file at `path`.
inline histogram_flux read_flux_file(std::string const& path, flux_unit const& unit, bin_value kind,
                                     std::optional<neutrino> flavour = {}, std::string_view columns = {},
                                     flux_selection const& selection = {}) {
  return flux_in(read_flux_blocks_file(path), unit, kind, flavour, columns, selection);
}

} // namespace trident
