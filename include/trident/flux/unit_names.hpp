// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/flux/flux.hpp>

namespace trident {

/// What the values of a flux are counted in, as far as it is stated.
struct flux_unit_parts {
  std::optional<double> area = {};   ///< [m^2]
  std::optional<double> energy = {}; ///< [GeV]
  std::optional<double> protons = {};
  std::optional<double> luminosity = {}; ///< [fb^-1]
  std::optional<double> time = {};       ///< [s]
  std::optional<double> angle = {};      ///< [sr]
};

/// Unit of the numbers in a flux file, as a user states it. Nothing is guessed.
///
///     unit   = values [":" energy]
///     values = "probability" | ["1" | "neutrinos"] {"/" part}, or with exponents: "m^-2 GeV^-1 POT^-1"
///     part   = [number] (area | energy | exposure | "sr" | "bin"), several in brackets: "1/(m2 s sr GeV)"
///     area   = "m2" | "cm2" | "km2"                       energy = "eV" | "keV" | "MeV" | "GeV" | "TeV" | "PeV"
///     exposure = "POT" | "fb-1" (or pb-1, ab-1) | "s" | "day" | "year" (of 365.25 days)
///     energy behind ":"                                   of the energies in the file, GeV when left out
///
/// Blanks, the size of letters and the way exponents are written (m2, m^2, m**2, cm-2) do not matter. With an energy among
/// the parts the values are densities, without one, or with "bin", they are contents of bins. An exposure comes with an
/// area; without an area the spectrum is a shape.
/// Examples: "1/m2/GeV/POT", "1/cm2/50MeV/1e21POT", "1/cm2/POT:MeV", "1/m2/GeV/fb-1", "1/(m2 s sr GeV)", "probability".
struct flux_unit {
  std::string text;                    ///< as stated
  bin_value kind = bin_value::density; ///< that the unit belongs to
  flux_normalisation normalisation = flux_normalisation::shape;
  double factor = 1;          ///< values times this are in density_unit or integral_unit of the normalisation
  double energy = 1;          ///< unit of the energies [GeV]
  bool energy_stated = false; ///< by a ':' and a name; titles of a file may say it otherwise
  flux_unit_parts parts = {};
};

namespace detail {

/// What a name in a unit stands for.
enum class flux_dimension { area, energy, protons, luminosity, time, angle, bin };

/// A name in a unit, in small letters.
struct flux_unit_name {
  std::string_view name;
  flux_dimension what;
  double size; ///< [m, GeV, protons, fb^-1, s, sr]
};

/// All names, one beside its plural where people write that.
inline constexpr std::array<flux_unit_name, 39> flux_unit_names = {{
    {"m", flux_dimension::area, 1},
    {"cm", flux_dimension::area, 1e-2},
    {"km", flux_dimension::area, 1e3},
    {"ev", flux_dimension::energy, 1e-9},
    {"kev", flux_dimension::energy, 1e-6},
    {"mev", flux_dimension::energy, 1e-3},
    {"gev", flux_dimension::energy, 1},
    {"tev", flux_dimension::energy, 1e3},
    {"pev", flux_dimension::energy, 1e6},
    {"pot", flux_dimension::protons, 1},
    {"pots", flux_dimension::protons, 1},
    {"proton", flux_dimension::protons, 1},
    {"protons", flux_dimension::protons, 1},
    {"mpot", flux_dimension::protons, 1e6},
    {"mpots", flux_dimension::protons, 1e6},
    {"fb", flux_dimension::luminosity, 1},
    {"pb", flux_dimension::luminosity, 1e-3},
    {"ab", flux_dimension::luminosity, 1e3},
    {"s", flux_dimension::time, 1},
    {"sec", flux_dimension::time, 1},
    {"secs", flux_dimension::time, 1},
    {"second", flux_dimension::time, 1},
    {"seconds", flux_dimension::time, 1},
    {"h", flux_dimension::time, 3600},
    {"hour", flux_dimension::time, 3600},
    {"hours", flux_dimension::time, 3600},
    {"day", flux_dimension::time, 86400},
    {"days", flux_dimension::time, 86400},
    {"y", flux_dimension::time, seconds_per_year},
    {"yr", flux_dimension::time, seconds_per_year},
    {"yrs", flux_dimension::time, seconds_per_year},
    {"year", flux_dimension::time, seconds_per_year},
    {"years", flux_dimension::time, seconds_per_year},
    {"sr", flux_dimension::angle, 1},
    {"ster", flux_dimension::angle, 1},
    {"steradian", flux_dimension::angle, 1},
    {"steradians", flux_dimension::angle, 1},
    {"bin", flux_dimension::bin, 1},
    {"bins", flux_dimension::bin, 1},
}};

/// Signs that are no ASCII, and the two stars of an exponent, as what they mean; small letters.
inline std::string plain_unit_text(std::string_view text) {
  struct sign {
    std::string_view bytes, means;
  };
  constexpr std::array signs = {sign{"\xc2\xb2", "^2"},    sign{"\xc2\xb9", "1"},  sign{"\xe2\x81\xbb", "^-"},
                                sign{"\xe2\x88\x92", "-"}, sign{"\xc2\xb7", "*"},  sign{"\xc3\x97", "x"},
                                sign{"\xc2\xa0", " "},     sign{"\xce\xbd", "nu"}, sign{"**", "^"}};
  std::string result;
  while (!text.empty()) {
    auto const found = std::find_if(signs.begin(), signs.end(),
                                    [&](sign const& one) { return text.starts_with(one.bytes); });
    if (found != signs.end()) {
      bool const repeats = found->means.starts_with('^') && result.ends_with('^');
      // the 2 of a raised -2 follows its raised minus
      bool const goes_on = found->means == "^2" && result.ends_with("^-");
      result += goes_on ? "2" : repeats ? std::string(found->means.substr(1)) : std::string(found->means);
      text.remove_prefix(found->bytes.size());
    } else {
      result += lower_case(text.front());
      text.remove_prefix(1);
    }
  }
  return result;
}

} // namespace detail

} // namespace trident
