// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <trident/inclusive/tabulated_cross_section.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/rates/published_rates.hpp>
#include <trident/rates/tabulated_cross_sections.hpp>
#include <trident/registry/processes.hpp>

using namespace trident;

namespace {

std::vector<event_rate> rates_of(exposed_target const& target, nuclear_options const& options = {}) {
  tabulated_cross_sections tables(120);
  return event_rates(target, registry::all_channels(), options,
                     [&](channel const& process, rate_component const& one, histogram_flux const& flux) {
                       auto const model = resolve(standard_model{}, process, pdg{});
                       return tables(process, model, one.structure, one.key, flux);
                     });
}

exposed_target tonne_and_year(std::string_view mode) {
  auto const& dune = find_detector("dune-nd");
  auto target = expose(dune, find_mode(dune, mode));
  target.mass_tonnes = 1;
  target.exposure = protons_per_year;
  return target;
}

} // namespace

TEST_CASE("averages from curves are those of the table's own integral") {
  auto const flux = flux_by_name("dune_tdr_numu", neutrino::nu_mu).spectrum;
  tabulated_cross_sections tables(68);
  for (int const number : {7, 8, 9}) {
    auto const process = registry::find_process(std::to_string(number));
    auto const model = resolve(standard_model{}, process, pdg{});
    for (auto const& one : components_of(*registry::find_material("LAr"))) {
      INFO(number << ' ' << one.key);
      Trident const sigma{process, one.structure, monoenergetic(10.0), model};
      auto const& table = structure_table_for(sigma.masses());
      double const direct = energy_scan(sigma, table, 68)(one.structure, flux).value;
      CHECK(tables(process, model, one.structure, one.key, flux) == Approx(direct).epsilon(1e-4));
    }
  }
}

TEST_CASE("antineutrinos share what is prepared for neutrinos and give what their own channel gives") {
  tabulated_cross_sections tables(68);
  auto const flux = flux_by_name("dune_tdr_numu", neutrino::nu_mu).spectrum;
  any_structure const target{proton{}};
  for (int const number : {3, 6, 12, 18}) {
    INFO(number);
    auto const process = registry::find_process(std::to_string(number));
    auto const model = resolve(standard_model{}, process, pdg{});
    Trident const sigma{process, target, monoenergetic(10.0), model};
    auto const& table = structure_table_for(sigma.masses());
    double const direct = energy_scan(sigma, table, 68)(target, flux).value;
    CHECK(tables(process, model, target, "p", flux) == Approx(direct).epsilon(2e-4));
  }
}

TEST_CASE("rates at DUNE are the published ones within their errors") { // arXiv:1902.06765
  int seen = 0;
  for (auto const mode : {"fhc", "rhc"}) {
    auto const rates = rates_of(tonne_and_year(mode));
    for (auto const& one : published_rates) {
      if (one.unit != rate_unit::per_tonne_year || one.mode != mode) continue;
      INFO(mode << ' ' << one.label << ' ' << text(one.regime));
      CHECK(std::abs(counted(one, rates) - one.events) < one.error);
      ++seen;
    }
  }
  CHECK(seen == 12);
}

TEST_CASE(
    "the error budget is that of the published errors") { // 6 % coherent, 31 % incoherent: arXiv:1902.06765
  for (auto const& rate : rates_of(tonne_and_year("fhc"))) {
    if (rate.process.number < 7 || rate.process.number > 9) continue;
    double const relative = rate.theory.total() / rate.events;
    CHECK(relative == Approx(rate.is_coherent() ? 0.0594 : 0.306).epsilon(0.01));
    CHECK(rate.on_protons + rate.on_neutrons + rate.on_hydrogen ==
          Approx(rate.is_coherent() ? 0 : rate.events));
  }
}

TEST_CASE("rates are in proportion to mass and exposure, and hydrogen has no nuclear model") {
  auto target = tonne_and_year("fhc");
  target.material = registry::material_from_text("H");
  auto const one = rates_of(target);
  target.mass_tonnes = 3;
  target.exposure /= 2;
  auto const other = rates_of(target);
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(other[i].events == Approx(1.5 * one[i].events));
    CHECK(one[i].on_hydrogen == one[i].events);
    CHECK(one[i].theory.components[3] == 0);
  }
}

TEST_CASE("every detector is exposed in every mode") {
  for (auto const& one : all_detectors)
    for (auto const& mode : one.modes) {
      INFO(one.name << ' ' << mode.name);
      auto const target = expose(one, mode);
      CHECK(!target.beam.empty());
      for (auto const& [flavour, spectrum] : target.beam) {
        CHECK(spectrum.integral() > 0);
        CHECK(spectrum.normalisation() != flux_normalisation::shape);
      }
      // the unit of the exposure is that of the spectrum
      auto const unit = target.beam.front().spectrum.normalisation();
      CHECK((unit == flux_normalisation::per_area_and_proton) == (one.exposure_unit == "POT"));
    }
}

TEST_CASE("published figures belong to detectors, modes and channels that there are") {
  for (auto const& one : published_rates) {
    auto const& found = find_detector(one.detector);
    CHECK_NOTHROW(find_mode(found, one.mode));
    CHECK(one.error > 0);
    for (int const number : one.process_numbers) CHECK((number >= 0 && number <= 30));
  }
}
