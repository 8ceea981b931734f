// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/target_tensor.hpp>
#include <trident/cross_section/front_factor.hpp>
#include <trident/kinematics/concepts.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>

namespace trident {

/// A point that was drawn: its kinematics, and the neutrino's share of the measure.
template <class Real = double>
struct drawn_point {
  phase_space_point<Real> state;
  Real measure;

  constexpr auto inside() const { return state.inside(); }
};

namespace detail {

/// A response that takes one number at a time is asked lane by lane.
template <class Real, class Ask, class... Numbers>
constexpr hadron_structure<Real> structure_by_lanes(Ask const& ask, Numbers const&... numbers) {
  auto const [electric, magnetic] = lanes<Real>::map(
      [&](auto... one) {
        auto const w = ask(one...);
        return std::array<double, 2>{w.electric, w.magnetic};
      },
      numbers...);
  return {electric, magnetic};
}

/// The energy transfer of a response that draws it itself.
struct own_energy_transfer {};

} // namespace detail

/// The product of the four factors as a function on the unit cube: initial state x phase space x lepton current x hadronic
/// response [fb per unit volume]. With views of initial state, space and response it is trivially copyable: the argument of
/// a device's kernel.
///
/// Coordinates: those of the phase space, then one for the energy transfer where the response is a continuum, then those
/// of the initial state. point() is the one place that knows it. `Transfer` draws the energy transfer of a continuum that does
/// not do it itself: an energy_transfer_map, or its table.
template <class Initial, class Space, class Current, class Response, Constants C,
          class Transfer = detail::own_energy_transfer>
class cross_section_product {
public:
  static constexpr bool is_continuum = kind_of<Response> == response_kind::continuum;
  static constexpr std::size_t dimension = Space::dimension + (is_continuum ? 1 : 0) + Initial::dimension;
  template <class Real = double>
  using coordinates = std::array<Real, dimension>;

  constexpr cross_section_product(Initial initial, Space space, Current current, Response response,
                                  Transfer transfer = {})
      : response_(std::move(response)), current_(std::move(current)), transfer_(std::move(transfer)),
        target_mass_(response_.mass(C{})), initial_(std::move(initial)), space_(std::move(space)),
        beam_(space_.at_energy(static_cast<double>(initial_.maximum_energy()))) {}

  constexpr Initial const& initial() const { return initial_; }
  constexpr Space const& space() const { return space_; }
  constexpr Space& space() { return space_; }
  constexpr Current const& current() const { return current_; }
  constexpr Response const& response() const { return response_; }
  constexpr Transfer const& energy_transfer() const { return transfer_; }
  constexpr double target_mass() const { return target_mass_; } ///< [GeV]

  /// The point of phase space that coordinates stand for, one number or a pack each.
  template <class Real>
  constexpr drawn_point<Real> point(coordinates<Real> const& u) const {
    auto const [energy, measure] =
        initial_.draw(slice<dimension - Initial::dimension, Initial::dimension>(u));
    drawn_point<Real> drawn{space_(beam_at(energy), slice<0, Space::dimension>(u)), measure};
    if constexpr (is_continuum) draw_energy_transfer(drawn.state, u[Space::dimension]);
    return drawn;
  }

  /// Cross section per unit volume of the cube.
  template <class Real>
  constexpr Real evaluate(coordinates<Real> const& u) const {
    using detail::select; // a pack brings its own, found by argument-dependent lookup
    auto const [state, measure] = point(u);
    // [PHYS:cross_section.integrand]
    return select(state.inside(), measure * state.jacobian * density(state), Real(0));
  }

  constexpr double operator()(coordinates<double> const& u) const { return evaluate<double>(u); }

  /// d sigma/(dQ2 d(k.q) [dnu] dPhi_3 dphi_P/(2 pi)) at a point of phase space [fb/GeV^6, of a continuum fb/GeV^7]:
  /// (alpha G_F)^2/(2 E^2 Q2^2) { W_E |L.P|^2/M^2 + W_M (-g_{mu nu} L^mu L^nu*) }.
  template <class Real>
  constexpr Real density(phase_space_point<Real> const& point) const {
    constexpr double front_factor = detail::front_factor<C>();
    Real const q2 = point.leptons.q2;
    hadron_structure<Real> const w = structure(point);
    Real const sum = contract_target<has_magnetic_structure<Response>>(current_.at(point.leptons), q2,
                                                                       polarisation(point), w);
    // [PHYS:cross_section.density]
    Real const q2_energy = q2 * point.energy;
    return Real(front_factor) / (q2_energy * q2_energy) * sum;
  }

