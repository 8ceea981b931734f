// SPDX-License-Identifier: BSL-1.0

// The library's squared amplitude against explicit Dirac matrices in quadruple precision (dirac.hpp), at points drawn by
// the library's own phase-space map: every point that a generator can produce.
//
// Tolerance 1e-10: what the project requires of |M|^2. The 34 digits of the reference leave more than 15 after the
// cancellations of the unshifted current at 1e6 GeV.

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "cube_points.hpp"
#include "dirac.hpp"

using namespace trident;
using namespace trident_test;

namespace {

constexpr double tolerance = 1e-10;

/// The nine pairs of masses: l- and l+ of any flavour, one channel that makes each.
std::vector<channel> one_channel_a_pair() {
  return {numu_to_numu_ee{},     numu_to_numu_mumu{},       numu_to_numu_tautau{},
          numu_to_nue_emu{},     antinumu_to_antinue_mue{}, numu_to_nutau_taumu{},
          nutau_to_numu_mutau{}, nue_to_nutau_taue{},       nutau_to_nue_etau{}};
}

/// [GeV]
std::vector<double> energies_above(double threshold) {
  std::vector<double> energies = {threshold * (1 + 1e-6), threshold * 1.5};
  for (double const energy : {5.0, 100.0, 1e4, 1e6})
    if (energy > threshold * 1.01) energies.push_back(energy);
  return energies;
}

using point_type = phase_space_point<double>;

/// The target's momentum over its mass: P^- and P_perp as the point has them, P^+ from P.q = -Q2/2, no multiple of q
/// taken away.
light_cone<quad> target_direction(point_type const& point, double target_mass, quad const& k_dot_q) {
  quad const mass(target_mass), minus = quad(point.energy) / k_dot_q;
  quad const across = sqrt(quad(point.recoil));
  return real_vector<quad>(
      quad(point.leptons.q2) * (minus - 1 / mass), minus,
      {across * quad(point.target_direction.re), across * quad(point.target_direction.im)});
}

/// The same in the gauge of the library.
photon_polarisation<double> shifted_target_direction(point_type const& point, double target_mass) {
  auto const& s = point.leptons;
  return {s.q2 * (2 * point.energy / s.k_dot_q - 1 / target_mass),
          std::sqrt(point.recoil) * point.target_direction};
}

struct deviations {
  double coefficients = 0; ///< of left, right, mixed in the squared amplitude, over left + right
  double summed =
      0; ///< of the squared amplitude with the couplings of the channel: of the cross section's density
  double metric = 0; ///< of -g L L^*, with the couplings of the channel
  double gauge = 0;  ///< q.L over the terms it is made of: of the quadruple evaluation itself
};

void raise(double& worst, double value) {
  if (!(value <= worst)) worst = value; // a NaN stays
}

quad coupled_sum(coefficients<quad> const& c, double left, double right) {
  return quad(left) * left * c.left + quad(right) * right * c.right + quad(left) * right * c.mixed;
}

double gauge_violation(std::array<spin_current<quad>, 4> const& currents, light_cone<quad> const& q) {
  quad violation = 0, scale = 0;
  for (auto const& c : currents)
    for (auto const* component : {&c.vector, &c.axial}) {
      auto const& l = *component;
      violation += along(l, q).squared();
      scale += (q.plus.re * l[0]).squared() + (q.minus.re * l[1]).squared();
    }
  return static_cast<double>(sqrt(violation / scale));
}

double relative(quad const& exact, quad const& value, quad const& scale) {
  return std::abs(static_cast<double>((exact - value) / scale));
}

/// weight_a a + weight_b b
template <class Real, template <class> class Form>
Form<Real> combined(Real const& weight_a, Form<Real> const& a, Real const& weight_b, Form<Real> const& b) {
  return {weight_a * a.left + weight_b * b.left, weight_a * a.right + weight_b * b.right,
          weight_a * a.mixed + weight_b * b.mixed};
}

/// -g_{mu nu} L^mu L^nu* by the library: two transverse directions and k.
chiral_form<double> minus_metric(lepton_state<double> const& s, double mass_minus, double mass_plus) {
  auto const form = [&](photon_polarisation<double> const& h) {
    return contract(s, mass_minus, mass_plus, h);
  };
  return combined(1.0, combined(1.0, form({0, {1, 0}}), 1.0, form({0, {0, 1}})), -4 * s.q2,
                  form({1, {0, 0}}));
}

double coefficient_deviation(coefficients<quad> const& exact, chiral_form<double> const& ours) {
  quad const scale = exact.left + exact.right;
  return std::max({relative(exact.left, ours.left, scale), relative(exact.right, ours.right, scale),
                   relative(exact.mixed, ours.mixed, scale)});
}

template <class Sigma>
void compare_point(Sigma const& sigma, point_type const& point, deviations& worst) {
  double const mass_minus = sigma.masses().minus, mass_plus = sigma.masses().plus;
  double const target_mass = sigma.target().mass(teg2019{});
  auto const& s = point.leptons;
  auto const kind = sigma.process().is_antineutrino ? neutrino_kind::antiparticle : neutrino_kind::particle;

  auto const exact = momenta_of<quad>(s, mass_minus, mass_plus);
  auto const currents = lepton_current(exact, kind);
  raise(worst.gauge, gauge_violation(currents, exact.q));
  auto const electric = squared_along(currents, target_direction(point, target_mass, exact.k.plus.re / 2));
  auto const metric = minus_metric(currents);
  auto ours_electric = contract(s, mass_minus, mass_plus, shifted_target_direction(point, target_mass));
  auto ours_metric = minus_metric(s, mass_minus, mass_plus);
  if (kind == neutrino_kind::antiparticle) {
    std::swap(ours_electric.left, ours_electric.right);
    std::swap(ours_metric.left, ours_metric.right);
  }

  // |M|^2 of the target: W_E |P.L|^2/M^2 + W_M (-g L L^*)
  auto const w = sigma.target().structure(s.q2, teg2019{});
  auto const squared = combined(quad(w.electric), electric, quad(w.magnetic), metric);
  if (!(squared.left + squared.right > 1e-280)) return; // the tail of a form factor
  raise(worst.coefficients,
        coefficient_deviation(squared, combined(w.electric, ours_electric, w.magnetic, ours_metric)));

  // the couplings of the channel: the exact current knows what an antineutrino is
  auto const g = sigma.model().couplings(sigma.process(), teg2019{}, s.transfer);
  double const left = g.vector - g.axial, right = g.vector + g.axial;
  quad const metric_sum = coupled_sum(metric, left, right);
  raise(worst.metric, relative(metric_sum, quad(ours_metric(left, right)), metric_sum));
  // d sigma = (alpha G_F)^2/(2 E^2 Q2^2) |M|^2 dQ2 d(k.q) dPhi_3 dphi_P/(2 pi)
  quad const front = quad(teg2019::fine_structure) * teg2019::fermi_constant / (quad(point.energy) * s.q2);
  quad const density =
      front * front / 2 * quad(teg2019::inverse_GeV2_in_fb) * coupled_sum(squared, left, right);
  if (density > 1e-280) raise(worst.summed, relative(density, quad(sigma.density(point)), density));
}

/// `count` points at one energy.
template <class Target>
deviations compare_energy(channel const& process, Target const& target, double energy, int count) {
  Trident const sigma{process, target, monoenergetic{energy}, standard_model{}, teg2019{}};
  cube_points draw(20240711);
  deviations worst;
  int inside = 0;
  for (int i = 0; i < count; ++i) {
    point_type const point = sigma.space()(energy, draw.next<7>());
    if (!point.inside()) continue;
    ++inside;
    compare_point(sigma, point, worst);
  }
  CHECK(inside > count / 2);
  return worst;
}

template <class Target>
void require_agreement(Target const& target, int count) {
  for (channel const& process : one_channel_a_pair()) {
    double const pair =
        lepton_mass<teg2019>(process.minus_family) + lepton_mass<teg2019>(process.plus_family);
    for (double const energy : energies_above(threshold_energy(pair, target.mass(teg2019{})))) {
      deviations const worst = compare_energy(process, target, energy, count);
      CAPTURE(process.text(), energy);
      CHECK(worst.coefficients < tolerance);
      CHECK(worst.summed < tolerance);
      CHECK(worst.metric < tolerance);
      CHECK(worst.gauge <
            1e-12); // so that 1e-10 can be told; 34 digits less what an unshifted current loses at 1e6 GeV
    }
  }
}

} // namespace

