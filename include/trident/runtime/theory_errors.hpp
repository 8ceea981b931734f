// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/model/model.hpp>
#include <trident/rates/theory_shifts.hpp>
#include <trident/rates/variations.hpp>
#include <trident/runtime/models.hpp>
#include <trident/runtime/rates.hpp>

// Theory errors of rates.

namespace trident::runtime {

/// Rates with another theory.
struct varied_rates {
  theory_variation variation;
  std::vector<event_rate> rates;
};

/// Whether the theory of a model can be varied so: one with a mediator has the default form factors of nucleons, and its own
/// weak mixing.
inline bool can_vary(theory_variation const& one, registry::model_choice const& model) {
  bool const standard =
      std::holds_alternative<standard_model>(model) || std::holds_alternative<standard_model_with_z>(model);
  return standard || (one.kind != variation_of::sin2_theta_w && one.group != "nucleon form factors");
}

namespace detail {

/// Rates with other options in the regime that they concern; others stay.
inline std::vector<event_rate> rates_varied(exposed_target const& target, rates_of const& what,
                                            rates_physics const& physics, theory_variation const& one,
                                            std::vector<event_rate> const& central) {
  using enum scattering_regime;
  auto options = one.options;
  for (auto const kind : {coherent, quasi_elastic, inelastic}) {
    bool alone = one.concerns(kind);
    for (auto const other : {coherent, quasi_elastic, inelastic})
      alone = alone && (other == kind || !one.concerns(other));
    if (alone) options.only = kind;
  }
  auto rates = compute_rates(target, what, physics, options);
  for (std::size_t i = 0; i < rates.size(); ++i)
    if (options.only && rates[i].kind != *options.only) rates[i] = central[i];
  return rates;
}

} // namespace detail

/// Of each variation of the list but those that the error budget says, around the rates `central`.
inline std::vector<varied_rates> vary_rates(exposed_target const& target, rates_of const& what,
                                            rates_physics const& physics, nuclear_options const& options,
                                            std::vector<event_rate> const& central) {
  std::vector<varied_rates> all;
  for (auto& one : theory_variations(options)) {
    bool const is_mixing = one.kind == variation_of::sin2_theta_w;
    if (one.kind == variation_of::budget || !can_vary(one, physics.model) || (is_mixing && what.w_production))
      continue;
    // a band and an alternative may be the same theory
    auto const same = std::find_if(all.begin(), all.end(), [&](auto const& known) {
      return (known.variation.name == "NuclearModel_up" && one.name == "NuclearModel_closure") ||
             (known.variation.name == "NuclearModel_down" && one.name == "NuclearModel_rfg");
    });
    auto varied = physics;
    if (is_mixing) varied.sin2_theta_w = one.number;
    auto rates = same != all.end() ? same->rates : detail::rates_varied(target, what, varied, one, central);
    all.push_back({std::move(one), std::move(rates)});
  }
  return all;
}

/// The correlated errors of all rows.
inline theory_shifts shifts_of(std::vector<event_rate> const& central,
                               std::vector<varied_rates> const& varied) {
  theory_shifts shifts(central);
  for (auto const& [variation, rates] : varied)
    if (variation.is_band()) shifts.set(variation, central, rates);
  return shifts;
}

/// Relative theory errors of a signal, by parameters: of all channels that neutrinos of the beam make in the target, in the
/// regimes `kinds` (coherent, quasi_elastic, inelastic). For fits that profile them.
inline std::vector<theory_error>
theory_errors_of_signal(exposed_target const& target, std::vector<channel> const& channels,
                        rates_physics const& physics, nuclear_options const& options = {},
                        std::vector<scattering_regime> const& kinds = {scattering_regime::coherent,
                                                                       scattering_regime::quasi_elastic,
                                                                       scattering_regime::inelastic}) {
  auto rates = compute_rates(target, channels, physics, options);
  std::erase_if(rates, [&](event_rate const& one) {
    return std::find(kinds.begin(), kinds.end(), one.kind) == kinds.end();
  });
  return theory_errors_of_sum(rates);
}

} // namespace trident::runtime
