// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/quasi_random.hpp>
#include <trident/runtime/checkpoint.hpp>
#include <trident/runtime/component.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/runtime/run_result.hpp>
#include <trident/runtime/settings.hpp>

namespace trident::runtime {

namespace detail {

inline constexpr double pilot_precision = 0.05;
// Of the work, of the budget and of the progress shown:
inline constexpr double pilot_share = 0.1;                         // goes to the rough runs,
inline constexpr double even_share = 0.1;                          // to all components alike,
inline constexpr double fair_share = 1 - pilot_share - even_share; // to each as it needs it

/// No more points will be asked for: what is known of hypercubes is most of a state, and not needed.
inline any_state without_scatter(any_state state) {
  std::visit(
      []<class State>(State& known) {
        if constexpr (!std::same_as<State, std::monostate>) known.scatter = {};
      },
      state);
  return state;
}

inline std::uint64_t smallest_budget(method how) {
  return how == method::rqmc ? smallest_quasi_random_budget : smallest_evaluation_budget;
}

/// Runs components one after the other, and tells their progress as that of the whole.
class component_runs {
public:
  component_runs(configuration const& asked, run_settings const& settings, progress_function const& progress,
                 checkpoint& book)
      : settings_(settings), progress_(progress), book_(book) {
    for (auto const& one : asked.target.components) integrands_.push_back(make_integrand(one.target, asked));
  }

  /// The next part of the work, which is so much of the whole.
  component_estimate integrate_part(std::size_t component, double precision, std::uint64_t stream,
                                    double share) {
    vegas_options const options = options_for(precision, stream, share);
    auto const result =
        settings_.how == method::rqmc
            ? integrate_component_quasi_random(integrands_[component], options,
                                               [&](progress_report const& part) { return tell(part, share); })
            : integrate_from_states(component, options, share);
    done_ += share;
    counts_.all += result.evaluations;
    counts_.zero += result.zero_evaluations;
    counts_.non_finite += result.non_finite_evaluations;
    return result;
  }

  vegas_options options_for(double precision, std::uint64_t stream, double share) const {
    vegas_options options;
    options.relative_error = precision;
    options.seed = settings_.seed;
    options.stream = stream;
    options.threads = settings_.threads;
    double const calls = share * static_cast<double>(settings_.max_evaluations);
    options.max_evaluations = std::max(static_cast<std::uint64_t>(calls), smallest_budget(settings_.how));
    options.time_limit_seconds = std::max(settings_.time_limit_seconds - watch_.seconds(), 1e-9);
    return options;
  }

  bool out_of_time() const { return !(watch_.seconds() < settings_.time_limit_seconds); }
  double seconds() const { return watch_.seconds(); }
  evaluation_counts const& counts() const { return counts_; }

private:
  component_estimate integrate_from_states(std::size_t component, vegas_options const& options,
                                           double share) {
    run_watch watch;
    watch.progress = [&](progress_report const& part) { return tell(part, share); };
    watch.wants_state = [&] { return book_.is_time(); };
    watch.take_state = [&](any_state state) {
      book_.remember(options, std::move(state));
      book_.store();
    };
    auto [result, state] =
        integrate_component(integrands_[component], options, watch, book_.state_of(options));
    book_.remember(options,
                   is_complete(result.reason) ? without_scatter(std::move(state)) : std::move(state));
    return result;
  }

  bool tell(progress_report part, double share) const {
    part.fraction = std::min(done_ + share * part.fraction, 1.0);
    part.evaluations += counts_.all;
    part.elapsed_seconds = watch_.seconds();
    return !progress_ || progress_(part);
  }

  run_settings const& settings_;
  progress_function const& progress_;
  checkpoint& book_;
  std::vector<component_integrand> integrands_;
  trident::detail::stopwatch watch_;
  double done_ = 0;
  evaluation_counts counts_;
};

/// Relative errors of the components that make the sum as precise as asked for.
inline std::vector<double> precisions_of(std::vector<component_result> const& pilots, double precision) {
  double total = 0;
  for (auto const& one : pilots) total += weight_of(one);
  std::vector<double> precisions;
  for (auto const& one : pilots) {
    double const part = weight_of(one);
    precisions.push_back(part > 0 ? precision * std::sqrt(total / part) : pilot_precision);
  }
  return precisions;
}

/// Shares of the work: a component that scatters by d a point needs (d / precision)^2 points.
inline std::vector<double> shares_of(std::vector<component_result> const& pilots,
                                     std::vector<double> const& precisions) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < pilots.size(); ++i)
    shares.push_back(std::pow(pilots[i].estimate.relative_deviation_per_point / precisions[i], 2));
  double const all = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares)
    share = (all > 0 ? fair_share * share / all : 0) + even_share / static_cast<double>(shares.size());
  return shares;
}

