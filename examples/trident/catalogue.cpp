// SPDX-License-Identifier: BSL-1.0
#include "catalogue.hpp"

#include <boost/hana/for_each.hpp>

#include <trident/flux_catalogue.hpp>
#include <trident/nuclei.hpp>
#include <trident/registry/materials.hpp>
#include <trident/registry/models.hpp>
#include <trident/registry/processes.hpp>
#include <trident/registry/targets.hpp>

#include "number_text.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;

json list_processes() {
  json rows = json::array();
  for (auto const& one : registry::all_channels()) {
    char const* const exchange = !one.has_neutral_current ? "W" : one.has_charged_current ? "Z and W" : "Z";
    rows.push_back(
        {{"number", one.number},
         {"process", one.text()},
         {"exchange", exchange},
         {"pdg_codes",
          {one.incoming_pdg_code(), one.outgoing_pdg_code(), one.minus_pdg_code(), one.plus_pdg_code()}}});
  }
  return rows;
}

json target_row(std::string_view name, std::string_view kind, isotope const& nuclide) {
  return {{"name", name}, {"kind", kind}, {"Z", nuclide.atomic_number}, {"A", nuclide.mass_number}};
}

json list_targets() {
  json rows = json::array();
  for (auto const& nuclide : standard_nuclides) {
    auto row = target_row(nuclide.symbol, "nucleus", nuclide);
    for (auto const kind : form_factors_of(nuclide)) row["form_factors"].push_back(name_of(kind));
    rows.push_back(std::move(row));
  }
  rows.push_back(target_row(proton::name(), "bound nucleon", isotopes::hydrogen_1));
  rows.push_back(target_row(neutron::name(), "bound nucleon", isotope{"n", 0, 1}));
  rows.push_back(target_row(free_proton<>::name(), "free nucleon", isotopes::hydrogen_1));
  return rows;
}

json list_materials() {
  json rows = json::array();
  for (auto const& one : registry::all_materials()) {
    std::string parts;
    for (auto const& [nuclide, count] : one.ingredients)
      parts.append(parts.empty() ? "" : " + ").append(formatted("%g ", count)).append(nuclide.symbol);
    rows.push_back({{"name", one.name}, {"description", one.description}, {"formula_unit", parts}});
  }
  return rows;
}

json list_fluxes() {
  json rows = json::array();
  for (auto const& one : flux_catalogue) {
    json flavours = json::array();
    for (auto const flavour : one.flavours) flavours.push_back(text(flavour));
    rows.push_back(
        {{"name", one.name},
         {"flavours", flavours},
         {"energies_GeV", formatted("%g", one.edges.front()) + " to " + formatted("%g", one.edges.back())},
         {"unit", one.unit},
         {"description", one.description},
         {"source", one.source}});
  }
  return rows;
}

json list_models() {
  json rows = json::array();
  boost::hana::for_each(registry::model_axis, [&](auto type) {
    using model = typename decltype(type)::type;
    std::string parameters;
    for (auto const& option : model_arguments<model>::options())
      parameters.append(parameters.empty() ? "" : ", ").append(option.name).append(" ").append(option.help);
    rows.push_back({{"name", model::name}, {"parameters", parameters}});
  });
  return rows;
}

json list_detectors() { return json::array(); }

} // namespace

std::vector<catalogue> const& catalogues() {
  static std::vector<catalogue> const all = {
      {"processes", list_processes, {"number", "process", "exchange", "pdg_codes"}},
      {"targets", list_targets, {"name", "kind", "Z", "A", "form_factors"}},
      {"materials", list_materials, {"name", "formula_unit", "description"}},
      {"fluxes", list_fluxes, {"name", "energies_GeV", "flavours", "description"}},
      {"models", list_models, {"name", "parameters"}},
      {"detectors", list_detectors, {"name"}}};
  return all;
}

} // namespace trident::program
