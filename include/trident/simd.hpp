// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <xsimd/xsimd.hpp>

#include <trident/concepts.hpp>
#include <trident/detail/lanes.hpp>
#include <trident/mc/block.hpp>

// Packs of doubles, as wide as the compiler flags of your build allow, from the library xsimd (Debian: libxsimd-dev).
// This header is the only one that needs it. Results agree with the scalar ones to rounding, and have the same bits
// for any number of threads; a build for another width has other bits.

namespace trident {

/// As many doubles as one vector register holds.
using pack = xsimd::batch<double>;

namespace detail {

template <class Arch>
struct lanes<xsimd::batch<double, Arch>> {
  using real = xsimd::batch<double, Arch>;
  static constexpr std::size_t count = real::size;

  template <class F, class... Args>
  static auto map(F const& f, Args const&... args) {
    return map_spilled(f, spill(args)...);
  }

  template <class F>
  static real generate(F const& f) {
    spilled memory;
    for (std::size_t i = 0; i < count; ++i) memory.values[i] = f(i);
    return real::load_aligned(memory.values);
  }

  /// In the order of lanes, so that the bits do not depend on how a compiler shuffles.
  static double sum(real const& numbers) {
    spilled const memory = spill(numbers);
    double total = 0;
    for (double const value : memory.values) total += value;
    return total;
  }

private:
  struct alignas(64) spilled {
    double values[count];
  };

  static spilled spill(real const& numbers) {
    spilled memory;
    numbers.store_aligned(memory.values);
    return memory;
  }

  template <class F, class... Spilled>
  static auto map_spilled(F const& f, Spilled const&... args) {
    constexpr std::size_t results = std::tuple_size_v<decltype(f(args.values[0]...))>;
    std::array<spilled, results> memory;
    for (std::size_t i = 0; i < count; ++i) {
      auto const one = f(args.values[i]...);
      for (std::size_t r = 0; r < results; ++r) memory[r].values[i] = one[r];
    }
    std::array<real, results> loaded;
    for (std::size_t r = 0; r < results; ++r) loaded[r] = real::load_aligned(memory[r].values);
    return loaded;
  }
};

template <class Arch>
xsimd::batch<double, Arch> select(xsimd::batch_bool<double, Arch> const& condition,
                                  xsimd::batch<double, Arch> const& yes,
                                  xsimd::batch<double, Arch> const& no) {
  return xsimd::select(condition, yes, no);
}

template <class Arch>
bool any(xsimd::batch_bool<double, Arch> const& condition) {
  return xsimd::any(condition);
}

} // namespace detail

/// An integrand evaluated in packs: `integrate(vectorised{sigma}, options)`. The integrand gives
/// evaluate<Real>(std::array<Real, dimension>), as Trident does.
template <Integrand F>
class vectorised {
public:
  static constexpr std::size_t dimension = F::dimension;

  explicit vectorised(F integrand) : integrand_(std::move(integrand)) {}

  F const& integrand() const { return integrand_; }
  bool below_threshold() const { return integrand_.below_threshold(); }

  double operator()(std::array<double, dimension> const& point) const { return integrand_(point); }

  void evaluate(block_coordinates<dimension> const& points, block_values& values) const {
    for (std::size_t i = 0; i < block_size; i += pack::size) {
      std::array<pack, dimension> u;
      for (std::size_t axis = 0; axis < dimension; ++axis) u[axis] = pack::load_aligned(&points[axis][i]);
      integrand_.template evaluate<pack>(u).store_aligned(&values[i]);
    }
  }

private:
  F integrand_;
};

} // namespace trident
