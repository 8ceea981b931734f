// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <trident/model/model.hpp>

// Z' bosons of differences of lepton numbers that can be gauged without new charged fermions. The pair must be of one
// flavour and the neutrino keep its own, so that all of them leave the mixed channels alone.

namespace trident {

/// The Z' of gauged L_e - L_mu: vector charges +1, -1, 0 of e, mu, tau.
class e_minus_mu : public z_prime_of_charges<1, -1, 0> {
public:
  static constexpr std::string_view name = "LeLmu";

  using z_prime_of_charges::z_prime_of_charges;
};

/// The Z' of gauged L_e - L_tau: vector charges +1, 0, -1 of e, mu, tau.
class e_minus_tau : public z_prime_of_charges<1, 0, -1> {
public:
  static constexpr std::string_view name = "LeLtau";

  using z_prime_of_charges::z_prime_of_charges;
};

/// The Z' of gauged B - L: vector charge -1 of every lepton. The quarks' charge 1/3 does not enter: the photon alone
/// couples the pair to the nucleus.
class baryon_minus_lepton : public z_prime_of_charges<-1, -1, -1> {
public:
  static constexpr std::string_view name = "BL";

  using z_prime_of_charges::z_prime_of_charges;
};

} // namespace trident
