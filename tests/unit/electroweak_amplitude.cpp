// SPDX-License-Identifier: BSL-1.0

// The full electroweak current against explicit Dirac matrices, full propagators and the unitary gauge in quadruple precision
// (electroweak_dirac.hpp), spin by spin, at random points of all channels: with the W on its mass shell, near it and far
// from it.
//
// Tolerances: in quadruple precision 1e-20 of the sum over spins, for the 34 digits less what the Dirac side cancels; in
// double 1e-10, what the project requires of |M|^2.

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/full_electroweak.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nuclei.hpp>
#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/numerics/pack.hpp>
#include <trident/numerics/twin.hpp>
#endif

#include "channels.hpp"
#include "electroweak_random.hpp"

using namespace trident;
using namespace trident_test;

namespace {

template <class M>
using current_of = electroweak_current<channel, M>;

// Single numbers, packs, other precisions; and bits that can be copied to a device.
static_assert(LeptonCurrent<current_of<standard_model>>);
static_assert(LeptonCurrent<current_of<standard_model>, long double>);
static_assert(LeptonCurrent<current_of<standard_model>, quad>);
static_assert(LeptonCurrent<current_of<mu_minus_tau>>);
static_assert(LeptonCurrent<electroweak_current<numu_to_nue_emu, standard_model>>);
static_assert(std::is_trivially_copyable_v<current_of<standard_model>>);
static_assert(std::is_trivially_copyable_v<electroweak_current<numu_to_nue_emu, four_fermion>>);
static_assert(CurrentModelFor<full_electroweak<standard_model>, channel>);
#if __has_include(<xsimd/xsimd.hpp>)
static_assert(LeptonCurrent<current_of<standard_model>, pack>);
static_assert(LeptonCurrent<current_of<standard_model>, detail::twin<pack>>);
#endif

neutrino_kind kind_of_neutrino(channel const& process) {
  return process.is_antineutrino ? neutrino_kind::antiparticle : neutrino_kind::particle;
}

/// The numbers of the library's own doubles, so that rounding of the constants is common to both sides.
template <class M>
electroweak_rules<quad> rules_of_current(current_of<M> const& current) {
  auto const tau = detail::inverse_w_mass_squared(current.bosons());
  double const z = current.bosons().z;
  return {reciprocal(complex_number<quad>{quad(tau.re), quad(tau.im)}), quad(z) * quad(z)};
}

template <class M>
electroweak_currents<quad> exact_currents(current_of<M> const& current, channel const& process,
                                          exact_momenta<quad> const& p) {
  quad const transfer = 2 * product(p.k, p.k_prime);
  auto const neutral = current.neutral_couplings(transfer);
  return electroweak_current_of<quad>(p, kind_of_neutrino(process), rules_of_current(current),
                                      {neutral[0], neutral[1], process.has_charged_current});
}

/// The squares of the library in the order of the spins of electroweak_currents.
template <class Number>
std::array<Number, 4> squares_of(auto const& at, photon_polarisation<Number> const& h) {
  auto const a = at.amplitudes(h);
  auto const& m = a.amplitude;
  Number const f = at.factor();
  return {f * norm(m.none), f * a.plus_flipped_scale * norm(m.plus_flipped), f * norm(m.minus_flipped),
          f * norm(m.both)};
}

std::pair<quad, quad> quad_masses(channel const& process) {
  return {quad(lepton_mass<pdg>(process.minus_family)), quad(lepton_mass<pdg>(process.plus_family))};
}

/// From the W far below its mass shell to the peak and above it [GeV^2].
double drawn_w2(cube_points& draw, double lightest) {
  boson_masses const bosons;
  double const u = draw.uniform();
  if (u < 0.5)
    return bosons.w * bosons.w + bosons.w * bosons.w_width * std::tan(1.5 * (2 * draw.uniform() - 1));
  return log_uniform(draw, 1.01 * lightest, u < 0.9 ? 1e4 : 1e7);
}

exact_point<quad> electroweak_draw(cube_points& draw, channel const& process) {
  auto const masses = quad_masses(process);
  double const heaviest = static_cast<double>(std::max(masses.first, masses.second));
  return random_point_of<quad>(draw, masses, process.is_antineutrino,
                               drawn_w2(draw, heaviest * heaviest + 1e-3), 37.2);
}

light_cone<quad> in_the_gauge(light_cone<quad> const& h, exact_momenta<quad> const& p) {
  return h - h.minus * p.q;
}

struct spin_deviations {
  double each = 0;       ///< of one spin, in quadruple precision, over that spin's square
  double unshifted = 0;  ///< of the sum, h being P/M without a multiple of q
  double components = 0; ///< of the sum, contracted from components
  double metric = 0;     ///< of -g L L*
  double in_double = 0;  ///< of the sum, in double precision
  double divergence = 0; ///< q.L of the Dirac side
};

void raise_deviation(double& worst, quad const& one, quad const& other, quad const& scale) {
  double const value = static_cast<double>(abs(one - other) / scale);
  if (!(value <= worst)) worst = value; // a NaN stays
}

template <class M>
void compare_spins(current_of<M> const& current, channel const& process, exact_point<quad> const& point,
                   spin_deviations& worst) {
  auto const& p = point.momenta;
  auto const exact = exact_currents(current, process, p);
  auto const expected = squares_along(exact, in_the_gauge(point.target, p));
  quad const sum = spin_sum(expected);

  auto const state = state_of<quad>(p);
  auto const h = polarisation_of<quad>(point.target, p);
  auto const at = current.at(state);
  auto const ours = squares_of(at, h);
  for (std::size_t i = 0; i < 4; ++i)
    if (expected[i] > 0 || ours[i] > 0) raise_deviation(worst.each, ours[i], expected[i], expected[i]);
  raise_deviation(worst.unshifted, spin_sum(ours), spin_sum(squares_along(exact, point.target)), sum);
  auto const components = at.components();
  raise_deviation(worst.components, at.factor() * detail::sum_of_squares(detail::contracted(components, h)),
                  sum, sum);
  quad const metric = minus_metric_of(exact);
  quad const our_metric = at.factor() * (2 * detail::transverse_squares(components) -
                                         4 * state.q2 * detail::along_squares(components));
  raise_deviation(worst.metric, our_metric, metric, metric);

  auto const rounded_state = state_of<double>(p);
  double const in_double =
      contract_vector(current.at(rounded_state), polarisation_of<double>(point.target, p));
  raise_deviation(worst.in_double, quad(in_double), sum, sum);
  double const q_l = static_cast<double>(divergence(exact, p.q));
  if (!(q_l <= worst.divergence)) worst.divergence = q_l;
}

template <class M>
spin_deviations largest_deviations(M const& model, channel const& process, int count) {
  current_of<M> const current(process, model);
  cube_points draw(20260817);
  spin_deviations worst;
  for (int i = 0; i < count; ++i) compare_spins(current, process, electroweak_draw(draw, process), worst);
  return worst;
}

/// Of |h.L|^2 from the library's own lepton states, in each of its maps, with points next to the edges of phase space among
/// them.
double largest_in_double(channel const& process, double energy, int count) {
  Trident const all{process, argon40{}, monoenergetic{energy}, full_electroweak{standard_model{}}, pdg{}};
  current_of<standard_model> const current(process, {});
  auto const masses = all.masses();
  double const mass = all.target().mass(pdg{});
  double worst = 0;
  for (auto const& share : all.shares()) {
    cube_points draw(12);
    for (int i = 0; i < count; ++i) {
      auto const point = share.point(draw.next<7>()).state;
      if (!point.inside()) continue;
      auto const p = momenta_of<quad>(point.leptons, masses.minus, masses.plus);
      quad const across = sqrt(quad(point.recoil));
      complex_number<quad> const side{across * quad(point.target_direction.re),
                                      across * quad(point.target_direction.im)};
      auto const h = in_the_gauge(target_over_mass<quad>(p, quad(energy), quad(mass), side), p);
      quad const exact = spin_sum(squares_along(exact_currents(current, process, p), h));
      double const ours = contract_vector(current.at(point.leptons), target_polarisation(point, 1 / mass));
      raise_deviation(worst, quad(ours), exact, exact);
    }
  }
  return worst;
}

} // namespace

