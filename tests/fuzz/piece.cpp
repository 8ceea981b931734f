// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include "program/piece.hpp"
#include "program/sampled_run.hpp"
#include "resealing_fuzzer.hpp"

// A piece of a cross section, and what merge does with one that is the whole.

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace trident::program;
  try {
    auto const content = forging::sealed_input("piece", data, size);
    trident::record_reader in("piece", trident::unsealed("piece", "piece", content), 2);
    auto const head = read_piece_head(in);
    auto const run = read_sampled_run(in);
    in.expect_end();
    order_of({head}, {"piece"});
    require_same_components(run, "piece", run);
    if (run.sums.size() != run.chunks() || head.items != run.chunks()) return 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < run.components.size(); ++i) {
      if (run.components[i].production.chunks > 0) estimate_of(run, i, before);
      before += run.components[i].production.chunks;
    }
  } catch (trident::input_error const&) {}
  return 0;
}
