// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <trident/physics/fermi_momentum.hpp>
#include <trident/physics/regime.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/any_target.hpp>
#include <trident/target/bound_nucleons.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/material.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>
#include <trident/target/scaled_radius.hpp>
#include <trident/target/vacuum_polarised.hpp>

namespace trident {

enum class nucleon_set { kelly, z_expansion, dipole };

/// What is assumed about nuclei and nucleons.
struct nuclear_options {
  std::optional<form_factor_kind> form_factor =
      {}; ///< where a nuclide has it; the default of the nuclide otherwise
  double fermi_momentum = default_fermi_momentum; ///< k_F of closure [GeV]
  nucleon_set nucleons = nucleon_set::kelly;
  nuclear_model bound = {};
  inelastic_options inelastic = {};
  bool vacuum_polarisation = false; ///< of the exchanged photon
  double radius_factor = 1;         ///< of the charge of nuclei, in place of that of their form factors
  std::optional<scattering_regime> only = {}; ///< components of this regime alone
};

/// A kind of target in a material.
struct rate_component {
  std::string key; ///< the same for the same target
  std::variant<any_target, any_continuum> structure;
  std::optional<registry::target_choice>
      choice;   ///< nothing where the nucleon's form factors are not the default
  double count; ///< in a formula unit
  scattering_regime kind;
  int charge;
  bool is_hydrogen = false;
  /// Of a nucleon in a local Fermi gas: the same by closure and in one Fermi gas, which the band of the model comes from.
  std::vector<rate_component> edges = {};
};

namespace detail {

/// Collects the parts of a material, with nucleons whose form factors are those of one set.
template <NucleonFormFactors Set>
class rate_components {
public:
  explicit rate_components(nuclear_options options) : options_(std::move(options)) {}

  void add_nucleus(isotope const& nuclide, double count) {
    bool const has = options_.form_factor && has_form_factor(nuclide, *options_.form_factor);
    auto const target = with_scaled_radius(
        make_nuclear_target(nuclide, has ? *options_.form_factor : default_form_factor(nuclide)),
        options_.radius_factor);
    parts_.push_back({nuclide.text(), any_target(target), target, count, scattering_regime::coherent,
                      nuclide.atomic_number});
  }

  /// Nucleons of one nuclide, of which the material has `count`.
  void add_bound(isotope const& nuclide, double count) {
    for (bool const proton : {true, false}) {
      double const number = count * (proton ? nuclide.atomic_number : nuclide.neutron_number());
      if (!(number > 0)) continue;
      auto one = bound(proton, nuclide, number, options_.bound);
      if (options_.bound.kind == nuclear_model_kind::local_fermi_gas)
        one.edges = {bound(proton, nuclide, number, {nuclear_model_kind::closure}),
                     bound(proton, nuclide, number, {nuclear_model_kind::fermi_gas})};
      join(std::move(one));
    }
  }

  void add_hydrogen(double count) {
    if (count > 0)
      parts_.push_back({"free-proton", any_target(free_proton<Set>{}), chosen(free_proton<Set>{}), count,
                        scattering_regime::free_nucleon, 1, true});
  }

  void add_inelastic(isotope const& nuclide, double count) {
    for (bool const proton : {true, false}) {
      double const number = count * (proton ? nuclide.atomic_number : nuclide.neutron_number());
      if (!(number > 0)) continue;
      auto const response = registry::inelastic_nucleon_in(proton, nuclide, options_.inelastic);
      bool const is_hydrogen = nuclide.mass_number == 1;
      std::string key = std::string("inelastic ") + (proton ? "proton" : "neutron");
      if (!is_hydrogen && registry::depends_on_nucleus(options_.inelastic)) key += " in " + nuclide.text();
      join({std::move(key), response, registry::target_choice(response), number, scattering_regime::inelastic,
            proton ? 1 : 0, is_hydrogen});
    }
  }

