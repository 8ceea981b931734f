// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <trident/mc/block.hpp>
#include <trident/mc/concepts.hpp>
#include <trident/numerics/pack.hpp>
#include <trident/numerics/twin.hpp>

namespace trident {

/// An integrand evaluated in packs: `integrate(vectorised{sigma}, options)`. The integrand gives
/// evaluate<Real>(std::array<Real, dimension>), as Trident does.
template <Integrand F>
class vectorised {
public:
  static constexpr std::size_t dimension = F::dimension;

  explicit vectorised(F integrand) : integrand_(std::move(integrand)) {
    static_assert(
        requires(std::array<detail::twin<pack>, dimension> const& u) {
          integrand_.template evaluate<detail::twin<pack>>(u);
        },
        "trident: an integrand is evaluated in packs by evaluate<Real>(std::array<Real, dimension>), which "
        "this one lacks: "
        "integrate it without `vectorised`");
  }

  F const& integrand() const { return integrand_; }
  bool below_threshold() const { return integrand_.below_threshold(); }

  double operator()(std::array<double, dimension> const& point) const { return integrand_(point); }

  // g++ 12 takes the undefined registers inside its own AVX-512 header for a mistake once they are inlined.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"
  /// Two packs at a time, and all of it inlined into one function, so that no pack goes through memory around a call.
  /// The first `count` points at least.
  [[gnu::flatten]] void evaluate(block_coordinates<dimension> const& points, block_values& values,
                                 std::size_t count = block_size) const {
    using packs = detail::twin<pack>;
    for (std::size_t i = 0; i < count; i += 2 * pack::size) {
      std::array<packs, dimension> u;
      for (std::size_t axis = 0; axis < dimension; ++axis)
        u[axis] = {pack::load_aligned(&points[axis][i]), pack::load_aligned(&points[axis][i + pack::size])};
      packs const result = integrand_.template evaluate<packs>(u);
      result.first.store_aligned(&values[i]);
      result.second.store_aligned(&values[i + pack::size]);
    }
  }

#pragma GCC diagnostic pop

private:
  F integrand_;
};

} // namespace trident