TEST_CASE("The full current is that of explicit Dirac matrices, spin by spin", "[electroweak]") {
  for (channel const& process : all_channels()) {
    auto const worst = largest_deviations(standard_model{}, process, 150);
    CAPTURE(process.text());
    CHECK(worst.each < 1e-20);
    CHECK(worst.components < 1e-20);
    CHECK(worst.metric < 1e-20);
    CHECK(worst.unshifted < 1e-20); // no multiple of q matters: q.L = 0 of the library's current
    CHECK(worst.divergence < 1e-12);
    CHECK(worst.in_double < 1e-10);
  }
}

TEST_CASE("The full current keeps its digits at the points of both phase-space maps", "[electroweak]") {
  for (channel const& process : all_channels()) {
    double const mass = argon40{}.mass(pdg{});
    auto const masses = quad_masses(process);
    double const threshold = threshold_energy(static_cast<double>(masses.first + masses.second), mass);
    double worst = 0;
    for (double const energy : {1.5 * threshold, 5.0, 1e3, 1e5, 5e6}) {
      if (energy < 1.2 * threshold) continue;
      worst = std::max(worst, largest_in_double(process, energy, 30));
    }
    CAPTURE(process.text());
    CHECK(worst < 1e-10);
  }
}

TEST_CASE("With the other sign of the photon's vertex with two W nothing is conserved", "[electroweak]") {
  for (channel const& process : all_channels()) {
    if (!process.has_charged_current) continue;
    current_of<standard_model> const current(process, {});
    auto rules = rules_of_current(current);
    rules.w_photon_sign = -1;
    cube_points draw(5);
    double divergent = 0, different = 0;
    for (int i = 0; i < 20; ++i) {
      auto const point = electroweak_draw(draw, process);
      auto const& p = point.momenta;
      auto const neutral = current.neutral_couplings(quad(2 * product(p.k, p.k_prime)));
      auto const wrong =
          electroweak_current_of<quad>(p, kind_of_neutrino(process), rules, {neutral[0], neutral[1], true});
      divergent = std::max(divergent, static_cast<double>(divergence(wrong, p.q)));
      auto const h = in_the_gauge(point.target, p);
      quad const right = spin_sum(squares_along(exact_currents(current, process, p), h));
      raise_deviation(different, spin_sum(squares_along(wrong, h)), right, right);
    }
    CAPTURE(process.text());
    CHECK(divergent > 0.3);
    CHECK(different > 0.3);
  }
}

