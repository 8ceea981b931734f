// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include <trident/runtime/models.hpp>
#include <trident/runtime/processes.hpp>

#include "catch.hpp"
#include "containing.hpp"

using namespace trident;

namespace {

vector_axial<double> shift_of(registry::model_choice const& model, int process, double transfer = 0) {
  channel const one = registry::find_process(std::to_string(process));
  auto const with = registry::resolve(model, one, pdg{}).couplings(one, pdg{}, transfer);
  auto const without = standard_model{}.couplings(one, pdg{}, transfer);
  return {with.vector - without.vector, with.axial - without.axial};
}

void check_alike(vector_axial<double> const& a, vector_axial<double> const& b) {
  CHECK(a.vector == Approx(b.vector).epsilon(1e-12).margin(1e-14));
  CHECK(a.axial == Approx(b.axial).epsilon(1e-12).margin(1e-14));
}

constexpr int numu_ee = 7, numu_mumu = 8, numu_mixed = 9, numu_tautau = 13, nue_ee = 1, nue_mumu = 2,
              nutau_mumu = 22, nutau_tautau = 23;

} // namespace

TEST_CASE("signs of the exchange of gauged lepton numbers") {
  z_prime_parameters const p{.coupling = 0.1, .mass = 2};
  // like charges add to the vector coupling, unlike ones subtract: sqrt2 g'^2/(G_F (M^2 + T))
  double const transfer = 0.3, size = std::sqrt(2.0) * 0.01 / (pdg::fermi_constant * (4 + transfer));
  struct expected {
    int process;
    double mu_minus_tau, e_minus_mu, e_minus_tau, baryon_minus_lepton; // in units of `size`
  };
  for (auto const& [process, of_mu_tau, of_e_mu, of_e_tau, of_b_l] : {expected{numu_mumu, 1, 1, 0, 1},
                                                                      {numu_ee, 0, -1, 0, 1},
                                                                      {numu_tautau, -1, 0, 0, 1},
                                                                      {nue_ee, 0, 1, 1, 1},
                                                                      {nue_mumu, 0, -1, 0, 1},
                                                                      {nutau_mumu, -1, 0, 0, 1},
                                                                      {nutau_tautau, 1, 0, 1, 1},
                                                                      {numu_mixed, 0, 0, 0, 0}}) {
    CAPTURE(process);
    check_alike(shift_of(mu_minus_tau({.coupling = 0.1, .mass = 2}), process, transfer),
                {of_mu_tau * size, 0});
    check_alike(shift_of(e_minus_mu(p), process, transfer), {of_e_mu * size, 0});
    check_alike(shift_of(e_minus_tau(p), process, transfer), {of_e_tau * size, 0});
    check_alike(shift_of(baryon_minus_lepton(p), process, transfer), {of_b_l * size, 0});
  }
}

TEST_CASE("the Standard Model as non-standard interactions") {
  // without W and Z, epsilon_L = -1/2 + s^2 and epsilon_R = s^2 are the Z, and epsilon_L = 1 is the W
  constexpr double s = pdg::sin2_theta_w;
  for (auto const& one : registry::all_channels()) {
    if (!one.has_neutral_current) continue;
    auto const standard = standard_model{}.couplings(one, pdg{}, 0.0);
    double const w = one.has_charged_current ? 1 : 0;
    check_alike(couplings_of_chiral_terms(-0.5 + s + w, s), standard);
    check_alike(
        shift_of(nonstandard_interactions({.epsilon_left = -0.5 + s + w, .epsilon_right = s}), one.number),
        standard);
  }
  check_alike(shift_of(nonstandard_interactions({.epsilon_left = 1, .epsilon_right = 1}), numu_mixed),
              {0, 0});
}

