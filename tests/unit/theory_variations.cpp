// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <trident/rates/theory_shifts.hpp>
#include <trident/rates/variations.hpp>
#include <trident/target/standard_nucleus.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

/// A rate of muon pairs on argon with its budget.
event_rate rate_with_budget(scattering_regime kind, double events) {
  event_rate one{numu_to_numu_mumu{}, neutrino::nu_mu, kind, events};
  one.theory = theory_errors(events, kind, kind == scattering_regime::coherent ? 18 : 1, pdg::fine_structure,
                             kind == scattering_regime::quasi_elastic ? 0.1 : 0.1);
  return one;
}

} // namespace

TEST_CASE("theory variations have names that are single words, each once, and bands have two ends") {
  auto const all = theory_variations();
  std::set<std::string> names;
  for (auto const& one : all) {
    CHECK(names.insert(one.name).second);
    CHECK(std::all_of(one.name.begin(), one.name.end(), [](unsigned char c) {
      return std::isalnum(c) != 0 || std::string(".+-=:_").find(static_cast<char>(c)) != std::string::npos;
    }));
  }
  for (auto const& parameter : theory_parameters)
    for (auto const* end : {"_up", "_down"}) CHECK(names.count(std::string(parameter.name) + end) == 1);
  for (auto const* name :
       {"FormFactor_helm", "FormFactor_radius_up", "NuclearModel_rfg", "NuclearModel_closure", "KFermi_up",
        "NucleonFormFactor_z_expansion", "NucleonFormFactor_dipole", "StructureFunctions_GD11-P",
        "StructureFunctions_R_0", "InelasticNuclear_E665", "Sin2ThetaW_up", "VacuumPolarisation_on"})
    CHECK(names.count(name) == 1);
}

TEST_CASE("theory variations leave out what is central already") {
  nuclear_options central;
  central.bound = {nuclear_model_kind::closure};
  central.vacuum_polarisation = true;
  std::set<std::string> names;
  for (auto const& one : theory_variations(central)) names.insert(one.name);
  CHECK(names.count("NuclearModel_lfg") == 1);
  CHECK(names.count("NuclearModel_closure") == 0);
  CHECK(names.count("VacuumPolarisation_off") == 1);
  CHECK(names.count("VacuumPolarisation_up") == 0); // nothing is left out
}

TEST_CASE("theory variations are chosen by names, and by what names begin with") {
  auto const names = [](std::string const& asked) {
    std::vector<std::string> found;
    for (auto const& one : theory_variations_named("--vary", asked, {})) found.push_back(one.name);
    return found;
  };
  CHECK(names("NuclearModel_rfg") == std::vector<std::string>{"NuclearModel_rfg"});
  CHECK(names("KFermi, Sin2ThetaW_up") ==
        std::vector<std::string>{"KFermi_up", "KFermi_down", "Sin2ThetaW_up"});
  CHECK(names("bands").size() == 2 * theory_parameters.size());
  for (auto const& one : names("FormFactor")) CHECK(one.starts_with("FormFactor_"));
  CHECK(names("all").size() == theory_variations().size());
  CHECK_THROWS_AS(names("Form"), input_error);
  CHECK_THROWS_AS(names(""), input_error);
}

TEST_CASE("correlated theory errors are the error budget row by row, and add up within a parameter") {
  using enum scattering_regime;
  std::vector<event_rate> const rates = {rate_with_budget(coherent, 200), rate_with_budget(quasi_elastic, 80),
                                         rate_with_budget(inelastic, 20)};
  theory_shifts const shifts(rates);
  for (std::size_t i = 0; i < rates.size(); ++i) {
    CHECK(std::sqrt(shifts.covariance(i, i)) == Approx(rates[i].theory.total()));
    CHECK(shifts.correlation(i, i) == Approx(1));
  }
  // what both have: weak corrections, QED and vacuum polarisation
  double const common = 200 * 80 *
                        (0.05 * 0.05 + 0.013 * 0.022 +
                         (0.02 + 18 * pdg::fine_structure / (4 * 3.14159265358979)) *
                             (0.02 + pdg::fine_structure / (4 * 3.14159265358979)));
  CHECK(shifts.covariance(0, 1) == Approx(common));
  CHECK(shifts.covariance(0, 1) == shifts.covariance(1, 0));
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) sum += shifts.covariance(i, j);
  double of_sum = 0;
  for (auto const& one : theory_errors_of_sum(rates)) of_sum += one.relative * one.relative;
  CHECK(std::sqrt(of_sum) * 300 == Approx(std::sqrt(sum)));
}

TEST_CASE("ends of a band that were computed replace those of the budget") {
  using enum scattering_regime;
  std::vector<event_rate> const rates = {rate_with_budget(coherent, 200),
                                         rate_with_budget(quasi_elastic, 80)};
  auto closure = rates, fermi_gas = rates;
  closure[1].events = 88;
  fermi_gas[1].events = 60;
  theory_shifts shifts(rates);
  for (auto const& one : theory_variations_named("--vary", "NuclearModel_up,NuclearModel_down", {}))
    shifts.set(one, rates, one.number > 0 ? closure : fermi_gas);
  auto const nuclear = [&](std::size_t row) { return shifts.rows()[row].symmetric(4); };
  REQUIRE(theory_parameters[4].name == "NuclearModel");
  CHECK(nuclear(0) == 0); // not of a nucleus as a whole
  CHECK(nuclear(1) == Approx((8 + 10) / 2.0));
  auto const band = nuclear_band::between(80, 88, 60);
  CHECK(nuclear(1) == Approx(band.half_width()));
}

TEST_CASE("a nucleus with a larger radius has the form factor of a density that is drawn out") {
  auto const argon = make_nuclear_target(isotopes::argon_40, standard_form_factor<isotopes::argon_40>{});
  auto const larger = with_scaled_radius(argon, 1.02);
  CHECK(larger.form_factor().rms_radius() == Approx(1.02 * argon.form_factor().rms_radius()).epsilon(1e-6));
  for (double const q : {0.01, 0.1, 0.2, 0.5})
    CHECK(larger.form_factor()(q) == Approx(argon.form_factor()(1.02 * q)).margin(1e-8));
}
