// SPDX-License-Identifier: BSL-1.0
#include "event_file_fuzzer.hpp"

#include <trident/format/nuhepmc_reader.hpp>

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  return trident_test::mutate_lines(data, size, most, seed);
}

/// Event files in the format nuhepmc, read and written with more weights as `trident reweight` does.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  trident_test::reweight_and_read<trident::nuhepmc_reader>({reinterpret_cast<char const*>(data), size});
  return 0;
}
