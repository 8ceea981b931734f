// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <utility>

#include <trident/amplitude/target_tensor.hpp>
#include <trident/kinematics/phase_space.hpp>
#include <trident/numerics/complex.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/particle.hpp>

// How often each helicity of the two charged leptons comes out. Currents have amplitudes for spins along k, which are no
// helicities where a lepton's angle to the beam is not large against m/E.

namespace trident {

/// What belongs to each pair of helicities.
struct helicity_squares {
  static constexpr std::array<lepton_helicities, 4> pairs = {{{-1, -1}, {-1, 1}, {1, -1}, {1, 1}}};
  std::array<double, 4> values{}; ///< in the order of `pairs`

  static constexpr std::size_t place(lepton_helicities const& of) {
    return (of.minus > 0 ? 2u : 0u) + (of.plus > 0 ? 1u : 0u);
  }
  double operator()(lepton_helicities const& of) const { return values[place(of)]; }
  double sum() const { return values[0] + values[1] + values[2] + values[3]; }

  /// One of the pairs, in proportion to its square; `u` lies between 0 and 1.
  lepton_helicities draw(double u) const {
    double left = u * sum();
    std::size_t last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!(values[i] > 0)) continue;
      last = i;
      if ((left -= values[i]) < 0) break;
    }
    return pairs[last];
  }
};

namespace detail {

/// The helicity states of a lepton from its spin states along k, where k lies along z: half an angle, formed without
/// cancellation whatever the angle is.
struct helicity_rotation {
  double whole;           ///< of the state that the left-handed current sees, in the helicity that it prefers
  complex<double> turned; ///< of the flipped one

  complex<double> preferred(complex<double> const& seen, complex<double> const& flipped) const {
    return whole * seen + turned * flipped;
  }
  complex<double> other(complex<double> const& seen, complex<double> const& flipped) const {
    return whole * flipped - conj(turned) * seen;
  }
  helicity_rotation conjugate() const { return {whole, conj(turned)}; }
};

/// `minus` is E - p_z.
inline helicity_rotation make_helicity_rotation(double mass, double minus,
                                                complex<double> const& transverse) {
  double const across_squared = norm(transverse), across = std::sqrt(across_squared);
  double const most = (mass * mass + across_squared) / minus, energy = (most + minus) / 2,
               z = (most - minus) / 2, p = std::hypot(across, z);
  double const sum = p + std::abs(z), rest = across_squared / sum;
  double const forward = z > 0 ? sum : rest, backward = z > 0 ? rest : sum;
  double const over = 1 / (2 * p * minus);
  // [PHYS:helicity.rotation]
  double const size = mass * std::sqrt(forward * over / (energy + p));
  return {std::sqrt((energy + p) * backward * over),
          across > 0 ? (size / across) * transverse : complex<double>{size, 0}};
}

/// The amplitudes of one component of the current by helicities, in the order of helicity_squares::pairs: of the leptons
/// that the amplitude has in the places of l- and l+.
inline std::array<complex<double>, 4> by_helicities(spin_states<complex<double>> const& a,
                                                    helicity_rotation const& minus,
                                                    helicity_rotation const& plus) {
  auto const turned = minus.conjugate(); // a spinor of l- stands in the amplitude as its conjugate
  // [PHYS:helicity.amplitudes]
  complex<double> const left_none = turned.preferred(a.none, a.minus_flipped),
                        left_flipped = turned.preferred(a.plus_flipped, a.both),
                        right_none = turned.other(a.none, a.minus_flipped),
                        right_flipped = turned.other(a.plus_flipped, a.both);
  return {plus.other(left_none, left_flipped), plus.preferred(left_none, left_flipped),
          plus.other(right_none, right_flipped), plus.preferred(right_none, right_flipped)};
}

/// Whether a current takes antineutrinos for mirrored neutrinos with l- and l+ exchanged.
template <class L>
constexpr bool has_exchanged_leptons(L const& current) {
  if constexpr (requires {
                  { current.is_exchanged() } -> std::convertible_to<bool>;
                })
    return current.is_exchanged();
  else
    return false;
}

/// The rotations of the leptons that the amplitude has in the places of l- and l+, at one point of phase space.
struct helicity_rotations {
  helicity_rotation minus, plus;

  /// `exchanged`: l+ stands in the place of l-, and all is mirrored.
  static helicity_rotations at(phase_space_point<> const& point, pair_masses<double> const& masses,
                               bool exchanged) {
    auto const& s = point.leptons;
    double const q_minus = s.k_dot_q / point.energy;
    auto const of = [&](double x, complex<double> const& kappa, double mass) {
      // [PHYS:lab.leptons]
      complex<double> const transverse =
          kappa - (x * q_minus * std::sqrt(point.recoil)) * point.target_direction;
      return make_helicity_rotation(mass, x * q_minus, exchanged ? conj(transverse) : transverse);
    };
    auto const first = of(s.x_minus, s.kappa_minus, masses.minus),
               second = of(s.x_plus, s.kappa_plus, masses.plus);
    return exchanged ? helicity_rotations{second, first} : helicity_rotations{first, second};
  }
};

} // namespace detail

/// Squares of the amplitude by the helicities of l- and l+ in the frame of the target, the beam along z [GeV^2]: their sum is
/// contract_tensor(). Amplitudes are those of neutrinos; antineutrinos have the opposite helicities. A current that is
/// exchanged names the spins of the event's own l- and l+: which of them is flipped.
template <class L, Process P>
helicity_squares find_helicity_squares(L const& current, P const& process, phase_space_point<> const& point,
                                       target_tensor const& target) {
  using detail::norm;
  bool const exchanged = detail::has_exchanged_leptons(current);
  auto const rotations = detail::helicity_rotations::at(point, current.masses(), exchanged);
  auto const at = current.at(point.leptons);
  auto const components = at.components();
  auto const by_helicities = [&](spin_states<detail::complex<double>> one) {
    if (exchanged) std::swap(one.minus_flipped, one.plus_flipped);
    return detail::by_helicities(one, rotations.minus, rotations.plus);
  };
  auto const lowering = by_helicities(components.lowering), raising = by_helicities(components.raising),
             along = by_helicities(components.along);
  helicity_squares found;
  for (std::size_t i = 0; i < 4; ++i) {
    double sum = 0;
    for (auto const& [weight, h] : target.vectors)
      sum += weight * norm(lowering[i] * conj(h.transverse) + raising[i] * h.transverse + h.plus * along[i]);
    // [PHYS:photon.metric]
    sum += target.magnetic *
           (2 * (norm(lowering[i]) + norm(raising[i])) - 4 * point.leptons.q2 * norm(along[i]));
    auto const& seen = helicity_squares::pairs[i];
    auto of = exchanged ? lepton_helicities{seen.plus, seen.minus} : seen;
    // [PHYS:helicity.antineutrinos]
    if (process.is_antineutrino) of = {-of.minus, -of.plus};
    found.values[helicity_squares::place(of)] = sum > 0 ? at.factor() * sum : 0; // rounding
  }
  return found;
}

} // namespace trident
