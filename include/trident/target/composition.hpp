// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/axis.hpp>
#include <trident/base/error.hpp>
#include <trident/physics/regime.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/form_factor/kind.hpp>
#include <trident/target/materials.hpp>
#include <trident/target/nuclei.hpp>

namespace trident::registry {

/// A part of a target and how often it is there.
struct component {
  target_choice target;
  double multiplicity = 1;
  std::string name; ///< "Ar", "proton", ...
};

/// A target as a user names it, taken apart: cross sections of the components add up.
struct composition {
  std::string name;        ///< as typed
  std::string unit;        ///< what the cross section is per: "Ar nucleus", "proton", "formula unit SiO2"
  std::string regime;      ///< "coherent", ..., "free" for a free proton
  std::string form_factor; ///< of the nuclei, "FB" or "3pF, FB"; empty where none takes part
  std::vector<component> components;
  /// The nuclei, hydrogen included, in what the cross section is per; none for a bound nucleon, whose nucleus is not named.
  std::vector<ingredient> nuclei;
  std::string note; ///< for the user; empty where there is nothing to say
};

/// What a user says about a target.
struct target_request {
  std::string name;
  std::optional<std::string> regime;
  std::optional<std::string> form_factor;
};

namespace detail {

[[noreturn]] inline void refuse(std::string const& option, std::string const& value, std::string const& why) {
  throw input_error(option + " \"" + value + "\" " + why);
}

inline composition nucleon_composition(target_request const& asked, target_choice nucleon) {
  bool const free = asked.name == "free-proton";
  if (asked.form_factor)
    refuse("form factor", *asked.form_factor,
           "does not apply to the target " + asked.name + ": it is for nuclei; leave it out");
  if (asked.regime && (free || find_regime(*asked.regime) != incoherent_alone))
    refuse("regime", *asked.regime,
           "does not apply to the target " + asked.name +
               ": it is for nuclei and materials; a single nucleon has none" +
               (free ? "" : " other than incoherent"));
  std::vector<ingredient> nuclei;
  if (free) nuclei.push_back({isotopes::hydrogen_1, 1});
  return {asked.name,
          asked.name,
          std::string(text(free ? scattering_regime::free_nucleon : scattering_regime::quasi_elastic)),
          "",
          {{std::move(nucleon), 1, asked.name}},
          std::move(nuclei),
          ""};
}

/// Collects the parts of nuclei; nucleons of all nuclei are counted together.
class composer {
public:
  composer(regime_choice which, std::optional<form_factor_kind> form) : regime_(which), kind_(form) {}

  void add(isotope const& nuclide, double count) {
    if (nuclide.mass_number == 1) {
      free_protons_ += count; // a nucleus, but without partners that coherence or Pauli blocking would need
      return;
    }
    if (regime_.coherent) add_nucleus(nuclide, count);
    protons_ += count * nuclide.atomic_number;
    neutrons_ += count * nuclide.neutron_number();
  }

  void conclude(composition& result) {
    if (regime_.incoherent) {
      add_nucleons(proton{}, protons_);
      add_nucleons(neutron{}, neutrons_);
      add_nucleons(free_proton<>{}, free_protons_);
    }
    result.regime = regime_.name();
    result.form_factor = form_factors_;
    result.components = std::move(parts_);
  }

private:
  void add_nucleus(isotope const& nuclide, double count) {
    auto const kind = kind_.value_or(default_form_factor(nuclide));
    parts_.push_back({make_nuclear_target(nuclide, kind), count, std::string(nuclide.symbol)});
    std::string const name(trident::name_of(kind));
    if (form_factors_.empty()) form_factors_ = name;
    if (form_factors_ != name) form_factors_ += ", " + name;
  }

  template <class Nucleon>
  void add_nucleons(Nucleon const& one, double count) {
    if (count > 0) parts_.push_back({one, count, std::string(Nucleon::name())});
  }

  regime_choice regime_;
  std::optional<form_factor_kind> kind_;
  double protons_ = 0, neutrons_ = 0, free_protons_ = 0;
  std::string form_factors_;
  std::vector<component> parts_;
};

inline composition nuclear_composition(target_request const& asked, std::string unit,
                                       std::vector<ingredient> const& ingredients, std::string note) {
  regime_choice const which = asked.regime ? find_regime(*asked.regime) : coherent_alone;
  std::optional<form_factor_kind> kind;
  if (asked.form_factor) kind = form_factor_kind_of(*asked.form_factor);
  if (kind && which == incoherent_alone)
    refuse("form factor", *asked.form_factor,
           "does not apply to the regime incoherent: it is for the nucleus as a whole");
  composition result{asked.name, std::move(unit), "", "", {}, ingredients, std::move(note)};
  composer parts(which, kind);
  for (auto const& [nuclide, count] : ingredients) parts.add(nuclide, count);
  parts.conclude(result);
  if (result.components.empty())
    refuse("regime", std::string(which.name()),
           "does not apply to the target " + asked.name +
               ": its nuclei are single protons; allowed are incoherent, total");
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
  if (auto nucleon = find_nucleon(asked.name)) return detail::nucleon_composition(asked, std::move(*nucleon));
  if (auto const nuclide = find_nuclide(asked.name))
    return detail::nuclear_composition(asked, asked.name + " nucleus", {{*nuclide, 1}}, "");
  auto const mixture = detail::mixture_named(asked.name);
  if (mixture && !asked.regime)
    throw input_error("material " + asked.name +
                      " needs a regime: allowed are coherent, incoherent, total (--regime)");
  if (mixture)
    return detail::nuclear_composition(asked, detail::unit_of(*mixture), mixture->ingredients, mixture->note);
  throw input_error("target \"" + asked.name + "\" is not known: " + detail::allowed_targets());
}

} // namespace trident::registry
