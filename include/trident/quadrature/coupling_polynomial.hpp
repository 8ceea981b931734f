// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>

#include <trident/model/resolved_model.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>

// The couplings of a Z' are those of the Standard Model plus g'^2 times an exchange term, so that at fixed mass a cross
// section is a quadratic polynomial in g'^2: three quadratures give it for all couplings.

namespace trident {

/// sigma(x) = A + B x + C x^2 with x = (g'/g'_0)^2, from its values at 0, at some x, and from C.
class coupling_polynomial {
public:
  /// sigma = contact, whatever the coupling.
  explicit coupling_polynomial(inclusive_estimate const& contact) : contact_(contact) {}

  /// `exchange` is C, `sum` is sigma(at).
  coupling_polynomial(inclusive_estimate const& contact, inclusive_estimate const& exchange,
                      inclusive_estimate const& sum, double at)
      : contact_(contact), exchange_(exchange), sum_(sum), at_(at) {}

  /// Cross section [fb] where the square of the coupling is so many times that of the model; `error` bounds its deviation.
  /// Where the two exchanges cancel the error stays and the value does not.
  inclusive_estimate operator()(double ratio) const {
    if (exchange_.value == 0) return contact_;
    // [PHYS:kernel.coupling_polynomial]
    double const of_contact = 1 - ratio / at_, of_sum = ratio / at_, of_exchange = ratio * (ratio - at_);
    inclusive_estimate result = contact_;
    result.value = of_contact * contact_.value + of_sum * sum_.value + of_exchange * exchange_.value;
    result.error = std::abs(of_contact) * contact_.error + std::abs(of_sum) * sum_.error +
                   std::abs(of_exchange) * exchange_.error;
    result.evaluations += sum_.evaluations + exchange_.evaluations;
    return result;
  }

  /// A, B and C [fb].
  std::array<double, 3> coefficients() const {
    if (exchange_.value == 0) return {contact_.value, 0, 0};
    // [PHYS:kernel.coupling_polynomial]
    return {contact_.value, (sum_.value - contact_.value) / at_ - at_ * exchange_.value, exchange_.value};
  }

private:
  inclusive_estimate contact_;
  inclusive_estimate exchange_ = {};
  inclusive_estimate sum_ = {};
  double at_ = 1;
};

namespace detail {

/// The same channel, target, flux and constants under other couplings.
template <class P, class N, class F, class M, class C>
Trident<P, N, F, resolved_model, C> with_couplings(Trident<P, N, F, M, C> const& sigma,
                                                   resolved_model const& couplings) {
  return {sigma.process(), sigma.target(), sigma.flux(), couplings, C{}};
}

} // namespace detail

/// The part without the mediator, which is the same for all masses.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
inclusive_estimate inclusive_contact_part(Trident<P, N, F, M, C> const& sigma,
                                          inclusive_options const& options) {
  auto const model = resolve(sigma.model(), sigma.process(), C{});
  return inclusive_cross_section<Real>(detail::with_couplings(sigma, resolved_model(model.contact())),
                                       options);
}

/// The polynomial of a model with a mediator, in units of the square of its coupling, which must not be 0. `contact` is
/// inclusive_contact_part.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
coupling_polynomial inclusive_coupling_polynomial(Trident<P, N, F, M, C> const& sigma,
                                                  inclusive_estimate const& contact,
                                                  inclusive_options const& options) {
  auto const model = resolve(sigma.model(), sigma.process(), C{});
  auto const strength = model.exchange();
  if (contact.value == 0 || (strength.vector == 0 && strength.axial == 0))
    return coupling_polynomial(contact);
  double const mass_squared = model.mediator_mass_squared();
  auto const with = [&](vector_axial<double> contact_couplings, double ratio) {
    resolved_model const couplings(contact_couplings, {ratio * strength.vector, ratio * strength.axial},
                                   mass_squared);
    return inclusive_cross_section<Real>(detail::with_couplings(sigma, couplings), options);
  };
  auto const exchange = with({0, 0}, 1);
  double const alike = std::sqrt(contact.value / exchange.value); // both parts are of one size there
  return {contact, exchange, with(model.contact(), alike), alike};
}

template <class Real = double, Process P, class N, Flux F, class M, Constants C>
coupling_polynomial inclusive_coupling_polynomial(Trident<P, N, F, M, C> const& sigma,
                                                  inclusive_options const& options = {}) {
  return inclusive_coupling_polynomial<Real>(sigma, inclusive_contact_part<Real>(sigma, options), options);
}

} // namespace trident
