// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace trident::program {

/// A JSON object as a report shows it. Bytes of names that are no UTF-8 stand as U+FFFD, or the report were none.
inline std::string json_text(nlohmann::ordered_json const& object) {
  return object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

} // namespace trident::program
