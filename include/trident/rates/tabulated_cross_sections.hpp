// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <list>
#include <map>
#include <string>
#include <utility>
#include <variant>

#include <trident/flux/flux.hpp>
#include <trident/model/resolved_model.hpp>
#include <trident/quadrature/continuum_scan.hpp>
#include <trident/quadrature/structure_tables.hpp>
#include <trident/rates/components.hpp>
#include <trident/rates/cross_section_curve.hpp>
#include <trident/target/any_target.hpp>

namespace trident {

/// Flux averages of all channels with contact couplings on any targets, from the tables of structure functions: each channel
/// is prepared once, each target after that costs a tenth of it, each spectrum nearly nothing. Good to 1e-4.
class tabulated_cross_sections {
public:
  /// For neutrinos up to `maximum_energy` [GeV].
  explicit tabulated_cross_sections(double maximum_energy) : maximum_energy_(maximum_energy) {}

  /// Averaged over the spectrum [fb]. `key` names the target: the same for the same target.
  double operator()(channel const& process, resolved_model const& model, any_target const& target,
                    std::string const& key, histogram_flux const& flux) {
    auto& one = prepared_for(process, model);
    auto found = one.curves.find(key);
    if (found == one.curves.end()) {
      double const threshold = threshold_energy(one.couplings.masses().threshold(), target.mass());
      found =
          one.curves.emplace(key, cross_section_curve(one.scan, target, threshold, maximum_energy_)).first;
    }
    return found->second.average(flux);
  }

  /// The same for a continuum, which is prepared once for all channels.
  double operator()(channel const& process, resolved_model const& model, continuum_source const& target,
                    std::string const& key, histogram_flux const& flux) {
    auto& one = prepared_for(process, model);
    auto found = one.curves.find(key);
    if (found == one.curves.end()) {
      auto response = responses_.find(key);
      if (response == responses_.end())
        response = responses_.emplace(key, scanned_response(target, maximum_energy_)).first;
      auto const& masses = one.couplings.masses();
      continuum_scan const scan(one.couplings, structure_table_for(masses), response->second);
      constexpr std::size_t nodes = 28; // enough for 1e-4: there is no form factor that oscillates
      constexpr int halvings = 8;
      cross_section_curve const curve([&](double energy) { return scan(energy).value; },
                                      target.limits().threshold(masses.threshold()), maximum_energy_, nodes,
                                      halvings);
      found = one.curves.emplace(key, curve).first;
    }
    return found->second.average(flux);
  }

  /// The same for a part of a material.
  double operator()(channel const& process, resolved_model const& model, rate_component const& part,
                    histogram_flux const& flux) {
    if (auto const* elastic = std::get_if<any_target>(&part.structure))
      return (*this)(process, model, *elastic, part.key, flux);
    return (*this)(process, model, continuum_source(std::get<any_continuum>(part.structure)), part.key, flux);
  }

private:
  /// What a channel is to the tables: a pair and its chiral couplings. An antineutrino exchanges the chiralities, and so does
  /// exchanging the leptons, which puts the lighter one first; CP-conjugate channels thus share what is prepared.
  struct pair_couplings {
    flavour minus, plus;
    std::array<double, 2> chiral; ///< c_L, c_R
    resolved_model contact;

    pair_couplings(channel const& process, resolved_model const& given)
        : minus(process.minus_family), plus(process.plus_family), contact(given) {
      auto const g = given.couplings(process, pdg{}, 0.0);
      chiral = {g.vector - g.axial, g.vector + g.axial};
      if (process.is_antineutrino) std::swap(chiral[0], chiral[1]);
      bool const exchange = minus == plus ? std::abs(chiral[0]) < std::abs(chiral[1])
                                          : static_cast<int>(minus) > static_cast<int>(plus);
      if (exchange) {
        std::swap(minus, plus);
        std::swap(chiral[0], chiral[1]);
      }
    }

    bool same_as(pair_couplings const& other) const {
      return minus == other.minus && plus == other.plus && chiral == other.chiral;
    }

    pair_masses<double> masses() const {
      constexpr std::array mass = {pdg::electron_mass, pdg::muon_mass, pdg::tau_mass};
      return {mass[static_cast<std::size_t>(minus)], mass[static_cast<std::size_t>(plus)]};
    }
    std::array<double, 2> chiral_couplings(double) const { return chiral; }
    resolved_model const& model() const { return contact; }
  };

  struct prepared {
    pair_couplings couplings;
    energy_scan scan;
    std::map<std::string, cross_section_curve> curves;
  };

  prepared& prepared_for(channel const& process, resolved_model const& model) {
    pair_couplings const couplings(process, model);
    for (auto& one : prepared_)
      if (one.couplings.same_as(couplings)) return one;
    energy_scan scan(couplings, structure_table_for(couplings.masses()), maximum_energy_);
    prepared_.push_back({couplings, std::move(scan), {}});
    return prepared_.back();
  }

  double maximum_energy_;
  std::list<prepared> prepared_; ///< addresses stay
  std::map<std::string, scanned_response> responses_;
};

} // namespace trident
