// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include <trident/amplitude/contact_current.hpp>
#include <trident/amplitude/w_exchange.hpp>
#include <trident/kinematics/charge_conjugate.hpp>
#include <trident/kinematics/electroweak_map.hpp>
#include <trident/model/model.hpp>
#include <trident/physics/boson_masses.hpp>
#include <trident/physics/process.hpp>

namespace trident {

namespace detail {

/// What an electroweak current asks of its channel at every point. Of a channel that is known when compiling, what it does
/// not have is not compiled.
template <Process P>
struct electroweak_terms {
  [[no_unique_address]] P process;
  pair_masses<double> masses; ///< of the lepton that is made with the W, and of the other
  complex<double> tau;        ///< 1/mu2 [1/GeV^2]
  bool adds_neutral;          ///< a model has neutral currents where the Standard Model has none

  constexpr bool has_w() const { return process.has_charged_current; }
  constexpr bool has_neutral() const { return process.has_neutral_current || adds_neutral; }
  constexpr bool is_exchanged() const { return process.is_antineutrino; } ///< that lepton is l+
};

/// W exchange alone.
template <Process P>
struct w_terms : electroweak_terms<P> {
  static constexpr bool has_w() { return true; }
  static constexpr bool has_neutral() { return false; }
};

/// All but W exchange.
template <Process P>
struct neutral_terms : electroweak_terms<P> {
  static constexpr bool has_w() { return false; }
  static constexpr bool has_neutral() { return true; }
};

/// The lines of the neutrino's amplitude; for antineutrinos l- and l+ are exchanged and mirrored in the plane of k and k'.
template <class Real, class P>
constexpr current_lines<Real> electroweak_lines(lepton_state<Real> const& s,
                                                electroweak_terms<P> const& terms) {
  Real const made(terms.masses.minus), other(terms.masses.plus);
  if (terms.is_exchanged())
    return lines_of_current<Real>(s, {s.x_plus, conj(s.kappa_plus), made, s.d_plus},
                                  {s.x_minus, conj(s.kappa_minus), other, s.d_minus});
  return lines_of_current(s, made, other);
}

} // namespace detail

/// The full electroweak current at one lepton state. Its spin states are those of l- and l+ of the event, for neutrinos and
/// antineutrinos alike: `none` is a left-handed l- and a right-handed l+ where masses do not count.
template <class Real, class Terms>
class electroweak_current_at {
public:
  /// All of it costs little more than amplitudes(h): who needs both contracts the components.
  static constexpr bool contracts_components = true;

  constexpr electroweak_current_at(lepton_state<Real> const& s, Terms const& terms,
                                   std::array<Real, 2> const& neutral)
      : state_(s), terms_(terms), lines_(detail::electroweak_lines(s, terms)), left_(neutral[0]),
        right_(neutral[1]) {}

  constexpr Real factor() const { return lines_.factor; }

  constexpr spin_amplitudes<Real> amplitudes(photon_polarisation<Real> h) const {
    if (terms_.is_exchanged()) h.transverse = conj(h.transverse);
    auto const eta_bar = conj(h.transverse);
    auto const z_minus = lines_.minus.kappa * eta_bar, z_plus = lines_.plus.kappa * eta_bar;
    Real const along = h.plus * lines_.along;
    auto const left = detail::chiral_amplitudes(state_, h, lines_.minus, z_minus, lines_.plus, z_plus, along);
    if (!terms_.has_neutral()) return result(exchange().amplitudes(h, z_minus, z_plus, left, Real(0)));
    auto const sum =
        terms_.has_w() ? exchange().amplitudes(h, z_minus, z_plus, left, left_) : times(left_, left, eta_bar);
    auto const right =
        detail::chiral_amplitudes(state_, h, lines_.plus, z_plus, lines_.minus, z_minus, -along);
    // [PHYS:electroweak.sum]
    return result({sum.none + right_ * right.both_flip, sum.minus_flipped - right_ * right.far_flip,
                   sum.plus_flipped - (right_ * right.near_flip) * eta_bar, sum.both + right_ * right.none});
  }