TEST_CASE("Squared amplitude equals explicit Dirac matrices: argon", "[amplitude]") {
  require_agreement(argon40{}, 200);
}

TEST_CASE("Squared amplitude equals explicit Dirac matrices: free proton", "[amplitude]") {
  require_agreement(free_proton<>{}, 200);
}

TEST_CASE("Exchanging l- and l+ exchanges the chiral coefficients", "[amplitude]") {
  // in sum |M|^2 = c_L^2 X + c_R^2 X' + c_L c_R Y, X' is X with the two charged leptons exchanged; rounding alone differs
  Trident const sigma{channel(nue_to_numu_mue{}), argon40{}, monoenergetic{20}, standard_model{}, teg2019{}};
  cube_points draw(1);
  for (int i = 0; i < 1000; ++i) {
    point_type const point = sigma.space()(20.0, draw.next<7>());
    if (!point.inside()) continue;
    auto const& s = point.leptons;
    auto exchanged = s;
    std::swap(exchanged.x_minus, exchanged.x_plus);
    std::swap(exchanged.kappa_minus, exchanged.kappa_plus);
    std::swap(exchanged.d_minus, exchanged.d_plus);
    auto const h = shifted_target_direction(point, sigma.target().mass(teg2019{}));
    double const minus = sigma.masses().minus, plus = sigma.masses().plus;
    auto const a = contract(s, minus, plus, h), b = contract(exchanged, plus, minus, h);
    double const scale = 1e-14 * (a.left + a.right);
    CHECK(std::abs(a.left - b.right) <= scale);
    CHECK(std::abs(a.right - b.left) <= scale);
    CHECK(std::abs(a.mixed - b.mixed) <= scale);
  }
}

