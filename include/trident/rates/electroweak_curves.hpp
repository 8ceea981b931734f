// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/flux/energy_range.hpp>
#include <trident/flux/flux.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/quadrature/continuum_scan.hpp>
#include <trident/quadrature/electroweak_cross_section.hpp>
#include <trident/quadrature/electroweak_tables.hpp>
#include <trident/quadrature/tabulated_electroweak.hpp>
#include <trident/rates/components.hpp>
#include <trident/rates/cross_section_curve.hpp>
#include <trident/target/any_target.hpp>

namespace trident {

/// Flux averages of the full electroweak amplitude of the Standard Model on the parts of a material, from its tables: each table
/// is prepared once for all channels that have it and all spectra, each part takes a few milliseconds more. Good to 1e-3 of
/// averages over wide spectra.
class electroweak_curves {
public:
  /// Where these are good [GeV]: tables reach further, on elastic targets.
  static constexpr double largest_energy = 1e6;

  /// For neutrinos up to `maximum_energy` [GeV].
  electroweak_curves(std::vector<rate_component> const& parts, double maximum_energy) {
    maximum_energy_ = maximum_energy;
    for (auto const& one : parts) {
      add(one);
      for (auto const& edge : one.edges) add(edge);
    }
  }

  /// Prepares the tables of these currents, side by side.
  template <class Real, class Current>
  void prepare(std::vector<std::pair<electroweak_table const*, Current>> const& currents,
               execution_policy threads, stop_question const& go_on) {
    if (currents.empty()) return;
    std::map<std::string, scanned_response> responses;
    for (auto const& [key, structure] : parts_)
      if (auto const* continuum = std::get_if<any_continuum>(&structure))
        responses.emplace(key, scanned_response(continuum_source(*continuum), maximum_energy_));
    std::vector<curves*> results;
    for (auto const& [table, current] : currents) results.push_back(&all_[table]);
    threads.for_each(currents.size(), [&](std::size_t i) {
      *results[i] = made<Real>(*currents[i].first, currents[i].second, responses, go_on);
    });
  }

  /// Averaged over the spectrum [fb], of a table that was prepared and a part by its key.
  double operator()(electroweak_table const& table, std::string const& key,
                    histogram_flux const& flux) const {
    auto const& [low, high] = all_.at(&table).at(key);
    double const middle = std::min(join, maximum_energy_), lowest = flux.edges().front(),
                 highest = flux.edges().back();
    double sum = 0;
    if (lowest < middle) {
      auto const part = within_energies(flux, lowest, middle);
      sum += part.integral() > 0 ? part.integral() * low.average(part) : 0;
    }
    if (highest > middle) {
      auto const part = within_energies(flux, middle, highest);
      sum += part.integral() * high.average(part);
    }
    return sum / flux.integral();
  }

private:
  /// Two curves that meet at an energy [GeV]: steep spectra see the threshold, which is far below the end.
  struct joined_curves {
    cross_section_curve low, high;
  };
  using curves = std::map<std::string, joined_curves>;

  static constexpr double join = 100;

  void add(rate_component const& one) { parts_.try_emplace(one.key, one.structure); }

  template <class Real, class Current>
  curves made(electroweak_table const& table, Current const& current,
              std::map<std::string, scanned_response> const& responses, stop_question const& go_on) const {
    auto const evaluate = [&](double room, double q2, double tolerance) {
      detail::ask_to_go_on(go_on);
      return electroweak_structure<Real, Current>(current, tolerance)(room, q2);
    };
    constexpr double beyond_the_table = 0.02; // where a few percent at most come from
    electroweak_surface const surface(detail::electroweak_scaling_of(current), evaluate, beyond_the_table, {},
                                      &table);
    energy_scan const scan = electroweak_scan(table, maximum_energy_);
    double const threshold = current.masses().threshold();
    curves result;
    for (auto const& [key, structure] : parts_) {
      detail::ask_to_go_on(go_on);
      if (auto const* elastic = std::get_if<any_target>(&structure)) {
        result.emplace(key, joined([&](double energy) { return scan(*elastic, energy).value; },
                                   threshold_energy(threshold, elastic->mass()), true));
        continue;
      }
      auto const& response = responses.at(key);
      continuum_scan const of_continuum(surface, response);
      result.emplace(key, joined([&](double energy) { return of_continuum(energy).value; },
                                 response.limits().threshold(threshold), false));
    }
    return result;
  }

  /// Of sigma(E) above its threshold [GeV]. Where form factors are tiny it is no smooth function: with `checked` the lower curve
  /// begins above that.
  template <class Sigma>
  joined_curves joined(Sigma const& sigma, double threshold, bool checked) const {
    constexpr std::size_t nodes = 32;
    constexpr int halvings = 10;
    double const middle = std::min(join, maximum_energy_);
    double smallest = 1e-7;
    cross_section_curve low(sigma, threshold, middle, nodes, halvings, 0, smallest);
    for (; checked && smallest < 1e-3 && !(low.deviation(sigma) < 1e-3); smallest *= 10)
      low = cross_section_curve(sigma, threshold, middle, nodes, halvings, 0, 10 * smallest);
    if (!(maximum_energy_ > middle)) return {low, low};
    return {low, cross_section_curve(sigma, threshold, maximum_energy_, nodes, halvings, middle)};
  }

  double maximum_energy_ = 0;
  std::map<std::string, std::variant<any_target, any_continuum>> parts_; ///< by their keys
  std::map<electroweak_table const*, curves> all_;
};

} // namespace trident
