// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/mc/state_text.hpp>
#include <trident/sampling/prepared_source.hpp>

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

/// No coordinate twice, and none before the one that it depends on. What comes after the children is not used.
template <std::size_t Dimension>
bool is_forest(typename conditional_map<Dimension>::content const& known) {
  std::array<bool, Dimension> is_final;
  is_final.fill(true);
  for (std::size_t i = 1; i <= known.children; ++i) {
    std::size_t const axis = known.order[i];
    if (axis >= Dimension || known.parent[axis] >= Dimension || !is_final[axis]) return false;
    is_final[axis] = false;
  }
  for (std::size_t i = 1; i <= known.children; ++i) {
    std::size_t const axis = known.order[i];
    if (!is_final[known.parent[axis]]) return false;
    is_final[axis] = true;
  }
  return true;
}

/// Columns that increase from 0 to 1.
template <class Table>
bool is_cumulative(Table const& table) {
  for (auto const& column : table) {
    if (column.front() != 0 || column.back() != 1) return false;
    for (std::size_t i = 0; i + 1 < column.size(); ++i)
      if (!(column[i] < column[i + 1])) return false;
  }
  return true;
}

template <std::size_t Dimension>
conditional_map<Dimension> read_conditional_map(record_reader& in) {
  typename conditional_map<Dimension>::content known;
  in.numbers("order", known.order);
  in.numbers("parent", known.parent);
  in.expect("children");
  known.children =
      in.number<std::size_t>("fewer children than coordinates", [](auto n) { return n < Dimension; });
  known.tables.resize(in.number<std::size_t>("a table for each coordinate", [&](std::size_t n) {
    return n == Dimension || (n == 0 && known.children == 0);
  }));
  if (!is_forest<Dimension>(known)) in.refuse("each coordinate once, after the one that it depends on");
  for (auto& table : known.tables)
    for (auto& column : table) in.numbers("column", column);
  for (std::size_t i = 1; i <= known.children; ++i)
    if (!is_cumulative(known.tables[known.order[i]])) in.refuse("densities that add up to 1");
  return conditional_map<Dimension>(std::move(known));
}

/// Cells lie in the cube and fill it.
template <std::size_t Dimension>
bool fill_the_cube(std::vector<cell<Dimension>> const& cells) {
  constexpr double rounding = 1e-9;
  double volume = 0;
  for (auto const& one : cells) {
    for (std::size_t axis = 0; axis < Dimension; ++axis)
      if (!(one.lower[axis] >= 0 && one.width[axis] > 0 && one.lower[axis] + one.width[axis] <= 1 + rounding))
        return false;
    volume += one.volume();
  }
  return volume > 1 - rounding && volume < 1 + rounding;
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
  auto& found = prepared.cross_section;
  detail::for_each_number(
      found, [&](std::uint64_t& value) { value = in.number<std::uint64_t>("count"); },
      [&](double& value) {
        in.expect("number");
        value = in.number<double>("a number, 0 or more", [](double x) { return x >= 0; });
      });
  found.iterations = in.number<std::size_t>("iterations");
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
    in.expect("maximum");
    one.maximum = in.number<double>("a maximum, 0 or more", [](double x) { return x >= 0; });
    prepared.cells.push_back(one);
  }
  if (!detail::fill_the_cube(prepared.cells)) in.refuse("cells that fill the cube");
  double envelope = 0;
  for (auto const& one : prepared.cells) envelope += one.volume() * one.maximum;
  if (!(envelope > 0) || !detail::is_finite(envelope)) in.refuse("maxima above 0");
  return prepared;
}

} // namespace trident
