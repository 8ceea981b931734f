// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <trident/parallel/allowed_processors.hpp>
#include <trident/runtime/number_option.hpp>

namespace {

/// What is accepted must be within what is allowed.
template <class Number>
void read(std::string const& text, Number lowest, Number highest) {
  try {
    auto const value = trident::runtime::number_from_text("--option", text, lowest, highest, "a number");
    if (!(lowest <= value && value <= highest)) std::abort();
  } catch (trident::input_error const&) {} // its one line is the right answer
}

} // namespace

/// Values of options, and the texts from which the number of threads is found out.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(reinterpret_cast<char const*>(data), size);
  read(text, 1e-3, 1e6);
  read(text, -1.0, 1.0);
  read<std::uint64_t>(text, 0, UINT64_MAX);
  read(text, 1u, 1024u);
  read(text, -5, 5);
  auto const middle = text.find('|');
  auto const groups = text.substr(0, middle);
  trident::detail::processors_by_control_groups(groups,
                                                middle == std::string::npos ? "" : text.substr(middle + 1));
  trident::detail::processors_of_quota(groups, text);
  return 0;
}
