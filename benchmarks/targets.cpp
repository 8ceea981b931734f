// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <benchmark/benchmark.h>

#include <trident/target/nuclei.hpp>
#include <trident/target/target.hpp>

using namespace trident;

namespace {

/// Momentum transfers spread evenly in log Q2 from 1e-6 to 1 GeV^2.
std::array<double, 1024> momentum_transfers() {
  std::array<double, 1024> values{};
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = std::pow(10.0, -6 + 6 * std::fmod(static_cast<double>(i) * 0.6180339887498949, 1.0));
  return values;
}

template <class T>
void structure(benchmark::State& state) {
  T const target;
  auto const values = momentum_transfers();
  for (auto _ : state)
    for (double const q2 : values) benchmark::DoNotOptimize(target.structure(q2));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
}

template <isotope const& Nuclide>
void construction(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(make_nuclear_target(Nuclide));
}

} // namespace

BENCHMARK_TEMPLATE(structure, argon40);
BENCHMARK_TEMPLATE(structure, lead208);
BENCHMARK_TEMPLATE(structure, proton);
BENCHMARK_TEMPLATE(structure, neutron);
BENCHMARK_TEMPLATE(structure, free_proton<>);
BENCHMARK_TEMPLATE(structure, bound_proton<z_expansion>);
BENCHMARK_TEMPLATE(structure, bound_proton<dipole>);
BENCHMARK_TEMPLATE(construction, isotopes::argon_40)->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(construction, isotopes::lead_208)->Unit(benchmark::kMicrosecond);
