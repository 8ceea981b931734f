// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <trident/mc/vegas.hpp>
#include <trident/runtime/checkpoint.hpp>

#include "resealing_fuzzer.hpp"

// A checkpoint, gone on with for what is left of a small budget.

namespace {

struct product_of_coordinates {
  static constexpr std::size_t dimension = 7;
  double operator()(std::array<double, dimension> const& point) const {
    double product = 1;
    for (double const x : point) product *= x;
    return product;
  }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using trident::runtime::checkpoint;
  try {
    auto const known = checkpoint::from_text("c", forging::sealed_input("checkpoint", data, size));
    trident::vegas_options options;
    options.seed = known.seed();
    options.max_evaluations = 50'000;
    auto const state = known.state_of(options);
    if (auto const* const found = std::get_if<trident::vegas_state<7>>(&state))
      trident::run_vegas(product_of_coordinates{}, options, trident::no_progress{}, *found);
  } catch (trident::input_error const&) {}
  return 0;
}
