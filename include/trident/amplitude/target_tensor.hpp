// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <trident/amplitude/contraction.hpp>

namespace trident {

/// The hadronic tensor at one point as leptons see it: the sum of weight h h for two vectors h, and magnetic (-g). Of a
/// target as a whole one vector is enough; a nucleon that moved within its nucleus has one more.
struct target_tensor {
  /// One of its vectors, in the gauge of the current.
  struct vector {
    double weight = 0;
    photon_polarisation<double> h{0, {0, 0}};
  };

  std::array<vector, 2> vectors;
  double magnetic = 0;
};

/// Of a target with structure functions, `along` being target_polarisation().
constexpr target_tensor make_target_tensor(hadron_structure<double> const& w,
                                           photon_polarisation<double> const& along) {
  // [PHYS:target.spin_half]
  return {{{{w.electric, along}, {}}}, w.magnetic};
}

/// Its contraction with the leptons [GeV^2].
template <class At>
double contract_tensor(At const& current, double q2, target_tensor const& target) {
  double sum = 0;
  for (auto const& [weight, h] : target.vectors)
    if (weight != 0) sum += weight * contract_vector(current, h);
  if (target.magnetic == 0) return sum;
  auto const photon = contract_photon_parts(current, q2);
  // [PHYS:photon.metric]
  return sum + target.magnetic * (2 * photon.transverse - photon.scalar);
}

} // namespace trident
