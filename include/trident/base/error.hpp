// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>

namespace trident {

/// What a user gave cannot be used. `what()` is one line that names the value, its unit, what was wrong and what is
/// allowed; the program prints it as it is and exits with status 2.
struct input_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

} // namespace trident
