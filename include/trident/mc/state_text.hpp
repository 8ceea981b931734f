// SPDX-License-Identifier: BSL-1.0
#pragma once

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

inline stratified_sums read_sums(record_reader& in, std::string_view name) {
  stratified_sums sums;
  in.expect(name);
  for (double* value : {&sums.value, &sums.variance, &sums.squared_weights}) *value = in.number<double>();
  auto& counts = sums.counts;
  for (auto* value : {&counts.all, &counts.zero, &counts.non_finite, &counts.first_non_finite_index})
    *value = in.number<std::uint64_t>();
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
  for (auto& axis : edges) in.numbers("edges", axis);
  return adapted_map<Dimension>(edges);
}

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
  in.numbers("strata", state.strata.strata);
  in.expect("hypercubes");
  std::size_t const hypercubes = in.count(detail::most_stored);
  state.scatter = {std::vector<double>(hypercubes), std::vector<double>(hypercubes)};
  in.numbers("squares", state.scatter.sum_of_squares);
  in.numbers("freedom", state.scatter.degrees_of_freedom);
  state.warmup = detail::read_all_sums(in, "warmup");
  state.production = detail::read_all_sums(in, "production");
  state.planned_production = in.number<std::uint64_t>("planned");
  state.next_index = in.number<std::uint64_t>("next_index");
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
