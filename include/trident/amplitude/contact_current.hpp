// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <utility>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/physics/process.hpp>

namespace trident {

/// The contact current at one lepton state: both chiralities with their couplings.
template <class Real>
class contact_current_at {
public:
  constexpr contact_current_at(lepton_state<Real> const& s, pair_masses<double> const& masses,
                               std::array<Real, 2> const& chiral_couplings)
      : state_(s), lines_(detail::lines_of_current(s, Real(masses.minus), Real(masses.plus))),
        left_(chiral_couplings[0]), right_(chiral_couplings[1]) {}

  constexpr Real factor() const { return lines_.factor; }

  /// A spin that is flipped against one chirality is not against the other.
  constexpr spin_amplitudes<Real> amplitudes(photon_polarisation<Real> const& h) const {
    detail::contracted_current<Real> const both(state_, lines_, h);
    auto const &l = both.left, &r = both.right;
    // [PHYS:amplitude.interference]
    return {{left_ * l.none + right_ * r.both_flip, left_ * l.far_flip - right_ * r.far_flip,
             left_ * l.near_flip - right_ * r.near_flip, left_ * l.both_flip + right_ * r.none},
            both.eta_squared};
  }

  constexpr current_components<Real> components() const {
    auto const l = detail::chiral_components(state_, lines_.minus, lines_.plus, lines_.along);
    auto const r = detail::chiral_components(state_, lines_.plus, lines_.minus, -lines_.along);
    detail::complex<Real> const zero{Real(0), Real(0)};
    // [PHYS:amplitude.components]
    return {{left_ * l.lowering_none + right_ * r.lowering_both,
             left_ * l.lowering_far - right_ * r.lowering_far,
             left_ * l.lowering_near - right_ * r.lowering_near,
             left_ * l.lowering_both + right_ * r.lowering_none},
            {left_ * l.raising_none, left_ * l.raising_far - right_ * r.raising_far, zero,
             right_ * r.raising_none},
            {left_ * l.along_none, left_ * l.along_far - right_ * r.along_far, zero, right_ * r.along_none}};
  }

private:
  lepton_state<Real> const& state_;
  detail::current_lines<Real> lines_;
  Real left_, right_;
};

namespace detail {

/// (g_V, g_A) of a model; one that takes one number at a time is asked lane by lane.
template <Constants C, class M, Process P, class Real>
constexpr vector_axial<Real> model_couplings(M const& model, P const& process, Real transfer) {
  if constexpr (requires { model.couplings(process, C{}, transfer); }) {
    return model.couplings(process, C{}, transfer);
  } else {
    auto const [vector, axial] = lanes<Real>::map(
        [&](double one) {
          auto const g = model.couplings(process, C{}, one);
          return std::array<double, 2>{g.vector, g.axial};
        },
        transfer);
    return {vector, axial};
  }
}

} // namespace detail

/// Z and W exchange, and whatever a model adds to g_V and g_A, as a four-fermion interaction after Fierz, whose couplings
/// may depend on T.
template <Process P, class M, Constants C = pdg>
class contact_current {
public:
  constexpr contact_current(P process, M model) : process_(std::move(process)), model_(std::move(model)) {}

  constexpr pair_masses<double> masses() const {
    return {lepton_mass<C>(process_.minus_family), lepton_mass<C>(process_.plus_family)};
  }

  /// Of the mediator [GeV^2], infinite without one.
  constexpr double transfer_scale() const { return model_.mediator_mass_squared(); }

  /// The state must live as long as what is returned.
  template <class Real>
  constexpr contact_current_at<Real> at(lepton_state<Real> const& s) const {
    return {s, masses(), chiral_couplings(s.transfer)};
  }

  /// (c_L, c_R) = (g_V - g_A, g_V + g_A) of the pair; exchanged for antineutrinos.
  template <class Real>
  constexpr std::array<Real, 2> chiral_couplings(Real transfer) const {
    auto const g = detail::model_couplings<C>(model_, process_, transfer);
    // [PHYS:couplings.chiral]
    Real const left = g.vector - g.axial, right = g.vector + g.axial;
    if (process_.is_antineutrino) return {right, left};
    return {left, right};
  }

private:
  [[no_unique_address]] P process_;
  [[no_unique_address]] M model_;
};

/// A model that brings a current of its own: current(process, constants).
template <class M, class P, class C = pdg>
concept CurrentModelFor = Process<P> && requires(M const& m, P const& p) {
  { m.current(p, C{}) } -> LeptonCurrent;
};

/// The current of a channel in a model.
template <Constants C, Process P, class M>
  requires ModelFor<M, P, C> || CurrentModelFor<M, P, C>
constexpr auto make_current(P const& process, M const& model) {
  if constexpr (CurrentModelFor<M, P, C>)
    return model.current(process, C{});
  else
    return contact_current<P, M, C>(process, model);
}

} // namespace trident
