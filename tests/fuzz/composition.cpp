// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>

#include <trident/base/error.hpp>
#include <trident/target/composition.hpp>

/// Names of targets: nuclei, nucleons, formulas, mixtures.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const name(reinterpret_cast<char const*>(data), size);
  try {
    trident::registry::compose({name, "total"});
  } catch (trident::input_error const&) {} // its one line is the right answer
  return 0;
}
