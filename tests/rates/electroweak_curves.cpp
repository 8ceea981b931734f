// SPDX-License-Identifier: BSL-1.0
#include <utility>
#include <variant>
#include <vector>

#include "catch.hpp"

#include <trident/model/resolved_model.hpp>
#include <trident/quadrature/leptonic_part.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/rates/electroweak_curves.hpp>
#include <trident/rates/tabulated_cross_sections.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/target/composition.hpp>

using namespace trident;

TEST_CASE("averages from curves of the full amplitude are those of its own quadrature") {
  auto const water = registry::material_from_text("H2O");
  std::vector<rate_component> parts;
  for (auto const& one : components_of(water)) // a nucleus, a proton bound in it, and an inelastic one
    if (one.charge > 0 && !one.is_hydrogen) parts.push_back(one);
  REQUIRE(parts.size() == 3);
  for (auto& one : parts) one.edges.clear();
  for (auto const& [name, number] :
       {std::pair{"atmospheric", "8"}, std::pair{"flare", "8"}, std::pair{"flare", "9"}}) {
    INFO(name << ' ' << number);
    auto const flux = flux_by_name(name, neutrino::nu_mu).spectrum;
    auto const process = registry::find_process(number);
    leptonic_part const leptons{process, flux,
                                full_electroweak{trident::resolve(standard_model{}, process, pdg{})}, pdg{}};
    auto const* table = electroweak_table_for(leptons.current(), process);
    REQUIRE(table != nullptr);
    electroweak_curves curves(parts, flux.edges().back());
    curves.prepare<double>(std::vector{std::pair{table, leptons.current()}}, {}, {});
    for (auto const& one : parts) {
      INFO(one.key);
      std::vector const source{
          std::visit([](auto const& target) { return continuum_source(target, pdg{}); }, one.structure)};
      auto const exact =
          electroweak_cross_sections(leptons, source, {.relative_error = 1e-3}, {}, table).front();
      CHECK(curves(*table, one.key, flux) == Approx(exact.value).epsilon(1e-3));
    }
  }
}
