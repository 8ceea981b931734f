// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include <trident/cross_section/composite.hpp>
#include <trident/event/for_each_event.hpp>
#include <trident/event/parent_nuclei.hpp>
#include <trident/event/process_id.hpp>
#include <trident/format/run_description.hpp>
#include <trident/mc/fastest.hpp>
#include <trident/target/nucleon.hpp>

// What the events of a configuration are made of, for a target alone and for one that is a sum of others.

namespace trident::detail {

template <class C, class Ingredients>
std::vector<counted_nucleus> counted(Ingredients const& ingredients) {
  std::vector<counted_nucleus> all;
  for (auto const& [nuclide, count] : ingredients)
    all.push_back({nuclide.pdg_code(), C::nuclear_mass(nuclide), nuclide.atomic_number,
                   nuclide.neutron_number(), count});
  return all;
}

/// The nuclei of a sum of targets: of a nucleus and its nucleons, or those that the target lists by nuclei(). None if it says
/// nothing.
template <class C, class N>
std::vector<counted_nucleus> nuclei_of(N const& target) {
  std::vector<counted_nucleus> all;
  if constexpr (requires { target.nuclei(); }) {
    all = counted<C>(target.nuclei());
  } else if constexpr (requires { target.nucleus.nuclide(); }) {
    auto const& nuclide = target.nucleus.nuclide();
    all.push_back({target.nucleus.pdg_code(), target.nucleus.mass(C{}), nuclide.atomic_number,
                   nuclide.neutron_number(), 1});
  }
  return all;
}

/// Those that a part of it is found in.
template <class C, class N>
std::vector<counted_nucleus> nuclei_of_part(N const& target, std::size_t which) {
  if constexpr (requires { target.nuclei_of_part(which); })
    return counted<C>(target.nuclei_of_part(which));
  else
    return nuclei_of<C>(target);
}

template <class Configuration>
constexpr bool is_composite = requires(Configuration const& sigma) {
  sigma.for_each_component([](auto const&, double) {});
};

/// Calls visit(configuration on the component, multiplicity) for each component, or for the target alone.
template <class Configuration, class Visit>
void for_each_part(Configuration const& sigma, Visit const& visit) {
  if constexpr (is_composite<Configuration>)
    sigma.for_each_component(visit);
  else
    visit(sigma, 1.0);
}

/// One source for each part that any neutrino can make the pair on; throws input_error if there is none.
template <class Configuration>
std::vector<std::shared_ptr<event_source const>> sources_of(Configuration const& sigma,
                                                            preparation_options options) {
  std::vector<std::shared_ptr<event_source const>> sources;
  std::size_t which = 0;
  for_each_part(sigma, [&](auto const& part, double multiplicity) {
    auto const nuclei = nuclei_of_part<typename Configuration::constants_type>(sigma.target(), which++);
    if (!part.below_threshold()) {
      sources.push_back(make_event_source(
          fastest(part), describe_target(part.process(), part.target(), multiplicity, nuclei), options));
    }
    ++options.stream;
  });
  if (sources.empty())
    throw input_error("no neutrino of the flux is above threshold: there are no events to make");
  return sources;
}

/// A nucleon takes part whose nucleus is not named.
template <class Configuration>
bool has_bare_nucleon(Configuration const& sigma) {
  bool found = false;
  std::size_t which = 0;
  for_each_part(sigma, [&](auto const& part, double multiplicity) {
    auto const nuclei = nuclei_of_part<typename Configuration::constants_type>(sigma.target(), which++);
    auto const described = describe_target(part.process(), part.target(), multiplicity, nuclei);
    found = found || (described.regime == scattering_regime::free_nucleon && described.free_pdg_code == 0);
  });
  return found;
}

/// The nuclei that the events happen on.
template <class Configuration>
std::vector<target_entry> targets_of(Configuration const& sigma) {
  std::vector<target_entry> targets;
  for (auto const& one : nuclei_of<typename Configuration::constants_type>(sigma.target()))
    targets.push_back({one.pdg_code, one.count, one.mass});
  if (targets.empty())
    for_each_part(sigma, [&](auto const& part, double multiplicity) {
      using part_type = std::remove_cvref_t<decltype(part)>;
      bool const free = is_free_proton<typename part_type::target_type>;
      targets.push_back({free ? hydrogen_code : part.target().pdg_code(), multiplicity,
                         part.target().mass(typename part_type::constants_type{})});
    });
  return targets;
}

} // namespace trident::detail
