// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>

#include <trident/base/error.hpp>
#include <trident/runtime/processes.hpp>

/// Channels as numbers and as texts.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(data), size);
  try {
    trident::registry::find_process(text);
  } catch (trident::input_error const&) {} // its one line is the right answer
  return 0;
}
