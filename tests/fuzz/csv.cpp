// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include <trident/format/csv_reader.hpp>

#include "line_mutator.hpp"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  return trident_test::mutate_lines(data, size, most, seed);
}

/// Tables of events, as `trident plot events` reads them.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<char const*>(data), size));
  constexpr std::array<std::string_view, 3> columns = {"weight", "E_nu", "plus_E"};
  std::array<double, 3> values{};
  try {
    trident::csv_reader reader(in, columns);
    while (reader.next(values)) {}
  } catch (trident::input_error const&) {} // its one line is the right answer
  return 0;
}
