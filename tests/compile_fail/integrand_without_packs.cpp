// SPDX-License-Identifier: BSL-1.0
// expect: an integrand is evaluated in packs by evaluate<Real>
#include <array>

#include <trident/simd.hpp>

struct volume {
  static constexpr std::size_t dimension = 2;
  double operator()(std::array<double, 2> const&) const { return 1; }
#ifdef TRIDENT_CONTROL
  template <class Real>
  Real evaluate(std::array<Real, 2> const&) const {
    return Real(1);
  }
#endif
};

int main() { return trident::vectorised(volume{})({0.5, 0.5}) > 0 ? 0 : 1; }
