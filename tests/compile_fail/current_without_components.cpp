// SPDX-License-Identifier: BSL-1.0
// expect: or with current\(process, constants\) giving a lepton current
#include <limits>

#include <trident/trident.hpp>

using namespace trident;

struct own_current {
  template <class Real>
  struct at_state {
    Real factor() const { return Real(1); }
#ifdef TRIDENT_CONTROL
    current_components<Real> components() const { return {}; }
#endif
  };
  template <class Real>
  at_state<Real> at(lepton_state<Real> const&) const {
    return {};
  }
  static pair_masses<double> masses() { return {0.1, 0.1}; }
  static double transfer_scale() { return std::numeric_limits<double>::infinity(); }
};

struct own_model {
  template <class P, class C>
  own_current current(P const&, C) const {
    return {};
  }
};

int main() {
  return static_cast<int>(Trident<numu_to_numu_mumu, proton, monoenergetic, own_model>::dimension);
}
