// SPDX-License-Identifier: BSL-1.0

// Squares of amplitudes by the helicities of l- and l+, against explicit Dirac matrices and explicit helicity spinors in the
// laboratory, quadruple precision: of neutrinos and of antineutrinos, whose currents are written down as they are.

#include "catch.hpp"

#include <array>
#include <cmath>
#include <vector>

#include <trident/amplitude/contact_current.hpp>
#include <trident/amplitude/helicities.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "channels.hpp"
#include "cube_points.hpp"
#include "dirac.hpp"

using namespace trident;
using namespace trident_test;

namespace {

namespace helicity {

using z = complex_number<quad>;
using vector4 = light_cone<quad>;

z times(vector4 const& a, vector4 const& b) {
  return quad(0.5) * (a.plus * b.minus + a.minus * b.plus - a.perp * b.bar - a.bar * b.perp);
}

vector4 scaled(z const& f, vector4 const& a) { return {f * a.plus, f * a.minus, f * a.perp, f * a.bar}; }

z inverse(z const& a) { return (1 / a.squared()) * a.conjugate(); }

/// p_3 + i p_1,2: the two-component spinor along the momentum (`sign` = 1) or against it.
std::array<z, 2> along_momentum(vector4 const& p, int sign) {
  quad const pz = (p.plus.re - p.minus.re) / 2, across = p.perp.squared(), size = sqrt(pz * pz + across);
  quad const up = pz > 0 ? size + pz : across / (size - pz), down = pz > 0 ? across / (size + pz) : size - pz;
  quad const turn = sqrt(across), over = 1 / sqrt(2 * size);
  z const phase{p.perp.re / turn, p.perp.im / turn};
  if (sign > 0) return {{{over * sqrt(up), 0}, over * sqrt(down) * phase}};
  return {{-(over * sqrt(down)) * phase.conjugate(), {over * sqrt(up), 0}}};
}

/// u of a helicity: sqrt(E -+ p) times the spinor along the momentum, the left-handed half above. Of v the spinor points
/// the other way, and the right-handed half has another sign.
spinor<quad> particle(vector4 const& p, quad const& mass, int sign, bool anti) {
  quad const e = (p.plus.re + p.minus.re) / 2, pz = (p.plus.re - p.minus.re) / 2,
             size = sqrt(pz * pz + p.perp.squared());
  quad const large = sqrt(e + size), small = mass / large;
  int const spin = anti ? -sign : sign;
  auto const xi = along_momentum(p, spin);
  quad const left = spin < 0 ? large : small, right = (anti ? -1 : 1) * (spin < 0 ? small : large);
  return {left * xi[0], left * xi[1], right * xi[0], right * xi[1]};
}

spinor<quad> left_handed(spinor<quad> s) {
  s[2] = s[3] = z{};
  return s;
}

/// A vector from its products with the basis of lepton_current().
template <class Product>
vector4 vector_of(Product const& product) {
  quad const zero(0), one(1);
  z const plus = product(real_vector(one, zero, z{})), minus = product(real_vector(zero, one, z{})),
          first = product(real_vector(zero, zero, z{one, zero})),
          second = product(real_vector(zero, zero, z{zero, one}));
  z const i{0, 1};
  return {quad(2) * minus, quad(2) * plus, -first - i * second, -first + i * second};
}

/// The momenta of a point in the laboratory. P/M, of a target at rest, is (1, 0, 0, 0).
exact_momenta<quad> in_laboratory(phase_space_point<> const& point, pair_masses<double> const& masses) {
  auto p = momenta_of<quad>(point.leptons, masses.minus, masses.plus);
  quad const q_minus = quad(point.leptons.k_dot_q) / quad(point.energy);
  z const side = (-q_minus * sqrt(quad(point.recoil))) *
                 z{quad(point.target_direction.re), quad(point.target_direction.im)};
  vector4 all{};
  auto const move = [&](vector4& one, quad const& mass) {
    quad const x = one.minus.re;
    z const across = one.perp + x * side;
    one = real_vector<quad>((mass * mass + across.squared()) / (x * q_minus), x * q_minus, across);
    all = all + one;
  };
  move(p.k_prime, 0);
  move(p.p_minus, p.mass_minus);
  move(p.p_plus, p.mass_plus);
  p.q = real_vector<quad>((side.squared() - quad(point.leptons.q2)) / q_minus, q_minus, side);
  p.k = real_vector<quad>(all.plus.re - p.q.plus.re, 0, z{});
  return p;
}

/// One diagram's order of things: a row, and a column, with a matrix between.
z between(spinor<quad> const& row, matrix<quad> const& m, spinor<quad> const& column) {
  return row * (m * column);
}

/// h.L of the contact interaction, for given helicities.
z contact(exact_momenta<quad> const& p, vector4 const& h, std::array<quad, 2> const& c,
          lepton_helicities const& of, bool anti) {
  auto const u = bar(particle(p.p_minus, p.mass_minus, of.minus, false));
  auto const v = particle(p.p_plus, p.mass_plus, of.plus, true);
  auto const current =
      slash(neutrino_current(p.k, p.k_prime, anti ? neutrino_kind::antiparticle : neutrino_kind::particle),
            quad(0));
  auto const photon = slash(h, quad(0));
  quad const q2 = -product(p.q, p.q), over_minus = -1 / (q2 + 2 * product(p.q, p.p_minus)),
             over_plus = -1 / (q2 + 2 * product(p.q, p.p_plus));
  auto const chiral = [&](spinor<quad> s) { // c_L P_L + c_R P_R
    return spinor<quad>{c[0] * s[0], c[0] * s[1], c[1] * s[2], c[1] * s[3]};
  };
  auto const first = slash(p.p_minus - p.q, p.mass_minus), second = slash(p.q - p.p_plus, p.mass_plus);
  return over_minus * ((u * photon * first) * (current * chiral(v))) +
         over_plus * ((u * current) * chiral(second * (photon * v)));
}

/// W_E |h.L|^2 + W_M (-g L L*), h = P/M of a target at rest: h^- = 1, and h^+ = 1 but for the rounding of the point's
/// numbers, with P.q = -Q2/2.
template <class Amplitude>
std::array<quad, 4> squares(exact_momenta<quad> const& p, double mass, Amplitude const& amplitude,
                            quad const& electric, quad const& magnetic) {
  quad const h_plus = (product(p.q, p.q) / quad(mass) - p.q.plus.re) / p.q.minus.re;
  quad const zero(0), one(1);
  std::array<quad, 4> all;
  for (std::size_t i = 0; i < 4; ++i) {
    auto const at = [&](vector4 const& h) { return amplitude(h, helicity_squares::pairs[i]); };
    z const plus = at(real_vector(one, zero, z{})), minus = at(real_vector(zero, one, z{})),
            x = at(real_vector(zero, zero, z{one, zero})), y = at(real_vector(zero, zero, z{zero, one}));
    quad const metric = x.squared() + y.squared() - 4 * (plus * minus.conjugate()).re;
    all[i] = electric * (h_plus * plus + minus).squared() + magnetic * metric;
  }
  return all;
}

/// Deviations over the sum of all four, and over each.
struct deviation {
  double of_sum = 0, of_one = 0;
};

template <class Explicit>
deviation worst(helicity_squares const& found, Explicit const& exact) {
  quad const sum = exact[0] + exact[1] + exact[2] + exact[3];
  deviation d;
  for (std::size_t i = 0; i < 4; ++i) {
    double const difference = static_cast<double>(abs(quad(found.values[i]) - exact[i]) / sum);
    d.of_sum = std::max(d.of_sum, difference);
    d.of_one = std::max(d.of_one, static_cast<double>(abs(quad(found.values[i]) / exact[i] - 1)));
  }
  return d;
}

} // namespace helicity

} // namespace

