// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <trident/amplitude/contact_current.hpp>

/// The current of another model times a propagator of its own, M^2/(M^2 + T): a lepton current in one header, which gives
/// nothing but its components.
template <class Inner>
class propagated_current {
public:
  propagated_current(Inner inner, double mass_squared)
      : inner_(std::move(inner)), mass_squared_(mass_squared) {}

  trident::pair_masses<double> masses() const { return inner_.masses(); }
  double transfer_scale() const { return mass_squared_; }

  template <class Real>
  struct at_state {
    decltype(std::declval<Inner const&>().at(std::declval<trident::lepton_state<Real> const&>())) inner;
    Real propagator;

    Real factor() const { return inner.factor() * propagator * propagator; }
    trident::current_components<Real> components() const { return inner.components(); }
  };

  template <class Real>
  at_state<Real> at(trident::lepton_state<Real> const& s) const {
    return {inner_.at(s), Real(mass_squared_) / (Real(mass_squared_) + s.transfer)};
  }

private:
  Inner inner_;
  double mass_squared_;
};

/// The Standard Model with that current.
struct toy_model {
  double mass_squared; ///< [GeV^2]

  template <trident::Process P, trident::Constants C>
  auto current(P const& process, C) const {
    trident::contact_current<P, trident::standard_model, C> const contact(process, {});
    return propagated_current(contact, mass_squared);
  }
};