TEST_CASE("Antineutrinos are mirrored neutrinos, spin by spin", "[electroweak]") {
  for (channel const& process : all_channels()) {
    if (process.is_antineutrino) continue;
    channel const anti = conjugate(process);
    current_of<standard_model> const current(process, {}), conjugated(anti, {});
    cube_points draw(6);
    double mirrored_too = 0, odd = 0;
    for (int i = 0; i < 30; ++i) {
      auto const point = electroweak_draw(draw, process);
      auto const image = exchanged(mirrored(point)), same_place = exchanged(point);
      // the spins of l- and l+ change places with the leptons
      auto const ours = squares_along(exact_currents(current, process, point.momenta),
                                      in_the_gauge(point.target, point.momenta));
      auto const theirs = squares_along(exact_currents(conjugated, anti, image.momenta),
                                        in_the_gauge(image.target, image.momenta));
      raise_deviation(mirrored_too, ours[0], theirs[0], ours[0]);
      raise_deviation(mirrored_too, ours[1], theirs[2], ours[1]);
      raise_deviation(mirrored_too, ours[2], theirs[1], ours[2]);
      raise_deviation(mirrored_too, ours[3], theirs[3], ours[3]);
      quad const here = spin_sum(squares_along(exact_currents(conjugated, anti, same_place.momenta),
                                               in_the_gauge(same_place.target, same_place.momenta)));
      raise_deviation(odd, here, spin_sum(ours), spin_sum(ours));
    }
    CAPTURE(process.text());
    CHECK(mirrored_too < 1e-20);
    if (process.has_charged_current) CHECK(odd > 1e-3); // not without the mirror: the width of the W
    if (!process.has_charged_current) CHECK(odd < 1e-20);
  }
}

