// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include <trident/flux/flux.hpp>

namespace trident {

namespace detail {

/// Position of `flavour` among the columns of a generated table, or their number when it is not there.
template <class Table>
constexpr std::size_t column_of(neutrino flavour) {
  auto const found = std::find(Table::flavours.begin(), Table::flavours.end(), flavour);
  return static_cast<std::size_t>(found - Table::flavours.begin());
}

/// Densities of one column of a generated table, whatever kind of number it holds.
template <class Table, std::size_t Column>
constexpr auto table_densities() {
  constexpr std::size_t bins = Table::edges.size() - 1;
  std::array<double, bins> densities{};
  for (std::size_t i = 0; i < bins; ++i) {
    double const width = Table::kind == bin_value::content ? Table::edges[i + 1] - Table::edges[i] : 1.0;
    densities[i] = Table::values[Column * bins + i] / width;
  }
  return densities;
}

} // namespace detail

/// A named spectrum: an empty type whose bins are compiled in. `Table` is one of the generated headers
/// flux/data/NAME.hpp, each of which states where its numbers come from.
template <class Table, neutrino Flavour>
class tabulated_flux {
  static_assert(
      detail::column_of<Table>(Flavour) < Table::flavours.size(),
      "trident: this beam has no neutrinos of this flavour, its table lists `flavours`, those that it has");

  static constexpr auto densities_ = detail::table_densities<Table, detail::column_of<Table>(Flavour)>();
  static constexpr double integral_ = detail::histogram_integral(Table::edges, densities_);

public:
  static constexpr std::string_view name() { return Table::name; }
  static constexpr std::string_view description() { return Table::description; }
  static constexpr std::string_view source() { return Table::source; }
  static constexpr std::string_view unit() { return Table::unit; } ///< as the source states it
  static constexpr flux_normalisation normalisation() { return Table::normalisation; }
  static constexpr neutrino flavour() { return Flavour; }

  static constexpr std::span<double const> edges() { return Table::edges; }   ///< [GeV]
  static constexpr std::span<double const> densities() { return densities_; } ///< one a bin
  static constexpr double integral() { return integral_; }                    ///< of the density
  static constexpr double mean_energy() {
    return detail::histogram_mean(Table::edges, densities_);
  } ///< [GeV]

  /// In the unit `density_unit(normalisation())`; zero outside the edges.
  static constexpr double density(double energy) {
    return detail::density_at(Table::edges, densities_, energy);
  }
};

} // namespace trident
