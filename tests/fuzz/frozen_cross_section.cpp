// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <trident/mc/frozen_text.hpp>

#include "program/request_words.hpp"
#include "resealing_fuzzer.hpp"

// A frozen run of a cross section: its first chunk and its last one are computed.

namespace {

template <std::size_t Dimension>
struct product_of_coordinates {
  static constexpr std::size_t dimension = Dimension;

  double operator()(std::array<double, Dimension> const& point) const {
    double product = 1;
    for (double const x : point) product *= x;
    return product;
  }
};

template <std::size_t Dimension>
void compute(trident::record_reader& in) {
  auto const frozen = trident::read_frozen_production<Dimension>(in);
  in.expect_end();
  std::size_t const chunks = frozen.summary().chunks;
  for (std::size_t const first : {std::size_t{0}, chunks - 1})
    trident::sample_chunks(product_of_coordinates<Dimension>{}, frozen, {first, first + 1}, 1,
                           [](std::uint64_t) { return true; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  try {
    auto const content = forging::sealed_input("run", data, size);
    trident::record_reader in("run", trident::unsealed("run", "run", content), 2);
    in.expect("what");
    in.word("what it is of");
    for (auto const* name : {"words", "files"}) {
      in.expect(name);
      auto const words = trident::program::words_from("run", in.rest_of_line());
      trident::runtime::physics_from(words);
    }
    switch (in.number<std::size_t>("production_of_dimension")) {
    case 7:
      compute<7>(in);
      break;
    case 8:
      compute<8>(in);
      break;
    }
  } catch (trident::input_error const&) {}
  return 0;
}
