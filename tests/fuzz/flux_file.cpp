// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>

#include <trident/base/error.hpp>
#include <trident/flux/file.hpp>
#include <trident/flux/report.hpp>

/// A line with the names of columns, a line with the unit, and the file. The first byte chooses the flavour.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 1) return 0;
  std::string const all(reinterpret_cast<char const*>(data) + 1, size - 1);
  auto const first = std::min(all.find('\n'), all.size()),
             second = std::min(all.find('\n', first + 1), all.size());
  std::string const columns = all.substr(0, first);
  std::string const unit_text = first < second ? all.substr(first + 1, second - first - 1) : "";
  std::istringstream stream(second < all.size() ? all.substr(second + 1) : "");
  std::optional<trident::neutrino> flavour;
  if (data[0] % 7 < 6) flavour = trident::all_neutrinos[data[0] % 7];
  try {
    auto const unit = trident::flux_unit_from_text(unit_text);
    auto const flux = trident::read_flux(stream, "f", unit, unit.kind, flavour, columns);
    double const sum = flux.integral(); // what is read can be used
    if (!trident::detail::is_finite(sum) || !(sum > 0) || text_lines(make_report(flux)).empty())
      __builtin_trap();
  } catch (trident::input_error const& error) { // its one line is the right answer
    if (std::string(error.what()).find('\n') != std::string::npos) __builtin_trap();
  }
  return 0;
}
