// SPDX-License-Identifier: BSL-1.0
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <vector>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

#include <trident/event/for_each_event.hpp>
#include <trident/fluxes.hpp>
#include <trident/format/hepevt.hpp>
#include <trident/format/lhef.hpp>
#include <trident/format/nuhepmc.hpp>
#include <trident/format/production.hpp>
#include <trident/format/teg.hpp>
#include <trident/trident.hpp>

// Events on argon over the DUNE spectrum: preparation, events a second without writing, and as text.

namespace {

using namespace trident;

template <class P>
std::shared_ptr<event_source const> prepare(P process) {
  Trident sigma{process, argon40{}, dune_tdr_numu{}, standard_model{}};
  source_description description;
  description.process = process;
  description.target_pdg_code = argon40::pdg_code();
#if __has_include(<xsimd/xsimd.hpp>)
  vectorised const integrand{sigma};
#else
  auto const& integrand = sigma;
#endif
  return make_event_source(integrand, description);
}

template <class P>
std::shared_ptr<event_source const> prepared() {
  static auto const source = prepare(P{});
  return source;
}

template <class P>
void preparation(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(prepare(P{}));
}

template <class P>
void generation(benchmark::State& state) {
  event_generator const generator({prepared<P>()}, 1);
  generation_statistics statistics;
  std::vector<event> events;
  std::uint64_t next = 0;
  for (auto _ : state) {
    statistics += generator.generate(next, events_per_batch, events);
    next += events_per_batch;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(next));
  state.counters["efficiency"] = statistics.efficiency();
  state.counters["overweight"] = statistics.overweight_cross_section(); // carried by events above the maximum
  state.counters["excess"] = statistics.excess_cross_section();         // above the maximum
}

template <class Format>
void writing(benchmark::State& state) {
  event_generator const generator({prepared<numu_to_numu_mumu>()}, 1);
  run_description run;
  run.processes = processes_of(generator);
  constexpr std::uint64_t count = 100 * events_per_batch;
  std::uint64_t bytes = 0;
  for (auto _ : state)
    produce(
        generator, Format{}, run, {0, count}, static_cast<unsigned>(state.range(0)), [](event&) {},
        [&](event_batch const& batch) { bytes += batch.text.size(); }, [] { return true; });
  state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

} // namespace

BENCHMARK(preparation<numu_to_numu_mumu>)->Unit(benchmark::kMillisecond);
BENCHMARK(generation<numu_to_numu_mumu>)->Unit(benchmark::kMillisecond);
BENCHMARK(generation<numu_to_nue_emu>)->Unit(benchmark::kMillisecond);
BENCHMARK(generation<numu_to_numu_ee>)->Unit(benchmark::kMillisecond);
BENCHMARK(writing<lhef_format>)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(writing<nuhepmc_format>)->Arg(1)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(writing<hepevt_format>)->Arg(1)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(writing<teg_format>)->Arg(1)->UseRealTime()->Unit(benchmark::kMillisecond);
