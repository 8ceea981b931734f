// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <trident/base/error.hpp>
#include <trident/base/read_number.hpp>
#include <trident/flux/flux.hpp>

namespace trident {

/// What the values of a flux are counted in, as far as it is stated.
struct flux_unit_parts {
  std::optional<double> area = {};   ///< [m^2]
  std::optional<double> energy = {}; ///< [GeV]
  std::optional<double> protons = {};
};

/// Unit of the numbers in a flux file, as a user states it. Nothing is guessed.
///
///     unit   = values [":" energy]
///     values = "probability" | ("1/" | "neutrinos/") part {"/" part}
///     part   = [number] ("m2" | "cm2" | "GeV" | "MeV" | "POT" | "fb-1")
///     energy = "GeV" | "MeV"                        of the energies in the file, GeV when left out
///
/// Blanks do not matter, nor does a '^' before an exponent. With an energy among the parts the values are
/// densities, without one they are contents of bins. An exposure (protons on target, or the luminosity of a
/// collider) comes with an area; without an area the spectrum is a shape.
/// Examples: "1/m2/GeV/POT", "1/cm2/50MeV/1e21POT", "1/cm2/POT:MeV", "1/m2/GeV/fb-1", "1/GeV", "probability".
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

class flux_unit_parser {
public:
  explicit flux_unit_parser(std::string_view stated) : unit_{.text = std::string(stated)} {
    std::string const bare = without_ornament(stated);
    std::string_view const text = bare;
    auto const colon = text.find(':');
    if (colon != std::string_view::npos) energy_axis(text.substr(colon + 1));
    values(text.substr(0, colon));
  }

  flux_unit const& result() const { return unit_; }

private:
  enum class dimension { area, energy, protons, luminosity };

  struct name_of_part {
    std::string_view name;
    dimension what;
    double size; // [m^2, GeV, protons, fb^-1]
  };

  static constexpr std::array<name_of_part, 6> names = {{{"m2", dimension::area, 1},
                                                         {"cm2", dimension::area, 1e-4},
                                                         {"GeV", dimension::energy, 1},
                                                         {"MeV", dimension::energy, 1e-3},
                                                         {"POT", dimension::protons, 1},
                                                         {"fb-1", dimension::luminosity, 1}}};

  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error(
        "flux unit \"" + unit_.text + "\": " + problem +
        "; allowed are probability or 1/ followed by m2, cm2, GeV, MeV, POT, fb-1, each with a number "
        "before it if needed, as in 1/m2/GeV/POT, 1/cm2/50MeV/1e21POT, 1/GeV, and :GeV or :MeV at the "
        "end for the energies");
  }

  /// Without blanks, "10^21" as 1e21 and "cm^2" as cm2.
  std::string without_ornament(std::string_view text) const {
    std::string bare;
    for (char const c : text) {
      if (c == ' ') continue;
      bool const after_digit = !bare.empty() && bare.back() >= '0' && bare.back() <= '9';
      if (c != '^') {
        bare += c;
      } else if (bare == "10" || bare.ends_with("/10")) {
        bare.replace(bare.size() - 2, 2, "1e");
      } else if (after_digit) {
        refuse("\"^\" stands behind a number that is not 10");
      }
    }
    return bare;
  }

  void values(std::string_view text) {
    auto const slash = text.find('/');
    auto const counted = text.substr(0, slash);
    if (text == "probability")
      unit_.kind = bin_value::content;
    else if (slash != std::string_view::npos && (counted == "1" || counted == "neutrinos"))
      parts(text.substr(slash + 1));
    else
      refuse("it starts neither with 1/ nor with probability");
  }

  void energy_axis(std::string_view name) {
    if (name != "GeV" && name != "MeV") refuse("energies in \"" + std::string(name) + "\" are not known");
    unit_.energy = name == "MeV" ? 1e-3 : 1;
    unit_.energy_stated = true;
  }

  void parts(std::string_view text) {
    for (std::size_t slash = 0; slash != std::string_view::npos;) {
      slash = text.find('/');
      part(text.substr(0, slash));
      text.remove_prefix(slash == std::string_view::npos ? 0 : slash + 1);
    }
    conclude();
  }

  void part(std::string_view text) {
    double number = 1;
    auto const [end, error] = read_number(text.data(), text.data() + text.size(), number);
    auto const name = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error == std::errc::result_out_of_range || !is_finite(number) || !(number > 0))
      refuse("the number in \"" + std::string(text) + "\" is not finite and positive");
    for (auto const& known : names) {
      if (known.name != name) continue;
      if (seen(known.what)) refuse("\"" + std::string(text) + "\" repeats a quantity");
      seen(known.what) = true;
      unit_.factor /= number * known.size;
      if (known.what == dimension::area) unit_.parts.area = number * known.size;
      if (known.what == dimension::energy) unit_.parts.energy = number * known.size;
      if (known.what == dimension::protons) unit_.parts.protons = number * known.size;
      return;
    }
    refuse("\"" + std::string(text) + "\" is not known");
  }

  void conclude() {
    if (seen(dimension::protons) && seen(dimension::luminosity)) refuse("POT and fb-1 exclude each other");
    bool const exposure = seen(dimension::protons) || seen(dimension::luminosity);
    if (exposure && !seen(dimension::area)) refuse("an exposure needs an area, m2 or cm2");
    if (seen(dimension::area)) unit_.normalisation = flux_normalisation::per_area;
    if (seen(dimension::protons)) unit_.normalisation = flux_normalisation::per_area_and_proton;
    if (seen(dimension::luminosity)) unit_.normalisation = flux_normalisation::per_area_and_inverse_femtobarn;
    if (!is_finite(unit_.factor) || !(unit_.factor > 0))
      refuse("its numbers multiply to more than numbers hold");
    unit_.kind = seen(dimension::energy) ? bin_value::density : bin_value::content;
  }

  bool& seen(dimension what) { return seen_[static_cast<std::size_t>(what)]; }

  flux_unit unit_;
  std::array<bool, 4> seen_{};
};

} // namespace detail

/// Reads a unit; throws input_error that says which part is wrong and what is allowed.
inline flux_unit flux_unit_from_text(std::string_view text) {
  return detail::flux_unit_parser(text).result();
}

/// "density" or "content"; throws input_error for anything else.
inline bin_value bin_value_from_text(std::string_view name) {
  for (auto const kind : {bin_value::density, bin_value::content})
    if (text(kind) == name) return kind;
  throw input_error("flux kind \"" + std::string(name) + "\" is not known: allowed are density and content");
}

} // namespace trident
