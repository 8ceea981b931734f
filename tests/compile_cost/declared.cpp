// SPDX-License-Identifier: BSL-1.0
#include <trident/compiled.hpp>
#include <trident/trident.hpp>

using argon_mumu = trident::Trident<trident::numu_to_numu_mumu, trident::argon40, trident::monoenergetic,
                                    trident::standard_model>;
extern template struct trident::compiled<argon_mumu>;
extern template struct trident::compiled_quadrature<argon_mumu>;

double both(argon_mumu const& sigma) {
  return trident::compiled<argon_mumu>::integrate(sigma).value +
         trident::compiled_quadrature<argon_mumu>::integrate(sigma).value;
}