TEST_CASE("Bosons of infinite mass make the contact interaction", "[electroweak]") {
  double const never = std::numeric_limits<double>::infinity();
  for (channel const& process : all_channels()) {
    current_of<standard_model> const full(process, {}, {.w = never, .w_width = 2, .z = never}),
        heavy(process, {}, {.w = 1e6, .w_width = 1, .z = 1e6}); // [GeV]
    contact_current<channel, standard_model> const contact(process, {});
    cube_points draw(7);
    double limit = 0, nearly = 0, components = 0;
    for (int i = 0; i < 100; ++i) {
      auto const point = electroweak_draw(draw, process);
      auto const state = state_of<double>(point.momenta);
      auto const h = polarisation_of<double>(point.target, point.momenta);
      quad const expected(contract_vector(contact.at(state), h));
      raise_deviation(limit, quad(contract_vector(full.at(state), h)), expected, expected);
      auto const parts = contract_photon_parts(contact.at(state), state.q2),
                 ours = contract_photon_parts(full.at(state), state.q2);
      raise_deviation(components, quad(ours.transverse), quad(parts.transverse), quad(parts.transverse));
      raise_deviation(components, quad(ours.scalar), quad(parts.scalar), quad(parts.scalar));
      double const size = 2 * state.k_dot_q * 1e-12;
      if (size < 1e-4)
        raise_deviation(nearly, quad(contract_vector(heavy.at(state), h)), expected,
                        quad(100 * size) * expected);
    }
    CAPTURE(process.text());
    CHECK(limit < 1e-13);
    CHECK(components < 1e-13);
    CHECK(nearly < 1); // deviations of the order of s/M^2
  }
}

TEST_CASE("What a model adds comes on top of the full Standard Model with its own propagator",
          "[electroweak]") {
  double const coupling = 0.4, mass = 30; // [GeV]
  mu_minus_tau const model({.coupling = coupling, .mass = mass});
  for (channel const& process :
       {channel(numu_to_numu_mumu{}), channel(numu_to_numu_tautau{}), channel(nue_to_nue_mumu{}),
        channel(antinumu_to_antinumu_mumu{}), channel(numu_to_nue_emu{})}) {
    current_of<mu_minus_tau> const current(process, model);
    current_of<standard_model> const standard(process, {});
    cube_points draw(8);
    spin_deviations worst;
    double couplings = 0, linear = 0;
    for (int i = 0; i < 60; ++i) {
      auto const point = electroweak_draw(draw, process);
      compare_spins(current, process, point, worst);
      quad const transfer = 2 * product(point.momenta.k, point.momenta.k_prime);
      auto const with = current.neutral_couplings(transfer), without = standard.neutral_couplings(transfer);
      // c_L = c_R for a vector charge: sqrt2 Q_nu Q_l g'^2/(G_F (M^2 + T)); the Z has 1/(1 + T/M_Z^2)
      std::array<int, 3> const charges = {0, 1, -1};
      auto const charge = [&](flavour family) { return charges[static_cast<std::size_t>(family)]; };
      int const product_of_charges =
          process.has_neutral_current ? charge(process.incoming_family) * charge(process.minus_family) : 0;
      quad const shift = sqrt(quad(2)) * product_of_charges * coupling * coupling /
                         (quad(pdg::fermi_constant) * (quad(mass) * mass + transfer));
      quad const z = quad(boson_masses{}.z) * quad(boson_masses{}.z), zeta = z / (z + transfer);
      double const neutral = process.has_neutral_current ? 1 : 0, s2 = pdg::sin2_theta_w;
      raise_deviation(couplings, without[0], zeta * neutral * (-2 + 4 * s2), 1);
      raise_deviation(couplings, without[1], zeta * neutral * 4 * s2, 1);
      raise_deviation(couplings, with[0], zeta * neutral * (-2 + 4 * s2) + shift, 1 + abs(shift));
      raise_deviation(couplings, with[1], zeta * neutral * 4 * s2 + shift, 1 + abs(shift));
      raise_deviation(linear, with[0] - without[0], with[1] - without[1], 1 + abs(shift));
    }
    CAPTURE(process.text());
    CHECK(worst.each < 1e-20);
    CHECK(worst.metric < 1e-20);
    CHECK(worst.in_double < 1e-10);
    CHECK(couplings < 1e-14); // those of the library are doubles
    CHECK(linear < 1e-14);
  }
}

