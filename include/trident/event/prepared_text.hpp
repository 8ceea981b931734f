// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/event/prepared_source.hpp>
#include <trident/mc/state_text.hpp>

// What a source of events was prepared with as text, and back with the same bits.

namespace trident {

namespace detail {

/// Visits the numbers of an estimate, counts first.
template <class Estimate, class Count, class Number>
void for_each_number(Estimate& e, Count const& count, Number const& number) {
  for (auto* value : {&e.evaluations, &e.production_evaluations, &e.zero_evaluations,
                      &e.non_finite_evaluations, &e.first_non_finite_index})
    count(*value);
  for (auto* value :
       {&e.value, &e.error, &e.chi2_per_dof, &e.effective_sample_size, &e.relative_deviation_per_point})
    number(*value);
}

template <std::size_t Dimension>
void write(record_writer& out, conditional_map<Dimension> const& layer) {
  auto const& known = layer.learnt();
  out.numbers("order", known.order);
  out.numbers("parent", known.parent);
  out.line("children", known.children, known.tables.size());
  for (auto const& table : known.tables)
    for (auto const& column : table) out.numbers("column", column);
}

template <std::size_t Dimension>
conditional_map<Dimension> read_conditional_map(record_reader& in) {
  typename conditional_map<Dimension>::content known;
  in.numbers("order", known.order);
  in.numbers("parent", known.parent);
  in.expect("children");
  known.children = in.count(Dimension - 1);
  known.tables.resize(in.count(Dimension));
  for (auto const& indices : {known.order, known.parent})
    for (std::size_t const one : indices)
      if (one >= Dimension) in.refuse("coordinates below " + std::to_string(Dimension));
  for (auto& table : known.tables)
    for (auto& column : table) in.numbers("column", column);
  return conditional_map<Dimension>(std::move(known));
}

} // namespace detail

template <std::size_t Dimension>
void write(record_writer& out, prepared_source<Dimension> const& prepared) {
  out.line("dimension", Dimension);
  detail::for_each_number(
      prepared.cross_section, [&](std::uint64_t value) { out.line("count", value); },
      [&](double value) { out.line("number", value); });
  out.line("iterations", prepared.cross_section.iterations);
  out.line("random", prepared.seed, prepared.stream);
  write(out, prepared.map);
  out.line("layers", prepared.layers.size());
  for (auto const& layer : prepared.layers) detail::write(out, layer);
  out.line("cells", prepared.cells.size());
  for (auto const& one : prepared.cells) {
    out.numbers("lower", one.lower);
    out.numbers("width", one.width);
    out.line("maximum", one.maximum);
  }
}

template <std::size_t Dimension>
prepared_source<Dimension> read_prepared_source(record_reader& in) {
  if (in.number<std::size_t>("dimension") != Dimension) in.refuse("dimension " + std::to_string(Dimension));
  prepared_source<Dimension> prepared;
  detail::for_each_number(
      prepared.cross_section, [&](std::uint64_t& value) { value = in.number<std::uint64_t>("count"); },
      [&](double& value) { value = in.number<double>("number"); });
  prepared.cross_section.iterations = in.number<std::size_t>("iterations");
  prepared.seed = in.number<std::uint64_t>("random");
  prepared.stream = in.number<std::uint64_t>();
  prepared.map = read_map<Dimension>(in);
  in.expect("layers");
  for (std::size_t left = in.count(detail::most_stored); left > 0; --left)
    prepared.layers.push_back(detail::read_conditional_map<Dimension>(in));
  in.expect("cells");
  for (std::size_t left = in.count(detail::most_stored); left > 0; --left) {
    cell<Dimension> one;
    in.numbers("lower", one.lower);
    in.numbers("width", one.width);
    one.maximum = in.number<double>("maximum");
    prepared.cells.push_back(one);
  }
  return prepared;
}

} // namespace trident
