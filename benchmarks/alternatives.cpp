// SPDX-License-Identifier: BSL-1.0
// Time to a relative error with this library and with what one would use instead: VEGAS, MISER and plain sampling of the
// GNU Scientific Library, all on the same integrand, in one run. Prints CSV; times are processor time of one core, the
// median of several seeds, from nothing: tables, maps and warm-up included.
//
//   benchmark_alternatives [relative error ...]     default: 1e-3 4e-4 1e-4
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include <gsl/gsl_monte_miser.h>
#include <gsl/gsl_monte_plain.h>
#include <gsl/gsl_monte_vegas.h>
#include <gsl/gsl_rng.h>

#include <trident/fluxes.hpp>
#include <trident/quasi_random.hpp>
#include <trident/trident.hpp>
#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

namespace {

using namespace trident;

constexpr int seeds = 3;
constexpr double longest_run = 4; // seconds; what would take longer is extrapolated from the pilot run

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct outcome {
  double seconds, value, error;
  bool is_extrapolated;
};

/// One integration with GSL: a call with few points, and from its error how many are needed.
template <class S, class Integrate>
outcome with_pilot(S const& sigma, double target, std::size_t pilot_calls, double start,
                   Integrate&& integrate) {
  gsl_monte_function function{[](double* u, std::size_t, void* s) {
                                typename S::point_type point;
                                std::copy_n(u, S::dimension, point.begin());
                                return (*static_cast<S const*>(s))(point);
                              },
                              S::dimension, const_cast<S*>(&sigma)};
  double const before = processor_seconds();
  outcome run{0, 0, 0, false};
  integrate(function, pilot_calls, run);
  double const pilot_seconds = processor_seconds() - before;
  double const factor = std::pow(run.error / run.value / target, 2);
  if (pilot_seconds * factor > longest_run)
    return {before - start + pilot_seconds * factor, run.value, target * run.value, true};
  while (!(run.error <= target * run.value)) {
    double const more = 1.1 * std::pow(run.error / run.value / target, 2);
    pilot_calls = static_cast<std::size_t>(std::max(more, 1.1) * static_cast<double>(pilot_calls));
    integrate(function, pilot_calls, run);
  }
  run.seconds = processor_seconds() - start;
  return run;
}

struct free_rng {
  void operator()(gsl_rng* r) const { gsl_rng_free(r); }
};
using rng = std::unique_ptr<gsl_rng, free_rng>;

rng seeded(std::uint64_t seed) {
  rng r(gsl_rng_alloc(gsl_rng_mt19937)); // GSL's default, and nearly its fastest
  gsl_rng_set(r.get(), seed);
  return r;
}

template <class Make>
outcome gsl_vegas(Make const& make, double target, std::uint64_t seed) {
  double const start = processor_seconds();
  auto const sigma = make();
  constexpr std::size_t dimension = std::decay_t<decltype(sigma)>::dimension;
  rng const r = seeded(seed);
  std::array<double, dimension> low{}, high;
  high.fill(1);
  gsl_monte_vegas_state* const state = gsl_monte_vegas_alloc(dimension);
  bool is_warm = false;
  auto const run = with_pilot(sigma, target, 100'000, start, [&](auto& f, std::size_t calls, outcome& o) {
    auto const sample = [&](std::size_t n, int stage) {
      state->stage = stage;
      gsl_monte_vegas_integrate(&f, low.data(), high.data(), dimension, n / 5, r.get(), state, &o.value,
                                &o.error);
    };
    if (!is_warm) sample(50'000, 0);
    is_warm = true;
    sample(calls, 1); // keeps the grid, forgets the estimates
  });
  gsl_monte_vegas_free(state);
  return run;
}

/// MISER and plain sampling, which start anew with each call: nothing is learnt from the pilot run.
template <auto Allocate, auto Integrate, auto Free, class Make>
outcome gsl_without_memory(Make const& make, double target, std::uint64_t seed, std::size_t pilot_calls) {
  double const start = processor_seconds();
  auto const sigma = make();
  constexpr std::size_t dimension = std::decay_t<decltype(sigma)>::dimension;
  rng const r = seeded(seed);
  std::array<double, dimension> low{}, high;
  high.fill(1);
  auto* const state = Allocate(dimension);
  auto const run = with_pilot(sigma, target, pilot_calls, start, [&](auto& f, std::size_t calls, outcome& o) {
    Integrate(&f, low.data(), high.data(), dimension, calls, r.get(), state, &o.value, &o.error);
  });
  Free(state);
  return run;
}

template <class Make>
outcome gsl_miser(Make const& make, double target, std::uint64_t seed) {
  return gsl_without_memory<gsl_monte_miser_alloc, gsl_monte_miser_integrate, gsl_monte_miser_free>(
      make, target, seed, 200'000);
}

template <class Make>
outcome gsl_plain(Make const& make, double target, std::uint64_t seed) {
  return gsl_without_memory<gsl_monte_plain_alloc, gsl_monte_plain_integrate, gsl_monte_plain_free>(
      make, target, seed, 1'000'000);
}

outcome finished(double start, cross_section_estimate const& e) {
  return {processor_seconds() - start, e.value, e.error, false};
}

template <class Make>
outcome vegas(Make const& make, double target, std::uint64_t seed) {
  double const start = processor_seconds();
  return finished(start, integrate(make(), {.relative_error = target, .seed = seed}));
}

template <class Make>
outcome quasi_random(Make const& make, double target, std::uint64_t seed) {
  double const start = processor_seconds();
  return finished(start, integrate_quasi_random(make(), {.relative_error = target, .seed = seed}));
}

template <class Method>
double report(char const* what, double target, char const* name, double reference, Method const& method) {
  std::vector<outcome> runs;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) runs.push_back(method(seed));
  std::sort(runs.begin(), runs.end(),
            [](outcome const& a, outcome const& b) { return a.seconds < b.seconds; });
  outcome const& median = runs[seeds / 2];
  double const ratio = reference > 0 ? median.seconds / reference : 1;
  std::printf("%s,%.0e,%s,%.4f,%.4f,%.4f,%.2f,%.6g,%.2e,%s\n", what, target, name, median.seconds,
              runs.front().seconds, runs.back().seconds, ratio, median.value, median.error / median.value,
              median.is_extrapolated ? "yes" : "no");
  std::fflush(stdout);
  return median.seconds;
}

template <class Make>
void compare(char const* what, double target, Make const& make) {
  auto const with = [&](char const* name, double reference, auto const& method) {
    return report(what, target, name, reference, method);
  };
#if __has_include(<xsimd/xsimd.hpp>)
  auto const fastest = [&] { return vectorised{make()}; };
#else
  auto const& fastest = make;
#endif
  double const reference = with("trident quasi-random", 0,
                                [&](std::uint64_t seed) { return quasi_random(fastest, target, seed); });
  with("trident VEGAS", reference, [&](std::uint64_t seed) { return vegas(fastest, target, seed); });
#if __has_include(<xsimd/xsimd.hpp>)
  with("trident VEGAS scalar", reference, [&](std::uint64_t seed) { return vegas(make, target, seed); });
#endif
  with("GSL VEGAS", reference, [&](std::uint64_t seed) { return gsl_vegas(make, target, seed); });
  with("GSL MISER", reference, [&](std::uint64_t seed) { return gsl_miser(make, target, seed); });
  with("GSL plain", reference, [&](std::uint64_t seed) { return gsl_plain(make, target, seed); });
}

} // namespace

int main(int argc, char** argv) {
  std::vector<double> targets;
  for (int i = 1; i < argc; ++i) targets.push_back(std::atof(argv[i]));
  if (targets.empty()) targets = {1e-3, 4e-4, 1e-4};
  std::printf("configuration,requested,method,seconds,fastest,slowest,ratio,value_fb,relative_error,"
              "extrapolated\n");
  struct named_channel {
    char const* name;
    channel process;
  };
  std::array const channels = {named_channel{"mu mu", channel(numu_to_numu_mumu{})},
                               named_channel{"e e", channel(numu_to_numu_ee{})},
                               named_channel{"mu e", channel(numu_to_nue_emu{})}};
  for (double const target : targets)
    for (auto const& [name, process] : channels) {
      compare((std::string(name) + " 5 GeV").c_str(), target, [&process = process] {
        return Trident{process, argon40{}, monoenergetic{5.0 * GeV}, standard_model{}};
      });
      compare((std::string(name) + " DUNE").c_str(), target, [&process = process] {
        return Trident{process, argon40{}, dune_cdr_reference_numu{}, standard_model{}};
      });
    }
}
