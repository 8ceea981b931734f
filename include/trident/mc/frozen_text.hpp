// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>

#include <trident/mc/frozen_production.hpp>
#include <trident/mc/state_text.hpp>

namespace trident {

template <std::size_t Dimension>
void write(record_writer& out, frozen_production<Dimension> const& frozen) {
  out.line("dimension", Dimension);
  write(out, frozen.map);
  out.numbers("strata", frozen.strata.strata);
  out.line("hypercubes", frozen.calls.size());
  out.numbers("calls", frozen.calls);
  out.line("production", frozen.iterations, frozen.first_index, frozen.calls_per_chunk, frozen.relative_error,
           frozen.seed, frozen.stream);
  detail::write(out, "warmup", stratified_sums{0, 0, 0, frozen.warmup});
}

template <std::size_t Dimension>
frozen_production<Dimension> read_frozen_production(record_reader& in) {
  if (in.number<std::size_t>("dimension") != Dimension) in.refuse("dimension " + std::to_string(Dimension));
  frozen_production<Dimension> frozen;
  frozen.map = read_map<Dimension>(in);
  std::size_t hypercubes = 0;
  frozen.strata = read_strata<Dimension>(in, hypercubes);
  frozen.calls.resize(hypercubes);
  in.numbers("calls", frozen.calls);
  std::uint64_t calls = 0; // of 2^32 numbers below 2^32, no more than 2^64
  for (std::uint64_t const one : frozen.calls) {
    if (one < minimum_calls_per_hypercube) in.refuse("two calls or more for each hypercube");
    calls += one;
  }
  if (calls == 0 || calls > detail::largest_iteration)
    in.refuse("as many calls as an iteration has, up to " + std::to_string(detail::largest_iteration));
  in.expect("production");
  frozen.iterations = in.number<std::uint64_t>("iterations, with up to 2^60 points", [&](std::uint64_t n) {
    bool const is_long =
        calls >= detail::largest_iteration / 4; // more than the least number are of long ones
    return n > 0 && n <= (is_long ? detail::most_points / calls : detail::production_iterations);
  });
  frozen.first_index =
      in.number<std::uint64_t>("an index up to 2^60", [](auto n) { return n <= detail::most_points; });
  frozen.calls_per_chunk =
      in.number<std::uint64_t>("calls of a chunk, " + std::to_string(detail::calls_per_chunk) + " or more",
                               [](auto n) { return n >= detail::calls_per_chunk; });
  frozen.relative_error = in.number<double>("a positive precision", [](double x) { return x > 0; });
  for (auto* value : {&frozen.seed, &frozen.stream}) *value = in.number<std::uint64_t>();
  frozen.warmup = detail::read_sums(in, "warmup").counts;
  return frozen;
}

inline void write(record_writer& out, production_summary const& production) {
  out.line("summary", production.iterations, production.chunks, production.relative_error);
  detail::write(out, "warmup", stratified_sums{0, 0, 0, production.warmup});
}

inline production_summary read_summary(record_reader& in) {
  production_summary production;
  in.expect("summary");
  production.iterations = in.number<std::uint64_t>();
  production.chunks = in.number<std::size_t>("chunks, as many for each iteration", [&](std::size_t n) {
    if (production.iterations == 0) return n == 0; // below threshold
    return n > 0 && n <= detail::most_stored && n % production.iterations == 0;
  });
  production.relative_error = in.number<double>("a precision", [](double x) { return x >= 0; });
  production.warmup = detail::read_sums(in, "warmup").counts;
  return production;
}

} // namespace trident
