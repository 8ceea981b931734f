// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include <trident/target/data/isotopes.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/target/nucleon.hpp>
#include <trident/target/nucleus.hpp>

// Targets made of several: cross sections add up, each component with its own mass and spin.

namespace trident {

namespace detail {

struct any_component {
  template <Target T>
  void operator()(T const&, double) const {}
};

} // namespace detail

/// A sum of targets: for_each_component(visitor) calls visitor(target, multiplicity).
template <class T>
concept CompositeTarget = requires(T const& t) {
  t.for_each_component(detail::any_component{});
  { t.name() } -> std::convertible_to<std::string_view>;
};

/// How the nucleons of a nucleus are bound: calls visit(nucleon, how many there are) for its protons and its neutrons.
template <class B>
concept BindingModel = requires(B const& b) {
  { b.name() } -> std::convertible_to<std::string_view>;
  b.for_each_nucleon(isotopes::carbon_12, detail::any_component{});
};

/// Each at the density that the nucleus has at its radius.
template <NucleonFormFactors Set = kelly>
struct in_local_fermi_gas {
  static constexpr std::string_view name() { return "lfg"; }

  template <class Visitor>
  void for_each_nucleon(isotope const& nuclide, Visitor&& visit) const {
    visit(local_fermi_gas_nucleon<true, Set>(nuclide), static_cast<double>(nuclide.atomic_number));
    if (int const n = nuclide.neutron_number(); n > 0)
      visit(local_fermi_gas_nucleon<false, Set>(nuclide), static_cast<double>(n));
  }
};

/// In one Fermi gas, with k_F and removal energy of electron scattering.
template <NucleonFormFactors Set = kelly>
struct in_fermi_gas {
  static constexpr std::string_view name() { return "rfg"; }

  template <class Visitor>
  void for_each_nucleon(isotope const& nuclide, Visitor&& visit) const {
    auto const [momentum, energy] = fermi_gas_parameters_of(nuclide);
    visit(fermi_gas_nucleon<true, Set>{momentum, energy}, static_cast<double>(nuclide.atomic_number));
    if (int const n = nuclide.neutron_number(); n > 0)
      visit(fermi_gas_nucleon<false, Set>{momentum, energy}, static_cast<double>(n));
  }
};

/// Free nucleons times a Pauli factor: closure over the states of an ideal gas, the only model of version 0.1.
template <NucleonFormFactors Set = kelly>
struct by_closure {
  double fermi_momentum = default_fermi_momentum; ///< k_F [GeV]
  static constexpr std::string_view name() { return "closure"; }

  template <class Visitor>
  void for_each_nucleon(isotope const& nuclide, Visitor&& visit) const {
    // [PHYS:nucleus.nucleons]
    visit(bound_proton<Set>{fermi_momentum}, static_cast<double>(nuclide.atomic_number));
    if (int const n = nuclide.neutron_number(); n > 0)
      visit(bound_neutron<Set>{fermi_momentum}, static_cast<double>(n));
  }
};

namespace detail {

/// The parts of a nucleus in some regimes.
template <regime_choice Which, class Nucleus, class Bound, class Visitor>
void visit_regimes(Nucleus const& nucleus, Bound const& bound, Visitor& visit) {
  auto const& nuclide = nucleus.nuclide();
  if constexpr (Which.coherent) visit(nucleus, 1.0);
  if constexpr (Which.incoherent) bound.for_each_nucleon(nuclide, visit);
  if constexpr (Which.inelastic) {
    visit(inelastic_proton{}, static_cast<double>(nuclide.atomic_number));
    if (int const n = nuclide.neutron_number(); n > 0) visit(inelastic_neutron{}, static_cast<double>(n));
  }
}

} // namespace detail

/// Any sum of regimes of a nucleus.
template <class Nucleus, regime_choice Which, BindingModel Bound = in_local_fermi_gas<>>
struct regimes {
  [[no_unique_address]] Nucleus nucleus{};
  [[no_unique_address]] Bound bound{};

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    detail::visit_regimes<Which>(nucleus, bound, visit);
  }

  auto name() const { return nucleus.name(); }
  static std::string regime() { return Which.name(); }
  static std::string contents() { return detail::joined(Which.parts(), " + "); }
  static constexpr std::string_view nuclear_model() { return Which.incoherent ? Bound::name() : ""; }
  int pdg_code() const { return nucleus.pdg_code(); }
};

/// The nucleus' Z protons and A - Z neutrons, which stay nucleons [diffractive regime].
template <class Nucleus, BindingModel Bound = in_local_fermi_gas<>>
struct incoherent {
  [[no_unique_address]] Nucleus nucleus{};
  [[no_unique_address]] Bound bound{};

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    detail::visit_regimes<incoherent_alone>(nucleus, bound, visit);
  }

  auto name() const { return nucleus.name(); }
  static constexpr std::string_view regime() { return "incoherent"; }
  static constexpr std::string_view contents() { return "incoherent"; }
  static constexpr std::string_view nuclear_model() { return Bound::name(); }
  int pdg_code() const { return nucleus.pdg_code(); }
};

/// The same, which become systems of hadrons.
template <class Nucleus>
struct inelastic {
  [[no_unique_address]] Nucleus nucleus{};

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    detail::visit_regimes<inelastic_alone>(nucleus, by_closure<>{}, visit);
  }

  auto name() const { return nucleus.name(); }
  static constexpr std::string_view regime() { return "inelastic"; }
  static constexpr std::string_view contents() { return "inelastic"; }
  static constexpr std::string_view nuclear_model() { return ""; }
  int pdg_code() const { return nucleus.pdg_code(); }
};

/// The nucleus as a whole and its nucleons, both ways.
template <class Nucleus, BindingModel Bound = in_local_fermi_gas<>>
struct total {
  [[no_unique_address]] Nucleus nucleus{};
  [[no_unique_address]] Bound bound{};

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    // [PHYS:nucleus.total]
    detail::visit_regimes<all_regimes>(nucleus, bound, visit);
  }

  auto name() const { return nucleus.name(); }
  static constexpr std::string_view regime() { return "total"; }
  static constexpr std::string_view contents() { return "coherent + incoherent + inelastic"; }
  static constexpr std::string_view nuclear_model() { return Bound::name(); }
  int pdg_code() const { return nucleus.pdg_code(); }
};

template <class Nucleus>
incoherent(Nucleus) -> incoherent<Nucleus>;
template <class Nucleus, BindingModel Bound>
incoherent(Nucleus, Bound) -> incoherent<Nucleus, Bound>;
template <class Nucleus>
inelastic(Nucleus) -> inelastic<Nucleus>;
template <class Nucleus>
total(Nucleus) -> total<Nucleus>;
template <class Nucleus, BindingModel Bound>
total(Nucleus, Bound) -> total<Nucleus, Bound>;

} // namespace trident
