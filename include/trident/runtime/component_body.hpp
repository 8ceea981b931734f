// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <utility>

#include <trident/cross_section/integrate.hpp>
#include <trident/mc/fastest.hpp>
#include <trident/runtime/component.hpp>

namespace trident::runtime {

namespace detail {

template <class F>
erased_integrand<F::dimension> erased(F const& f) {
  return erased_integrand<F::dimension>(
      [shared = std::make_shared<F const>(f)](block_coordinates<F::dimension> const& points,
                                              block_values& values) {
        if constexpr (BlockIntegrand<F>) {
          shared->evaluate(points, values);
        } else {
          for (std::size_t i = 0; i < block_size; ++i) {
            std::array<double, F::dimension> point;
            for (std::size_t axis = 0; axis < F::dimension; ++axis) point[axis] = points[axis][i];
            values[i] = (*shared)(point);
          }
        }
      });
}

template <class S>
component_integrand component_of(S const& sigma) {
  return {erased(trident::detail::fastest(sigma)), sigma.below_threshold(), sigma.threshold()};
}

} // namespace detail

/// The body of make_component_integrand for any kind of target: compiles an integrand for each flux and each set of constants.
template <Target N>
component_integrand make_component_integrand(N const& target, configuration const& asked) {
  return std::visit(
      [&](auto const& flux, auto constants) -> component_integrand {
        auto const model = registry::resolve(asked.model, asked.process, constants);
        return detail::component_of(Trident{asked.process, target, flux, model, constants});
      },
      asked.flux, asked.constants);
}

} // namespace trident::runtime