TEST_CASE("Antineutrinos exchange c_L and c_R", "[amplitude]") {
  Trident const nu{numu_to_numu_mumu{}, proton{}, monoenergetic{10}, standard_model{}, teg2019{}};
  Trident const anti{antinumu_to_antinumu_mumu{}, proton{}, monoenergetic{10}, standard_model{}, teg2019{}};
  CHECK(nu.chiral_couplings(0.1)[0] == anti.chiral_couplings(0.1)[1]);
  CHECK(nu.chiral_couplings(0.1)[1] == anti.chiral_couplings(0.1)[0]);
  cube_points draw(2);
  for (int i = 0; i < 1000; ++i) {
    point_type const point = nu.space()(10.0, draw.next<7>());
    if (!point.inside()) continue;
    auto exchanged = point; // the same momenta with l- and l+ exchanged
    std::swap(exchanged.leptons.x_minus, exchanged.leptons.x_plus);
    std::swap(exchanged.leptons.kappa_minus, exchanged.leptons.kappa_plus);
    std::swap(exchanged.leptons.d_minus, exchanged.leptons.d_plus);
    CHECK(anti.density(exchanged) == Approx(nu.density(point)).epsilon(1e-13)); // CP, up to rounding
  }
}

TEST_CASE("Spin 1/2 is the sum of its electric and magnetic parts", "[amplitude]") {
  // contract_target and contract_photon are shortcuts of contract: sums of the same squares, in another order
  Trident const sigma{numu_to_nue_emu{}, proton{}, monoenergetic{10}, standard_model{}, teg2019{}};
  double const minus = sigma.masses().minus, plus = sigma.masses().plus, left = 1.7, right = -0.6;
  cube_points draw(3);
  for (int i = 0; i < 1000; ++i) {
    point_type const point = sigma.space()(10.0, draw.next<7>());
    if (!point.inside()) continue;
    auto const& s = point.leptons;
    auto const h = shifted_target_direction(point, sigma.target().mass(teg2019{}));
    contact_current_at<double> const current(s, {minus, plus}, {left, right});
    double const electric = contract_vector(current, h);
    auto const metric = minus_metric(s, minus, plus);
    CHECK(contract(s, minus, plus, h)(left, right) == Approx(electric).epsilon(1e-12));
    CHECK(detail::sum_of_squares(detail::contracted(current.components(), h)) * current.factor() ==
          Approx(electric).epsilon(1e-11)); // what any other current is contracted by
    CHECK(contract_target<true>(current, s.q2, h, {0.3, 0.7}) ==
          Approx(0.3 * electric + 0.7 * metric(left, right)).epsilon(1e-11)); // -g is a difference of squares
    auto const photon = contract_photon(s, minus, plus);
    double const scalar = 4 * s.q2 * contract_vector(current, photon_polarisation<double>{1, {0, 0}});
    CHECK(photon.scalar(left, right) == Approx(scalar).epsilon(1e-11));
    CHECK(2 * photon.transverse(left, right) - photon.scalar(left, right) ==
          Approx(metric(left, right)).epsilon(1e-11));
  }
}
