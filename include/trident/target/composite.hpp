// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

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

/// The nucleus' Z protons and A - Z neutrons, Pauli blocked [diffractive regime].
template <class Nucleus, NucleonFormFactors Set = kelly>
struct incoherent {
  [[no_unique_address]] Nucleus nucleus{};
  double fermi_momentum = default_fermi_momentum; ///< k_F [GeV]

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    int const protons = nucleus.nuclide().atomic_number;
    int const neutrons = nucleus.nuclide().neutron_number();
    // [PHYS:nucleus.nucleons]
    visit(bound_proton<Set>{fermi_momentum}, static_cast<double>(protons));
    if (neutrons > 0) visit(bound_neutron<Set>{fermi_momentum}, static_cast<double>(neutrons));
  }

  auto name() const { return nucleus.name(); }
  static constexpr std::string_view regime() { return "incoherent"; }
  int pdg_code() const { return nucleus.pdg_code(); }
};

/// The nucleus as a whole and its nucleons.
template <class Nucleus, NucleonFormFactors Set = kelly>
struct total {
  [[no_unique_address]] Nucleus nucleus{};
  double fermi_momentum = default_fermi_momentum; ///< k_F [GeV]

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    // [PHYS:nucleus.total]
    visit(nucleus, 1.0);
    incoherent<Nucleus, Set>{nucleus, fermi_momentum}.for_each_component(visit);
  }

  auto name() const { return nucleus.name(); }
  static constexpr std::string_view regime() { return "total"; }
  int pdg_code() const { return nucleus.pdg_code(); }
};

template <class Nucleus>
incoherent(Nucleus) -> incoherent<Nucleus>;
template <class Nucleus>
incoherent(Nucleus, double) -> incoherent<Nucleus>;
template <class Nucleus>
total(Nucleus) -> total<Nucleus>;
template <class Nucleus>
total(Nucleus, double) -> total<Nucleus>;

} // namespace trident
