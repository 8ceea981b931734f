// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/constants.hpp>
#include <trident/physics/fermi_momentum.hpp>
#include <trident/physics/regime.hpp>
#include <trident/rates/components.hpp>
#include <trident/rates/error_budget.hpp>
#include <trident/target/form_factor/kind.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/nuclear_model.hpp>

// What the theory of tridents does not know, as a list of named variations: rates, cross sections and events take it from
// here. One list has two kinds of them. Ends of a band, NAME_up and NAME_down, are one standard deviation of a nuisance
// parameter: together they are the error budget. Alternatives, such as FormFactor_helm, are other assumptions as they are, to be
// held against the band, not to be added to it.

namespace trident {

/// A source of theory errors that is one number for all rows, fully correlated: a nuisance parameter of a fit.
struct theory_parameter {
  std::string_view name;  ///< without its direction: HigherOrderQED
  std::size_t cause;      ///< place in error_budget::names
  std::array<bool, 3> in; ///< whether coherent, incoherent and inelastic rates have it
  std::string_view description;

  std::string_view cause_name() const { return error_budget::names[cause]; }
  bool is_in(scattering_regime kind) const {
    return in[kind == scattering_regime::coherent ? 0u : kind == scattering_regime::inelastic ? 2u : 1u];
  }
};

/// All of them. A cause of the budget that is another thing in another regime has a parameter for each.
inline constexpr std::array<theory_parameter, 10> theory_parameters = {{
    {"HigherOrderQED", 0, {true, true, true}, "further photons: Z alpha/(4 pi) + 2 %"},
    {"FormFactor", 1, {true, false, false}, "charge density of nuclei: 1 %"},
    {"NucleonFormFactor", 1, {false, true, false}, "form factors of nucleons: 3 %"},
    {"HigherOrderWeak",
     2,
     {true, true, true},
     "weak corrections, the scheme of sin2 theta_W among them: 5 %"},
    {"NuclearModel",
     3,
     {false, true, false},
     "bound nucleons: from half-way to one Fermi gas up to closure, or 30 %"},
    {"InelasticNuclear", 3, {false, false, true}, "shadowing, EMC effect and Fermi motion: 10 %"},
    {"StructureFunctions", 4, {false, false, true}, "fits of structure functions: 8 %"},
    {"VacuumPolarisation", 5, {true, true, true}, "of the exchanged photon, where it is left out: its size"},
    {"ElectroweakLogarithms", 6, {true, true, true}, "double logarithms above 1e7 GeV: their size"},
    {"WeakExchange", 7, {false, false, true}, "W and Z exchange with quarks where W bosons are made: 7.5 %"},
}};

/// What a variation changes.
enum class variation_of {
  budget,       ///< the ratio is 1 + or - what the budget has
  targets,      ///< nuclei, nucleons, and the photon that sees them: nuclear_options
  sin2_theta_w, ///< the weak mixing
};

/// Another theory, or the end of a band.
struct theory_variation {
  std::string name;        ///< a word that stays: FormFactor_helm
  std::string group;       ///< "form factor", "nuclear model", ...
  std::string description; ///< "closure with k_F 0.215 GeV"
  variation_of kind;
  nuclear_options options = {};              ///< of targets, in place of the central ones
  double number = 0;                         ///< direction of a band, or the weak mixing
  double share = 1;                          ///< of the change of the cross section that is taken
  std::optional<std::size_t> parameter = {}; ///< place in theory_parameters of what a band belongs to

  bool is_band() const { return parameter.has_value(); }
  /// Whether targets of a regime may change with it.
  bool concerns(scattering_regime regime) const {
    using enum scattering_regime;
    if (is_band()) return theory_parameters[*parameter].is_in(regime);
    if (group == "form factor") return regime == coherent;
    if (group == "nuclear model") return regime == quasi_elastic;
    if (group == "nucleon form factors") return regime == quasi_elastic || regime == free_nucleon;
    if (group == "structure functions") return regime == inelastic;
    return true;
  }
  /// A ratio of cross sections as it counts.
  double taken(double ratio) const { return 1 + share * (ratio - 1); }
};

/// Change of the charge radius: three to ten times the errors of measured ones, as densities differ from each other. It is 1 %
/// of coherent muon pairs.
inline constexpr double radius_variation = 0.005;

/// The weak mixing at low energy and on the mass shell, between which higher orders decide [Review of Particle Physics;
/// arXiv:1902.06765].
inline constexpr double low_energy_sin2_theta_w = 0.2385, on_shell_sin2_theta_w = 0.2223;

namespace detail {

/// Collects the list. Each variation changes one thing alone.
class variation_list {
public:
  explicit variation_list(nuclear_options central) : central_(std::move(central)) {}

  void add_bands() {
    bool const local = central_.bound.kind == nuclear_model_kind::local_fermi_gas;
    for (std::size_t i = 0; i < theory_parameters.size(); ++i) {
      auto const& one = theory_parameters[i];
      std::string const name(one.name), group(one.cause_name()), what(one.description);
      if (one.name == "VacuumPolarisation" && central_.vacuum_polarisation) continue;
      if (one.name == "NuclearModel" && local) {
        all_.push_back({name + "_up", group, "closure", variation_of::targets,
                        bound({nuclear_model_kind::closure}), 1, 1, i});
        all_.push_back({name + "_down", group, "half-way to rfg", variation_of::targets,
                        bound({nuclear_model_kind::fermi_gas}), -1, 0.5, i});
      } else {
        all_.push_back({name + "_up", group, what, variation_of::budget, central_, 1, 1, i});
        all_.push_back({name + "_down", group, what, variation_of::budget, central_, -1, 1, i});
      }
    }
  }

