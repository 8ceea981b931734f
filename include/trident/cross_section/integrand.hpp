// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <trident/amplitude/contact_current.hpp>
#include <trident/cross_section/product.hpp>
#include <trident/cross_section/sampling_maps.hpp>
#include <trident/flux/initial_state.hpp>
#include <trident/kinematics/lepton_channel.hpp>
#include <trident/kinematics/phase_space.hpp>
#include <trident/model/model.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/process.hpp>

namespace trident {

/// A configuration: a channel, what it happens on, the neutrinos that come in, the couplings and the constants.
/// Parts that do not fit are refused with one of the sentences below.
template <class P, class N, class F, class M, class C = pdg>
class Trident {
  static_assert(Process<P>,
                "trident: the first part must be a channel: process<...>, one of its aliases, or `channel`");
  static_assert(Constants<C>,
                "trident: the fifth part must be a set of constants: pdg, teg2019 or one of your own");
  static_assert(
      HadronicResponse<N, C>,
      "trident: the second part must be a target: a type with has_magnetic_structure, mass(constants) [GeV], "
      "structure(Q2, constants), maximum_q2(), name() and pdg_code(), for the constants in use, or a "
      "composite of such; a continuum response has structure(nu, Q2, constants), "
      "lowest_energy_transfer(constants), moments(Q2, nu, constants), and draw(u, Q2, largest nu, constants) "
      "or panels(Q2, largest nu, constants)");
  static_assert(Flux<F>,
                "trident: the third part must be a flux: a type with energy() for fixed energy, or with "
                "edges(), density(E) and integral() for a spectrum, or an initial state with draw(u)");
  static_assert(
      ModelFor<M, P, C> || CurrentModelFor<M, P, C>,
      "trident: the fourth part must be a model of this channel: a type with "
      "couplings(process, constants, T) giving (g_V, g_A) for the constants in use, and "
      "mediator_mass_squared() [GeV^2]; or with current(process, constants) giving a lepton current");
};

/// The differential cross section of one channel on one target in one flux under one model, as a function on the unit
/// cube whose integral is the cross section [fb], averaged over the neutrinos of the flux. Each combination of types
/// compiles to its own inlined code; parameters of flux and model stay run-time members. Copies share nothing mutable.
template <Process P, class N, Flux F, class M, Constants C>
  requires(HadronicResponse<N, C> && (ModelFor<M, P, C> || CurrentModelFor<M, P, C>))
class Trident<P, N, F, M, C> {
public:
  using process_type = P;
  using target_type = N;
  using flux_type = F;
  using model_type = M;
  using constants_type = C;
  using current_type = decltype(make_current<C>(std::declval<P const&>(), std::declval<M const&>()));
  using limits_type = decltype(detail::limits_of(std::declval<N const&>(), C{}));
  using leptons_type = decltype(detail::lepton_map_of(std::declval<current_type const&>()));
  using space_type = basic_phase_space<detail::q2_map_of<N, C>, limits_type,
                                       detail::k_dot_q_of<N, C, initial_state<F>>, leptons_type>;
  using product_type = cross_section_product<initial_state<F>, space_type, current_type, N, C,
                                             detail::energy_transfer_of<N, C>>;

  static constexpr std::size_t dimension = product_type::dimension;
  using point_type = std::array<double, dimension>;

  Trident(P channel, N target, F flux, M model, C = {})
      : process_(std::move(channel)), flux_(std::move(flux)), model_(std::move(model)),
        product_(make_product(process_, flux_, model_, std::move(target))) {}

  P const& process() const { return process_; }
  N const& target() const { return product_.response(); }
  F const& flux() const { return flux_; }
  M const& model() const { return model_; }
  current_type const& current() const { return product_.current(); }
  space_type const& space() const { return product_.space(); }
  initial_state<F> const& energies() const { return product_.initial(); }

  constexpr pair_masses<double> masses() const { return product_.current().masses(); }

  /// Smallest neutrino energy that makes the pair [GeV].
  double threshold() const { return space().threshold(); }
  /// No neutrino of the flux is above threshold: the cross section is exactly zero.
  bool below_threshold() const { return energies().empty(); }

  /// Cross section per unit volume of the cube [fb].
  double operator()(point_type const& u) const { return evaluate<double>(u); }

  /// The same for one number or a pack of numbers a coordinate.
  template <class Real>
  Real evaluate(std::array<Real, dimension> const& u) const {
    return product_.template evaluate<Real>(u);
  }