TEST_CASE("Contact amplitudes by helicities are those of explicit spinors, of neutrinos and antineutrinos",
          "[helicity]") {
  for (auto const& process : all_channels()) {
    INFO(process.text());
    for (double const energy : {0.0, 5.0, 300.0, 1e5}) {
      double const pair = lepton_mass<pdg>(process.minus_family) + lepton_mass<pdg>(process.plus_family),
                   e = std::max(energy, 1.2 * threshold_energy(pair, proton{}.mass(pdg{})));
      Trident const sigma{process, proton{}, monoenergetic{e}, standard_model{}};
      cube_points draw(3);
      helicity::deviation all;
      for (int n = 0; n < 60; ++n) {
        auto const point = sigma.space()(e, draw.next<7>());
        if (!point.inside()) continue;
        auto const w = sigma.target().structure(point.leptons.q2, pdg{});
        double const electric = w.electric, magnetic = n % 2 == 0 ? 0.0 : w.magnetic,
                     mass = sigma.target().mass(pdg{});
        auto const found = find_helicity_squares(
            sigma.current(), process, point,
            make_target_tensor({electric, magnetic}, target_polarisation(point, 1 / mass)));
        auto const p = helicity::in_laboratory(point, sigma.masses());
        auto const g = standard_model{}.couplings(process, pdg{}, 0.0);
        std::array<quad, 2> const c = {quad(g.vector) - quad(g.axial), quad(g.vector) + quad(g.axial)};
        auto const exact = helicity::squares(
            p, mass,
            [&](auto const& h, auto const& of) {
              return helicity::contact(p, h, c, of, process.is_antineutrino);
            },
            electric, magnetic);
        auto const d = helicity::worst(found, exact);
        all.of_sum = std::max(all.of_sum, d.of_sum);
        all.of_one = std::max(all.of_one, d.of_one);
      }
      INFO("energy " << e << ", worst " << all.of_sum << " and " << all.of_one);
      CHECK(all.of_sum < 1e-10);
      CHECK(all.of_one < 1e-10);
    }
  }
}