  void add_nuclei() {
    for (auto const& [kind, name, description] : form_factor_names) {
      auto options = central_;
      options.form_factor = kind;
      add("FormFactor_" + std::string(name), "form factor", std::string(name), options);
    }
    for (double const sign : {1.0, -1.0}) {
      auto options = central_;
      options.radius_factor = 1 + sign * radius_variation;
      add(sign > 0 ? "FormFactor_radius_up" : "FormFactor_radius_down", "form factor",
          sign > 0 ? "radius + 0.5 %" : "radius - 0.5 %", options);
    }
    for (auto const& one : nuclear_model_names)
      if (one.kind != nuclear_model_kind::spectral_function && one.kind != central_.bound.kind)
        add("NuclearModel_" + std::string(one.name), "nuclear model", std::string(one.name),
            bound({one.kind}));
    for (double const momentum : {0.255, 0.215}) {
      auto options = bound({nuclear_model_kind::closure});
      options.fermi_momentum = momentum;
      add(momentum > default_fermi_momentum ? "KFermi_up" : "KFermi_down", "nuclear model",
          formatted("closure with k_F %g GeV", momentum), options);
    }
  }

  void add_nucleons() {
    auto options = central_;
    options.nucleons = nucleon_set::z_expansion;
    add("NucleonFormFactor_z_expansion", "nucleon form factors", "z expansion", options);
    options.nucleons = nucleon_set::dipole;
    add("NucleonFormFactor_dipole", "nucleon form factors", "dipole", options);
    add_fits(high_mass_fits, &inelastic_options::high_mass, "StructureFunctions_", "");
    add_fits(longitudinal_ratios, &inelastic_options::longitudinal, "StructureFunctions_R_", "R = ");
    add_fits(fit_matchings, &inelastic_options::matching, "StructureFunctions_matching_", "matching ");
    add_fits(neutron_ratios, &inelastic_options::neutron, "StructureFunctions_neutron_", "neutron ");
    add_fits(nuclear_factors, &inelastic_options::nuclear, "InelasticNuclear_", "nuclear factor ");
  }

  void add_leptons() {
    for (double const value : {low_energy_sin2_theta_w, on_shell_sin2_theta_w})
      all_.push_back({value > pdg::sin2_theta_w ? "Sin2ThetaW_up" : "Sin2ThetaW_down", "weak mixing",
                      formatted("sin2 theta_W %g", value), variation_of::sin2_theta_w, central_, value});
    auto options = central_;
    options.vacuum_polarisation = !central_.vacuum_polarisation;
    add(options.vacuum_polarisation ? "VacuumPolarisation_on" : "VacuumPolarisation_off",
        "vacuum polarisation", options.vacuum_polarisation ? "on" : "off", options);
  }

  std::vector<theory_variation> take() && { return std::move(all_); }

private:
  nuclear_options bound(nuclear_model const& model) const {
    auto options = central_;
    options.bound = model;
    return options;
  }

  void add(std::string name, std::string group, std::string description, nuclear_options options) {
    all_.push_back({std::move(name), std::move(group), std::move(description), variation_of::targets,
                    std::move(options)});
  }

  template <class Choices, class Choice>
  void add_fits(Choices const& choices, Choice inelastic_options::*const member, std::string const& prefix,
                std::string const& words) {
    for (auto const& one : choices) {
      if (one.value == central_.inelastic.*member || one.name == "none") continue;
      auto options = central_;
      options.inelastic.*member = one.value;
      std::string name = prefix + std::string(one.name);
      if (auto const dots = name.find(".."); dots != std::string::npos) name.replace(dots, 2, "_");
      add(std::move(name), "structure functions", words + std::string(one.name), options);
    }
  }

  nuclear_options central_;
  std::vector<theory_variation> all_;
};

/// Whether `name` is what a user asked for, or begins with it: FormFactor is all of FormFactor_...
inline bool is_asked_for(std::string_view name, std::string_view asked) {
  return asked == "all" || name == asked ||
         (name.starts_with(asked) && name.size() > asked.size() && name[asked.size()] == '_');
}

} // namespace detail

/// The list, bands first, around central assumptions.
inline std::vector<theory_variation> theory_variations(nuclear_options const& central = {}) {
  detail::variation_list list(central);
  list.add_bands();
  list.add_nuclei();
  list.add_nucleons();
  list.add_leptons();
  return std::move(list).take();
}

/// Those that a user names with commas between them, by their names or by what these begin with; "all" of them, or "bands".
/// Throws input_error.
inline std::vector<theory_variation>
theory_variations_named(std::string const& option, std::string const& asked, nuclear_options const& central) {
  auto const all = theory_variations(central);
  std::vector<bool> taken(all.size());
  for (auto const word : detail::split<std::string_view>(asked)) {
    auto const name = detail::trimmed(word);
    bool found = false;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (name == "bands" ? all[i].is_band() : detail::is_asked_for(all[i].name, name))
        found = taken[i] = true;
    if (!found)
      throw input_error(option + " is \"" + std::string(name) +
                        "\": allowed are all, bands, or with commas between " +
                        detail::joined(all, [](auto const& one) { return one.name; }) +
                        ", or what several begin with, such as FormFactor");
  }
  std::vector<theory_variation> chosen;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (taken[i]) chosen.push_back(all[i]);
  return chosen;
}

} // namespace trident
