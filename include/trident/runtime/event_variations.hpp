// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/event/response_variations.hpp>
#include <trident/format/weight_names.hpp>
#include <trident/model/nonstandard_interactions.hpp>
#include <trident/rates/error_budget.hpp>
#include <trident/rates/variations.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/model_words.hpp>
#include <trident/runtime/photon.hpp>
#include <trident/target/any_target.hpp>

// Theory errors of events and of cross sections: the variations of a configuration.

namespace trident::runtime {

/// What a request assumes about nuclei and nucleons.
inline nuclear_options nuclear_options_of(physics_request const& asked, configuration const& made) {
  nuclear_options options;
  if (asked.form_factor) options.form_factor = form_factor_kind_of(*asked.form_factor);
  options.bound = made.target.nuclei.empty()
                      ? nuclear_model{nuclear_model_kind::closure}
                      : nuclear_model_of(asked.nuclear).value_or(detail::usual_model(made.constants));
  options.inelastic = inelastic_options_of(asked.nuclear);
  options.vacuum_polarisation = made.vacuum_polarisation;
  return options;
}

namespace detail {

/// Whether a configuration has a variation: a nucleon whose nucleus is not named has no other model of it, and the weak mixing is
/// that of the Standard Model.
inline bool applies_to(theory_variation const& one, configuration const& made) {
  if (one.kind == variation_of::sin2_theta_w)
    return std::holds_alternative<standard_model>(made.model) && !made.w_production;
  return !made.target.nuclei.empty() || one.kind == variation_of::budget ||
         registry::is_the_same_in_all_nuclei(one.options.bound.kind);
}

/// The Standard Model with another weak mixing, as couplings to both chiralities that come on top.
inline registry::model_choice with_weak_mixing(double sin2_theta_w,
                                               registry::constants_choice const& constants) {
  double const usual = std::visit([](auto set) { return decltype(set)::sin2_theta_w; }, constants);
  // [PHYS:model.weak_mixing]
  return nonstandard_interactions({sin2_theta_w - usual, sin2_theta_w - usual});
}

/// A part of a target with other nuclear options: kinds of targets, of which there are `count`.
inline std::vector<rate_component> varied_part(registry::component const& part, nuclear_options options) {
  auto const kind = part.regime();
  options.only = kind;
  registry::material mixture;
  mixture.ingredients = part.nuclei;
  // nucleons that are the same in all nuclei, for one whose nucleus is not named
  if (part.nuclei.empty())
    mixture.ingredients.push_back(
        {kind == scattering_regime::inelastic ? isotopes::hydrogen_1 : isotopes::argon_40, 1});
  int const pdg_code = std::visit([](auto const& one) { return one.pdg_code(); }, part.target);
  auto all = components_of(mixture, options);
  if (kind != scattering_regime::coherent)
    std::erase_if(all, [&](auto const& one) { return one.charge != (pdg_code == 2212 ? 1 : 0); });
  return all;
}

/// A varied target as the photon of a configuration sees it; vacuum polarisation is in it already.
inline std::variant<any_target, any_continuum> seen(rate_component const& one, nuclear_options const& options,
                                                    configuration const& asked) {
  if (one.choice && std::holds_alternative<nuclear_target>(*one.choice) && sees_electrons(asked)) {
    any_target const screened(std::get<nuclear_target>(*one.choice).screened());
    return options.vacuum_polarisation ? vacuum_polarised(screened) : screened;
  }
  return one.structure;
}

/// 1 + or - what the error budget has for a part of a target.
inline double budget_ratio(theory_variation const& one, registry::component const& part,
                           configuration const& asked) {
  auto const& parameter = theory_parameters[*one.parameter];
  auto const kind = part.regime();
  if (!parameter.is_in(kind)) return 1;
  auto const* nucleus = std::get_if<nuclear_target>(&part.target);
  int const pdg_code = std::visit([](auto const& target) { return target.pdg_code(); }, part.target);
  int const charge = nucleus != nullptr ? nucleus->nuclide().atomic_number : pdg_code == 2212 ? 1 : 0;
  bool const is_hydrogen = kind == scattering_regime::free_nucleon ||
                           (!part.nuclei.empty() && part.nuclei.front().nuclide.mass_number == 1);
  missing_corrections const missing{!one.options.vacuum_polarisation, typical_energy(asked.flux),
                                    asked.w_production.has_value()};
  auto const errors =
      theory_errors(1, kind, charge, pdg::fine_structure, usual_nuclear_error(kind, is_hydrogen), missing);
  return 1 + one.number * errors.components[parameter.cause];
}

/// The same nucleons at the same energies, so that structure functions alone differ.
inline bool same_motion(nuclear_options const& one, nuclear_options const& other) {
  return one.bound.kind == other.bound.kind && one.bound.fermi_momentum == other.bound.fermi_momentum &&
         one.bound.removal_energy == other.bound.removal_energy;
}

inline response_variations::structure_function
structure_of(std::variant<any_target, any_continuum> response) {
  return [response = std::move(response)](double nu, double q2) {
    if (auto const* elastic = std::get_if<any_target>(&response)) return elastic->structure(q2);
    return std::get<any_continuum>(response).structure(nu, q2);
  };
}

inline void add_varied(response_variations& all, theory_variation const& one, nuclear_options const& central,
                       registry::component const& part, configuration const& asked) {
  auto const kind = part.regime();
  bool const bound = kind == scattering_regime::quasi_elastic;
  if (!one.concerns(kind)) return all.add_constant(1);
  bool const is_continuum = std::holds_alternative<any_continuum>(part.target);
  response_variations::mixture<response_variations::structure_function> at_point;
  response_variations::mixture<continuum_source> integrated;
  bool elastic = true;
  for (auto const& target : varied_part(part, one.options)) {
    auto response = seen(target, one.options, asked);
    elastic = elastic && std::holds_alternative<any_target>(response);
    integrated.emplace_back(target.count,
                            std::visit([](auto const& it) { return continuum_source(it); }, response));
    at_point.emplace_back(target.count, structure_of(std::move(response)));
  }
  if (is_continuum != elastic && (!bound || !is_continuum || same_motion(one.options, central)))
    all.add_at_point(std::move(at_point), one.share);
  else
    all.add_integrated(std::move(integrated), one.share);
}

} // namespace detail

/// The variations that events carry weights of, in two groups: of the leptons' couplings, and behind them of targets.
class event_variations {
public:
  event_variations() = default;

