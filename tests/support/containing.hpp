// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "catch.hpp"

/// Matches texts with `part` in them, under the name that either version of Catch2 has for it.
inline auto containing(std::string const& part) {
#if __has_include(<catch2/catch_all.hpp>)
  return Catch::Matchers::ContainsSubstring(part);
#else
  return Catch::Matchers::Contains(part);
#endif
}
