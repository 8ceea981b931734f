// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/flux/flux.hpp>
#include <trident/physics/parameter_range.hpp>

namespace trident {

namespace ranges {
inline constexpr parameter_range live_time{"the live time", 1e-9, 1e9, "years"};
}

namespace runtime {

/// An exposure as a user says it: one of these, or none where a detector has its own.
struct exposure_request {
  std::optional<double> pot;   ///< --exposure-pot: protons on target, or what else the spectrum is per
  std::optional<double> fb;    ///< --exposure-fb: fb^-1 of a collider
  std::optional<double> years; ///< --years of live time, for what comes from the sky

  bool is_given() const { return pot || fb || years; }
};

/// In the unit that a spectrum of this normalisation is per, nothing where none was asked for; throws input_error where the two
/// are not of one kind.
inline std::optional<double> exposure_of(exposure_request const& asked, flux_normalisation normalisation) {
  auto const refuse = [&](std::string_view option, std::string_view unit) {
    throw input_error(std::string(option) + " is for spectra per " + std::string(unit) +
                      ", and this one is in " + std::string(density_unit(normalisation)));
  };
  if (int(asked.pot.has_value()) + int(asked.fb.has_value()) + int(asked.years.has_value()) > 1)
    throw input_error(
        "the exposure is given twice: one of --exposure-pot, --exposure-fb, --years is allowed");
  if (asked.fb && normalisation != flux_normalisation::per_area_and_inverse_femtobarn)
    refuse("--exposure-fb", "fb^-1");
  if (asked.years && normalisation != flux_normalisation::per_area_and_second) refuse("--years", "second");
  if (asked.years) return *asked.years * seconds_per_year;
  return asked.fb ? asked.fb : asked.pot;
}

/// Whether a spectrum says how many neutrinos there are by itself, unless it is to be multiplied.
inline bool is_counted(histogram_flux const& flux, exposure_request const& asked) {
  return flux.normalisation() == flux_normalisation::per_area && !asked.is_given();
}

/// In words.
inline std::string exposure_text(double exposure, flux_normalisation normalisation) {
  using trident::detail::formatted;
  switch (normalisation) {
  case flux_normalisation::per_area_and_proton:
    return formatted("%g protons on target", exposure);
  case flux_normalisation::per_area_and_inverse_femtobarn:
    return formatted("%g fb^-1", exposure);
  case flux_normalisation::per_area_and_second:
    return formatted("%g years of live time", exposure / seconds_per_year) + formatted(" (%g s)", exposure);
  default:
    return "the exposure of the spectrum";
  }
}

} // namespace runtime
} // namespace trident
