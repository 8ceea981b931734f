// SPDX-License-Identifier: BSL-1.0
// expect: the second part must be a target
#include <trident/trident.hpp>

using namespace trident;

struct sum {
  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
#ifdef TRIDENT_CONTROL
    visit(proton{}, 2.0);
#else
    visit(1000010020, 2.0); // a code is not a target
#endif
  }
  static char const* name() { return "sum"; }
};

int main() {
  Trident const sigma{numu_to_numu_mumu{}, sum{}, monoenergetic{5.0}, standard_model{}};
  return inclusive_cross_section(sigma).value > 0 ? 0 : 1;
}
