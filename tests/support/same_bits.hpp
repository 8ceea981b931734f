// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/mc/result.hpp>

namespace trident {

/// Two runs gave one result, to the last bit.
inline bool same_bits(integral_estimate const& a, integral_estimate const& b) {
  return a.value == b.value && a.error == b.error && a.evaluations == b.evaluations &&
         a.zero_evaluations == b.zero_evaluations && a.chi2_per_dof == b.chi2_per_dof &&
         a.effective_sample_size == b.effective_sample_size &&
         a.first_non_finite_index == b.first_non_finite_index && a.reason == b.reason;
}

} // namespace trident
