// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/flux/table.hpp>
#include <trident/flux/title_line.hpp>

// Which column of a table of fluxes is which. Said by the user (--flux-columns), by titles in the file, or by the number of
// columns, in this order; where two of them disagree the file is refused.

namespace trident {

/// The columns that make a spectrum, numbered from 0.
struct flux_layout {
  std::optional<std::size_t> low, high, centre;
  std::size_t flux = 0;
  std::optional<neutrino> flavour = {}; ///< of the flux, where it is said
  std::vector<flux_column> columns = {};
  std::string reason = {};    ///< what says so
  std::size_t title_line = 0; ///< that has the titles, 0 if none has
};

namespace detail {

class flux_layout_finder {
public:
  flux_layout_finder(flux_table const& table, std::string_view stated) : table_(table) {
    find_titles();
    if (!stated.empty())
      by_user(stated);
    else if (!by_titles())
      by_number();
    layout_.reason = reason_;
  }

  /// With the flux that is wanted.
  flux_layout layout_of(std::optional<neutrino> flavour) {
    flavour_ = flavour;
    choose_flux();
    return layout_;
  }

  /// With all columns, and no flux chosen.
  flux_layout const& result() const { return layout_; }

private:
  using columns = std::vector<flux_column>;
  using role = flux_column_role;

  static constexpr char const* of_globes = "order of GLoBES";
  static constexpr std::string_view advice = "; name its columns by --flux-columns, such as low,high,nu_mu,-";

  [[noreturn]] void refuse(std::string const& problem) const { table_.refuse(problem + std::string(advice)); }

  static bool is_known(columns const& all) { return !all.empty() && count_of(all, role::unknown) == 0; }

  /// Names energies and fluxes.
  static bool is_useful(columns const& all) {
    bool const energies =
        count_of(all, role::centre) > 0 || (count_of(all, role::low) > 0 && count_of(all, role::high) > 0);
    return energies && count_of(all, role::flux) > 0;
  }

  /// Names an energy, or nothing but known things and what is not used: prose seldom does.
  static bool reads_like_titles(columns const& all) {
    bool const energies =
        count_of(all, role::low) + count_of(all, role::high) + count_of(all, role::centre) > 0;
    return energies || (is_known(all) && count_of(all, role::unused) > 0);
  }

  /// The last line of titles; a comment is one only if it reads like it.
  void find_titles() {
    for (bool const comment : {false, true})
      for (auto head = table_.heads.rbegin(); head != table_.heads.rend(); ++head) { // NOLINT: backwards
        if (head->comment != comment) continue;
        auto found = columns_by_line(head->text, table_.columns);
        if (!(comment ? is_useful(found) : reads_like_titles(found))) continue;
        titled_ = std::move(found);
        layout_.title_line = head->line;
        return;
      }
  }

  static std::string place(std::size_t column) { return "column " + std::to_string(column + 1); }

  std::string titled(std::size_t column) const {
    return place(column) +
           (layout_.columns[column].title.empty() ? "" : " \"" + shown(layout_.columns[column].title) + '"');
  }

  std::optional<std::size_t> only(role wanted, std::string_view name) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      if (layout_.columns[i].role != wanted) continue;
      if (found)
        refuse("has two columns of " + std::string(name) + ", " + titled(*found) + " and " + titled(i));
      found = i;
    }
    return found;
  }

  /// Finds edges or centres, and the flux that is wanted.
  void conclude(columns all, std::string reason) {
    layout_.columns = std::move(all);
    reason_ = std::move(reason);
    layout_.low = only(role::low, "lower edges");
    layout_.high = only(role::high, "upper edges");
    if (layout_.low.has_value() != layout_.high.has_value())
      refuse("has " + std::string(layout_.low ? "lower" : "upper") + " edges in " +
             titled(*(layout_.low ? layout_.low : layout_.high)) +
             " alone: both edges of a bin are needed, or its centre");
    if (!layout_.low) {
      layout_.centre = only(role::centre, "energies");
      if (!layout_.centre) refuse("has no column of energies");
    }
    if (count_of(layout_.columns, role::flux) == 0) refuse("has no column of a flux");
  }