  constexpr current_components<Real> components() const {
    auto const left = detail::chiral_components(state_, lines_.minus, lines_.plus, lines_.along);
    auto sum = terms_.has_w() ? exchange().components(left, terms_.has_neutral() ? left_ : Real(0))
                              : times(left_, left);
    if (terms_.has_neutral()) add_right(sum);
    if (!terms_.is_exchanged()) return sum;
    // the mirror exchanges eta and its conjugate
    return {exchanged(sum.raising), exchanged(sum.lowering), exchanged(sum.along)};
  }

private:
  using complex = detail::complex<Real>;
  using states = spin_states<complex>;

  /// The neutral current of left-handed leptons where there is no W.
  static constexpr states times(Real const& coupling, detail::helicity_amplitudes<Real> const& left,
                                complex const& eta_bar) {
    return {coupling * left.none, coupling * left.far_flip, (coupling * left.near_flip) * eta_bar,
            coupling * left.both_flip};
  }

  constexpr detail::w_exchange<Real> exchange() const {
    return {state_, lines_.minus, lines_.plus, terms_.tau};
  }

  static constexpr current_components<Real> times(Real const& coupling,
                                                  detail::photon_components<Real> const& l) {
    complex const none{Real(0), Real(0)};
    return {{coupling * l.lowering_none, coupling * l.lowering_far, coupling * l.lowering_near,
             coupling * l.lowering_both},
            {coupling * l.raising_none, coupling * l.raising_far, none, none},
            {coupling * l.along_none, coupling * l.along_far, none, none}};
  }

  /// The neutral current of right-handed leptons.
  constexpr void add_right(current_components<Real>& sum) const {
    auto const r = detail::chiral_components(state_, lines_.plus, lines_.minus, -lines_.along);
    auto& [lowering, raising, along] = sum;
    // [PHYS:amplitude.components]
    lowering.none = lowering.none + right_ * r.lowering_both;
    lowering.minus_flipped = lowering.minus_flipped - right_ * r.lowering_far;
    lowering.plus_flipped = lowering.plus_flipped - right_ * r.lowering_near;
    lowering.both = lowering.both + right_ * r.lowering_none;
    raising.minus_flipped = raising.minus_flipped - right_ * r.raising_far;
    raising.both = raising.both + right_ * r.raising_none;
    along.minus_flipped = along.minus_flipped - right_ * r.along_far;
    along.both = along.both + right_ * r.along_none;
  }

  /// CP reverses both helicities and exchanges the leptons: what remains is which of them was flipped.
  static constexpr states exchanged(states const& a) {
    return {a.none, a.plus_flipped, a.minus_flipped, a.both};
  }

  constexpr spin_amplitudes<Real> result(states const& a) const {
    return {terms_.is_exchanged() ? exchanged(a) : a, Real(1)};
  }

  lepton_state<Real> const& state_;
  [[no_unique_address]] Terms terms_;
  detail::current_lines<Real> lines_;
  Real left_, right_;
};

/// The Standard Model with W and Z as particles, the photon on both charged leptons and on the W, at any energy; and what a
/// model adds to the Standard Model's contact couplings, with the propagators that it has.
///
/// Antineutrinos are computed as neutrinos with l- and l+ exchanged, mirrored: the width of the W makes a term that is odd
/// under reflection.
template <Process P, class M, Constants C = pdg>
class electroweak_current {
public:
  constexpr electroweak_current(P process, M model, boson_masses const& bosons = {})
      : model_(std::move(model)), bosons_(bosons), z_contact_(z_couplings(process)),
        over_z_mass_squared_(1 / (bosons.z * bosons.z)), terms_{process, pair_made_with_w(process),
                                                                detail::inverse_w_mass_squared(bosons),
                                                                false} {
    terms_.adds_neutral = has_neutral_couplings();
  }

