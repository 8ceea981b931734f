// SPDX-License-Identifier: BSL-1.0

// Cross sections against independent numbers. Pulls are differences over combined errors. With some forty rows a pull of
// 3.5 is expected once in fifty such tables; the seed is fixed, so that what passes once passes always.

#include "catch.hpp"

#include <cmath>
#include <variant>

#include <trident/cross_section/integrate.hpp>
#include <trident/fluxes.hpp>
#include <trident/target/form_factor/fermi.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "../data/cross_sections.hpp"
#include "channels.hpp"

using namespace trident;
using namespace trident_test;

namespace {

struct measured {
  double value, error;
};

vegas_options options(double relative_error) { return {.relative_error = relative_error, .seed = 20240711}; }

template <class N, class F, class M>
measured sigma(channel const& process, N const& target, F const& flux, M const& model,
               double relative_error) {
  auto const result = integrate(Trident{process, target, flux, model, teg2019{}}, options(relative_error));
  CHECK(result.non_finite_evaluations == 0);
  return {result.value, result.error};
}

/// One of the library's models, chosen at run time.
struct any_model {
  std::variant<standard_model, four_fermion, mu_minus_tau> chosen;

  template <class P, class C>
  vector_axial<double> couplings(P const& process, C constants, double transfer) const {
    return std::visit([&](auto const& m) { return m.couplings(process, constants, transfer); }, chosen);
  }
  double mediator_mass_squared() const {
    return std::visit([](auto const& m) { return m.mediator_mass_squared(); }, chosen);
  }
};

any_model contact(double vector, double axial) { return {four_fermion({.g_v = vector, .g_a = axial})}; }

any_model model_of(cross_section_row const& row) {
  switch (row.model) {
  case reference_model::four_fermion:
    return contact(row.first, row.second);
  case reference_model::mu_minus_tau:
    return {mu_minus_tau({.coupling = row.first, .mass = row.second})};
  default:
    return {standard_model{}};
  }
}

/// A nucleus of which nothing is seen above a Q2: a tau pair at 5 GeV lives in the tail of the form factor, Q > 1.26 GeV.
struct capped : nuclear_target {
  double cap; ///< [GeV^2]

  template <class C>
  hadron_structure<double> structure(double q2, C constants) const {
    return q2 < cap ? nuclear_target::structure(q2, constants) : hadron_structure<double>{0, 0};
  }
  double maximum_q2() const { return cap; }
};

nuclear_target argon(double hbar_c = teg2019::hbar_c) {
  return make_nuclear_target(isotopes::argon_40, three_parameter_fermi{3.73, 0.62, -0.19, hbar_c});
}

capped whole(nuclear_target const& nucleus) { return {nucleus, nucleus.maximum_q2()}; }

template <class N>
measured on(cross_section_row const& row, N const& target) {
  auto const with = [&](any_model const& model) {
    return sigma(channel_with_number(row.process), target, monoenergetic{row.energy}, model, 1e-3);
  };
  if (row.model != reference_model::coefficient_of_vector_axial) return with(model_of(row));
  auto const plus = with(contact(1, 1)), minus = with(contact(1, -1)); // sigma(1, 1) - sigma(1, -1) = 2 C
  return {(plus.value - minus.value) / 2, std::hypot(plus.error, minus.error) / 2};
}

measured of_row(cross_section_row const& row) {
  constexpr double no_blocking = 1e-9; // Fermi momentum [GeV]
  switch (row.target) {
  case reference_target::argon:
    return on(row, whole(argon()));
  case reference_target::argon_up_to_4_GeV2:
    return on(row, capped{argon(), 4.0});
  case reference_target::iron:
    return on(row, whole(make_nuclear_target(isotopes::iron_56, form_factor_kind::fourier_bessel)));
  case reference_target::tungsten:
    return on(row, whole(make_nuclear_target(isotopes::tungsten_184, form_factor_kind::symmetrised_fermi)));
  case reference_target::proton:
    return on(row, proton{});
  case reference_target::neutron:
    return on(row, neutron{});
  case reference_target::free_proton:
    return on(row, proton{no_blocking});
  default:
    return on(row, neutron{no_blocking});
  }
}

double pull(measured const& a, double value, double error) {
  return (a.value - value) / std::hypot(a.error, error);
}

} // namespace

