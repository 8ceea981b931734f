// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <trident/mc/grid.hpp>

namespace trident {

/// Cuts the unit cube of u into equal boxes ("hypercubes"), the last axis running fastest.
///
/// Why: the adapted map is separable, so what variance it leaves comes from correlations between axes. Boxes see
/// these, and calls sent to the boxes that scatter most take them away at next to no cost per point: VEGAS+
/// (Lepage, J. Comput. Phys. 439 (2021) 110386). Deeper models of the integrand cost more a point than ours does.
template <std::size_t Dimension>
struct stratification {
  std::array<std::uint32_t, Dimension> strata = whole(); ///< of each axis

  friend bool operator==(stratification const&, stratification const&) = default;

  std::size_t hypercubes() const {
    std::size_t product = 1;
    for (auto const n : strata) { product *= n; }
    return product;
  }

  /// As many boxes as leave `calls_per_hypercube` to each on average: two give a variance, the rest can be moved.
  static stratification for_calls(std::uint64_t calls) {
    constexpr std::uint64_t calls_per_hypercube = 4;
    std::uint64_t const most = calls / calls_per_hypercube;
    stratification result;
    std::uint64_t product = 1;
    for (std::size_t axis = 0;; axis = (axis + 1) % Dimension) {
      std::uint64_t const larger = product / result.strata[axis] * (result.strata[axis] + 1);
      if (larger > most) { return result; }
      product = larger;
      ++result.strata[axis];
    }
  }

private:
  static constexpr std::array<std::uint32_t, Dimension> whole() {
    std::array<std::uint32_t, Dimension> ones{};
    for (auto& n : ones) { n = 1; }
    return ones;
  }
};

/// Visits the hypercubes in order, without a division on the way.
template <std::size_t Dimension>
class hypercube_walker {
public:
  hypercube_walker(stratification<Dimension> const& cut, std::size_t hypercube) : strata_(cut.strata) {
    for (std::size_t axis = Dimension; axis-- > 0;) {
      coordinate_[axis] = static_cast<std::uint32_t>(hypercube % strata_[axis]);
      hypercube /= strata_[axis];
      width_[axis] = 1.0 / strata_[axis];
      lower_[axis] = coordinate_[axis] * width_[axis];
    }
  }

  void next() {
    for (std::size_t axis = Dimension; axis-- > 0;) {
      if (++coordinate_[axis] < strata_[axis]) {
        lower_[axis] = coordinate_[axis] * width_[axis];
        return;
      }
      coordinate_[axis] = 0;
      lower_[axis] = 0;
    }
  }

  /// Takes a point of the open unit cube into this hypercube.
  std::array<double, Dimension> place(std::array<double, Dimension> const& point) const {
    return [&]<std::size_t... Axis>(std::index_sequence<Axis...>) {
      return std::array<double, Dimension>{
          std::min(lower_[Axis] + point[Axis] * width_[Axis], adapted_map<Dimension>::below_one)...};
    }
    (std::make_index_sequence<Dimension>{});
  }

  std::array<double, Dimension> centre() const {
    std::array<double, Dimension> half;
    half.fill(0.5);
    return place(half);
  }

private:
  std::array<std::uint32_t, Dimension> strata_;
  std::array<std::uint32_t, Dimension> coordinate_;
  std::array<double, Dimension> width_;
  std::array<double, Dimension> lower_;
};

/// Number of the hypercube that holds u.
template <std::size_t Dimension>
std::size_t hypercube_of(stratification<Dimension> const& cut, std::array<double, Dimension> const& u) {
  std::size_t hypercube = 0;
  for (std::size_t axis = 0; axis < Dimension; ++axis) {
    auto const n = cut.strata[axis];
    hypercube = hypercube * n + std::min(static_cast<std::uint32_t>(u[axis] * n), n - 1);
  }
  return hypercube;
}

} // namespace trident