namespace {

/// Muons and taus so many times lighter.
template <int Factor>
struct lighter : pdg {
  static constexpr double muon_mass = pdg::muon_mass / Factor, tau_mass = pdg::tau_mass / Factor;
};

/// Leptons far from each other and from the beam, in units of 10 GeV; masses change what follows from them only.
template <class C>
helicity_squares at_hard_point(channel const& process, C) {
  contact_current<channel, standard_model, C> const current(process, {});
  auto const [minus, plus] = current.masses();
  phase_space_point<> point{};
  auto& s = point.leptons;
  s.q2 = 1;
  s.x_nu = 0.3, s.x_minus = 0.5, s.x_plus = 0.2;
  s.kappa_nu = 9, s.kappa_minus = {4, 12}, s.kappa_plus = {-13, -12};
  auto const along = [](double x, detail::complex<double> kappa, double m) {
    return (norm(kappa) + m * m) / x;
  };
  double const first = along(s.x_minus, s.kappa_minus, minus), second = along(s.x_plus, s.kappa_plus, plus);
  s.k_dot_q = (s.q2 + s.kappa_nu * s.kappa_nu / s.x_nu + first + second) / 2;
  s.transfer = 2 * s.x_nu * s.k_dot_q;
  s.d_minus = s.q2 * (1 - s.x_minus) + first;
  s.d_plus = s.q2 * (1 - s.x_plus) + second;
  point.energy = 5000;
  point.recoil = 4e2;
  point.target_direction = {0.6, 0.8};
  return find_helicity_squares(current, process, point,
                               make_target_tensor({1, 0.2}, target_polarisation(point, 1)));
}

} // namespace

TEST_CASE("Wrong helicities are as rare as the squares of the masses over the hardness", "[helicity]") {
  for (bool const anti : {false, true}) {
    channel const process = anti ? channel(antinutau_to_antinumu_taumu{}) : channel(numu_to_nutau_taumu{});
    // W alone: left-handed particles, right-handed antiparticles
    auto const heavy = at_hard_point(process, lighter<1>{}), light = at_hard_point(process, lighter<10>{});
    CHECK(light({-1, 1}) / heavy({-1, 1}) == Approx(1).epsilon(0.1));
    CHECK(light({-1, -1}) / heavy({-1, -1}) == Approx(1e-2).epsilon(0.1));
    CHECK(light({1, 1}) / heavy({1, 1}) == Approx(1e-2).epsilon(0.1));
    CHECK(light({1, -1}) / heavy({1, -1}) == Approx(1e-4).epsilon(0.1));
    CHECK(heavy({-1, 1}) > 0.95 * heavy.sum());
    CHECK(heavy({-1, -1}) > 0); // of tau+ in both
  }
  // a Z makes both chiralities, in which helicities are opposite
  auto const both = at_hard_point(nutau_to_nutau_mumu{}, lighter<1>{});
  CHECK(both({-1, 1}) > 0.1 * both.sum());
  CHECK(both({1, -1}) > 0.1 * both.sum());
  CHECK(both({1, 1}) + both({-1, -1}) < 1e-3 * both.sum());
}

TEST_CASE("Pairs of helicities are drawn in proportion, and one that cannot be never is", "[helicity]") {
  helicity_squares const squares{{0.0, 3.0, 1.0, 0.0}};
  int left = 0;
  constexpr int n = 4000;
  for (int i = 0; i < n; ++i) {
    auto const drawn = squares.draw((i + 0.5) / n);
    CHECK(drawn.minus == -drawn.plus);
    if (drawn.minus < 0) ++left;
  }
  CHECK(left == Approx(0.75 * n).margin(1));
  CHECK(squares.draw(1).minus == 1);
}