TEST_CASE("a heavy Z' as operators of four leptons and as non-standard interactions") {
  // Integrating out a Z' with L = -g' Z'_a J^a, J^a = sum Q_L lbar gamma^a l + Q_R ebar gamma^a e over flavours, leaves
  // L = -g'^2/(2 M^2) J.J: the coefficient of an operator is -g'^2/M^2 times its charges, or half of that where the
  // operator is a square.
  double const coupling = 0.7, mass = 1e6;
  std::array<double, 3> const vector = {0.4, -1.3, 2}, axial = {0.2, 0.5, -0.7};
  z_prime const model({.coupling = coupling, .mass = mass, .vector_charges = vector, .axial_charges = axial});
  double const in_per_TeV2 = -coupling * coupling / (mass * mass) * 1e6;
  for (auto const& one : registry::all_channels()) {
    CAPTURE(one.text());
    auto const nu = static_cast<std::size_t>(one.incoming_family);
    auto const pair = static_cast<std::size_t>(one.minus_family);
    double const left_nu = vector[nu] - axial[nu], left = vector[pair] - axial[pair];
    double const right = vector[pair] + axial[pair];
    double const square = nu == pair ? 0.5 : 1;
    double const c_ll = square * in_per_TeV2 * left_nu * left, c_le = in_per_TeV2 * left_nu * right;
    check_alike(shift_of(four_lepton_operators({.c_ll = c_ll, .c_le = c_le}), one.number),
                shift_of(model, one.number));
    // 2 sqrt2 G_F = 2/v^2: epsilon = v^2 g'^2 Q_nu Q/(2 M^2), v = 246.22 GeV
    double const v2 = 246.21965 * 246.21965, unit = v2 / 2 * coupling * coupling / (mass * mass) * left_nu;
    nonstandard_interactions const nsi({.epsilon_left = unit * left, .epsilon_right = unit * right});
    auto const ours = shift_of(nsi, one.number), theirs = shift_of(model, one.number);
    CHECK(ours.vector == Approx(theirs.vector).epsilon(1e-6).margin(1e-20));
    CHECK(ours.axial == Approx(theirs.axial).epsilon(1e-6).margin(1e-20));
  }
}

TEST_CASE("the propagator of the Z weakens neutral currents alone") {
  standard_model_with_z const model;
  double const transfer = 3 * standard_model_with_z::mediator_mass_squared(); // a factor of 1/4
  for (auto const& one : registry::all_channels()) {
    CAPTURE(one.text());
    auto const contact = standard_model{}.couplings(one, pdg{}, 0.0);
    check_alike(model.couplings(one, pdg{}, 0.0), contact);
    auto const far = model.couplings(one, pdg{}, transfer);
    double const w = one.has_charged_current ? 2 : 0;
    check_alike(far, {w + (contact.vector - w) / 4, -w + (contact.axial + w) / 4});
  }
}

TEST_CASE("effective couplings at one loop") {
  auto const couplings = [](int process) {
    return one_loop_standard_model{}.couplings(registry::find_process(std::to_string(process)), pdg{}, 0.0);
  };
  // nu_mu e scattering, Review of Particle Physics: g_V = -0.040, g_A = -0.506 in the normalisation with a factor of 2 less
  // and the sign of gamma5 opposite
  constexpr double of_kappa = 2 * 1.0126 * 0.2312 * 0.0025; // its published error
  CHECK(couplings(numu_ee).vector / 2 == Approx(-0.040).margin(of_kappa));
  CHECK(-couplings(numu_ee).axial / 2 == Approx(-0.506).margin(5e-4));
  // W exchange adds 1 to the chiral coupling of the left-handed pair, whatever the flavour
  auto const electron = couplings(nue_ee), muon = couplings(nue_mumu);
  CHECK(electron.vector - muon.vector == Approx(2));
  CHECK(electron.axial - muon.axial == Approx(-2));
  check_alike(couplings(numu_mixed), {2, -2});
  // the charge radius: alpha/(6 pi sin^2 theta_W) ln(m^2)
  double const slope = pdg::fine_structure / (6 * 3.141592653589793 * pdg::sin2_theta_w);
  auto const kappa = [](flavour family) { return one_loop_standard_model::kappa(family); };
  CHECK(kappa(flavour::muon) - kappa(flavour::electron) ==
        Approx(2 * slope * std::log(pdg::muon_mass / pdg::electron_mass)).margin(1e-4));
  CHECK(kappa(flavour::tau) - kappa(flavour::muon) ==
        Approx(2 * slope * std::log(pdg::tau_mass / pdg::muon_mass)).margin(1e-4));
}

TEST_CASE("models with a Z' are found by name") {
  auto const model = registry::find_z_prime("LeLmu", {"--coupling", "0.5", "--mass", "3"});
  CHECK(model.coupling() == 0.5);
  CHECK(model.mass() == 3);
  CHECK(model.vector_charges() == std::array<double, 3>{1, -1, 0});
  CHECK_THROWS_WITH(registry::find_z_prime("NSI", {}),
                    containing("allowed are LmuLtau, LeLmu, LeLtau, BL, Zprime"));
  CHECK_THROWS_WITH(registry::find_model("NSI", {}), containing("--epsilon-L and --epsilon-R"));
  CHECK_THROWS_WITH(registry::find_model("SMEFT", {}), containing("--C-ll and --C-le"));
  CHECK_THROWS_WITH(registry::find_model("NSI", {"--epsilon-L", "nan"}), containing("epsilon"));
}
