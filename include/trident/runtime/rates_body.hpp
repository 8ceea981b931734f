// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/quadrature/electroweak_cross_section.hpp>
#include <trident/quadrature/electroweak_tables.hpp>
#include <trident/quadrature/w_production.hpp>
#include <trident/rates/electroweak_curves.hpp>
#include <trident/rates/tabulated_cross_sections.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/quadrature_body.hpp>
#include <trident/runtime/rates.hpp>

// The body of compute_rates().

namespace trident::runtime {

namespace detail {

/// Where the spectra end [GeV].
inline double maximum_energy_of(exposed_target const& target) {
  double highest = 0;
  for (auto const& [flavour, spectrum] : target.beam)
    for (std::size_t bin = 0; bin < spectrum.densities().size(); ++bin)
      if (spectrum.densities()[bin] > 0) highest = std::max(highest, spectrum.edges()[bin + 1]);
  return highest;
}

inline resolved_model couplings_of(rates_physics const& physics, channel const& process) {
  auto const model = registry::resolve(physics.model, process, pdg{});
  bool const free_couplings = std::holds_alternative<four_fermion>(physics.model);
  if (!physics.sin2_theta_w || free_couplings || !process.has_neutral_current) return model;
  auto contact = model.contact();
  contact.vector += 4 * (*physics.sin2_theta_w - pdg::sin2_theta_w);
  return {contact, model.exchange(), model.mediator_mass_squared()};
}

inline bool resolves_mediator(resolved_model const& model) {
  auto const g = model.exchange();
  return std::isfinite(model.mediator_mass_squared()) && (g.vector != 0 || g.axial != 0);
}

/// Flux averages of the full electroweak amplitude, in which SMprop is the Standard Model: on all components of a target at
/// once, which take little longer than one of them.
class full_averages {
public:
  full_averages(exposed_target const& target, nuclear_options const& options, rates_physics physics)
      : physics_{std::move(physics)}, maximum_energy_(maximum_energy_of(target)),
        curves_(components_of(target.material, options), maximum_energy_) {
    if (std::holds_alternative<standard_model_with_z>(physics_.model)) physics_.model = standard_model{};
    for (auto const& one : components_of(target.material, options)) {
      add(one);
      for (auto const& edge : one.edges) add(edge);
    }
  }

  /// The table of a channel whose rates come from curves, null where they are integrated.
  electroweak_table const* table_of(channel const& process) const {
    auto const found = tables_.find(process.number);
    return found != tables_.end() ? found->second : nullptr;
  }

  /// Of those channels that are `asked` in full, side by side, as each takes long.
  void prepare(exposed_target const& target, std::vector<channel> const& channels,
               rates_physics const& asked) {
    std::vector<std::pair<electroweak_table const*, current_type>> currents;
    for (auto const& process : channels)
      for (auto const& [flavour, spectrum] : target.beam)
        if (pdg_code(flavour) == process.incoming_pdg_code() &&
            electroweak_of(asked, process, spectrum) == electroweak_amplitude::full)
          plan(process, spectrum, currents);
    curves_.template prepare<quadrature_real>(currents, physics_.threads, physics_.go_on);
    physics_.threads.for_each(tasks_.size(), [&](std::size_t i) {
      *tasks_[i].result = averages(tasks_[i].process, *tasks_[i].flux);
    });
  }

  double operator()(channel const& process, rate_component const& one, histogram_flux const& flux) const {
    if (auto const* table = table_of(process)) return curves_(*table, one.key, flux);
    return known_.at({process.number, &flux})[places_.at(one.key)];
  }

private:
  using current_type = std::decay_t<
      decltype(std::declval<leptonic_part<channel, histogram_flux, full_electroweak<resolved_model>, pdg>>()
                   .current())>;

  struct task {
    channel process;
    histogram_flux const* flux;
    std::vector<double>* result;
  };

  void plan(channel const& process, histogram_flux const& flux,
            std::vector<std::pair<electroweak_table const*, current_type>>& currents) {
    leptonic_part const leptons{process, flux, full_electroweak{couplings_of(physics_, process)}, pdg{}};
    auto const* table = electroweak_table_for(leptons.current(), process);
    if (table == nullptr || maximum_energy_ > electroweak_curves::largest_energy) {
      tasks_.push_back({process, &flux, &known_[{process.number, &flux}]});
      return;
    }
    tables_[process.number] = table;
    for (auto const& [known, current] : currents)
      if (known == table) return;
    currents.emplace_back(table, leptons.current());
  }

