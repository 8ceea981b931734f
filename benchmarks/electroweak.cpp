// SPDX-License-Identifier: BSL-1.0
// What W and Z as particles cost: time a point of the amplitude and of the whole integrand, contact interactions beside the
// full amplitude of a channel with Z alone, W alone and both. Items are points: items_per_second is points a second.
//
// Measured with g++ 12 -O3 -march=native on one core with AVX-512 (packs of 8), over contact interactions: amplitude in packs
// Z 1.1, W 2.3, Z and W 2.5 (nucleons, with -g L L*: 0.9, 1.9, 2.1), one number at a time 1.1, 2.7, 2.9; whole integrand in
// packs 1.0, 1.2, 1.2 (nucleons 1.0, 1.2, 1.3), in either of the shares 1.35 (nucleons 1.4).
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/trident.hpp>
#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#define TRIDENT_BENCHMARK_PACKS
#endif

namespace {

using namespace trident;

constexpr std::size_t points = 256;
constexpr double energy = 1e5; // [GeV]

struct contact {
  using process = numu_to_numu_mumu;
  using model = standard_model;
};
template <class P>
struct full {
  using process = P;
  using model = full_electroweak<standard_model>;
};
using z_alone = full<nue_to_nue_mumu>;
using w_alone = full<numu_to_nue_emu>;
using z_and_w = full<numu_to_numu_mumu>;

template <class Case, class Target>
auto configuration() {
  return Trident{typename Case::process{}, Target{}, monoenergetic{energy}, typename Case::model{}};
}

/// The numbers of a point behind each other, those of the next points beside them.
struct columns {
  static constexpr std::size_t count = 16;
  alignas(64) double values[count][points];

  template <class Real, class Read>
  static constexpr lepton_state<Real> state(Read const& at) {
    return {at(0), at(1), at(2), at(3), at(4), at(5), at(6), {at(7), at(8)}, {at(9), at(10)}, at(11), at(12)};
  }
  template <class Real, class Read>
  static constexpr photon_polarisation<Real> vector(Read const& at) {
    return {at(13), {at(14), at(15)}};
  }
};

template <class S>
columns drawn_columns(S const& sigma) {
  columns drawn{};
  philox_source<S::dimension> const source(1, 7);
  for (std::size_t i = 0; i < points; ++i) {
    auto const point = sigma.point(source(i)).state;
    auto const& s = point.leptons;
    auto const h = target_polarisation(point, 1 / sigma.product().target_mass());
    double const numbers[columns::count] = {
        s.k_dot_q,       s.q2,       s.transfer,       s.x_nu,           s.x_minus,
        s.x_plus,        s.kappa_nu, s.kappa_minus.re, s.kappa_minus.im, s.kappa_plus.re,
        s.kappa_plus.im, s.d_minus,  s.d_plus,         h.plus,           h.transverse.re,
        h.transverse.im};
    for (std::size_t j = 0; j < columns::count; ++j) drawn.values[j][i] = numbers[j];
  }
  return drawn;
}

template <bool Magnetic, class Real, class Current, class Read>
Real squared(Current const& current, Read const& at) {
  auto const state = columns::state<Real>(at);
  hadron_structure<Real> const w{Real(0.7), Real(0.3)};
  return contract_target<Magnetic>(current.at(state), state.q2, columns::vector<Real>(at), w);
}

template <class Case, class Target>
void amplitude(benchmark::State& state) {
  auto const sigma = configuration<Case, Target>();
  auto const drawn = drawn_columns(sigma);
  for (auto _ : state)
    for (std::size_t i = 0; i < points; ++i)
      benchmark::DoNotOptimize(squared<has_magnetic_structure<Target>, double>(
          sigma.current(), [&](std::size_t j) { return drawn.values[j][i]; }));
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * state.iterations());
}