  /// The target of density(), to be contracted with whatever the leptons are asked for.
  target_tensor target_at(phase_space_point<double> const& point) const {
    return make_target_tensor(structure(point), polarisation(point));
  }

private:
  /// Without a loop or a copy of memory: packs stay in registers.
  template <std::size_t First, std::size_t Count, class Real>
  static constexpr std::array<Real, Count> slice(coordinates<Real> const& u) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::array<Real, Count>{u[First + I]...};
    }
    (std::make_index_sequence<Count>{});
  }

  template <class Real>
  constexpr auto beam_at(Real energy) const {
    using beam = typename Space::template beam<Real>;
    if constexpr (Initial::dimension == 0)
      return beam{Real(beam_.energy), Real(beam_.low_k_dot_q), Real(beam_.log_range)};
    else
      return space_.at_energy(energy);
  }

  template <class Real>
  constexpr photon_polarisation<Real> polarisation(phase_space_point<Real> const& point) const {
    if constexpr (is_continuum)
      return target_polarisation(point);
    else
      return target_polarisation(point, 1 / target_mass_);
  }

  template <class Real>
  constexpr hadron_structure<Real> structure(phase_space_point<Real> const& point) const {
    Real const q2 = point.leptons.q2;
    constexpr bool at_once = detail::lanes<Real>::count == 1 || detail::takes_packs<Response>;
    if constexpr (detail::takes_packs<Response>)
      static_assert(
          is_continuum ? requires { response_.structure(q2, q2, C{}); }
                       : requires { response_.structure(q2, C{}); },
          "trident: this target says takes_packs, but its structure() does not take the packs in use: make "
          "it a "
          "template of the number, or leave takes_packs out, and it is asked for one number at a time");
    if constexpr (is_continuum && at_once)
      return response_.structure(point.nu, q2, C{});
    else if constexpr (is_continuum)
      return detail::structure_by_lanes<Real>(
          [this](double nu, double one) { return response_.structure(nu, one, C{}); }, point.nu, q2);
    else if constexpr (at_once)
      return response_.structure(q2, C{});
    else
      return detail::structure_by_lanes<Real>([this](double one) { return response_.structure(one, C{}); },
                                              q2);
  }

  template <class Real>
  constexpr energy_transfer_draw<Real> energy_transfer_below(Real u, Real q2, Real largest, Real x) const {
    if constexpr (!std::is_same_v<Transfer, detail::own_energy_transfer>) {
      return transfer_(u, q2, largest, x);
    } else if constexpr (detail::lanes<Real>::count == 1 || detail::takes_packs<Response>) {
      return response_.draw(u, q2, largest, C{});
    } else {
      auto const both = detail::lanes<Real>::map(
          [this](double one, double q2_of_one, double largest_of_one) {
            auto const drawn = response_.draw(one, q2_of_one, largest_of_one, C{});
            return std::array<double, 2>{drawn.nu, drawn.measure};
          },
          u, q2, largest);
      return {both[0], both[1]};
    }
  }

  /// nu below (Q2/x - x)/2, x = k.q/E, where R = 1: R - 1 = 2 (nu_max - nu)/x.
  template <class Real>
  constexpr void draw_energy_transfer(phase_space_point<Real>& state, Real u) const {
    using detail::select;
    // [PHYS:limits.continuum_nu]
    Real const x = state.leptons.k_dot_q / state.energy, q2 = state.leptons.q2;
    Real const largest = largest_energy_transfer(q2, x);
    auto const [nu, measure] = energy_transfer_below(u, q2, largest, x);
    auto const inside = measure > Real(0) && nu < largest;
    state.nu = nu;
    // [PHYS:target.continuum_recoil]
    state.recoil = select(inside, 2 * (largest - nu) / x, Real(0));
    state.jacobian = select(inside, state.jacobian * measure, Real(0));
  }

  [[no_unique_address]] Response response_;
  [[no_unique_address]] Current current_;
  [[no_unique_address]] Transfer transfer_;
  double target_mass_;
  Initial initial_;
  Space space_;
  typename Space::template beam<double> beam_; ///< used at fixed energy
};

namespace detail {

/// What a device takes in place of an object that owns memory.
template <class T>
constexpr auto view_of(T const& one) {
  if constexpr (requires { one.view(); })
    return one.view();
  else
    return one;
}

} // namespace detail

/// The same on views, trivially copyable: valid as long as `owner`. Every part that owns memory must have a view().
template <class Initial, class Space, class Current, class Response, Constants C, class Transfer>
constexpr auto view(cross_section_product<Initial, Space, Current, Response, C, Transfer> const& owner) {
  auto initial = detail::view_of(owner.initial());
  auto space = detail::view_of(owner.space());
  auto current = detail::view_of(owner.current());
  auto response = detail::view_of(owner.response());
  auto transfer = detail::view_of(owner.energy_transfer());
  using viewed = cross_section_product<decltype(initial), decltype(space), decltype(current),
                                       decltype(response), C, decltype(transfer)>;
  static_assert(
      std::is_trivially_copyable_v<decltype(initial)>,
      "trident: a device needs view() of the spectrum: a histogram has one, another density has none");
  static_assert(std::is_trivially_copyable_v<decltype(current)>,
                "trident: a device needs a model that is trivially copyable, or a current with view()");
  static_assert(std::is_trivially_copyable_v<decltype(response)>,
                "trident: a device needs view() of the target, which must give something trivially copyable");
  static_assert(std::is_trivially_copyable_v<viewed>);
  return viewed(initial, space, current, response, transfer);
}

} // namespace trident