  std::vector<double> averages(channel const& process, histogram_flux const& flux) const {
    constexpr double precision = 1e-3;
    leptonic_part const leptons{process, flux, full_electroweak{couplings_of(physics_, process)}, pdg{}};
    auto const* table = electroweak_table_for(leptons.current(), process);
    std::vector<double> values;
    for (auto const& estimate : electroweak_cross_sections<quadrature_real>(
             leptons, sources_, {.relative_error = precision, .go_on = physics_.go_on}, weights_, table,
             typical_))
      values.push_back(estimate.value);
    return values;
  }

  void add(rate_component const& one) {
    auto const [place, is_new] = places_.try_emplace(one.key, sources_.size());
    // the first of a regime stands for all where precision is asked for
    auto const first = firsts_.try_emplace(one.kind, place->second).first->second;
    typical_.resize(std::max(typical_.size(), place->second + 1));
    typical_[first] += one.count;
    if (!is_new) {
      weights_[place->second] += one.count;
      return;
    }
    sources_.push_back(
        std::visit([](auto const& target) { return continuum_source(target, pdg{}); }, one.structure));
    weights_.push_back(one.count);
  }

  rates_physics physics_;
  double maximum_energy_;
  electroweak_curves curves_;
  std::map<int, electroweak_table const*> tables_; ///< of channels
  std::vector<task> tasks_;                        ///< of those that no table serves
  std::vector<continuum_source> sources_;
  std::vector<double> weights_, typical_;
  std::map<scattering_regime, std::size_t> firsts_;
  std::map<std::string, std::size_t> places_; ///< of keys
  std::map<std::pair<int, histogram_flux const*>, std::vector<double>> known_;
};

inline double quadrature_average(registry::target_choice const& target, channel const& process,
                                 histogram_flux const& flux, rates_physics const& physics,
                                 bool vacuum_polarisation) {
  configuration asked{process, {}, flux, physics.model, pdg{}, {}};
  asked.vacuum_polarisation = vacuum_polarisation;
  return quadrature_on(target, asked, {.relative_error = 1e-3, .go_on = physics.go_on}).value;
}

} // namespace detail

template <Constants C>
std::vector<event_rate>
rate_integrals<C>::compute(exposed_target const& target, std::vector<channel> const& channels,
                           rates_physics const& physics, nuclear_options const& options) {
  static_assert(std::same_as<C, pdg>,
                "rates need the constants pdg: the tables of structure functions are made with them");
  tabulated_cross_sections tables(detail::maximum_energy_of(target));
  detail::full_averages full(target, options, physics);
  full.prepare(target, channels, physics);
  return event_rates(
      target, channels, options,
      [&](channel const& process, rate_component const& one, histogram_flux const& flux) {
        trident::detail::ask_to_go_on(physics.go_on);
        if (electroweak_of(physics, process, flux) == electroweak_amplitude::full)
          return physics.unit_ratio * full(process, one, flux);
        auto const model = detail::couplings_of(physics, process);
        if (!detail::resolves_mediator(model)) return physics.unit_ratio * tables(process, model, one, flux);
        if (!one.choice)
          throw input_error(
              "other nucleon form factors are for contact interactions: a mediator takes the default");
        if (physics.sin2_theta_w)
          throw input_error("--sin2-theta-w is for contact interactions: a mediator takes that of pdg");
        return physics.unit_ratio *
               detail::quadrature_average(*one.choice, process, flux, physics, options.vacuum_polarisation);
      });
}

template <Constants C>
std::vector<event_rate>
rate_integrals<C>::w_production(exposed_target const& target, w_production_channel const& process,
                                channel const& companion, rates_physics const& physics,
                                nuclear_options const& options) {
  inclusive_options const precision{.relative_error = 1e-3, .go_on = physics.go_on};
  return w_production_rates(target, process, companion, options,
                            [&](rate_component const& one, histogram_flux const& flux) {
                              trident::detail::ask_to_go_on(physics.go_on);
                              auto const on = [&](auto const& part) {
                                return w_production_cross_section<C>(process, part, flux, precision).value;
                              };
                              return physics.unit_ratio * std::visit(on, one.structure);
                            });
}

} // namespace trident::runtime