#define TRIDENT_CASES(measure)                                                                               \
  BENCHMARK(measure<contact, argon40>);                                                                      \
  BENCHMARK(measure<z_alone, argon40>);                                                                      \
  BENCHMARK(measure<w_alone, argon40>);                                                                      \
  BENCHMARK(measure<z_and_w, argon40>);                                                                      \
  BENCHMARK(measure<contact, proton>);                                                                       \
  BENCHMARK(measure<z_alone, proton>);                                                                       \
  BENCHMARK(measure<w_alone, proton>);                                                                       \
  BENCHMARK(measure<z_and_w, proton>)

TRIDENT_CASES(amplitude);

#ifdef TRIDENT_BENCHMARK_PACKS

/// The product's own way to run packs: everything that is called is part of one function.
template <bool Magnetic, class Real, class Current>
[[gnu::noinline, gnu::flatten]] void squared_all(Current const& current, columns const& drawn,
                                                 double* results) {
  for (std::size_t i = 0; i < points; i += detail::lanes<Real>::count) {
    auto const read = [&](std::size_t j) {
      double const* const first = &drawn.values[j][i];
      if constexpr (std::is_same_v<Real, pack>)
        return pack::load_aligned(first);
      else
        return Real{pack::load_aligned(first), pack::load_aligned(first + pack::size)};
    };
    Real const square = squared<Magnetic, Real>(current, read);
    if constexpr (std::is_same_v<Real, pack>) {
      square.store_aligned(results + i);
    } else {
      square.first.store_aligned(results + i);
      square.second.store_aligned(results + i + pack::size);
    }
  }
}

template <class Case, class Target, class Real>
void amplitude_of(benchmark::State& state) {
  auto const sigma = configuration<Case, Target>();
  auto const drawn = drawn_columns(sigma);
  alignas(64) double results[points];
  for (auto _ : state) {
    squared_all<has_magnetic_structure<Target>, Real>(sigma.current(), drawn, results);
    benchmark::DoNotOptimize(results);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * state.iterations());
}

template <class Case, class Target>
void amplitude_packs(benchmark::State& state) {
  amplitude_of<Case, Target, pack>(state);
}
template <class Case, class Target>
void amplitude_twins(benchmark::State& state) {
  amplitude_of<Case, Target, detail::twin<pack>>(state);
}

template <class S>
void integrand_of(benchmark::State& state, S const& sigma) {
  vectorised const packs{sigma};
  philox_source<S::dimension> const source(1, 7);
  std::vector<block_coordinates<S::dimension>> blocks(points / block_size);
  for (std::size_t i = 0; i < points; ++i) {
    auto const u = source(i);
    for (std::size_t axis = 0; axis < S::dimension; ++axis)
      blocks[i / block_size][axis][i % block_size] = u[axis];
  }
  block_values values;
  for (auto _ : state)
    for (auto const& block : blocks) {
      packs.evaluate(block, values);
      benchmark::DoNotOptimize(values);
    }
  state.SetItemsProcessed(static_cast<std::int64_t>(points) * state.iterations());
}

template <class Case, class Target>
void whole_integrand_packs(benchmark::State& state) {
  integrand_of(state, configuration<Case, Target>());
}

/// In one of the two shares of points that are drawn where a W may be real: 0 around the pair, 1 around the W.
template <class Case, class Target>
void share_of_integrand_packs(benchmark::State& state) {
  auto const shares = configuration<Case, Target>().shares();
  integrand_of(state, shares.at(static_cast<std::size_t>(state.range(0))));
}

TRIDENT_CASES(amplitude_packs);
TRIDENT_CASES(amplitude_twins);
TRIDENT_CASES(whole_integrand_packs);
BENCHMARK(share_of_integrand_packs<z_and_w, argon40>)->DenseRange(0, 1);
BENCHMARK(share_of_integrand_packs<w_alone, argon40>)->DenseRange(0, 1);
BENCHMARK(share_of_integrand_packs<z_and_w, proton>)->DenseRange(0, 1);

#endif

} // namespace