TEST_CASE("Every row of the reference table", "[cross-section][slow]") {
  double chi2 = 0;
  for (auto const& row : cross_section_rows) {
    measured const ours = of_row(row);
    double const deviation = pull(ours, row.value, row.error);
    CAPTURE(row.process, int(row.target), row.energy, int(row.model), row.first, row.second, ours.value,
            ours.error);
    CHECK(std::abs(deviation) < 3.5);
    chi2 += deviation * deviation;
  }
  // chi2/n of some forty pulls has mean 1 and width 0.22
  CHECK(chi2 / static_cast<double>(cross_section_rows.size()) < 2);
}

TEST_CASE("Argon in the DUNE reference spectrum, and the reference program's form factor",
          "[cross-section]") {
  // 8.143e-4 fb, known to 2e-3 (trident reference files); the program of arXiv:1902.06765 printed 8.205e-4
  auto const ours = sigma(channel_with_number(8), argon(), dune_cdr_reference_numu{}, standard_model{}, 5e-4);
  CHECK(ours.value == Approx(8.143e-4).epsilon(2e-3));
  // its argon form factor was made with hbar c = 0.198 GeV fm: a known defect, which makes the nucleus 0.3 % too small
  auto const theirs =
      sigma(channel_with_number(8), argon(0.198), dune_cdr_reference_numu{}, standard_model{}, 5e-4);
  CHECK(theirs.value == Approx(8.196e-4).epsilon(2e-3));
}

TEST_CASE("Ratio of axial to vector cross sections", "[cross-section]") {
  // arXiv:1902.06765: sigma = g_V^2 A + g_A^2 B; published with two decimals, plus 1 % for the Monte Carlo
  // and form factors of that work
  auto const ratio = [](auto const& target, auto const& flux) {
    auto const vector = sigma(channel_with_number(8), target, flux, four_fermion({.g_v = 1}), 1e-3);
    auto const axial = sigma(channel_with_number(8), target, flux, four_fermion({.g_a = 1}), 1e-3);
    return axial.value / vector.value;
  };
  CHECK(ratio(iron56{}, ccfr_numu{}) == Approx(1.13).margin(0.005 + 0.0113));
  CHECK(ratio(argon40{}, dune_tdr_numu{}) == Approx(1.54).margin(0.005 + 0.0154));
}

TEST_CASE("A heavy Z' is a contact interaction", "[cross-section]") {
  // arXiv:1902.06765: sigma/sigma_SM = (B/A + (1 + 4 sW2 + 2 v^2 g'^2/M^2)^2)/(B/A + (1 + 4 sW2)^2)
  constexpr double coupling = 4, mass = 1000; // g' v/M = 0.98: the vector coupling doubles
  monoenergetic const beam{20};
  auto const of = [&](auto const& model) {
    return sigma(channel_with_number(8), whole(argon()), beam, model, 5e-4);
  };
  auto const vector = of(contact(1, 0)), axial = of(contact(0, 1));
  auto const standard = of(any_model{standard_model{}}),
             shifted = of(any_model{mu_minus_tau({.coupling = coupling, .mass = mass})});
  double const v_squared = 1 / (std::sqrt(2.0) * teg2019::fermi_constant);
  double const g_v = 1 + 4 * teg2019::sin2_theta_w;
  double const larger_g_v = g_v + 2 * v_squared * coupling * coupling / (mass * mass);
  double const b_over_a = axial.value / vector.value;
  double const expected = (b_over_a + larger_g_v * larger_g_v) / (b_over_a + g_v * g_v);
  CHECK(expected > 2); // the shift is not a small one
  // four Monte Carlo results of 5e-4 each; T/M^2 < 4e-5 is left out of the formula
  CHECK(shifted.value / standard.value == Approx(expected).epsilon(4e-3));
}