  void choose_flux() {
    std::vector<std::size_t> fluxes, wanted;
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      if (layout_.columns[i].role != role::flux) continue;
      fluxes.push_back(i);
      if (flavour_ && layout_.columns[i].flavour == flavour_) wanted.push_back(i);
    }
    if (wanted.size() > 1)
      refuse("has two columns of " + std::string(text(*flavour_)) + ", " + titled(wanted[0]) + " and " +
             titled(wanted[1]));
    if (fluxes.size() > 1 && !flavour_)
      table_.refuse("has " + std::string(reason_ == of_globes ? "six" : "several") +
                    " flavours; name the one wanted: " + flavours_of(fluxes));
    if (wanted.empty() && fluxes.size() == 1 && (!flavour_ || !layout_.columns[fluxes[0]].flavour))
      wanted = fluxes;
    if (wanted.empty()) refuse_flavour(fluxes);
    layout_.flux = wanted[0];
    layout_.flavour = layout_.columns[wanted[0]].flavour;
  }

  std::string flavours_of(std::vector<std::size_t> const& fluxes) const {
    return joined(fluxes, [&](std::size_t i) {
      auto const& flavour = layout_.columns[i].flavour;
      return flavour ? std::string(text(*flavour)) : titled(i);
    });
  }

  [[noreturn]] void refuse_flavour(std::vector<std::size_t> const& fluxes) const {
    bool const nameless =
        std::any_of(fluxes.begin(), fluxes.end(), [&](std::size_t i) { return !layout_.columns[i].flavour; });
    if (nameless)
      refuse("has several fluxes, and which is " + std::string(text(*flavour_)) +
             " is not clear: " + flavours_of(fluxes));
    table_.refuse("has no " + std::string(text(*flavour_)) + " by its " + reason_ + ": it has " +
                  flavours_of(fluxes) + "; --flux-flavour takes one of them");
  }

  void by_user(std::string_view stated) {
    columns all;
    for (auto const& name : titles_between(stated, ",")) {
      auto column = flux_column_titled(name);
      if (name == "-" || name.empty()) column.role = role::unused;
      if (column.role == role::unknown)
        throw input_error(
            "--flux-columns \"" + shown(stated) + "\": \"" + shown(name) +
            "\" is not known: allowed are low, high, energy, flux, nu_e, nu_mu, nu_tau, anti-nu_e, "
            "anti-nu_mu, anti-nu_tau, and bin, error or - for what is not used");
      all.push_back(column);
    }
    if (all.size() != table_.columns)
      throw input_error("--flux-columns \"" + shown(stated) + "\" names " + std::to_string(all.size()) +
                        " columns; flux file " + table_.file + " has " + std::to_string(table_.columns));
    if (is_known(titled_) && is_useful(titled_)) check_against_titles(all, stated);
    for (std::size_t i = 0; i < titled_.size(); ++i) {
      all[i].title = titled_[i].title;
      if (!all[i].energy_unit) all[i].energy_unit = titled_[i].energy_unit;
    }
    conclude(std::move(all), "--flux-columns");
  }

  void check_against_titles(columns const& all, std::string_view stated) const {
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const &said = all[i], &here = titled_[i];
      if (said.role == role::unused) continue;
      bool const flavours = said.flavour && here.flavour && said.flavour != here.flavour;
      if (said.role != here.role || flavours)
        throw input_error("--flux-columns \"" + shown(stated) + "\" names column " + std::to_string(i + 1) +
                          " \"" + shown(said.title) + "\", but its title in flux file " + table_.file +
                          " is \"" + shown(here.title) + '"');
    }
  }

  bool by_titles() {
    if (!is_useful(titled_)) return false;
    bool const named =
        std::any_of(titled_.begin(), titled_.end(), [&](auto const& one) { return one.flavour.has_value(); });
    if (!is_known(titled_) && !named) return false;
    conclude(titled_, "titles");
    return true;
  }

  /// The layouts that need no titles; see flux_file.hpp.
  void by_number() {
    std::size_t const n = table_.columns;
    if (n != 2 && n != 3 && n != 7 && n != 8) refuse_number();
    columns all;
    if (n == 3 || n == 8) {
      all.push_back({.role = role::low});
      all.push_back({.role = role::high});
    } else {
      all.push_back({.role = role::centre});
    }
    if (n < 7) all.push_back({.role = role::flux});
    for (auto const flavour : all_neutrinos)
      if (n >= 7) all.push_back({.role = role::flux, .flavour = flavour});
    if (n == 7) refuse_if_no_globes();
    for (std::size_t i = 0; i < titled_.size(); ++i) {
      auto const& here = titled_[i];
      all[i].title = here.title;
      all[i].energy_unit = here.energy_unit;
      bool const flavours = here.flavour && all[i].flavour && here.flavour != all[i].flavour;
      bool const says =
          here.role != role::unknown && here.title.size() > 1; // a letter may stand for anything
      if ((says && here.role != all[i].role) || flavours)
        refuse("has titles that contradict its " + std::to_string(n) + " columns: " + place(i) + " is \"" +
               shown(here.title) + '"');
    }
    conclude(std::move(all), n >= 7 ? of_globes : "number of columns");
  }

  [[noreturn]] void refuse_number() const {
    std::string const transposed =
        table_.rows() <= 3 && table_.columns > 8
            ? " (a row is a bin, not a quantity: if its lines are quantities, add --flux-layout rows)"
            : "";
    refuse(
        "has " + std::to_string(table_.columns) + " columns" + transposed +
        "; without titles that name them allowed are 2 (energy, value), 3 (lower edge, upper edge, value), "
        "7 (energy and six flavours) and 8 (lower edge, upper edge and six flavours)");
  }

  /// A counter, or the edges of bins, in front of seven columns.
  void refuse_if_no_globes() const {
    std::size_t const rows = table_.rows();
    if (rows < 2) return;
    bool counts = true, edges = true;
    for (std::size_t i = 0; i < rows; ++i) {
      counts = counts && table_.numbers[i * 7] == table_.numbers[0] + static_cast<double>(i);
      edges = edges && (i + 1 == rows || table_.numbers[i * 7 + 1] == table_.numbers[(i + 1) * 7]);
    }
    if (counts && (table_.numbers[0] == 0 || table_.numbers[0] == 1))
      refuse("has seven columns whose first counts rows (" + number_text(table_.numbers[0]) + ", " +
             number_text(table_.numbers[7]) + ", ...): it is not taken for the energies of a GLoBES file");
    if (edges)
      refuse("has seven columns whose second ends where the first of the next row starts: it is not taken "
             "for a GLoBES file");
  }

  flux_table const& table_;
  std::optional<neutrino> flavour_;
  columns titled_;
  flux_layout layout_;
  std::string reason_;
};

} // namespace detail

/// `stated` are names separated by commas as --flux-columns takes them, empty if none are given; `flavour` is the one wanted.
/// Throws input_error for what is not clear.
inline flux_layout find_flux_layout(flux_table const& table, std::string_view stated,
                                    std::optional<neutrino> flavour) {
  return detail::flux_layout_finder(table, stated).layout_of(flavour);
}

/// What the columns of a table are, without choosing a flux among them. Throws input_error for what is not clear.
inline flux_layout find_flux_columns(flux_table const& table, std::string_view stated) {
  return detail::flux_layout_finder(table, stated).result();
}

/// Flavours of the fluxes in a table from left to right; nothing for one of which nobody says it.
inline std::vector<std::optional<neutrino>> flux_flavours_in(flux_table const& table,
                                                             std::string_view stated) {
  std::vector<std::optional<neutrino>> all;
  for (auto const& one : find_flux_columns(table, stated).columns)
    if (one.role == flux_column_role::flux) all.push_back(one.flavour);
  return all;
}

} // namespace trident
