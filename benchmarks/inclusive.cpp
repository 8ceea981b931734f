// SPDX-License-Identifier: BSL-1.0

// What an inclusive cross section by quadrature costs, without tables.

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

#include <benchmark/benchmark.h>

#include <trident/fluxes.hpp>
#include <trident/physics/process.hpp>
#include <trident/quadrature/coupling_polynomial.hpp>
#include <trident/target/nuclei.hpp>

namespace {

using namespace trident;

#if __has_include(<xsimd/xsimd.hpp>)
using real = pack;
#else
using real = double;
#endif

template <class S>
void run(benchmark::State& state, S const& sigma, double relative_error) {
  inclusive_estimate result;
  for (auto _ : state) {
    result = inclusive_cross_section<real>(sigma, {.relative_error = relative_error});
    benchmark::DoNotOptimize(result);
  }
  state.counters["evaluations"] = static_cast<double>(result.evaluations);
  state.counters["relative_error"] = result.error / result.value;
}

template <class P>
void one_energy(benchmark::State& state) {
  double const relative_error = 1 / static_cast<double>(state.range(0));
  run(state, Trident{P{}, argon40{}, monoenergetic{5.0}, standard_model{}}, relative_error);
}

template <class P>
void dune_spectrum(benchmark::State& state) {
  run(state, Trident{P{}, argon40{}, dune_tdr_numu{}, standard_model{}}, 1e-5);
}

/// One mass of a scan: all couplings.
void mediator(benchmark::State& state) {
  double const mass = static_cast<double>(state.range(0)) * 1e-3;
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, dune_tdr_numu{},
                      mu_minus_tau({.coupling = 1, .mass = mass})};
  inclusive_options const options{.relative_error = 1e-4};
  auto const contact = inclusive_contact_part<real>(sigma, options);
  for (auto _ : state) {
    auto const polynomial = inclusive_coupling_polynomial<real>(sigma, contact, options);
    benchmark::DoNotOptimize(polynomial(1e-6));
  }
}

} // namespace

BENCHMARK(one_energy<numu_to_numu_mumu>)
    ->Arg(1'000)
    ->Arg(100'000)
    ->Arg(100'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(one_energy<numu_to_numu_ee>)
    ->Arg(1'000)
    ->Arg(100'000)
    ->Arg(100'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(dune_spectrum<numu_to_numu_mumu>)->Unit(benchmark::kMillisecond);
BENCHMARK(dune_spectrum<numu_to_numu_ee>)->Unit(benchmark::kMillisecond);
BENCHMARK(mediator)->Arg(1)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);
