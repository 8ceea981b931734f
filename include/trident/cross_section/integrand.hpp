// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <trident/amplitude/contracted_tensors.hpp>
#include <trident/flux/energy_map.hpp>
#include <trident/kinematics/phase_space.hpp>
#include <trident/model/model.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/process.hpp>

namespace trident {

/// A configuration: a channel, what it happens on, the neutrinos that come in, the couplings and the constants.
/// Parts that do not fit are refused with one of the sentences below.
template <class P, class N, class F, class M, class C = pdg>
class Trident {
  static_assert(Process<P>,
                "trident: the first part must be a channel: process<...>, one of its aliases, or `channel`");
  static_assert(Target<N>,
                "trident: the second part must be a target: a type with spin, mass(constants) [GeV], "
                "structure(Q2, constants), maximum_q2(), name() and pdg_code(), or a composite of such");
  static_assert(Flux<F>,
                "trident: the third part must be a flux: a type with energy() for fixed energy, or with "
                "edges(), density(E) and integral() for a spectrum");
  static_assert(ModelFor<M, P>,
                "trident: the fourth part must be a model of this channel: a type with "
                "couplings(process, constants, T) giving (g_V, g_A), and mediator_mass_squared() [GeV^2]");
  static_assert(Constants<C>,
                "trident: the fifth part must be a set of constants: pdg, teg2019 or one of your own");
};

/// The differential cross section of one channel on one target in one flux under one model, as a function on the unit
/// cube whose integral is the cross section [fb], averaged over the neutrinos of the flux. Each combination of types
/// compiles to its own inlined code; parameters of flux and model stay run-time members. Copies share nothing mutable.
template <Process P, Target N, Flux F, class M, Constants C>
  requires ModelFor<M, P>
class Trident<P, N, F, M, C> {
public:
  using process_type = P;
  using target_type = N;
  using flux_type = F;
  using model_type = M;
  using constants_type = C;

  static constexpr std::size_t dimension = phase_space::dimension + energy_map<F>::extra_dimensions;
  using point_type = std::array<double, dimension>;

  Trident(P channel, N target, F flux, M model, C = {})
      : process_(std::move(channel)), target_(std::move(target)), flux_(std::move(flux)),
        model_(std::move(model)), energies_(flux_, threshold_energy(masses().threshold(), target_.mass(C{}))),
        space_(make_space()) {}

  P const& process() const { return process_; }
  N const& target() const { return target_; }
  F const& flux() const { return flux_; }
  M const& model() const { return model_; }
  phase_space const& space() const { return space_; }
  energy_map<F> const& energies() const { return energies_; }

  constexpr pair_masses<double> masses() const {
    return {lepton_mass<C>(process_.minus_family), lepton_mass<C>(process_.plus_family)};
  }

  /// Smallest neutrino energy that makes the pair [GeV].
  double threshold() const { return space_.threshold(); }
  /// No neutrino of the flux is above threshold: the cross section is exactly zero.
  bool below_threshold() const { return energies_.empty(); }

  /// Cross section per unit volume of the cube [fb].
  double operator()(point_type const& u) const { return evaluate<double>(u); }

  /// The same for one number or a pack of numbers a coordinate.
  template <class Real>
  Real evaluate(std::array<Real, dimension> const& u) const {
    using detail::select; // a pack brings its own, found by argument-dependent lookup
    auto const [energy, measure] = energies_(u.back());
    auto const point = space_(beam_at(energy), inner_coordinates(u));
    // [PHYS:cross_section.integrand]
    return select(point.inside(), measure * point.jacobian * density(point), Real(0));
  }

  /// d sigma/(dQ2 d(k.q) dPhi_3 dphi_P/(2 pi)) at a point of phase space [fb/GeV^6]:
  /// (alpha G_F)^2/(2 E^2 Q2^2) { W_E |L.P|^2/M^2 + W_M (-g_{mu nu} L^mu L^nu*) }.
  template <class Real>
  Real density(phase_space_point<Real> const& point) const {
    Real const q2 = point.leptons.q2;
    hadron_structure<Real> const w = structure(q2);
    auto const [left, right] = chiral_couplings(point.leptons.transfer);
    Real sum;
    if constexpr (N::spin == target_spin::zero)
      sum = contracted_tensors(point, masses(), 1 / target_mass_, w.electric, left, right);
    else
      sum = contracted_tensors(point, masses(), 1 / target_mass_, w.electric, w.magnetic, left, right);
    // [PHYS:cross_section.density]
    Real const q2_energy = q2 * point.energy;
    return Real(front_factor) / (q2_energy * q2_energy) * sum;
  }

