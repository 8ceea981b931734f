// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/model/weak_propagators.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>

namespace trident {

/// Cross sections of the Standard Model [fb], which add up over the components of a target.
struct propagator_cross_sections {
  double contact = 0; ///< by contact interactions
  double with_z = 0;  ///< with 1/(1 + T/M_Z^2) for the Z: exact
  double with_w = 0;  ///< with 1/(1 + T/M_W^2) for the W: an estimate, whose difference may have either sign

  double relative_change_by_z() const { return with_z / contact - 1; }
  double size_of_change_by_w() const { return std::abs(with_w / contact - 1); }
};

/// Of the Standard Model in this channel, on this target, in this flux.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
propagator_cross_sections weak_propagator_cross_sections(Trident<P, N, F, M, C> const& sigma,
                                                         inclusive_options const& options = {}) {
  auto const value = [&](resolved_model const& model) {
    Trident<P, N, F, resolved_model, C> const with{sigma.process(), sigma.target(), sigma.flux(), model, C{}};
    return inclusive_cross_section<Real>(with, options).value;
  };
  auto const& process = sigma.process();
  resolved_model const standard = resolve(standard_model{}, process, C{});
  resolved_model const with_z = resolve(standard_model_with_z{}, process, C{});
  double const charged = process.has_charged_current ? 2 : 0, square = w_mass * w_mass;
  auto const all = standard.contact();
  // [PHYS:model.w_propagator]
  resolved_model const with_w({all.vector - charged, all.axial + charged},
                              {square * charged, -square * charged}, square);
  return {value(standard), value(with_z), value(with_w)};
}

} // namespace trident
