// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ostream>

#include <trident/base/number_text.hpp>
#include <trident/cross_section/integrate.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>

namespace trident {

/// "( 1.379e-03 +- 1e-06 ) fb, 200000 evaluations"; the caller's formatting of numbers is left alone.
inline std::ostream& operator<<(std::ostream& out, cross_section_estimate const& estimate) {
  using detail::number_text;
  out << "( " << number_text(estimate.value) << " +- " << number_text(estimate.error) << " ) fb, "
      << estimate.evaluations << " evaluations";
  if (estimate.below_threshold) out << ", below threshold";
  if (estimate.reason != stop_reason::relative_error) out << ", " << to_string(estimate.reason);
  return out;
}

inline std::ostream& operator<<(std::ostream& out, inclusive_estimate const& estimate) {
  using detail::number_text;
  out << "( " << number_text(estimate.value) << " +- " << number_text(estimate.error) << " ) fb, "
      << estimate.evaluations << " evaluations";
  if (estimate.below_threshold) out << ", below threshold";
  return out;
}

} // namespace trident
