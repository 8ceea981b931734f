// SPDX-License-Identifier: BSL-1.0
// A lepton current of your own: the amplitude of nu gamma* -> nu' l- l+ as light-cone components. Here the Standard Model's
// times a form factor of contact interactions, M^2/(M^2 + m_ll^2), which couplings that depend on T alone cannot have.
#include <cmath>
#include <iostream>

#include <trident/trident.hpp>

using namespace trident;

template <class Inner>
struct pair_form_factor {
  Inner inner;
  double mass_squared; ///< [GeV^2]

  pair_masses<double> masses() const { return inner.masses(); }
  double transfer_scale() const { return inner.transfer_scale(); }

  template <class Real>
  struct at_state { // what is asked of a current at a point: a common factor, and the components
    decltype(std::declval<Inner const&>().at(std::declval<lepton_state<Real> const&>())) contact;
    Real falling;
    Real factor() const { return contact.factor() * falling * falling; }
    current_components<Real> components() const { return contact.components(); }
  };
  template <class Real>
  at_state<Real> at(lepton_state<Real> const& s) const {
    Real const pair = s.d_minus + s.d_plus - s.q2 - s.transfer; // m_ll^2
    return {inner.at(s), Real(mass_squared) / (Real(mass_squared) + pair)};
  }
};

/// A model brings its current for each channel and set of constants.
struct compositeness {
  double mass; ///< [GeV]
  template <Process P, Constants C>
  auto current(P const& process, C) const {
    return pair_form_factor<contact_current<P, standard_model, C>>{{process, {}}, mass * mass};
  }
};

int main() {
  constexpr auto process = numu_to_numu_mumu{};
  monoenergetic const beam{20.0 * GeV};
  auto const point_like = inclusive_cross_section(Trident{process, argon40{}, beam, standard_model{}});
  bool falls = true, agree = true;
  double last = 0;
  for (double const mass : {0.3, 1.0, 1000.0}) {
    Trident const sigma{process, argon40{}, beam, compositeness{mass}};
    auto const exact = inclusive_cross_section(sigma, {.relative_error = 1e-4});
    auto const estimate = integrate(sigma, {.relative_error = 3e-3, .seed = 1});
    std::cout << "M = " << mass << " GeV: sigma/sigma_SM = " << exact.value / point_like.value << '\n';
    falls = falls && exact.value > last;
    agree = agree && std::abs(estimate.value - exact.value) < 5 * estimate.error;
    last = exact.value;
  }
  return falls && agree && std::abs(last / point_like.value - 1) < 1e-3 ? 0 : 1;
}
