// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <limits>
#include <type_traits>

#include <trident/base/finite.hpp>
#include <trident/quadrature/structure_functions.hpp>

namespace trident::detail {

/// L_T and L_S of the current of a configuration.
template <class Real, class S>
class current_structure {
public:
  /// `tolerance` is the relative error aimed at, per dimension.
  current_structure(S const& sigma, double tolerance)
      : sigma_(sigma), scale_(scale_of(sigma)), functions_(summed(sigma), tolerance) {}

  /// T at which the current varies [GeV^2], infinite where it does not.
  double transfer_scale() const { return scale_; }

  photon_pair operator()(double room, double q2) const {
    if constexpr (has_couplings)
      return functions_(
          room, q2, [this](double transfer) { return sigma_.chiral_couplings(transfer); }, scale_);
    else
      return functions_.of_current(room, q2, scale_);
  }

  /// Whether the couplings are 0 at all transfers: then so is the cross section, of which there are no logarithms.
  static bool vanishes(S const& sigma) {
    if constexpr (has_couplings) {
      double const mediator = sigma.model().mediator_mass_squared();
      auto const vanish = [&](double transfer) {
        return sigma.chiral_couplings(transfer) == std::array<double, 2>{};
      };
      return vanish(0) && vanish(is_finite(mediator) ? mediator : 1);
    } else {
      return false;
    }
  }

private:
  /// The contact current, whose couplings are multiplied in at each T.
  static constexpr bool has_couplings = requires(S const& sigma) { sigma.chiral_couplings(0.0); };
  using summed_type = std::conditional_t<has_couplings, open_contact_current<Real>,
                                         whole_current<Real, typename S::current_type>>;

  static summed_type summed(S const& sigma) {
    if constexpr (has_couplings)
      return summed_type(sigma.masses());
    else
      return summed_type(sigma.current());
  }

  /// Infinite where the couplings of this channel do not depend on the transfer.
  static double scale_of(S const& sigma) {
    constexpr double none = std::numeric_limits<double>::infinity();
    double const scale = sigma.current().transfer_scale();
    if constexpr (has_couplings)
      return scale < none && sigma.chiral_couplings(0.0) != sigma.chiral_couplings(scale) ? scale : none;
    else
      return scale;
  }

  S const& sigma_;
  double scale_;
  structure_function_quadrature<Real, summed_type> functions_;
};

} // namespace trident::detail
