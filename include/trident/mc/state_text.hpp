// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/mc/options.hpp>
#include <trident/mc/state.hpp>
#include <trident/storage/record.hpp>

// What an integration knows as text, and back with the same bits. With sealed() around it, this is a checkpoint.

namespace trident {

namespace detail {

inline constexpr std::size_t most_stored = std::size_t{1} << 32; ///< items: more is damage

inline void write(record_writer& out, std::string_view name, stratified_sums const& sums) {
  auto const& counts = sums.counts;
  out.line(name, sums.value, sums.variance, sums.squared_weights, counts.all, counts.zero, counts.non_finite,
           counts.first_non_finite_index);
}

/// More points than any run has, and few enough to be added up without overflow.
inline constexpr std::uint64_t most_points = std::uint64_t{1} << 60;

inline evaluation_counts read_counts(record_reader& in) {
  evaluation_counts counts;
  counts.all = in.number<std::uint64_t>("points up to 2^60", [](auto n) { return n <= most_points; });
  for (auto* value : {&counts.zero, &counts.non_finite})
    *value = in.number<std::uint64_t>("no more of them than points", [&](auto n) { return n <= counts.all; });
  counts.first_non_finite_index = in.number<std::uint64_t>();
  return counts;
}

inline stratified_sums read_sums(record_reader& in, std::string_view name) {
  stratified_sums sums;
  in.expect(name);
  sums.value = in.number<double>();
  for (double* value : {&sums.variance, &sums.squared_weights})
    *value = in.number<double>("a sum of squares, 0 or more", [](double x) { return x >= 0; });
  sums.counts = read_counts(in);
  return sums;
}

inline void write(record_writer& out, std::string_view name, std::vector<stratified_sums> const& all) {
  out.line(name, all.size());
  for (auto const& one : all) write(out, "sums", one);
}

inline std::vector<stratified_sums> read_all_sums(record_reader& in, std::string_view name) {
  in.expect(name);
  std::vector<stratified_sums> all;
  for (std::size_t left = in.count(most_stored); left > 0; --left) all.push_back(read_sums(in, "sums"));
  return all;
}

} // namespace detail

template <std::size_t Dimension>
void write(record_writer& out, adapted_map<Dimension> const& map) {
  for (auto const& edges : map.edges()) out.numbers("edges", edges);
}

template <std::size_t Dimension>
adapted_map<Dimension> read_map(record_reader& in) {
  std::array<typename adapted_map<Dimension>::axis_edges, Dimension> edges;
  for (auto& axis : edges) {
    in.numbers("edges", axis);
    bool increases = axis.front() == 0 && axis.back() == 1;
    for (std::size_t i = 0; i + 1 < axis.size(); ++i) increases = increases && axis[i] < axis[i + 1];
    if (!increases) in.refuse("edges that increase from 0 to 1");
  }
  return adapted_map<Dimension>(edges);
}

/// A cut into so many hypercubes; `hypercubes` is 0 where nothing is known of them.
template <std::size_t Dimension>
stratification<Dimension> read_strata(record_reader& in, std::size_t& hypercubes) {
  stratification<Dimension> cut;
  in.numbers("strata", cut.strata);
  in.expect("hypercubes");
  hypercubes = in.count(detail::most_stored);
  std::size_t product = 1;
  for (std::size_t const n : cut.strata)
    product = n > 0 && product <= detail::most_stored / n ? product * n : 0;
  if (product == 0 || (hypercubes > 0 && product != hypercubes))
    in.refuse("as many hypercubes as its strata make");
  return cut;
}

namespace detail {

/// What went on in a run of these iterations, with the index of the next point.
template <std::size_t Dimension>
void require_history(vegas_state<Dimension> const& state, record_reader const& in) {
  std::uint64_t points = 0;
  for (auto const* iterations : {&state.warmup, &state.production})
    for (auto const& one : *iterations) {
      if (one.counts.all == 0 || (points += one.counts.all) > most_points)
        in.refuse("iterations with points");
    }
  if (points != state.next_index) in.refuse("as the index of the next point that of its iterations");
  bool const is_planned = state.planned_production > 0;
  if (!state.production.empty() && (state.warmup.empty() || !is_planned))
    in.refuse("a plan and a warm-up before its production");
  if (state.planned_production > most_points) in.refuse("a plan of up to 2^60 points");
}

} // namespace detail

template <std::size_t Dimension>
void write(record_writer& out, vegas_state<Dimension> const& state) {
  out.line("dimension", Dimension);
  write(out, state.map);
  out.numbers("strata", state.strata.strata);
  out.line("hypercubes", state.scatter.sum_of_squares.size());
  out.numbers("squares", state.scatter.sum_of_squares);
  out.numbers("freedom", state.scatter.degrees_of_freedom);
  detail::write(out, "warmup", state.warmup);
  detail::write(out, "production", state.production);
  out.line("planned", state.planned_production);
  out.line("next_index", state.next_index);
}

template <std::size_t Dimension>
vegas_state<Dimension> read_state(record_reader& in) {
  if (in.number<std::size_t>("dimension") != Dimension) in.refuse("dimension " + std::to_string(Dimension));
  vegas_state<Dimension> state;
  state.map = read_map<Dimension>(in);
  std::size_t hypercubes = 0;
  state.strata = read_strata<Dimension>(in, hypercubes);
  state.scatter = {std::vector<double>(hypercubes), std::vector<double>(hypercubes)};
  in.numbers("squares", state.scatter.sum_of_squares);
  in.numbers("freedom", state.scatter.degrees_of_freedom);
  for (auto const* known : {&state.scatter.sum_of_squares, &state.scatter.degrees_of_freedom})
    if (std::any_of(known->begin(), known->end(), [](double x) { return x < 0; }))
      in.refuse("no numbers below 0 for its hypercubes");
  state.warmup = detail::read_all_sums(in, "warmup");
  state.production = detail::read_all_sums(in, "production");
  state.planned_production = in.number<std::uint64_t>("planned");
  state.next_index = in.number<std::uint64_t>("next_index");
  detail::require_history(state, in);
  return state;
}

/// All that changes a result: neither threads nor the time limit.
inline void write(record_writer& out, vegas_options const& options) {
  out.line("options", options.relative_error, options.seed, options.stream, options.max_evaluations,
           options.warmup_iterations, options.warmup_share, options.map_damping, options.allocation_exponent);
}

/// The options that write() wrote, with one thread and no time limit.
inline vegas_options read_options(record_reader& in) {
  vegas_options options;
  options.relative_error = in.number<double>("options");
  options.seed = in.number<std::uint64_t>();
  options.stream = in.number<std::uint64_t>();
  options.max_evaluations = in.number<std::uint64_t>();
  options.warmup_iterations = in.number<unsigned>();
  options.warmup_share = in.number<double>();
  options.map_damping = in.number<double>();
  options.allocation_exponent = in.number<double>();
  return options;
}

} // namespace trident
