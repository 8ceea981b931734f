// SPDX-License-Identifier: BSL-1.0

// Inclusive cross sections from tables of structure functions: one energy, many energies, a flux average.

#include <benchmark/benchmark.h>

#include <trident/fluxes.hpp>
#include <trident/quadrature/data/sigma_argon40.hpp>
#include <trident/quadrature/data/structure_ee.hpp>
#include <trident/quadrature/data/structure_mumu.hpp>
#include <trident/quadrature/energy_scan.hpp>
#include <trident/target/nuclei.hpp>

using namespace trident;

namespace {

template <class P>
structure_table const& table_of() {
  if constexpr (P::minus_family == flavour::electron)
    return structure_ee;
  else
    return structure_mumu;
}

/// With the accuracy 1e-4.
template <class P, class F>
void single(benchmark::State& state) {
  Trident const sigma{P{}, argon40{},
                      [] {
                        if constexpr (FixedEnergy<F>)
                          return F{5.0};
                        else
                          return F{};
                      }(),
                      standard_model{}};
  for (auto _ : state)
    benchmark::DoNotOptimize(inclusive_cross_section(sigma, table_of<P>(), {.relative_error = 1e-4}));
}

template <class P>
void preparation(benchmark::State& state) {
  Trident const sigma{P{}, argon40{}, monoenergetic{5.0}, standard_model{}};
  for (auto _ : state) benchmark::DoNotOptimize(energy_scan(sigma, table_of<P>(), 120));
}

/// One energy of many, from 1 to 100 GeV.
template <class P>
void energies(benchmark::State& state) {
  argon40 const target;
  energy_scan const scan(Trident{P{}, target, monoenergetic{5.0}, standard_model{}}, table_of<P>(), 120);
  double energy = 1;
  for (auto _ : state) {
    benchmark::DoNotOptimize(scan(target, energy));
    energy = energy < 100 ? energy * 1.018 : 1;
  }
}

template <class P>
void flux_average(benchmark::State& state) {
  argon40 const target;
  dune_cdr_reference_numu const flux;
  energy_scan const scan(Trident{P{}, target, flux, standard_model{}}, table_of<P>(), 120);
  for (auto _ : state) benchmark::DoNotOptimize(scan(target, flux));
}

/// From the table of one target.
void sigma_at_energy(benchmark::State& state) {
  double energy = 1;
  for (auto _ : state) {
    benchmark::DoNotOptimize(sigma_argon40(numu_to_numu_mumu{}, energy));
    energy = energy < 100 ? energy * 1.018 : 1;
  }
}

void sigma_flux_average(benchmark::State& state) {
  dune_cdr_reference_numu const flux;
  for (auto _ : state) benchmark::DoNotOptimize(sigma_argon40(numu_to_numu_mumu{}, flux));
}

} // namespace

BENCHMARK(sigma_at_energy)->Unit(benchmark::kMicrosecond);
BENCHMARK(sigma_flux_average)->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(energies, numu_to_numu_mumu)->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(energies, numu_to_numu_ee)->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(preparation, numu_to_numu_mumu)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(preparation, numu_to_numu_ee)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(flux_average, numu_to_numu_mumu)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(flux_average, numu_to_numu_ee)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(single, numu_to_numu_mumu, monoenergetic)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(single, numu_to_numu_ee, monoenergetic)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(single, numu_to_numu_mumu, dune_cdr_reference_numu)->Unit(benchmark::kMillisecond);