  /// Chiral couplings (c_L, c_R) of the pair; exchanged for antineutrinos.
  template <class Real>
  std::array<Real, 2> chiral_couplings(Real transfer) const {
    auto const g = couplings(transfer);
    // [PHYS:couplings.chiral]
    Real const left = g.vector - g.axial, right = g.vector + g.axial;
    if (process_.is_antineutrino) return {right, left};
    return {left, right};
  }

  template <class Real>
  static phase_space::coordinates<Real> inner_coordinates(std::array<Real, dimension> const& u) {
    phase_space::coordinates<Real> inner;
    std::copy_n(u.begin(), inner.size(), inner.begin());
    return inner;
  }

private:
  /// A model that takes one number at a time is asked lane by lane.
  template <class Real>
  vector_axial<Real> couplings(Real transfer) const {
    if constexpr (requires { model_.couplings(process_, C{}, transfer); }) {
      return model_.couplings(process_, C{}, transfer);
    } else {
      auto const [vector, axial] = detail::lanes<Real>::map(
          [this](double one) {
            auto const g = model_.couplings(process_, C{}, one);
            return std::array<double, 2>{g.vector, g.axial};
          },
          transfer);
      return {vector, axial};
    }
  }

  template <class Real>
  phase_space::beam<Real> beam_at(Real energy) const {
    if constexpr (FixedEnergy<F>)
      return {Real(beam_.energy), Real(beam_.low_k_dot_q), Real(beam_.log_range)};
    else
      return space_.at_energy(energy);
  }

  template <class Real>
  hadron_structure<Real> structure(Real q2) const {
    if constexpr (detail::lanes<Real>::count == 1 || detail::takes_packs<N>) {
      return target_.structure(q2, C{});
    } else {
      auto const [electric, magnetic] = detail::lanes<Real>::map(
          [this](double one) {
            auto const w = target_.structure(one, C{});
            return std::array<double, 2>{w.electric, w.magnetic};
          },
          q2);
      return {electric, magnetic};
    }
  }

  // [PHYS:cross_section.front_factor]
  static constexpr double front_factor = C::fine_structure * C::fine_structure * C::fermi_constant *
                                         C::fermi_constant / 2 * C::inverse_GeV2_in_fb;

  phase_space make_space() const {
    double const mass = target_.mass(C{});
    double const energy =
        std::max(energies_.maximum_energy(), 1.01 * threshold_energy(masses().threshold(), mass));
    auto const range = k_dot_q_range(energy, masses().threshold_squared(), mass, target_.maximum_q2());
    double const lowest = minimum_q2(energy, range.low, mass);
    // the form factor may end below the smallest Q2: then no point has a weight
    double const highest =
        std::max(std::min(2 * range.high - masses().threshold_squared(), target_.maximum_q2()), lowest);
    auto const weight = [&](double q2) {
      auto const w = target_.structure(q2, C{});
      return w.electric + w.magnetic;
    };
    return phase_space(masses(), mass, model_.mediator_mass_squared(), q2_map(lowest / 2, highest, weight));
  }

  [[no_unique_address]] P process_;
  [[no_unique_address]] N target_;
  [[no_unique_address]] F flux_;
  [[no_unique_address]] M model_;
  double target_mass_ = target_.mass(C{});
  energy_map<F> energies_;
  phase_space space_;
  phase_space::beam<double> beam_ = space_.at_energy(energies_.maximum_energy()); ///< used at fixed energy
};

template <class P, class N, class F, class M>
Trident(P, N, F, M) -> Trident<P, N, F, M, pdg>;
template <class P, class N, class F, class M, class C>
Trident(P, N, F, M, C) -> Trident<P, N, F, M, C>;

} // namespace trident
