// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <trident/base/text.hpp>
#include <trident/flux/flux.hpp>
#include <trident/flux/named.hpp>

namespace trident {

/// A named spectrum as data, for choices at run time.
struct flux_entry {
  std::string_view name;
  std::string_view description;
  std::string_view source;
  std::string_view unit; ///< as the source states it
  bin_value kind;
  flux_normalisation normalisation;
  std::span<neutrino const> flavours; ///< that the beam has
  std::span<double const> edges;      ///< [GeV]
  std::span<double const> values;     ///< one flavour after the other
  int reference_number = 0;           ///< in the menu of the reference generator, 0: not in it

  std::span<double const> values_of(std::size_t column) const {
    return values.subspan(column * (edges.size() - 1), edges.size() - 1);
  }
};

namespace detail {

template <class Table>
constexpr int reference_number_of() {
  if constexpr (requires { Table::reference_number; })
    return Table::reference_number;
  else
    return 0;
}

template <class... Table>
constexpr std::array<flux_entry, sizeof...(Table)> entries(type_list<Table...>) {
  return {flux_entry{Table::name, Table::description, Table::source, Table::unit, Table::kind,
                     Table::normalisation, Table::flavours, Table::edges, Table::values,
                     reference_number_of<Table>()}...};
}

} // namespace detail

/// All spectra of fluxes.hpp, those of the reference generator's menu first (its 1 is a fixed energy).
inline constexpr auto flux_catalogue = detail::entries(tables::all_spectra{});

/// Throws input_error that lists the names when there is no such spectrum.
inline flux_entry const& find_flux(std::string_view name) {
  return detail::item_named(flux_catalogue, "flux", name, &flux_entry::name);
}

/// By the number in the reference generator's menu, 2 to 8; throws input_error for any other.
inline flux_entry const& find_flux(int reference_number) {
  for (auto const& entry : flux_catalogue)
    if (entry.reference_number != 0 && entry.reference_number == reference_number) return entry;
  throw input_error("flux number " + std::to_string(reference_number) + " is not known: allowed are 2 to 8");
}

/// A spectrum for a flavour, and a remark for the user when it is not quite what was asked for.
struct named_flux {
  histogram_flux spectrum;
  std::string note; ///< empty when there is nothing to say
};

/// The spectrum of `flavour` in `entry`. A shape that is known for one flavour only serves for any other,
/// with a note; a beam with several flavours gives those that it has. Throws input_error for the others.
inline named_flux flux_for(flux_entry const& entry, neutrino flavour) {
  auto const found = std::find(entry.flavours.begin(), entry.flavours.end(), flavour);
  bool const borrowed = found == entry.flavours.end();
  std::string const name(entry.name);
  std::string const wanted(text(flavour));
  std::string const has = detail::joined(entry.flavours, [](neutrino f) { return text(f); });
  if (borrowed && entry.normalisation != flux_normalisation::shape)
    throw input_error("flux " + name + " has no " + wanted + ": it has " + has);
  auto const column = borrowed ? 0 : static_cast<std::size_t>(found - entry.flavours.begin());
  auto const values = entry.values_of(column);
  return {{{entry.edges.begin(), entry.edges.end()},
           {values.begin(), values.end()},
           entry.kind,
           {name, entry.normalisation, flavour, std::string(entry.unit)}},
          borrowed ? "flux " + name + " is the spectrum of " + has + ", used here as the shape for " + wanted
                   : ""};
}

/// The same by name.
inline named_flux flux_by_name(std::string_view name, neutrino flavour) {
  return flux_for(find_flux(name), flavour);
}

} // namespace trident
