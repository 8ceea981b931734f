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
#include <trident/mc/parts.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/quasi_random.hpp>
#include <trident/runtime/checkpoint.hpp>
#include <trident/runtime/component.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/runtime/run_result.hpp>
#include <trident/runtime/settings.hpp>

namespace trident::runtime {

/// An integrand of a component.
struct component_part {
  std::size_t component;
  component_integrand integrand;
};

/// The integrands of all components, in order.
inline std::vector<component_part> parts_of(configuration const& asked) {
  std::vector<component_part> parts;
  auto const& components = asked.target.components;
  for (std::size_t i = 0; i < components.size(); ++i)
    for (auto& one : make_integrands(components[i].target, asked)) parts.push_back({i, std::move(one)});
  return parts;
}

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

/// Runs the parts of components one after the other, and tells their progress as that of the whole.
class component_runs {
public:
  component_runs(configuration const& asked, run_settings const& settings, progress_function const& progress,
                 checkpoint& book)
      : settings_(settings), progress_(progress), book_(book), parts_(parts_of(asked)) {}

  std::size_t size() const { return parts_.size(); }
  std::size_t component_of(std::size_t part) const { return parts_[part].component; }

  /// The next run of a part, which is so much of the whole work.
  component_estimate integrate_part(std::size_t part, double precision, std::uint64_t stream, double share) {
    vegas_options const options = options_for(precision, stream, share);
    auto const result =
        settings_.how == method::rqmc
            ? integrate_component_quasi_random(parts_[part].integrand, options,
                                               [&](progress_report const& one) { return tell(one, share); })
            : integrate_from_states(part, options, share);
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
  component_estimate integrate_from_states(std::size_t part, vegas_options const& options, double share) {
    run_watch watch;
    watch.progress = [&](progress_report const& one) { return tell(one, share); };
    watch.wants_state = [&] { return book_.is_time(); };
    watch.take_state = [&](any_state state) {
      book_.remember(options, std::move(state));
      book_.store();
    };
    auto [result, state] =
        integrate_component(parts_[part].integrand, options, watch, book_.state_of(options));
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
  std::vector<component_part> parts_;
  trident::detail::stopwatch watch_;
  double done_ = 0;
  evaluation_counts counts_;
};

/// What is known of all parts, in order.
using part_estimates = std::vector<component_estimate>;

/// The parts of each component together.
inline std::vector<component_result> results_of(configuration const& asked, component_runs const& parts,
                                                part_estimates const& estimates) {
  auto const& components = asked.target.components;
  std::vector<component_result> results;
  for (std::size_t i = 0, part = 0; i < components.size(); ++i) {
    part_estimates own;
    for (; part < parts.size() && parts.component_of(part) == i; ++part) own.push_back(estimates[part]);
    results.push_back({components[i].name, components[i].multiplicity,
                       components[i].regime_in(components.size()), sum_of_shares(own)});
  }
  return results;
}

/// Relative errors of the parts that make the sum as precise as asked for.
inline std::vector<double> precisions_of(configuration const& asked, component_runs const& parts,
                                         part_estimates const& pilots, double precision) {
  auto const components = results_of(asked, parts, pilots);
  double total = 0;
  for (auto const& one : components) total += weight_of(one);
  std::vector<double> precisions;
  std::size_t part = 0;
  for (std::size_t i = 0; i < components.size(); ++i) {
    double const weight = weight_of(components[i]);
    double const wanted = weight > 0 ? precision * std::sqrt(total / weight) : pilot_precision;
    std::vector<integral_estimate> own;
    for (; part < parts.size() && parts.component_of(part) == i; ++part) own.push_back(pilots[part]);
    if (own.size() == 1) {
      precisions.push_back(wanted);
      continue;
    }
    for (auto const& plan : plan_parts(own, wanted)) precisions.push_back(plan.relative_error);
  }
  return precisions;
}

/// Shares of the work: a part that scatters by d a point needs (d / precision)^2 points.
inline std::vector<double> shares_of(part_estimates const& pilots, std::vector<double> const& precisions) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < pilots.size(); ++i)
    shares.push_back(std::pow(pilots[i].relative_deviation_per_point / precisions[i], 2));
  double const all = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares)
    share = (all > 0 ? fair_share * share / all : 0) + even_share / static_cast<double>(shares.size());
  return shares;
}

