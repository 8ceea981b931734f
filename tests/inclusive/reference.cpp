// SPDX-License-Identifier: BSL-1.0

// Quadrature against an independent Monte Carlo, and against converged values of an independent quadrature.

#include "catch.hpp"

#include "../data/cross_sections.hpp"
#include "configurations.hpp"

using namespace trident;
using namespace trident_test;

namespace {

registry::target_choice reference_argon() {
  return make_nuclear_target(isotopes::argon_40, three_parameter_fermi{3.73, 0.62, -0.19, teg2019::hbar_c});
}

registry::target_choice target_of(cross_section_row const& row) {
  constexpr double no_blocking = 1e-9; // Fermi momentum [GeV]
  switch (row.target) {
  case reference_target::iron:
    return make_nuclear_target(isotopes::iron_56, form_factor_kind::fourier_bessel);
  case reference_target::tungsten:
    return make_nuclear_target(isotopes::tungsten_184, form_factor_kind::symmetrised_fermi);
  case reference_target::proton:
    return proton{};
  case reference_target::neutron:
    return neutron{};
  case reference_target::free_proton:
    return proton{no_blocking};
  case reference_target::free_neutron:
    return neutron{no_blocking};
  default:
    return reference_argon();
  }
}

registry::model_choice contact(double vector, double axial) {
  return four_fermion({.g_v = vector, .g_a = axial});
}

registry::model_choice model_of(cross_section_row const& row) {
  if (row.model == reference_model::four_fermion) return contact(row.first, row.second);
  if (row.model == reference_model::mu_minus_tau)
    return mu_minus_tau({.coupling = row.first, .mass = row.second});
  return standard_model{};
}

inclusive_estimate of_row(cross_section_row const& row) {
  inclusive_options const options{.relative_error = 1e-5};
  configuration asked{channel_with_number(row.process), target_of(row), row.energy, model_of(row)};
  if (row.model != reference_model::coefficient_of_vector_axial) return quadrature(asked, options, teg2019{});
  asked.model = contact(1, 1); // sigma(1, 1) - sigma(1, -1) = 2 C
  auto result = quadrature(asked, options, teg2019{});
  asked.model = contact(1, -1);
  auto const other = quadrature(asked, options, teg2019{});
  result.value = (result.value - other.value) / 2;
  result.error = (result.error + other.error) / 2;
  return result;
}

} // namespace

TEST_CASE("every row of the reference table by quadrature", "[inclusive]") {
  double chi2 = 0;
  int rows = 0;
  for (auto const& row : cross_section_rows) {
    // a tau pair at 5 GeV lives in the tail of the form factor, where this row is cut off
    if (row.target == reference_target::argon_up_to_4_GeV2) continue;
    auto const ours = of_row(row);
    double const pull = (ours.value - row.value) / std::hypot(ours.error, row.error);
    CAPTURE(row.process, int(row.target), row.energy, int(row.model), row.first, row.second, ours.value);
    CHECK(std::abs(pull) < 3.5);
    chi2 += pull * pull;
    ++rows;
  }
  CHECK(chi2 / rows < 2); // some forty pulls
}

TEST_CASE("three converged values", "[inclusive]") {
  // Gauss-Legendre quadrature of traces, converged as stated (trident reference files)
  struct converged {
    int process;
    registry::target_choice target;
    double value, tolerance;
  };
  for (auto const& one :
       {converged{8, reference_argon(), 1.379027e-3, 2e-6}, converged{8, proton{}, 2.94912e-5, 1e-5},
        converged{7, reference_argon(), 3.37604e-3, 1e-5}}) {
    auto const ours = quadrature({channel_with_number(one.process), one.target, 5, standard_model{}},
                                 {.relative_error = 1e-7}, teg2019{});
    CAPTURE(one.process, ours.value, ours.error);
    CHECK(std::abs(ours.value / one.value - 1) < one.tolerance);
    CHECK(ours.error < 1e-7 * ours.value);
  }
}
