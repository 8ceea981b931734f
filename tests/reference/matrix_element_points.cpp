// SPDX-License-Identifier: BSL-1.0

// Squared amplitudes at fixed points, see ../data/matrix_element_points.hpp. Tolerance 1e-10 relative, as the project
// requires; the momenta of the file have 17 digits and the light-cone variables are formed from them without cancellation,
// so that about 1e-14 is expected.

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>

#include "../data/matrix_element_points.hpp"
#include "channels.hpp"

using namespace trident;
using namespace trident_test;

namespace {

constexpr double tolerance = 1e-10;

using transverse = detail::complex<double>;

/// p.k/q.k from the mass shell: E - pz = (m^2 + pT^2)/(E + pz).
double fraction(std::array<double, 4> const& p, double mass, double energy, double k_dot_q) {
  return (mass * mass + p[1] * p[1] + p[2] * p[2]) / (p[0] + p[3]) * energy / k_dot_q;
}

phase_space_point<double> point_of(matrix_element_point const& p) {
  phase_space_point<double> point{};
  lepton_state<double>& s = point.leptons;
  s.q2 = p.q2;
  s.k_dot_q = (p.s + p.q2) / 2;
  s.transfer = p.transfer;
  s.d_minus = p.d_minus;
  s.d_plus = p.d_plus;
  s.x_nu = p.transfer / (2 * s.k_dot_q);
  s.x_minus = fraction(p.minus, p.mass_minus, p.energy, s.k_dot_q);
  s.x_plus = fraction(p.plus, p.mass_plus, p.energy, s.k_dot_q);

  // transverse to k and q: p_T - x q_T, turned so that that of nu' is real
  transverse const q = {-p.target[1], -p.target[2]};
  auto const kappa = [&](std::array<double, 4> const& v, double x) { return transverse{v[1], v[2]} - x * q; };
  transverse const nu = kappa(p.neutrino, s.x_nu);
  s.kappa_nu = std::sqrt(norm(nu));
  transverse const turn = (1 / s.kappa_nu) * conj(nu);
  s.kappa_minus = turn * kappa(p.minus, s.x_minus);
  s.kappa_plus = turn * kappa(p.plus, s.x_plus);

  // the target: P_T = 0 = b q_T + P_perp
  double const mass = p.target_mass;
  transverse const across = turn * ((-1 / std::sqrt(norm(q))) * q);
  point.energy = p.energy;
  point.recoil = p.q2 * p.energy * (p.energy - s.k_dot_q / mass) / (s.k_dot_q * s.k_dot_q) - 1;
  point.target_direction = across;
  point.pair_mass_squared = p.pair_mass_squared;
  point.jacobian = 1;
  return point;
}

/// A target that has the point's structure functions whatever Q2 is.
template <bool Magnetic>
struct fixed_target {
  static constexpr bool has_magnetic_structure = Magnetic;
  double target_mass;
  hadron_structure<double> fixed;

  template <class C>
  double mass(C) const {
    return target_mass;
  }
  template <class Real, class C>
  hadron_structure<Real> structure(Real, C) const {
    return {Real(fixed.electric), Real(fixed.magnetic)};
  }
  double maximum_q2() const { return 4; }
  char const* name() const { return "fixed"; }
  int pdg_code() const { return 0; }
};

/// |M|^2, averaged over the target's spin, from d sigma/(dQ2 d(k.q) dPhi_3 dphi_P/(2 pi)) = |M|^2/(64 pi^2 M^2 E^2).
template <bool Magnetic>
double squared_amplitude(matrix_element_point const& p, hadron_structure<double> const& structure) {
  fixed_target<Magnetic> const target{p.target_mass, structure};
  Trident const sigma{channel_with_number(p.process), target, monoenergetic{p.energy}, standard_model{},
                      teg2019{}};
  double const per_flux = 8 * std::numbers::pi * p.target_mass * p.energy;
  return sigma.density(point_of(p)) / teg2019::inverse_GeV2_in_fb * per_flux * per_flux;
}

contraction times(double factor, contraction const& c) {
  return {factor * c.vector_vector, factor * c.axial_axial, factor * c.vector_axial};
}

/// c_L = g_V - g_A, c_R = g_V + g_A
contraction coefficients_of(chiral_form<double> const& f) {
  return {f.left + f.right + f.mixed, f.left + f.right - f.mixed, 2 * (f.right - f.left)};
}

double summed(contraction const& c, double vector, double axial) {
  return vector * vector * c.vector_vector + axial * axial * c.axial_axial + vector * axial * c.vector_axial;
}

void check(contraction const& ours, contraction const& expected, double antineutrino,
           double ours_antineutrino) {
  CHECK(ours.vector_vector == Approx(expected.vector_vector).epsilon(tolerance));
  CHECK(ours.axial_axial == Approx(expected.axial_axial).epsilon(tolerance));
  CHECK(ours.vector_axial == Approx(expected.vector_axial).epsilon(tolerance));
  CHECK(ours_antineutrino == Approx(antineutrino).epsilon(tolerance));
}

} // namespace

