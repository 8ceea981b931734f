// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/number_text.hpp>
#include <trident/numerics/histogram.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/neutrino.hpp>
#include <trident/physics/parameter_range.hpp>

// What neutrinos come in: `monoenergetic`, `histogram_flux`, a spectrum of fluxes.hpp, or your own type.
// Anything with edges, density and integral is a spectrum; nothing has to be derived from or registered:
//
//   struct power_law { // dN/dE = E^-2 from 1 to 100 GeV
//     static constexpr std::array<double, 3> limits = {1, 10, 100};
//     std::span<double const> edges() const { return limits; } // smooth between neighbours, zero outside
//     double density(double energy) const { return energy < 1 || energy > 100 ? 0 : 1 / (energy * energy); }
//     double integral() const { return 1 - 1 / 100.0; } // of the density over all energies
//   };
//   static_assert(trident::Spectrum<power_law>);
//
// The edges guide integration: put one wherever the density jumps or bends, and a few per decade elsewhere.
// Cross sections are averages per neutrino of the spectrum, so its normalisation drops out; rates use it.

namespace trident {

/// What the numbers of a histogram are: per unit of energy, or the whole content of each bin.
enum class bin_value { density, content };

constexpr std::string_view text(bin_value kind) { return kind == bin_value::density ? "density" : "content"; }

/// What the integral of a spectrum counts.
enum class flux_normalisation {
  shape,                          ///< nothing absolute: only the form of the spectrum is known
  per_area,                       ///< neutrinos per m^2 in all
  per_area_and_proton,            ///< neutrinos per m^2 and proton on target
  per_area_and_inverse_femtobarn, ///< neutrinos per m^2 and fb^-1 of integrated luminosity of a collider
  per_area_and_second,            ///< neutrinos per m^2 and second: an exposure is a live time [s]
  per_area_second_and_steradian   ///< the same of each direction: counts need a solid angle first
};

/// Seconds of a year in exposures and units: 365.25 days.
inline constexpr double seconds_per_year = 31557600;

/// Unit of the density of a spectrum with this normalisation.
constexpr std::string_view density_unit(flux_normalisation normalisation) {
  constexpr std::array<std::string_view, 6> units = {"1/GeV",         "1/m2/GeV",   "1/m2/GeV/POT",
                                                     "1/m2/GeV/fb-1", "1/m2/GeV/s", "1/m2/GeV/s/sr"};
  return units[static_cast<std::size_t>(normalisation)];
}

/// Unit of the integral of a spectrum with this normalisation, which is also that of the content of a bin.
constexpr std::string_view integral_unit(flux_normalisation normalisation) {
  constexpr std::array<std::string_view, 6> units = {"1",         "1/m2",   "1/m2/POT",
                                                     "1/m2/fb-1", "1/m2/s", "1/m2/s/sr"};
  return units[static_cast<std::size_t>(normalisation)];
}

/// Neutrinos of one energy.
class monoenergetic {
public:
  /// `energy` [GeV]; throws input_error unless it is in its range.
  constexpr explicit monoenergetic(double energy) : energy_{checked(energy, ranges::neutrino_energy)} {}

  constexpr double energy() const { return energy_; }

private:
  double energy_;
};

/// What is known about a histogram besides its bins.
struct histogram_description {
  std::string name = "histogram";
  flux_normalisation normalisation = flux_normalisation::shape;
  std::optional<neutrino> flavour = {};
  std::string unit = {};    ///< in which the numbers came, where it differs from that of the normalisation
  std::string columns = {}; ///< which of a file were taken as what
};

/// A spectrum that is constant within bins of any width, filled at run time.
class histogram_flux {
public:
  /// `edges` [GeV]: increasing, finite, none negative, one more than there are `values`.
  /// `values`: finite, none negative, not all zero; in density_unit(description.normalisation) for
  /// bin_value::density, in integral_unit(description.normalisation) for bin_value::content.
  /// Throws input_error that names the bin, the value and what is allowed.
  histogram_flux(std::vector<double> edges, std::vector<double> values, bin_value kind,
                 histogram_description description = {})
      : edges_{std::move(edges)}, densities_{std::move(values)}, kind_{kind},
        description_(std::move(description)) {
    check_edges();
    check_values();
    if (kind == bin_value::content)
      for (std::size_t i = 0; i < densities_.size(); ++i) densities_[i] /= edges_[i + 1] - edges_[i];
    check_integral();
    check_ranges();
  }

