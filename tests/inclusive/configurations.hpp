// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <sstream>
#include <string>
#include <variant>

#include <trident/flux/flux.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/runtime/constants.hpp>
#include <trident/runtime/models.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "channels.hpp"

namespace trident_test {

inline const trident::inclusive_options precise{.relative_error = 1e-7};

/// A channel on a target at one energy under a model.
struct configuration {
  trident::channel process;
  trident::registry::target_choice target;
  double energy; // [GeV]
  trident::registry::model_choice model;

  std::string text() const {
    std::ostringstream line;
    line.precision(17);
    line << process.number << " on "
         << std::visit([](auto const& t) { return std::string(t.name()); }, target) << " at " << energy
         << " GeV, " << trident::registry::name_of(model);
    if (auto const* m = std::get_if<trident::four_fermion>(&model))
      line << " gV=" << m->g_v() << " gA=" << m->g_a();
    if (auto const* m = std::get_if<trident::z_prime>(&model))
      line << " g'=" << m->coupling() << " M=" << m->mass() << " charges " << m->vector_charges()[0] << ','
           << m->vector_charges()[1] << ',' << m->vector_charges()[2];
    return line.str();
  }
};

/// Its cross section [fb], with the constants of the Particle Data Group or of the reference generator.
trident::inclusive_estimate quadrature(configuration const& asked, trident::inclusive_options const& options,
                                       trident::registry::constants_choice const& constants = trident::pdg{});

/// In a spectrum in place of the energy.
trident::inclusive_estimate quadrature(configuration const& asked, trident::histogram_flux const& flux,
                                       trident::inclusive_options const& options);

/// Smallest neutrino energy of a channel on a target [GeV].
inline double threshold_of(trident::channel const& process, trident::registry::target_choice const& target) {
  using trident::lepton_mass, trident::pdg;
  double const pair = lepton_mass<pdg>(process.minus_family) + lepton_mass<pdg>(process.plus_family);
  return std::visit([&](auto const& t) { return trident::threshold_energy(pair, t.mass(pdg{})); }, target);
}

/// Configuration number `index` of a sequence that covers what the quadrature is made for: all channels, nuclei and
/// nucleons, energies log-uniform from threshold to `highest_energy` [GeV], contact couplings and a Z' of any mass.
class random_configurations {
public:
  explicit random_configurations(double highest_energy = 1e5) : highest_energy_(highest_energy) {}

  configuration operator()(std::uint64_t index) const {
    std::mt19937_64 source(9001 + index);
    auto const process = channel_with_number(1 + static_cast<int>(uniform(source, 0, 30)));
    auto const target = target_at(source);
    double const threshold = threshold_of(process, target) * (1 + 1e-6);
    return {process, target, logarithmic(source, threshold, highest_energy_), model_at(source)};
  }

  static double uniform(std::mt19937_64& source, double low, double high) {
    return low + (high - low) * static_cast<double>(source() >> 11) * 0x1p-53;
  }
  static double logarithmic(std::mt19937_64& source, double low, double high) {
    return std::exp(uniform(source, std::log(low), std::log(high)));
  }

private:
  static trident::registry::target_choice target_at(std::mt19937_64& source) {
    using namespace trident;
    switch (static_cast<int>(uniform(source, 0, 9))) {
    case 0:
      return proton{};
    case 1:
      return neutron{};
    case 2:
      return free_proton<>{};
    case 3:
      return make_nuclear_target(isotopes::iron_56, form_factor_kind::fourier_bessel);
    case 4:
      return make_nuclear_target(isotopes::tungsten_184, form_factor_kind::symmetrised_fermi);
    case 5:
      return make_nuclear_target(isotopes::lead_208, form_factor_kind::helm);
    case 6:
      return make_nuclear_target(isotopes::carbon_12, form_factor_kind::klein_nystrand);
    case 7:
      return make_nuclear_target(isotopes::oxygen_16, form_factor_kind::three_parameter_fermi);
    default:
      return make_nuclear_target(isotopes::argon_40, form_factor_kind::three_parameter_fermi);
    }
  }

  static trident::registry::model_choice model_at(std::mt19937_64& source) {
    using namespace trident;
    switch (static_cast<int>(uniform(source, 0, 4))) {
    case 0:
      return standard_model{};
    case 1: {
      double const vector = uniform(source, -2, 2);
      return four_fermion({.g_v = vector, .g_a = uniform(source, -2, 2)});
    }
    default: {
      double const mass = logarithmic(source, 1e-6, 1e3), coupling = logarithmic(source, 1e-5, 1);
      double const e = std::floor(uniform(source, -2, 3)), mu = std::floor(uniform(source, -2, 3));
      return z_prime({.coupling = coupling,
                      .mass = mass,
                      .vector_charges = {e, mu, std::floor(uniform(source, -2, 3))},
                      .axial_charges = {}});
    }
    }
  }

  double highest_energy_;
};

} // namespace trident_test
