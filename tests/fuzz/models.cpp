// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>

#include <trident/base/error.hpp>

#include "program/model_words.cpp"
#include "program/scan_range.cpp"

/// Models in one word, with grids, as --to and --also-model take them.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(data), size);
  try {
    trident::program::models_from_words("--to", trident::program::expanded_models({text}));
  } catch (trident::input_error const&) {} // its one line is the right answer
  return 0;
}
