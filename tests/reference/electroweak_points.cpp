// SPDX-License-Identifier: BSL-1.0

// The full electroweak amplitude at the points of ../data/electroweak_points.hpp, from their 34-digit momenta.
//
// Tolerance 1e-10 relative, as the project requires, 1e-9 in packs; rounding of the lepton state to double costs about
// 1e-14. In quadruple precision what is left is rounding of the 17-digit figures and of the bosons' constants, and the
// digits of the momenta themselves: 1e-12 at the one point where a lepton is emitted within 1e-9 of the photon.

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/full_electroweak.hpp>
#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/numerics/pack.hpp>
#include <trident/numerics/twin.hpp>
#endif

#include "../data/electroweak_points.hpp"
#include "channels.hpp"
#include "electroweak_states.hpp"

using namespace trident;
using namespace trident_test;

namespace {

constexpr double electroweak_tolerance = 1e-10;

/// The contact couplings of W exchange, and of the Z times what its propagator makes of them: so that the full amplitude of
/// this model has no neutral current.
struct charged_current_only : detail::contact {
  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const& p, C, Real transfer) const {
    auto const all = standard_model{}.couplings(p, C{}, 0.0);
    double const charged = p.has_charged_current ? 2 : 0, z_mass = boson_masses{}.z;
    Real const ratio = transfer * Real(1 / (z_mass * z_mass)), lost = ratio / (1 + ratio);
    return {Real(charged) + lost * Real(all.vector - charged),
            Real(-charged) + lost * Real(all.axial + charged)};
  }
};

/// The same pair from a neutrino of another flavour: Z exchange alone.
channel without_charged_current(channel const& process) {
  channel other = process;
  other.incoming_family = other.outgoing_family =
      process.minus_family == flavour::electron ? flavour::muon : flavour::electron;
  other.has_charged_current = false;
  return other;
}

exact_point<quad> point_of(electroweak_point const& p) {
  // the masses of the file are decimal numbers
  auto const mass = [](flavour family) {
    constexpr std::array<char const*, 3> values = {"0.00051099895", "0.1056583755", "1.77686"};
    return quad(values[static_cast<std::size_t>(family)]);
  };
  auto const process = channel_with_number(p.process);
  return exact_point_of<quad>(p, mass(process.minus_family), mass(process.plus_family));
}

/// Sums over spins.
template <class Number>
electroweak_contractions<Number> contractions_of(auto const& current, exact_point<quad> const& point,
                                                 double target_mass) {
  auto const state = state_of<Number>(point.momenta);
  auto const h = polarisation_of<Number>(point.target, point.momenta);
  auto const at = current.at(state);
  auto const components = at.components();
  Number const metric =
      2 * detail::transverse_squares(components) - 4 * state.q2 * detail::along_squares(components);
  return {Number(4 * target_mass * target_mass) * contract_vector(at, h), at.factor() * metric};
}

template <class Number, class Expected>
void check(electroweak_contractions<Number> const& ours, electroweak_contractions<Expected> const& expected,
           double tolerance) {
  auto const deviation = [](Number const& a, quad const& b) {
    return std::abs(static_cast<double>(quad(a) / b - 1));
  };
  CHECK(deviation(ours.along_target, quad(expected.along_target)) < tolerance);
  CHECK(deviation(ours.minus_metric, quad(expected.minus_metric)) < tolerance);
}

} // namespace

TEST_CASE("Reference points: full electroweak amplitude, neutrinos", "[electroweak]") {
  for (auto const& p : electroweak_points) {
    auto const process = channel_with_number(p.process);
    electroweak_current<channel, standard_model> const current(process, {});
    CAPTURE(process.text(), p.energy);
    check(contractions_of<double>(current, point_of(p), p.target_mass), p.full, electroweak_tolerance);
    check(contractions_of<quad>(current, point_of(p), p.target_mass), p.full, 2e-12);
  }
}

TEST_CASE("Reference points: full electroweak amplitude, antineutrinos", "[electroweak]") {
  for (auto const& p : electroweak_points) {
    auto const process = conjugate(channel_with_number(p.process));
    electroweak_current<channel, standard_model> const current(process, {});
    CAPTURE(process.text(), p.energy);
    auto const point = exchanged(point_of(p)); // `minus` of the file is the antilepton
    check(contractions_of<double>(current, point, p.target_mass), p.antineutrino, electroweak_tolerance);
    check(contractions_of<quad>(current, point, p.target_mass), p.antineutrino, 2e-12);
  }
}

TEST_CASE("Reference points: the width of the W has its sign", "[electroweak]") {
  // what integrals do not see: conjugating mu2 gives neutrinos the amplitude of antineutrinos
  boson_masses opposite;
  opposite.w_width = -opposite.w_width;
  double largest = 0;
  for (auto const& p : electroweak_points) {
    auto const process = channel_with_number(p.process);
    electroweak_current<channel, standard_model> const current(process, {}, opposite);
    CAPTURE(process.text(), p.energy);
    auto const wrong = contractions_of<double>(current, point_of(p), p.target_mass);
    check(wrong, p.antineutrino, electroweak_tolerance);
    largest = std::max(largest, std::abs(std::log(wrong.along_target / std::stod(p.full.along_target))));
  }
  CHECK(largest > 0.5); // a factor of more than 1.6 at one of the points
}

TEST_CASE("Reference points: contact interactions, Z alone and W alone", "[electroweak]") {
  for (auto const& p : electroweak_points) {
    auto const process = channel_with_number(p.process);
    CAPTURE(process.text(), p.energy);
    auto const point = point_of(p);
    contact_current<channel, standard_model> const contact(process, {});
    check(contractions_of<double>(contact, point, p.target_mass), p.contact, electroweak_tolerance);
    electroweak_current<channel, charged_current_only> const w(process, {});
    if (process.has_charged_current)
      check(contractions_of<double>(w, point, p.target_mass), p.w_squared, electroweak_tolerance);
    electroweak_current<channel, standard_model> const z(without_charged_current(process), {});
    if (process.has_neutral_current)
      check(contractions_of<double>(z, point, p.target_mass), p.z_squared, electroweak_tolerance);
  }
}

#if __has_include(<xsimd/xsimd.hpp>)

TEST_CASE("Reference points: full electroweak amplitude in packs", "[electroweak]") {
  using twin = detail::twin<pack>;
  for (auto const& p : electroweak_points) {
    auto const process = channel_with_number(p.process);
    electroweak_current<channel, standard_model> const current(process, {});
    CAPTURE(process.text(), p.energy);
    auto const one = contractions_of<double>(current, point_of(p), p.target_mass);
    check(one, p.full, electroweak_tolerance);
    auto const packed = contractions_of<twin>(current, point_of(p), p.target_mass);
    auto const mean = [](twin const& a) {
      return detail::lanes<twin>::sum(a) / static_cast<double>(detail::lanes<twin>::count);
    };
    check(electroweak_contractions<double>{mean(packed.along_target), mean(packed.minus_metric)}, p.full,
          1e-9);
  }
}

#endif
