// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/axis.hpp>
#include <trident/base/error.hpp>
#include <trident/physics/regime.hpp>
#include <trident/target/bound_nucleons.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/form_factor/kind.hpp>
#include <trident/target/materials.hpp>
#include <trident/target/nuclei.hpp>

namespace trident::registry {

/// A part of a target and how often it is there.
struct component {
  target_choice target;
  double multiplicity = 1;
  std::string name; ///< "Ar", "proton", "proton in Ar40", ...
  /// Where it is found; of nucleons of several nuclei together all of them.
  std::vector<ingredient> nuclei = {};

  scattering_regime regime() const { return regime_of(target); }

  /// The same in a sum of so many parts, where free protons count as incoherent.
  scattering_regime regime_in(std::size_t parts) const {
    return parts > 1 && regime() == scattering_regime::free_nucleon ? scattering_regime::quasi_elastic
                                                                    : regime();
  }
};

/// A target as a user names it, taken apart: cross sections of the components add up.
struct composition {
  std::string name;          ///< as typed
  std::string unit;          ///< what the cross section is per: "Ar nucleus", "proton", "formula unit SiO2"
  std::string regime;        ///< "coherent", "total", ..., "free" for a free proton
  std::string contents;      ///< "coherent + incoherent + inelastic": what the regime contains
  std::string form_factor;   ///< of the nuclei, "FB" or "3pF, FB"; empty where none takes part
  std::string nuclear_model; ///< of bound nucleons, "lfg", ...; empty where none takes part
  std::vector<component> components;
  /// The nuclei, hydrogen included, in what the cross section is per; none for a bound nucleon, whose nucleus is not named.
  std::vector<ingredient> nuclei;
  std::string note; ///< for the user; empty where there is nothing to say
};

/// "total (coherent + incoherent + inelastic), nuclear model lfg"
inline std::string regime_text(composition const& target) {
  std::string words = target.regime;
  if (target.contents != target.regime) words += " (" + target.contents + ')';
  if (!target.nuclear_model.empty()) words += ", nuclear model " + target.nuclear_model;
  return words;
}

/// What a user says about a target.
struct target_request {
  std::string name;
  std::optional<std::string> regime = {};
  std::optional<std::string> form_factor = {};
  std::optional<nuclear_model> bound = {}; ///< of nucleons in nuclei
  nuclear_model otherwise = {};            ///< where that is not said: a local Fermi gas
  inelastic_options inelastic = {};
};

namespace detail {

[[noreturn]] inline void refuse(std::string const& option, std::string const& value, std::string const& why) {
  throw input_error(option + " \"" + value + "\" " + why);
}

/// "coherent + incoherent"
inline std::string contents_of(std::vector<component> const& parts) {
  std::vector<std::string> names;
  for (auto const& one : parts) {
    std::string name(text(one.regime_in(parts.size())));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return trident::detail::joined(names, " + ");
}

/// A single nucleon: of a nucleus that is not named, or free.
inline composition nucleon_composition(target_request const& asked, target_choice const& nucleon) {
  bool const free = std::holds_alternative<free_proton<>>(nucleon);
  if (asked.form_factor)
    refuse("form factor", *asked.form_factor,
           "does not apply to the target " + asked.name + ": it is for nuclei; leave it out");
  if (asked.bound && asked.bound->kind != nuclear_model_kind::closure)
    refuse("nuclear model", asked.bound->name(),
           "does not apply to the target " + asked.name + ": it is for nuclei; a single nucleon has closure");
  regime_choice const which = asked.regime ? find_regime(*asked.regime) : incoherent_alone;
  bool const fits = which == inelastic_alone || which == all_regimes ||
                    (which == incoherent_alone && !free) || !asked.regime;
  if (!fits)
    refuse("regime", *asked.regime,
           "does not apply to the target " + asked.name +
               ": it is for nuclei and materials; a single nucleon has " +
               (free ? "inelastic or total" : "incoherent, inelastic or total"));
  composition result{asked.name, asked.name, which.name(), "", "", "", {}, {}, ""};
  if (free) result.nuclei.push_back({isotopes::hydrogen_1, 1});
  if (which.incoherent) result.components.push_back({nucleon, 1, asked.name, result.nuclei});
  if (which.inelastic)
    result.components.push_back(
        {inelastic_nucleon_like(nucleon, asked.inelastic), 1, asked.name, result.nuclei});
  if (free && !asked.regime) result.regime = text(scattering_regime::free_nucleon);
  if (!free && which.incoherent) result.nuclear_model = name_of(nuclear_model_kind::closure);
  result.contents = contents_of(result.components);
  return result;
}

/// Collects the parts of nuclei. Nucleons that do not depend on their nucleus are counted together.
class composer {
public:
  composer(regime_choice which, target_request const& asked)
      : regime_(which), bound_(asked.bound.value_or(asked.otherwise)), inelastic_(asked.inelastic) {
    if (asked.form_factor) kind_ = form_factor_kind_of(*asked.form_factor);
  }

  void add(isotope const& nuclide, double count) { all_.push_back({nuclide, count}); }

  void conclude(composition& result) {
    if (regime_.coherent) add_nuclei();
    if (regime_.incoherent) add_bound_nucleons(result);
    if (regime_.inelastic) add_inelastic_nucleons();
    result.regime = regime_.name();
    result.form_factor = form_factors_;
    result.contents = contents_of(parts_);
    result.components = std::move(parts_);
  }

private:
  void add_nuclei() {
    for (auto const& [nuclide, count] : all_) {
      if (nuclide.mass_number == 1) continue; // a nucleus, but without partners that coherence would need
      auto const kind = kind_.value_or(default_form_factor(nuclide));
      parts_.push_back(
          {make_nuclear_target(nuclide, kind), count, std::string(nuclide.symbol), {{nuclide, count}}});
      std::string const name(trident::name_of(kind));
      if (form_factors_.empty()) form_factors_ = name;
      if (form_factors_ != name) form_factors_ += ", " + name;
    }
  }

  void add_bound_nucleons(composition& result) {
    auto const nuclei = heavier_than_hydrogen();
    if (is_the_same_in_all_nuclei(bound_.kind)) {
      for (bool const proton : {true, false})
        add_nucleons(any_bound_nucleon(proton, bound_), proton, nuclei, "");
    } else {
      for (auto const& one : nuclei)
        for (bool const proton : {true, false})
          add_nucleons(moving_nucleon_in(proton, one.nuclide, bound_), proton, {one},
                       nuclei.size() > 1 ? " in " + one.nuclide.text() : "");
    }
    if (!nuclei.empty()) result.nuclear_model = bound_.name();
    if (double const count = hydrogen(); count > 0)
      parts_.push_back(
          {free_proton<>{}, count, std::string(free_proton<>::name()), {{isotopes::hydrogen_1, count}}});
  }

  void add_inelastic_nucleons() {
    auto const nuclei = heavier_than_hydrogen();
    auto const add = [&](std::vector<ingredient> const& where, std::string const& suffix) {
      for (bool const proton : {true, false})
        add_nucleons(inelastic_nucleon_in(proton, where.front().nuclide, inelastic_), proton, where, suffix);
    };
    if (!depends_on_nucleus(inelastic_)) {
      if (!nuclei.empty()) add(nuclei, "");
    } else {
      for (auto const& one : nuclei) add({one}, nuclei.size() > 1 ? " in " + one.nuclide.text() : "");
    }
    if (double const count = hydrogen(); count > 0)
      parts_.push_back({inelastic_nucleon_like(free_proton<>{}, inelastic_),
                        count,
                        std::string(free_proton<>::name()),
                        {{isotopes::hydrogen_1, count}}});
  }

  void add_nucleons(target_choice one, bool proton, std::vector<ingredient> const& nuclei,
                    std::string const& suffix) {
    double count = 0;
    for (auto const& [nuclide, number] : nuclei)
      count += number * (proton ? nuclide.atomic_number : nuclide.neutron_number());
    if (count > 0)
      parts_.push_back({std::move(one), count, (proton ? "proton" : "neutron") + suffix, nuclei});
  }

  std::vector<ingredient> heavier_than_hydrogen() const {
    std::vector<ingredient> nuclei;
    for (auto const& one : all_)
      if (one.nuclide.mass_number > 1) nuclei.push_back(one);
    return nuclei;
  }

  double hydrogen() const {
    double count = 0;
    for (auto const& one : all_)
      if (one.nuclide.mass_number == 1) count += one.count;
    return count;
  }

  regime_choice regime_;
  nuclear_model bound_;
  inelastic_options inelastic_;
  std::optional<form_factor_kind> kind_;
  std::vector<ingredient> all_;
  std::string form_factors_;
  std::vector<component> parts_;
};

inline composition nuclear_composition(target_request const& asked, std::string unit,
                                       std::vector<ingredient> const& ingredients, std::string note) {
  regime_choice const which = asked.regime ? find_regime(*asked.regime) : coherent_alone;
  if (asked.form_factor && !which.coherent)
    refuse("form factor", *asked.form_factor,
           "does not apply to the regime " + which.name() + ": it is for the nucleus as a whole");
  if (asked.bound && !which.incoherent)
    refuse("nuclear model", asked.bound->name(),
           "does not apply to the regime " + which.name() + ": it is for the incoherent one");
  composition result{asked.name, std::move(unit), "", "", "", "", {}, ingredients, std::move(note)};
  composer parts(which, asked);
  for (auto const& [nuclide, count] : ingredients) parts.add(nuclide, count);
  parts.conclude(result);
  if (result.components.empty())
    refuse("regime", which.name(),
           "does not apply to the target " + asked.name +
               ": its nuclei are single protons; allowed are incoherent, inelastic, total");
  return result;
}

inline std::string allowed_targets() {
  return "allowed are the nuclei " + joined(nucleus_names()) + "; the nucleons " + joined(nucleon_names()) +
         "; the materials " + joined(material_names()) +
         "; a chemical formula; a mixture such as \"glass: SiO2 0.7, Na2O 0.3\"";
}

/// A named material, a mixture in fractions or a chemical formula, or nothing.
inline std::optional<material> mixture_named(std::string const& text) {
  require_short(text);
  if (text.find_first_of(",: ") != std::string::npos) return material_from_text(text);
  if (auto found = find_material(text)) return found;
  try {
    return substance(text);
  } catch (input_error const& error) {
    throw input_error(std::string(error.what()) + "; " + allowed_targets());
  }
}

/// What the cross section of a material is per.
inline std::string unit_of(material const& one) {
  double all = 0;
  for (auto const& part : one.ingredients) all += part.count;
  bool const averaged = one.ingredients.size() > 1 && std::abs(all - 1) < 1e-9;
  return (averaged ? "atom on average of " : "formula unit ") + one.name;
}

} // namespace detail

/// The components of a target: a nucleus ("Ar", "Pb208"), a nucleon ("proton", "neutron", "free-proton") or a material
/// ("LAr", "glass: SiO2 0.7, Na2O 0.3", which needs a regime). Throws input_error that names what is allowed.
inline composition compose(target_request const& asked) {
  if (auto nucleon = find_nucleon(asked.name)) return detail::nucleon_composition(asked, *nucleon);
  if (auto const nuclide = find_nuclide(asked.name))
    return detail::nuclear_composition(asked, asked.name + " nucleus", {{*nuclide, 1}}, "");
  auto const mixture = detail::mixture_named(asked.name);
  if (mixture && !asked.regime)
    throw input_error("material " + asked.name + " needs a regime: allowed are " +
                      std::string(allowed_regimes) + " (--regime)");
  if (mixture)
    return detail::nuclear_composition(asked, detail::unit_of(*mixture), mixture->ingredients, mixture->note);
  throw input_error("target \"" + asked.name + "\" is not known: " + detail::allowed_targets());
}

/// With the electrons of neutral atoms around nuclei that scatter as a whole: for neutrinos above 1e7 GeV, where the photon
/// begins to see them (0.1 % at 1e8 GeV, 4 to 6 % at 1e9).
inline void screen_nuclei(composition& target) {
  for (auto& part : target.components)
    if (auto* const nucleus = std::get_if<nuclear_target>(&part.target)) *nucleus = nucleus->screened();
}

/// From this energy of neutrinos on [GeV].
inline constexpr double screening_energy = 1e7;

} // namespace trident::registry
