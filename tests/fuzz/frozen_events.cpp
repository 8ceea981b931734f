// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <vector>

#include <trident/sampling/alias_table.hpp>
#include <trident/sampling/prepared_text.hpp>

#include "resealing_fuzzer.hpp"

// What events are drawn from: points of some cells go through all of its maps.

namespace {

struct constant {
  static constexpr std::size_t dimension = 7;
  double operator()(std::array<double, dimension> const&) const { return 1; }
};

void draw_from(trident::prepared_source<7> const& prepared) {
  std::vector<double> envelopes;
  for (auto const& one : prepared.cells) envelopes.push_back(one.volume() * one.maximum);
  trident::alias_table const choose(envelopes);
  trident::adapted_integrand<constant> const integrand({}, prepared.map, prepared.layers);
  for (double const u : {0x1p-53, 0.1, 0.5, 0.9, trident::adapted_map<7>::below_one}) {
    std::array<double, 7> point;
    point.fill(u);
    std::array<std::array<double, 7>, 1> const points{{prepared.cells[choose(u)].place(point)}};
    std::array<double, 1> values;
    integrand.evaluate(points, values);
    prepared.map.inverse(integrand.position(points[0]));
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  try {
    auto const content = forging::sealed_input("run", data, size);
    trident::record_reader in("run", trident::unsealed("run", "run", content), 2);
    draw_from(trident::read_prepared_source<7>(in));
  } catch (trident::input_error const&) {}
  return 0;
}
