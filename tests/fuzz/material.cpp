// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <trident/base/error.hpp>
#include <trident/target/materials.hpp>

/// Materials of rates; what is taken has mass, and nuclei in numbers.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const name(reinterpret_cast<char const*>(data), size);
  try {
    auto const one = trident::registry::material_from_text(name);
    bool good = one.molar_mass > 1e-9 && one.molar_mass < 1e12 && !one.ingredients.empty();
    for (auto const& part : one.ingredients) good = good && part.count > 0 && part.count < 1e12;
    if (!good) std::abort();
  } catch (trident::input_error const&) {} // its one line is the right answer
  return 0;
}
