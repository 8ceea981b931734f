// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>

#include <trident/base/error.hpp>
#include <trident/runtime/model_words.hpp>

/// Models in one word, with grids, as --to and --also-model take them.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(data), size);
  try {
    trident::runtime::models_from_words("--to", trident::runtime::expanded_models({text}));
  } catch (trident::input_error const&) {} // its one line is the right answer
  return 0;
}
