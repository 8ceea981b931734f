// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <trident/quadrature/coupling_polynomial.hpp>
#include <trident/quadrature/observable.hpp>
#include <trident/quadrature/weak_propagators.hpp>

#include "component.hpp"
#include "configuration.hpp"

// Quadratures for the program. They ask a target for nothing but its structure functions, once per point of a small grid, so
// that all targets are one type here: four integrals are compiled, for one energy or a spectrum with either set of
// constants, in a file for cross sections and one for distributions.

namespace trident::program {

// All of them end with computation_stopped when a signal was noted, see interrupt.hpp, or options.go_on says so.

/// Cross section on one component [fb], its error a bound.
component_estimate quadrature_on(registry::target_choice const& target, configuration const& asked,
                                 inclusive_options const& options);

/// Of the model's part without its mediator.
inclusive_estimate contact_part_on(registry::target_choice const& target, configuration const& asked,
                                   inclusive_options const& options);

/// As a polynomial in the coupling of the model; `contact` as contact_part_on gives it.
coupling_polynomial polynomial_on(registry::target_choice const& target, configuration const& asked,
                                  inclusive_estimate const& contact, inclusive_options const& options);

/// Differential in one or two observables at the given values [fb over the units of all but ln Q2].
inclusive_estimate distribution_on(registry::target_choice const& target, configuration const& asked,
                                   std::vector<observed> const& at, inclusive_options const& options);

/// Where an observable can lie.
interval<double> range_on(registry::target_choice const& target, configuration const& asked, observable what);
/// Of the Standard Model without and with the propagators of Z and W.
propagator_cross_sections propagators_on(registry::target_choice const& target, configuration const& asked,
                                         inclusive_options const& options);

} // namespace trident::program
