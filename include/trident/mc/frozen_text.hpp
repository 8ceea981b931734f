// SPDX-License-Identifier: BSL-1.0
#pragma once

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
  in.numbers("strata", frozen.strata.strata);
  in.expect("hypercubes");
  frozen.calls.resize(in.count(detail::most_stored));
  in.numbers("calls", frozen.calls);
  in.expect("production");
  for (auto* value : {&frozen.iterations, &frozen.first_index, &frozen.calls_per_chunk})
    *value = in.number<std::uint64_t>();
  frozen.relative_error = in.number<double>();
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
  production.iterations = in.number<std::uint64_t>("summary");
  production.chunks = in.number<std::size_t>();
  production.relative_error = in.number<double>();
  production.warmup = detail::read_sums(in, "warmup").counts;
  return production;
}

} // namespace trident