  std::vector<rate_component> parts() && { return std::move(parts_); }

private:
  template <class Nucleon>
  static std::optional<registry::target_choice> chosen(Nucleon const& nucleon) {
    if constexpr (std::is_same_v<Set, kelly>) return nucleon;
    return std::nullopt;
  }

  rate_component bound(bool proton, isotope const& nuclide, double number, nuclear_model const& model) const {
    std::string key = std::string(proton ? "proton" : "neutron") + ' ' + model.name();
    auto const with = [&](auto const& nucleon) {
      return rate_component{
          key,           any_target(nucleon), chosen(nucleon), number, scattering_regime::quasi_elastic,
          proton ? 1 : 0};
    };
    if (registry::is_the_same_in_all_nuclei(model.kind)) {
      double const momentum = model.kind == nuclear_model_kind::free ? 0 : options_.fermi_momentum;
      return proton ? with(bound_proton<Set>{momentum}) : with(bound_neutron<Set>{momentum});
    }
    auto const response = registry::moving_nucleon_in<Set>(proton, nuclide, model);
    return {key + " in " + nuclide.text(),    response,      chosen(response), number,
            scattering_regime::quasi_elastic, proton ? 1 : 0};
  }

  /// Counted together with what is the same.
  void join(rate_component one) {
    for (auto& known : parts_)
      if (known.key == one.key && known.is_hydrogen == one.is_hydrogen) {
        known.count += one.count;
        return;
      }
    parts_.push_back(std::move(one));
  }

  nuclear_options options_;
  std::vector<rate_component> parts_;
};

template <NucleonFormFactors Set>
std::vector<rate_component> components_with(registry::material const& mixture,
                                            nuclear_options const& options) {
  using enum scattering_regime;
  auto const wanted = [&](scattering_regime kind) { return !options.only || *options.only == kind; };
  rate_components<Set> parts(options);
  double hydrogen = 0;
  for (auto const& [nuclide, count] : mixture.ingredients)
    if (nuclide.mass_number == 1) hydrogen += count;
  auto const for_heavier = [&](auto const& use) {
    for (auto const& [nuclide, count] : mixture.ingredients)
      if (nuclide.mass_number > 1) use(nuclide, count);
  };
  if (wanted(coherent))
    for_heavier([&](isotope const& nuclide, double count) { parts.add_nucleus(nuclide, count); });
  if (wanted(quasi_elastic))
    for_heavier([&](isotope const& nuclide, double count) { parts.add_bound(nuclide, count); });
  if (wanted(free_nucleon) || wanted(quasi_elastic)) parts.add_hydrogen(hydrogen);
  if (wanted(inelastic)) {
    for_heavier([&](isotope const& nuclide, double count) { parts.add_inelastic(nuclide, count); });
    if (hydrogen > 0) parts.add_inelastic(isotopes::hydrogen_1, hydrogen);
  }
  return std::move(parts).parts();
}

/// As the photon sees it; `choice` stays bare.
inline void polarise(rate_component& one) {
  std::visit([](auto& target) { target = vacuum_polarised(target); }, one.structure);
  for (auto& edge : one.edges) polarise(edge);
}

inline std::vector<rate_component> bare_components_of(registry::material const& mixture,
                                                      nuclear_options const& options) {
  switch (options.nucleons) {
  case nucleon_set::z_expansion:
    return components_with<z_expansion>(mixture, options);
  case nucleon_set::dipole:
    return components_with<dipole>(mixture, options);
  default:
    return components_with<kelly>(mixture, options);
  }
}

} // namespace detail

/// Nuclei as a whole, and the nucleons of all nuclei, elastic and inelastic, of a formula unit.
inline std::vector<rate_component> components_of(registry::material const& mixture,
                                                 nuclear_options const& options = {}) {
  auto parts = detail::bare_components_of(mixture, options);
  if (options.vacuum_polarisation)
    for (auto& one : parts) detail::polarise(one);
  return parts;
}

} // namespace trident
