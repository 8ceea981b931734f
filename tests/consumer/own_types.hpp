// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/trident.hpp>

/// A model for one number at a time.
struct plain_model {
  template <class Process, class Constants>
  trident::vector_axial<double> couplings(Process const& process, Constants constants,
                                          double transfer) const {
    return trident::standard_model{}.couplings(process, constants, transfer);
  }
  static double mediator_mass_squared() { return trident::standard_model::mediator_mass_squared(); }
};
