// SPDX-License-Identifier: BSL-1.0
// expect: distributions by quadrature take elastic targets and models with couplings
#include <trident/quadrature/distribution.hpp>
#include <trident/trident.hpp>

using namespace trident;

/// The contact current, brought by current() alone.
struct own_model {
  template <class P, class C>
  auto current(P const& process, C) const {
    return contact_current<P, standard_model, C>(process, {});
  }
};

int main() {
#ifdef TRIDENT_CONTROL
  using model = standard_model;
#else
  using model = own_model;
#endif
  Trident const sigma{numu_to_numu_mumu{}, proton{}, monoenergetic{5.0}, model{}};
  return differential_cross_section(sigma, observed{observable::s, 1.0}).value > 0 ? 0 : 1;
}