  std::span<double const> edges() const { return edges_; } ///< [GeV]

  /// One a bin, in density_unit(normalisation()).
  std::span<double const> densities() const { return densities_; }

  /// Zero outside the edges; a bin owns its lower edge, the last bin its upper edge too.
  double density(double energy) const { return detail::density_at(edges_, densities_, energy); }

  double integral() const { return detail::histogram_integral(edges_, densities_); }
  double mean_energy() const { return detail::histogram_mean(edges_, densities_); } ///< per neutrino [GeV]

  std::string_view name() const { return description_.name; }
  flux_normalisation normalisation() const { return description_.normalisation; }
  std::optional<neutrino> flavour() const { return description_.flavour; }
  bin_value kind() const { return kind_; }                          ///< of the values that it was made from
  std::string_view unit() const { return description_.unit; }       ///< of those values, if stated
  std::string_view columns() const { return description_.columns; } ///< of the file that they came from

private:
  [[noreturn]] void refuse(std::string const& problem) const {
    std::string const flavour = description_.flavour ? " of " + std::string(text(*description_.flavour)) : "";
    throw input_error("flux \"" + description_.name + "\"" + flavour + ": " + problem);
  }

  static std::string bin_text(std::size_t bin) { return "bin " + std::to_string(bin + 1); }

  void check_edges() const {
    if (densities_.empty()) refuse("it has no bins; at least one is needed");
    if (edges_.size() != densities_.size() + 1)
      refuse(std::to_string(edges_.size()) + " edges for " + std::to_string(densities_.size()) +
             " bins; there must be one edge more than bins");
    if (!(detail::is_finite(edges_[0]) && edges_[0] >= 0))
      refuse("lower edge " + number(edges_[0]) + " GeV of bin 1; edges must not be negative");
    for (std::size_t i = 0; i < densities_.size(); ++i)
      if (!(detail::is_finite(edges_[i + 1]) && edges_[i + 1] > edges_[i]))
        refuse(bin_text(i) + " ends at " + number(edges_[i + 1]) +
               " GeV; it must end at a finite energy above its start " + number(edges_[i]) + " GeV");
  }

  void check_values() const {
    bool empty = true;
    for (std::size_t i = 0; i < densities_.size(); ++i) {
      if (!(detail::is_finite(densities_[i]) && densities_[i] >= 0))
        refuse("value " + number(densities_[i]) + " in " + bin_text(i) +
               "; values must be finite and not negative");
      empty = empty && densities_[i] == 0;
    }
    if (empty) refuse("all bins are 0; at least one must be positive");
  }

  /// Finite numbers may add up to something that is not, and small ones to nothing.
  void check_integral() const {
    double const sum = integral(), mean = mean_energy();
    if (!(detail::is_finite(sum) && detail::is_finite(1 / sum) && detail::is_finite(mean)))
      refuse("its integral is " + number(sum) + " and its mean energy " + number(mean) +
             " GeV; both must be finite and above 0");
  }

  /// Where sums over bins and cross sections can be formed.
  void check_ranges() const {
    if (!ranges::flux_energy.contains(edges_.back()))
      refuse("it ends at " + number(edges_.back()) + " GeV; energies must be " + ranges::flux_energy.text());
    double largest = 0;
    for (double const value : densities_) largest = std::max(largest, value);
    if (!ranges::flux_value.contains(largest))
      refuse("its largest value is " + number(largest) + "; it must be " + ranges::flux_value.text());
  }

  static std::string number(double value) { return detail::number_text(value); }

  std::vector<double> edges_;
  std::vector<double> densities_;
  bin_value kind_;
  histogram_description description_;
};

static_assert(FixedEnergy<monoenergetic> && Spectrum<histogram_flux>);

} // namespace trident