TEST_CASE("Free contact couplings replace the Z and keep the W", "[electroweak]") {
  // g_V, g_A of 4F are those of all that is exchanged at T = 0
  channel const process = numu_to_numu_mumu{};
  four_fermion const free({.g_v = 0.7, .g_a = -0.3});
  current_of<four_fermion> const current(process, free);
  auto const at_rest = current.neutral_couplings(0.0);
  CHECK(at_rest[0] == Approx(0.7 + 0.3 - 4).epsilon(1e-14)); // less the W's 4
  CHECK(at_rest[1] == Approx(0.7 - 0.3).epsilon(1e-14));
  spin_deviations worst;
  cube_points draw(9);
  for (int i = 0; i < 60; ++i) compare_spins(current, process, electroweak_draw(draw, process), worst);
  CHECK(worst.each < 1e-20);
  CHECK(worst.in_double < 1e-10);
}

TEST_CASE("Helicities in the laboratory add up to the spins along k", "[electroweak]") {
  for (channel const& process :
       {channel(numu_to_numu_mumu{}), channel(numu_to_nutau_taumu{}), channel(antinue_to_antinue_tautau{})}) {
    current_of<standard_model> const current(process, {});
    cube_points draw(10);
    double worst = 0;
    for (int i = 0; i < 20; ++i) {
      auto const point = electroweak_draw(draw, process);
      auto const& p = point.momenta;
      auto const neutral = current.neutral_couplings(quad(2 * product(p.k, p.k_prime)));
      auto const lab = in_laboratory(point);
      quad const zero(0), one(1);
      auto const at_rest = real_vector(one, one, complex_number<quad>{});
      auto const h =
          at_rest - (scalar_product(at_rest, lab.k) * reciprocal(scalar_product(lab.q, lab.k))) * lab.q;
      auto const helicities =
          helicity_currents_of<quad>(lab, kind_of_neutrino(process), rules_of_current(current),
                                     {neutral[0], neutral[1], process.has_charged_current});
      quad const spins =
          spin_sum(squares_along(exact_currents(current, process, p), in_the_gauge(point.target, p)));
      raise_deviation(worst, spin_sum(squares_along(helicities, h)), spins, spins);
    }
    CAPTURE(process.text());
    CHECK(worst < 1e-18);
  }
}

#if __has_include(<xsimd/xsimd.hpp>)

TEST_CASE("Packs and twins of packs give the full current to rounding", "[electroweak]") {
  using twin = detail::twin<pack>;
  for (channel const& process : all_channels()) {
    current_of<standard_model> const current(process, {});
    cube_points draw(11);
    double worst = 0;
    for (int i = 0; i < 60; ++i) {
      auto const point = electroweak_draw(draw, process);
      auto const one = contract_vector(current.at(state_of<double>(point.momenta)),
                                       polarisation_of<double>(point.target, point.momenta));
      auto const in = [&]<class Number>(Number) {
        auto const state = state_of<Number>(point.momenta);
        auto const sum =
            contract_vector(current.at(state), polarisation_of<Number>(point.target, point.momenta));
        return detail::lanes<Number>::sum(sum) / static_cast<double>(detail::lanes<Number>::count);
      };
      worst = std::max({worst, std::abs(in(pack(0)) / one - 1), std::abs(in(twin(0.0)) / one - 1)});
    }
    CAPTURE(process.text());
    CHECK(worst < 1e-11);
  }
}

#endif
