// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <trident/model/model.hpp>

// Z' bosons of differences of lepton numbers that can be gauged without new charged fermions. The pair must be of one
// flavour and the neutrino keep its own, so that all of them leave the mixed channels alone.

namespace trident {

/// Coupling and mass of a Z' whose charges are fixed.
struct z_prime_parameters {
  double coupling = 0; ///< g'
  double mass = 1;     ///< [GeV]
};

/// The Z' of gauged L_e - L_mu: vector charges +1, -1, 0 of e, mu, tau.
class e_minus_mu : public z_prime {
public:
  using parameters = z_prime_parameters;

  static constexpr std::string_view name = "LeLmu";

  explicit e_minus_mu(parameters const& p)
      : z_prime({.coupling = p.coupling, .mass = p.mass, .vector_charges = {1, -1, 0}, .axial_charges = {}}) {
  }
};

/// The Z' of gauged L_e - L_tau: vector charges +1, 0, -1 of e, mu, tau.
class e_minus_tau : public z_prime {
public:
  using parameters = z_prime_parameters;

  static constexpr std::string_view name = "LeLtau";

  explicit e_minus_tau(parameters const& p)
      : z_prime({.coupling = p.coupling, .mass = p.mass, .vector_charges = {1, 0, -1}, .axial_charges = {}}) {
  }
};

/// The Z' of gauged B - L: vector charge -1 of every lepton. The quarks' charge 1/3 does not enter: the photon alone
/// couples the pair to the nucleus.
class baryon_minus_lepton : public z_prime {
public:
  using parameters = z_prime_parameters;

  static constexpr std::string_view name = "BL";

  explicit baryon_minus_lepton(parameters const& p)
      : z_prime(
            {.coupling = p.coupling, .mass = p.mass, .vector_charges = {-1, -1, -1}, .axial_charges = {}}) {}
};

} // namespace trident