inline part_estimates run_pilots(component_runs& parts) {
  part_estimates pilots;
  for (std::size_t i = 0; i < parts.size(); ++i)
    pilots.push_back(
        parts.integrate_part(i, pilot_precision, 2 * i + 1, pilot_share / static_cast<double>(parts.size())));
  return pilots;
}

/// Replaces rough results by precise ones. Where a rough one is precise enough already, it stays.
inline void refine(part_estimates& estimates, std::vector<double> const& precisions, component_runs& parts) {
  auto const shares = shares_of(estimates, precisions);
  stop_reason reason = reason_of(estimates); // why nothing more is begun, if that is so
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    auto& estimate = estimates[i];
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

/// Each of several parts needs a smallest budget twice.
inline void require_budget(configuration const& asked, std::size_t parts, run_settings const& settings) {
  auto const lowest = static_cast<std::uint64_t>(static_cast<double>(parts * smallest_budget(settings.how)) /
                                                 std::min(pilot_share, even_share));
  if (settings.max_evaluations >= lowest) return;
  std::size_t const components = asked.target.components.size();
  throw input_error("--max-evaluations is " + std::to_string(settings.max_evaluations) + ": a target of " +
                    std::to_string(components) + (components == 1 ? " component" : " components") +
                    (parts > components ? ", where W bosons may be real," : "") + " needs at least " +
                    std::to_string(lowest));
}

inline part_estimates run_all(configuration const& asked, run_settings const& settings,
                              component_runs& parts) {
  if (parts.size() == 1) return {parts.integrate_part(0, settings.precision, 0, 1)};
  require_budget(asked, parts.size(), settings);
  auto estimates = run_pilots(parts);
  refine(estimates, precisions_of(asked, parts, estimates, settings.precision), parts);
  return estimates;
}

} // namespace detail

/// Monte Carlo. Where there are several components, a rough run of each tells how precise each must be: relative error =
/// precision * sqrt(sum / part) makes the errors add up to the precision asked for. Where a component is drawn in shares,
/// each is a part by itself, with as many points as the sum needs. Each part draws from streams of its own.
inline run_result compute_by_monte_carlo(configuration const& asked, run_settings const& settings,
                                         progress_function const& progress, checkpoint& book) {
  detail::component_runs parts(asked, settings, progress, book);
  auto const estimates = detail::run_all(asked, settings, parts);
  run_result result = sum_of(detail::results_of(asked, parts, estimates));
  result.counts = parts.counts();
  result.seconds = parts.seconds();
  return result;
}

/// How each part is to be integrated so that the whole is as precise as asked for, found out by rough runs where there are
/// several; nothing if that was cancelled.
inline std::optional<std::vector<vegas_options>>
plan_components(configuration const& asked, run_settings const& settings, progress_function const& progress) {
  checkpoint nothing;
  detail::component_runs parts(asked, settings, progress, nothing);
  if (parts.size() == 1) return std::vector{parts.options_for(settings.precision, 0, 1)};
  detail::require_budget(asked, parts.size(), settings);
  auto const pilots = detail::run_pilots(parts);
  if (!detail::is_complete(detail::reason_of(pilots))) return std::nullopt;
  auto const precisions = detail::precisions_of(asked, parts, pilots, settings.precision);
  auto const shares = detail::shares_of(pilots, precisions);
  std::vector<vegas_options> plan;
  for (std::size_t i = 0; i < parts.size(); ++i)
    plan.push_back(parts.options_for(precisions[i], 2 * i, shares[i]));
  return plan;
}

} // namespace trident::runtime
