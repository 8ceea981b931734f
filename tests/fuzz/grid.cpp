// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <trident/base/error.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/runtime/value_range.hpp>

/// Ranges of scans; all that comes out lies between the ends allowed.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace trident;
  std::string const text(reinterpret_cast<char const*>(data), size);
  for (auto const& range : {ranges::neutrino_energy, ranges::z_prime_mass, ranges::parameter}) try {
      for (double const value : runtime::values_of_range("--points", text, range))
        if (!(value >= range.lowest * (range.lowest < 0 ? 1.001 : 0.999) && value <= range.highest * 1.001))
          std::abort();
    } catch (input_error const&) {} // its one line is the right answer
  return 0;
}
