// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/spectral_function.hpp>

/// A table, and what is made of it for argon if it holds as many nucleons.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::istringstream stream(std::string(reinterpret_cast<char const*>(data), size));
  try {
    auto const table = trident::read_spectral_function(stream, "f");
    if (!trident::detail::is_finite(table.norm()) || !(table.norm() > 0)) __builtin_trap();
    trident::spectral_function_nucleon<true> const nucleon(table, trident::isotopes::argon_40);
    auto const w = nucleon.structure(0.1, 0.1); // what is read can be used
    if (!trident::detail::is_finite(w.electric) || !trident::detail::is_finite(w.magnetic)) __builtin_trap();
  } catch (trident::input_error const& error) { // its one line is the right answer
    if (std::string(error.what()).find('\n') != std::string::npos) __builtin_trap();
  }
  return 0;
}