  /// The kinematics at a point of the cube.
  template <class Real>
  drawn_point<Real> point(std::array<Real, dimension> const& u) const {
    return product_.template point<Real>(u);
  }

  /// See cross_section_product::density.
  template <class Real>
  Real density(phase_space_point<Real> const& point) const {
    return product_.density(point);
  }

  /// See cross_section_product::target_at.
  target_tensor target_at(phase_space_point<double> const& point) const { return product_.target_at(point); }

  /// Chiral couplings (c_L, c_R) of the pair; exchanged for antineutrinos.
  template <class Real>
  std::array<Real, 2> chiral_couplings(Real transfer) const requires ModelFor<M, P, C> {
    return product_.current().chiral_couplings(transfer);
  }

  /// Integrands that sum to this one, each with the leptons drawn in a map of its own: two where a W may be real. This one
  /// by itself draws all points in one map, which is poor there.
  std::vector<Trident> shares() const requires requires(leptons_type const& map) { map.share_threshold(); }
  {
    if (below_threshold() || !reaches(space().leptons().share_threshold())) return {*this};
    std::vector<Trident> both(2, *this);
    both[0].product_.space().leptons().use(lepton_channel::z_share);
    both[1].product_.space().leptons().use(lepton_channel::w_share);
    return both;
  }

  /// The four factors.
  product_type const& product() const { return product_; }
  /// The same for a device, see trident::view(): valid as long as this.
  auto view() const { return trident::view(product_); }

private:
  static product_type make_product(P process, F flux, M model, N target) {
    auto current = make_current<C>(process, model);
    auto const limits = detail::limits_of(target, C{});
    auto const masses = current.masses();
    double const lowest_energy = limits.threshold(masses.threshold());
    initial_state<F> initial(flux, lowest_energy);
    double const energy = std::max(static_cast<double>(initial.maximum_energy()), 1.01 * lowest_energy);
    auto const range = limits.k_dot_q(energy, masses.threshold_squared(), target.maximum_q2());
    double const lowest = lowest_q2(limits, energy, range.low);
    // the form factor may end below the smallest Q2: then no point has a weight
    double const highest =
        std::max(std::min(2 * range.high - masses.threshold_squared(), target.maximum_q2()), lowest);
    detail::sampling_range const sampled{energy, masses.threshold_squared(), lowest, highest};
    auto transfer = detail::make_energy_transfer(target, sampled, C{});
    auto q2 = detail::make_q2_map(target, sampled, limits, transfer, C{});
    auto outer = detail::make_k_dot_q<N, C, initial_state<F>>(sampled, limits, q2, lowest_energy,
                                                              detail::largest_scale_of(current));
    space_type space(detail::lepton_map_of(current), limits, std::move(q2), std::move(outer));
    return {std::move(initial), std::move(space), std::move(current), std::move(target), std::move(transfer)};
  }

  /// Whether more than a trace of the photons makes such an s [GeV^2]: below, one map does better alone. On argon the W share
  /// begins to pay at 1.4e4 GeV, where the trace is 1e-5, on protons at 4e3 GeV.
  bool reaches(double s) const {
    constexpr double trace = 1e-5;
    if (!std::isfinite(s)) return false;
    auto const& limits = space().limits();
    auto const& q2 = space().q2_map();
    double const energy = energies().maximum_energy();
    auto const range = limits.k_dot_q(energy, s, q2.highest_lower_limit());
    if (!(range.low < range.high)) return false;
    double const lowest = lowest_q2(limits, energy, space().at_energy(energy).low_k_dot_q);
    return 1 - q2.inverse(lowest_q2(limits, energy, range.low), lowest, q2.maximum()) > trace;
  }

  static double lowest_q2(elastic_limits const& limits, double energy, double k_dot_q) {
    return minimum_q2(energy, k_dot_q, limits.mass);
  }
  static double lowest_q2(continuum_limits const& limits, double energy, double k_dot_q) {
    return limits.lowest_q2(energy, k_dot_q).value;
  }

  [[no_unique_address]] P process_;
  [[no_unique_address]] F flux_;
  [[no_unique_address]] M model_;
  product_type product_;
};

template <class P, class N, class F, class M>
Trident(P, N, F, M) -> Trident<P, N, F, M, pdg>;
template <class P, class N, class F, class M, class C>
Trident(P, N, F, M, C) -> Trident<P, N, F, M, C>;

} // namespace trident
