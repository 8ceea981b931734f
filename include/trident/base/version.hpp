// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace trident {

/// Version of the library: the one place where it is written, CMake reads it from here.
inline constexpr std::string_view version = "0.1.0";

} // namespace trident
