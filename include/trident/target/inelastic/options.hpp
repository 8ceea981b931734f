// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <trident/base/text.hpp>

namespace trident {

/// F2 of the proton above the resonances.
enum class high_mass_fit { allm97, gd11p };

/// R = sigma_L/sigma_T.
enum class longitudinal_ratio { r1998, none };

/// W2 between which the fit of the resonances goes over into the one above them [GeV^2].
enum class fit_matching { from_8_to_9, from_3_to_4 };

/// F2 of the neutron over that of the proton above the resonances.
enum class neutron_ratio { nmc, slac };

/// F2 of a nucleon in a nucleus over that of a free one, above the resonances.
enum class nuclear_factor { none, e665, e139 };

/// A choice and its names.
template <class Choice>
struct inelastic_choice {
  Choice value;
  std::string_view name;        ///< as a user types it
  std::string_view description; ///< as a list prints it
};

// The first of each is the default.

inline constexpr std::array<inelastic_choice<high_mass_fit>, 2> high_mass_fits = {{
    {high_mass_fit::allm97, "ALLM97", "Abramowicz, Levy 1997"},
    {high_mass_fit::gd11p, "GD11-P", "HERMES 2011"},
}};

inline constexpr std::array<inelastic_choice<longitudinal_ratio>, 2> longitudinal_ratios = {{
    {longitudinal_ratio::r1998, "R1998", "E143 1998, below the matching that of the resonance fit"},
    {longitudinal_ratio::none, "0", "no longitudinal photons at any mass"},
}};

inline constexpr std::array<inelastic_choice<fit_matching>, 2> fit_matchings = {{
    {fit_matching::from_8_to_9, "8..9", "between W2 = 8 and 9 GeV^2"},
    {fit_matching::from_3_to_4, "3..4", "between W2 = 3 and 4 GeV^2"},
}};

inline constexpr std::array<inelastic_choice<neutron_ratio>, 2> neutron_ratios = {{
    {neutron_ratio::nmc, "NMC", "New Muon Collaboration 1992"},
    {neutron_ratio::slac, "SLAC", "1 - 0.8 x, not below 1/4"},
}};

inline constexpr std::array<inelastic_choice<nuclear_factor>, 3> nuclear_factors = {{
    {nuclear_factor::none, "none", "nucleons of a nucleus are as free ones"},
    {nuclear_factor::e665, "E665", "shadowing at x < 0.04"},
    {nuclear_factor::e139, "E139", "EMC effect at 0.01 < x < 0.88, constant below and above"},
}};

/// Which fits an inelastic nucleon is made of.
struct inelastic_options {
  high_mass_fit high_mass = high_mass_fit::allm97;
  longitudinal_ratio longitudinal = longitudinal_ratio::r1998;
  fit_matching matching = fit_matching::from_8_to_9;
  neutron_ratio neutron = neutron_ratio::nmc;
  nuclear_factor nuclear = nuclear_factor::none;
  double mass_number = 1; ///< A of the nucleus, for its factor

  friend constexpr bool operator==(inelastic_options const&, inelastic_options const&) = default;
};

/// The choice that a user named; throws input_error with the names there are.
template <class Choices>
auto inelastic_choice_named(Choices const& choices, std::string_view what, std::string_view name) {
  return detail::item_named(choices, what, name, [](auto const& one) { return one.name; }).value;
}

/// "ALLM97", ...
template <class Choice, std::size_t N>
constexpr std::string_view name_of(std::array<inelastic_choice<Choice>, N> const& choices, Choice value) {
  for (auto const& one : choices)
    if (one.value == value) return one.name;
  return "";
}

} // namespace trident
