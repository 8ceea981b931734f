// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <trident/quadrature/photon_kernel.hpp>
#include <trident/quadrature/structure_surface.hpp>

namespace trident::detail {

/// L_T and L_S of a surface as an approximation of the photon has them, within the limits of the exact kinematics. The
/// textbook's equivalent photons are not among them: a target that breaks up has no R of its own to replace.
template <class Surface>
class treated_surface {
public:
  treated_surface(Surface const& exact, photon_treatment treatment) : exact_(exact), treatment_(treatment) {}

  auto const& scaling() const { return exact_.scaling(); }

  class slice {
  public:
    double threshold() const { return exact_.threshold(); }
    int power_at_threshold() const {
      return more_room_ > 0 ? 0 : power_of_exact();
    } ///< of the root of the room

    /// On its mass shell a photon has s = 2 k.q, by Q2 above that of the true one.
    photon_pair operator()(double room) const {
      // [PHYS:kernel.on_shell_photon]
      return {exact_(room + more_room_).transverse, 0};
    }

  private:
    friend class treated_surface;
    using exact_slice = decltype(std::declval<Surface const&>().at_q2(0.0));
    slice(exact_slice exact, double more_room) : exact_(std::move(exact)), more_room_(more_room) {}
    int power_of_exact() const {
      if constexpr (requires { exact_.power_at_threshold(); })
        return exact_.power_at_threshold();
      else
        return 7; // of a pair
    }
    exact_slice exact_;
    double more_room_;
  };

  slice at_q2(double q2) const {
    if (treatment_ == photon_treatment::epa_improved) return {exact_.at_q2(q2), 0};
    return {exact_.at_q2(0), q2};
  }

private:
  Surface const& exact_;
  photon_treatment treatment_;
};

} // namespace trident::detail
