// SPDX-License-Identifier: BSL-1.0
// expect: the first part must be a channel
#include <trident/trident.hpp>

using namespace trident;

int main() {
#ifdef TRIDENT_CONTROL
  Trident const sigma{numu_to_numu_mumu{}, proton{}, monoenergetic{5.0}, standard_model{}};
#else
  Trident const sigma{proton{}, numu_to_numu_mumu{}, monoenergetic{5.0}, standard_model{}};
#endif
  return sizeof(sigma) > 0 ? 0 : 1;
}
