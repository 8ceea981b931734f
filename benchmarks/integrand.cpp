// SPDX-License-Identifier: BSL-1.0
// Time a point of the squared amplitude, of the phase-space map and of the whole integrand, and time to a precision.
// Items are points: items_per_second is points a second.
#include <benchmark/benchmark.h>

#include <trident/fluxes.hpp>
#include <trident/trident.hpp>
#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#define TRIDENT_BENCHMARK_PACKS
#endif

namespace {

using namespace trident;

constexpr std::size_t points = 2048;

/// Points as the adapted map draws them, so that times are those of production.
template <class S>
std::vector<typename S::point_type> drawn_points(S const& sigma) {
  auto const run = run_vegas(sigma, {.relative_error = 3e-3});
  philox_source<S::dimension> const source(1, 7);
  std::vector<typename S::point_type> drawn;
  for (std::uint64_t i = 0; i < points; ++i) drawn.push_back(run.state.map(source(i)).position);
  return drawn;
}

template <class P, class N, class F>
auto configuration() {
  if constexpr (FixedEnergy<F>)
    return Trident{P{}, N{}, F{5.0 * GeV}, standard_model{}};
  else
    return Trident{P{}, N{}, F{}, standard_model{}};
}

template <class P, class N, class F>
void phase_space_map(benchmark::State& state) {
  auto const sigma = configuration<P, N, F>();
  auto const drawn = drawn_points(sigma);
  auto const beam = sigma.space().at_energy(5.0 * GeV);
  for (auto _ : state)
    for (auto const& u : drawn) {
      phase_space::coordinates<double> inner;
      std::copy_n(u.begin(), inner.size(), inner.begin());
      auto point = sigma.space()(beam, inner);
      benchmark::DoNotOptimize(point);
    }
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * state.iterations());
}

template <class P, class N, class F>
void squared_amplitude(benchmark::State& state) {
  auto const sigma = configuration<P, N, F>();
  std::vector<phase_space_point<>> drawn;
  for (auto const& u : drawn_points(sigma)) drawn.push_back(sigma.point(u).state);
  for (auto _ : state)
    for (auto const& point : drawn) benchmark::DoNotOptimize(sigma.density(point));
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * state.iterations());
}

template <class P, class N, class F>
void whole_integrand(benchmark::State& state) {
  auto const sigma = configuration<P, N, F>();
  auto const drawn = drawn_points(sigma);
  for (auto _ : state)
    for (auto const& u : drawn) benchmark::DoNotOptimize(sigma(u));
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * state.iterations());
}

template <class S>
void integrate_to_a_permille(benchmark::State& state, S const& sigma) {
  std::uint64_t seed = 0, evaluations = 0;
  cross_section_estimate estimate;
  for (auto _ : state) {
    estimate = integrate(sigma, {.relative_error = 1e-3, .seed = ++seed});
    evaluations += estimate.evaluations;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(evaluations));
  state.counters["deviation_per_point"] = estimate.relative_deviation_per_point;
}

template <class P, class N, class F>
void permille(benchmark::State& state) {
  integrate_to_a_permille(state, configuration<P, N, F>());
}

#define TRIDENT_CASES(measure)                                                                               \
  BENCHMARK(measure<numu_to_numu_mumu, argon40, monoenergetic>);                                             \
  BENCHMARK(measure<numu_to_numu_ee, argon40, monoenergetic>);                                               \
  BENCHMARK(measure<numu_to_nue_emu, argon40, monoenergetic>);                                               \
  BENCHMARK(measure<numu_to_numu_mumu, proton, monoenergetic>)

TRIDENT_CASES(phase_space_map);
TRIDENT_CASES(squared_amplitude);
TRIDENT_CASES(whole_integrand);
TRIDENT_CASES(permille);
BENCHMARK(permille<numu_to_numu_mumu, argon40, dune_cdr_reference_numu>);

#ifdef TRIDENT_BENCHMARK_PACKS

template <class P, class N, class F>
void whole_integrand_packs(benchmark::State& state) {
  vectorised const sigma{configuration<P, N, F>()};
  auto const drawn = drawn_points(sigma.integrand());
  std::vector<block_coordinates<vectorised<decltype(configuration<P, N, F>())>::dimension>> blocks(
      points / block_size);
  for (std::size_t i = 0; i < points; ++i)
    for (std::size_t axis = 0; axis < drawn[i].size(); ++axis)
      blocks[i / block_size][axis][i % block_size] = drawn[i][axis];
  block_values values;
  for (auto _ : state)
    for (auto const& block : blocks) {
      sigma.evaluate(block, values);
      benchmark::DoNotOptimize(values);
    }
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * state.iterations());
}

template <class P, class N, class F>
void permille_packs(benchmark::State& state) {
  integrate_to_a_permille(state, vectorised{configuration<P, N, F>()});
}

TRIDENT_CASES(whole_integrand_packs);
TRIDENT_CASES(permille_packs);
BENCHMARK(permille_packs<numu_to_numu_mumu, argon40, dune_cdr_reference_numu>);

#endif

} // namespace
