// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace trident {

/// Why an integration ended.
enum class stop_reason {
  relative_error,    ///< the requested precision was reached
  evaluation_budget, ///< max_evaluations would have been exceeded
  time_limit,        ///< time_limit_seconds passed
  cancelled,         ///< the progress callback said so
};

constexpr std::string_view to_string(stop_reason reason) {
  switch (reason) {
  case stop_reason::relative_error:
    return "relative error reached";
  case stop_reason::evaluation_budget:
    return "evaluation budget spent";
  case stop_reason::time_limit:
    return "time limit reached";
  case stop_reason::cancelled:
    return "cancelled";
  }
  return "";
}

} // namespace trident