  /// Of the variations that `asked` names, around what the request assumes. Throws input_error.
  event_variations(std::string const& option, std::string const& asked, physics_request const& request,
                   configuration const& made)
      : central_(nuclear_options_of(request, made)) {
    for (auto& one : theory_variations_named(option, asked, central_)) {
      if (!detail::applies_to(one, made)) continue;
      (one.kind == variation_of::sin2_theta_w ? couplings_ : responses_).push_back(std::move(one));
    }
  }

  bool empty() const { return couplings_.empty() && responses_.empty(); }

  /// Models that stand for the first group.
  model_list models(registry::constants_choice const& constants) const {
    model_list all;
    for (auto const& one : couplings_) all.push_back(detail::with_weak_mixing(one.number, constants));
    return all;
  }

  /// Names and descriptions, in the order of the weights.
  std::vector<weight_entry> names() const {
    std::vector<weight_entry> all;
    for (auto const* group : {&couplings_, &responses_})
      for (auto const& one : *group)
        all.push_back({one.name, one.name + ", " + one.group + ": " + one.description});
    return all;
  }

  /// The second group on a part of a target; null where there is none. Kept for other channels on the same part.
  std::shared_ptr<response_variations const> responses(registry::component const& part,
                                                       configuration const& asked) const {
    if (responses_.empty()) return nullptr;
    std::string const logarithms =
        trident::detail::number_text(electroweak_logarithms(detail::typical_energy(asked.flux)));
    std::lock_guard const lock(known_->access);
    auto& known = known_->parts[{part.name + '/' + std::string(text(part.regime())) + '/' + logarithms,
                                 detail::sees_electrons(asked)}];
    if (known) return known;
    auto made = std::make_shared<response_variations>(detail::with_target_seen(
        part.target, asked, [](auto const& target) { return continuum_source(target); }));
    for (auto const& one : responses_)
      if (one.kind == variation_of::budget)
        made->add_constant(detail::budget_ratio(one, part, asked));
      else
        detail::add_varied(*made, one, central_, part, asked);
    return known = std::move(made);
  }

private:
  nuclear_options central_;
  std::vector<theory_variation> couplings_, responses_;
  struct memory {
    std::mutex access;
    std::map<std::pair<std::string, bool>, std::shared_ptr<response_variations const>> parts;
  };
  std::shared_ptr<memory> known_ = std::make_shared<memory>();
};

} // namespace trident::runtime