inline std::vector<component_result> run_pilots(configuration const& asked, component_runs& parts) {
  std::vector<component_result> pilots;
  auto const& components = asked.target.components;
  for (std::size_t i = 0; i < components.size(); ++i)
    pilots.push_back({components[i].name, components[i].multiplicity,
                      components[i].regime_in(components.size()),
                      parts.integrate_part(i, pilot_precision, 2 * i + 1,
                                           pilot_share / static_cast<double>(components.size()))});
  return pilots;
}

/// Replaces rough results by precise ones. Where a rough one is precise enough already, it stays.
inline void refine(std::vector<component_result>& components, run_settings const& settings,
                   component_runs& parts) {
  auto const precisions = precisions_of(components, settings.precision);
  auto const shares = shares_of(components, precisions);
  stop_reason reason = reason_of(components); // why nothing more is begun, if that is so
  for (std::size_t i = 0; i < components.size(); ++i) {
    auto& estimate = components[i].estimate;
    if (estimate.relative_error() <= precisions[i]) continue;
    if (is_complete(reason) && parts.out_of_time()) reason = stop_reason::time_limit;
    if (!is_complete(reason)) {
      estimate.reason = reason;
      continue;
    }
    auto const precise = parts.integrate_part(i, precisions[i], 2 * i, shares[i]);
    estimate.reason = precise.reason;
    if (precise.error < estimate.error) estimate = precise;
    if (!is_complete(precise.reason)) reason = precise.reason;
  }
}

/// Each of several components needs a smallest budget twice.
inline void require_budget(std::size_t components, run_settings const& settings) {
  auto const lowest = static_cast<std::uint64_t>(
      static_cast<double>(components * smallest_budget(settings.how)) / std::min(pilot_share, even_share));
  if (settings.max_evaluations < lowest)
    throw input_error("--max-evaluations is " + std::to_string(settings.max_evaluations) + ": a target of " +
                      std::to_string(components) + " components needs at least " + std::to_string(lowest));
}

inline std::vector<component_result> run_all(configuration const& asked, run_settings const& settings,
                                             component_runs& parts) {
  auto const& components = asked.target.components;
  if (components.size() == 1)
    return {{components[0].name, components[0].multiplicity, components[0].regime(),
             parts.integrate_part(0, settings.precision, 0, 1)}};
  require_budget(components.size(), settings);
  auto results = run_pilots(asked, parts);
  refine(results, settings, parts);
  return results;
}
} // namespace detail

/// Monte Carlo. Where there are several components, a rough run of each tells how precise each must be: relative error =
/// precision * sqrt(sum / part) makes the errors add up to the precision asked for. Each component draws from streams of
/// its own.
inline run_result compute_by_monte_carlo(configuration const& asked, run_settings const& settings,
                                         progress_function const& progress, checkpoint& book) {
  detail::component_runs parts(asked, settings, progress, book);
  run_result result = sum_of(detail::run_all(asked, settings, parts));
  result.counts = parts.counts();
  result.seconds = parts.seconds();
  return result;
}

/// How each component is to be integrated so that the whole is as precise as asked for, found out by rough runs where
/// there are several; nothing if that was cancelled.
inline std::optional<std::vector<vegas_options>>
plan_components(configuration const& asked, run_settings const& settings, progress_function const& progress) {
  checkpoint nothing;
  detail::component_runs parts(asked, settings, progress, nothing);
  std::size_t const components = asked.target.components.size();
  if (components == 1) return std::vector{parts.options_for(settings.precision, 0, 1)};
  detail::require_budget(components, settings);
  auto const pilots = detail::run_pilots(asked, parts);
  if (!detail::is_complete(sum_of(pilots).reason)) return std::nullopt;
  auto const precisions = detail::precisions_of(pilots, settings.precision);
  auto const shares = detail::shares_of(pilots, precisions);
  std::vector<vegas_options> plan;
  for (std::size_t i = 0; i < components; ++i)
    plan.push_back(parts.options_for(precisions[i], 2 * i, shares[i]));
  return plan;
}

} // namespace trident::runtime
