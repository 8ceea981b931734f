// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>

#include <trident/base/error.hpp>
#include <trident/flux/unit.hpp>

/// Units of flux files.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(data), size);
  try {
    trident::flux_unit_from_text(text);
  } catch (trident::input_error const&) {} // its one line is the right answer
  return 0;
}
