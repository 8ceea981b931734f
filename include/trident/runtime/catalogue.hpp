// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/hana/for_each.hpp>

#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/flux/catalogue.hpp>
#include <trident/physics/w_production_channel.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/runtime/measurements.hpp>
#include <trident/runtime/models.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/materials.hpp>
#include <trident/target/nuclear_model.hpp>
#include <trident/target/nuclei.hpp>

namespace trident::runtime {

/// A cell of a list.
using catalogue_cell = std::variant<int, std::string, std::vector<int>, std::vector<std::string>>;

/// A line of a list: names and cells, in order.
using catalogue_row = std::vector<std::pair<std::string, catalogue_cell>>;

/// What is known by name, and which of the cells stand in its text.
struct catalogue {
  std::string name;
  std::vector<catalogue_row> (*rows)();
  std::vector<std::string> columns;
};

namespace detail {

using row_list = std::vector<catalogue_row>;

inline row_list list_processes() {
  row_list list;
  for (auto const& one : registry::all_channels()) {
    std::string const exchange = !one.has_neutral_current ? "W" : one.has_charged_current ? "Z and W" : "Z";
    std::vector<int> const codes = {one.incoming_pdg_code(), one.outgoing_pdg_code(), one.minus_pdg_code(),
                                    one.plus_pdg_code()};
    list.push_back(
        {{"number", one.number}, {"process", one.text()}, {"exchange", exchange}, {"pdg_codes", codes}});
  }
  for (auto const& one : w_production_channels) {
    int const w = one.is_antineutrino ? -24 : 24;
    std::vector<int> const codes = {one.incoming_pdg_code(), one.lepton_pdg_code(), w};
    list.push_back(
        {{"number", one.number()}, {"process", one.text()}, {"exchange", "W"}, {"pdg_codes", codes}});
  }
  return list;
}

inline catalogue_row target_row(std::string_view name, std::string const& kind, isotope const& nuclide) {
  return {
      {"name", std::string(name)}, {"kind", kind}, {"Z", nuclide.atomic_number}, {"A", nuclide.mass_number}};
}

inline row_list list_targets() {
  row_list list;
  for (auto const& nuclide : standard_nuclides) {
    std::vector<std::string> kinds;
    for (auto const kind : form_factors_of(nuclide)) kinds.emplace_back(name_of(kind));
    list.push_back(target_row(nuclide.symbol, "nucleus", nuclide));
    list.back().emplace_back("form_factors", kinds);
  }
  list.push_back(target_row(proton::name(), "bound nucleon", isotopes::hydrogen_1));
  list.push_back(target_row(neutron::name(), "bound nucleon", isotope{"n", 0, 1}));
  list.push_back(target_row(free_proton<>::name(), "free nucleon", isotopes::hydrogen_1));
  return list;
}

inline row_list list_materials() {
  row_list list;
  for (auto const& one : registry::all_materials()) {
    auto const part = [](auto const& ingredient) {
      auto const& [nuclide, count] = ingredient;
      return trident::detail::formatted("%.4g ", count) + nuclide.text();
    };
    auto const parts = trident::detail::joined(one.ingredients, part, " + ");
    auto const closed_form = trident::detail::joined(registry::without_measured_density(one), &isotope::text);
    list.push_back({{"name", one.name},
                    {"formula_unit", parts},
                    {"molar_mass", trident::detail::formatted("%.5g", one.molar_mass)},
                    {"closed_form_density", closed_form},
                    {"description", one.description},
                    {"source", one.source}});
  }
  return list;
}

inline row_list list_fluxes() {
  row_list list;
  for (auto const& one : flux_catalogue) {
    std::vector<std::string> flavours;
    for (auto const flavour : one.flavours) flavours.emplace_back(text(flavour));
    auto const energies = trident::detail::formatted("%g to ", one.edges.front()) +
                          trident::detail::formatted("%g", one.edges.back());
    list.push_back({{"name", std::string(one.name)},
                    {"flavours", flavours},
                    {"energies_GeV", energies},
                    {"unit", std::string(one.unit)},
                    {"description", std::string(one.description)},
                    {"source", std::string(one.source)}});
  }
  return list;
}

inline row_list list_models() {
  row_list list;
  boost::hana::for_each(registry::model_axis, [&](auto type) {
    using model = typename decltype(type)::type;
    std::vector<std::string> parameters;
    for (auto const& option : model_arguments<model>::options())
      parameters.push_back(option.name + " " + option.help);
    list.push_back({{"name", std::string(model::name)}, {"parameters", registry::joined(parameters)}});
  });
  return list;
}

inline row_list list_detectors() {
  row_list list;
  for (auto const& one : all_detectors) {
    std::vector<std::string> modes, spectra;
    for (auto const& mode : one.modes) {
      modes.emplace_back(mode.name);
      spectra.push_back(std::string(text(mode.origin)) + ": " + std::string(mode.spectrum));
    }
    std::string const exposure = one.exposure_unit.empty() ? "1e6 charged-current events"
                                                           : trident::detail::formatted("%g ", one.exposure) +
                                                                 std::string(one.exposure_unit);
    list.push_back({{"name", std::string(one.name)},
                    {"mass_tonnes", trident::detail::formatted("%g", one.mass_tonnes)},
                    {"material", std::string(one.material)},
                    {"exposure", exposure},
                    {"modes", modes},
                    {"spectra", spectra},
                    {"description", std::string(one.description)},
                    {"source", std::string(one.source)}});
  }
  return list;
}

inline row_list list_measurements() {
  row_list list;
  for (auto const& one : registry::trident_measurements) {
    auto const& m = one.ratio;
    std::string const errors = m.error_up == m.error_down
                                   ? trident::detail::formatted(" +- %g", m.error_up)
                                   : trident::detail::formatted(" +%g", m.error_up) +
                                         trident::detail::formatted(" -%g", m.error_down);
    list.push_back({{"name", std::string(one.name)},
                    {"ratio", trident::detail::formatted("%g", m.ratio) + errors},
                    {"target", std::string(one.target)},
                    {"flux", std::string(registry::spectrum_of(one).name())},
                    {"source", std::string(one.source)},
                    {"remark", std::string(one.remark)}});
  }
  return list;
}

inline std::vector<catalogue_row> list_nuclear_models() {
  std::vector<catalogue_row> list;
  for (auto const& one : nuclear_model_names)
    list.push_back({{"name", std::string(one.name)}, {"description", std::string(one.description)}});
  return list;
}

/// The first of each kind is the default.
inline std::vector<catalogue_row> list_structure_functions() {
  std::vector<catalogue_row> list;
  auto const add = [&](auto const& choices, std::string const& what) {
    for (auto const& one : choices)
      list.push_back(
          {{"name", std::string(one.name)}, {"of", what}, {"description", std::string(one.description)}});
  };
  add(high_mass_fits, "F2 of the proton above the resonances");
  add(longitudinal_ratios, "R = sigma_L/sigma_T");
  add(fit_matchings, "W2 between the fits");
  add(neutron_ratios, "F2 of the neutron over that of the proton");
  add(nuclear_factors, "F2 in a nucleus over that of a free nucleon");
  return list;
}

} // namespace detail

/// Processes, targets, materials, fluxes, models, detectors, measurements.
inline std::vector<catalogue> catalogues() {
  return {
      {"processes", detail::list_processes, {"number", "process", "exchange", "pdg_codes"}},
      {"targets", detail::list_targets, {"name", "kind", "Z", "A", "form_factors"}},
      {"materials", detail::list_materials, {"name", "formula_unit", "closed_form_density", "description"}},
      {"fluxes", detail::list_fluxes, {"name", "energies_GeV", "flavours", "description"}},
      {"models", detail::list_models, {"name", "parameters"}},
      {"detectors",
       detail::list_detectors,
       {"name", "mass_tonnes", "material", "exposure", "modes", "source", "spectra"}},
      {"measurements", detail::list_measurements, {"name", "ratio", "target", "flux", "source"}},
      {"nuclear-models", detail::list_nuclear_models, {"name", "description"}},
      {"structure-functions", detail::list_structure_functions, {"name", "of", "description"}}};
}

} // namespace trident::runtime
