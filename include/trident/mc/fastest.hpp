// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/mc/vectorised.hpp>
#endif

namespace trident::detail {

/// Points in packs as wide as the machine's registers where the library xsimd is installed, else one by one.
template <class Integrand>
auto fastest(Integrand sigma) {
#if __has_include(<xsimd/xsimd.hpp>)
  return vectorised{std::move(sigma)};
#else
  return sigma;
#endif
}

} // namespace trident::detail
