// SPDX-License-Identifier: BSL-1.0

// A W of no width: tridents are real W bosons times the branching ratio.

#include "catch.hpp"

#include <cmath>
#include <numbers>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/quadrature/electroweak_structure.hpp>
#include <trident/quadrature/w_production_structure.hpp>

using namespace trident;

namespace {

/// Of W -> l nu [GeV].
double leptonic_width(boson_masses const& bosons, double lepton) {
  double const r = lepton * lepton / (bosons.w * bosons.w);
  return pdg::fermi_constant * std::pow(bosons.w, 3) / (6 * std::numbers::sqrt2 * std::numbers::pi) *
         (1 - r) * (1 - r) * (1 + r / 2);
}

template <Process P>
void check_narrow_w(P process, double s, double q2) {
  boson_masses bosons;
  bosons.w_width = 2e-5;
  auto const current = full_electroweak{standard_model{}, bosons}.current(process, pdg{});
  auto const masses = current.made_with_w();
  electroweak_structure<double, std::remove_cvref_t<decltype(current)>> const tridents(current, 1e-6);
  w_production_structure const real(masses.minus, bosons.w, pdg::fermi_constant);
  auto const trident = tridents.square_of_w(s - masses.threshold_squared(), q2);
  auto const w = real(s - real.scaling().threshold(), q2);
  double const branching = leptonic_width(bosons, masses.plus) / bosons.w_width;
  CAPTURE(process.text(), s, q2, trident.transverse / (branching * w.transverse) - 1,
          trident.scalar / (branching * w.scalar) - 1);
  CHECK(trident.transverse == Approx(branching * w.transverse).epsilon(2e-5));
  CHECK(trident.scalar == Approx(branching * w.scalar).epsilon(2e-5));
}

} // namespace

TEST_CASE("A narrow W: tridents of the full amplitude are real W bosons times the branching ratio") {
  for (double const s : {8000.0, 2e4})
    for (double const q2 : {0.01, 1.0}) {
      check_narrow_w(numu_to_nue_emu{}, s, q2);
      check_narrow_w(numu_to_nutau_taumu{}, s, q2);
      check_narrow_w(nue_to_numu_mue{}, s, q2);
      check_narrow_w(antinumu_to_antinue_mue{}, s, q2);
    }
}