TEST_CASE("Reference points: contraction with the target's momentum", "[amplitude]") {
  for (auto const& p : matrix_element_points) {
    CAPTURE(p.process, p.energy);
    auto const point = point_of(p);
    auto const& s = point.leptons;
    photon_polarisation<double> const h{p.q2 * (2 * p.energy / s.k_dot_q - 1 / p.target_mass),
                                        std::sqrt(point.recoil) * point.target_direction};
    auto form = contract(s, p.mass_minus, p.mass_plus, h);
    double const scale = 4 * p.target_mass * p.target_mass; // (P + P')_mu L^mu = 2 P.L
    auto const nu = times(scale, coefficients_of(form));
    std::swap(form.left, form.right);
    auto const anti = times(scale, coefficients_of(form));
    check(nu, p.along_target, p.antineutrino_along_target, anti.vector_axial);
    double const left = p.vector_coupling - p.axial_coupling, right = p.vector_coupling + p.axial_coupling;
    CHECK(summed(nu, p.vector_coupling, p.axial_coupling) == Approx(p.total_along_target).epsilon(tolerance));
    CHECK(scale *
              contract_vector(contact_current_at<double>(s, {p.mass_minus, p.mass_plus}, {left, right}), h) ==
          Approx(p.total_along_target).epsilon(tolerance));
  }
}

TEST_CASE("Reference points: contraction with the metric", "[amplitude]") {
  for (auto const& p : matrix_element_points) {
    CAPTURE(p.process, p.energy);
    auto const photon = contract_photon(point_of(p).leptons, p.mass_minus, p.mass_plus);
    // -g L L^* = 2 L_T - L_S
    contraction const nu{2 * photon.transverse.vector - photon.scalar.vector,
                         2 * photon.transverse.axial - photon.scalar.axial,
                         2 * photon.transverse.mixed - photon.scalar.mixed};
    auto chiral = photon.transverse.chiral();
    CHECK(coefficients_of(chiral).vector_vector == Approx(photon.transverse.vector).epsilon(tolerance));
    std::swap(chiral.left, chiral.right);
    auto scalar = photon.scalar.chiral();
    std::swap(scalar.left, scalar.right);
    check(nu, p.minus_metric, p.antineutrino_minus_metric,
          2 * coefficients_of(chiral).vector_axial - coefficients_of(scalar).vector_axial);
    CHECK(summed(nu, p.vector_coupling, p.axial_coupling) == Approx(p.total_minus_metric).epsilon(tolerance));
  }
}

TEST_CASE("Reference points: squared amplitude of the whole process", "[amplitude]") {
  for (auto const& p : matrix_element_points) {
    CAPTURE(p.process, p.energy);
    auto const couplings = standard_model{}.couplings(channel_with_number(p.process), teg2019{}, p.transfer);
    CHECK(couplings.vector == Approx(p.vector_coupling).epsilon(1e-14)); // the same arithmetic
    CHECK(couplings.axial == p.axial_coupling);

    double const charge = p.atomic_number;
    CHECK(squared_amplitude<false>(p, {charge * charge, 0}) == Approx(p.squared_coherent).epsilon(tolerance));

    double const tau = p.q2 / (4 * p.target_mass * p.target_mass);
    double const magnetic = tau * p.magnetic * p.magnetic;
    hadron_structure<double> const nucleon{(p.electric * p.electric + magnetic) / (1 + tau), magnetic};
    CHECK(squared_amplitude<true>(p, nucleon) == Approx(p.squared_nucleon).epsilon(tolerance));
  }
}
