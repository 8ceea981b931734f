// SPDX-License-Identifier: BSL-1.0

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <trident/mc/vegas.hpp>

namespace {

/// Costs next to nothing, so that what is left is the Monte Carlo's own.
template <std::size_t N>
struct sum_of_coordinates {
  static constexpr std::size_t dimension = N;
  double operator()(std::array<double, N> const& x) const {
    double sum = 0;
    for (double const v : x) { sum += v; }
    return sum;
  }
};

template <std::size_t N>
struct gaussian {
  static constexpr std::size_t dimension = N;
  double operator()(std::array<double, N> const& x) const {
    double sum = 0;
    for (double const v : x) { sum += (v - 0.5) * (v - 0.5); }
    return std::exp(-25 * sum);
  }
};

template <std::size_t N>
void random_point(benchmark::State& state) {
  trident::philox_source<N> const source(1, 0);
  std::uint64_t index = 0;
  for (auto _ : state) { benchmark::DoNotOptimize(source(index++)); }
  state.SetItemsProcessed(state.iterations());
}

template <std::size_t N>
void overhead_per_point(benchmark::State& state) {
  std::uint64_t evaluations = 0;
  for (auto _ : state) {
    auto const result = trident::integrate_unit_cube(sum_of_coordinates<N>{},
                                                     {.relative_error = 1e-9, .max_evaluations = 2'000'000});
    benchmark::DoNotOptimize(result.value);
    evaluations += result.evaluations;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(evaluations));
}

template <std::size_t N>
void gaussian_to_1e_3(benchmark::State& state) {
  std::uint64_t evaluations = 0;
  std::uint64_t seed = 0;
  for (auto _ : state) {
    auto const result = trident::integrate_unit_cube(gaussian<N>{}, {.relative_error = 1e-3, .seed = ++seed});
    benchmark::DoNotOptimize(result.value);
    evaluations += result.evaluations;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(evaluations));
}

} // namespace

BENCHMARK(random_point<7>);
BENCHMARK(random_point<8>);
BENCHMARK(overhead_per_point<7>)->Unit(benchmark::kMillisecond);
BENCHMARK(overhead_per_point<8>)->Unit(benchmark::kMillisecond);
BENCHMARK(gaussian_to_1e_3<8>)->Unit(benchmark::kMillisecond);