  constexpr pair_masses<double> masses() const { return masses_of(terms_.process); }

  /// Of the lightest of the particles that carry T [GeV^2].
  constexpr double transfer_scale() const {
    return std::min(bosons_.z * bosons_.z, model_.mediator_mass_squared());
  }

  constexpr bool has_w() const { return terms_.has_w(); } ///< W exchange: the W may be real
  constexpr boson_masses const& bosons() const { return bosons_; }
  M const& model() const { return model_; }

  /// l+ is the lepton of the incoming neutrino's flavour.
  constexpr bool is_exchanged() const { return terms_.is_exchanged(); }
  /// That lepton, made together with the W, as `minus`, and the one of the W's decay as `plus` [GeV].
  constexpr pair_masses<double> const& made_with_w() const { return terms_.masses; }

  /// What the Monte Carlo draws the leptons with.
  electroweak_map lepton_map() const {
    double const mediator = has_w() ? model_.mediator_mass_squared() : transfer_scale();
    return {masses(), mediator, bosons_, has_w(), is_exchanged()};
  }

  /// Valid as long as the state, as are those below.
  template <class Real>
  constexpr electroweak_current_at<Real, detail::electroweak_terms<P>> at(lepton_state<Real> const& s) const {
    return {s, terms_, neutral_couplings(s.transfer)};
  }

  constexpr bool has_neutral() const { return terms_.has_neutral(); } ///< anything but W exchange

  /// W exchange alone.
  template <class Real>
  constexpr electroweak_current_at<Real, detail::w_terms<P>>
  w_exchange_at(lepton_state<Real> const& s) const {
    return {s, {terms_}, {Real(0), Real(0)}};
  }
  /// All but W exchange.
  template <class Real>
  constexpr electroweak_current_at<Real, detail::neutral_terms<P>>
  neutral_at(lepton_state<Real> const& s) const {
    return {s, {terms_}, neutral_couplings(s.transfer)};
  }

  /// (c_L, c_R) of all but W exchange, at T in GeV^2.
  template <class Real>
  constexpr std::array<Real, 2> neutral_couplings(Real transfer) const {
    auto const g = detail::model_couplings<C>(model_, terms_.process, transfer);
    double const charged = terms_.has_w() ? 4 : 0; // c_L of W exchange
    // [PHYS:electroweak.neutral]
    Real const ratio = transfer * Real(over_z_mass_squared_), lost = ratio / (1 + ratio);
    Real const left = g.vector - g.axial, right = g.vector + g.axial;
    return {left - Real(charged) - lost * Real(z_contact_[0]), right - lost * Real(z_contact_[1])};
  }

private:
  /// (c_L, c_R) of the Z at T = 0.
  static constexpr std::array<double, 2> z_couplings(P const& process) {
    auto const all = standard_model{}.couplings(process, C{}, 0.0);
    double const charged = process.has_charged_current ? 4 : 0;
    return {all.vector - all.axial - charged, all.vector + all.axial};
  }

  static constexpr pair_masses<double> masses_of(P const& process) {
    return {lepton_mass<C>(process.minus_family), lepton_mass<C>(process.plus_family)};
  }
  static constexpr pair_masses<double> pair_made_with_w(P const& process) {
    auto const both = masses_of(process);
    return process.is_antineutrino ? pair_masses<double>{both.plus, both.minus} : both;
  }

  constexpr bool has_neutral_couplings() const {
    constexpr std::array<double, 2> none{};
    double const scale = model_.mediator_mass_squared();
    return neutral_couplings(0.0) != none ||
           neutral_couplings(std::min(scale, bosons_.z * bosons_.z)) != none;
  }

  [[no_unique_address]] M model_;
  boson_masses bosons_;
  std::array<double, 2> z_contact_;
  double over_z_mass_squared_;
  detail::electroweak_terms<P> terms_;
};

} // namespace trident
