// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>
#include <variant>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

#include <trident/target/any_target.hpp>

#include "interrupt.hpp"
#include "quadrature.hpp"

namespace trident::program {

#if __has_include(<xsimd/xsimd.hpp>)
using quadrature_real = pack;
#else
using quadrature_real = double;
#endif

/// The same, ended by a signal too.
inline inclusive_options watched(inclusive_options options) {
  options.go_on = [asked = std::move(options.go_on)] { return !noted_signal() && (!asked || asked()); };
  return options;
}

/// use(sigma) with the integrand of the configuration on one component.
template <class Use>
auto with_integrand(registry::target_choice const& target, configuration const& asked, Use const& use) {
  return std::visit(
      [&](auto const& flux, auto constants) {
        auto const model = registry::resolve(asked.model, asked.process, constants);
        return use(Trident{asked.process, registry::any_target(target), flux, model, constants});
      },
      asked.flux, asked.constants);
}

} // namespace trident::program
