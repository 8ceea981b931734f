// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <random>
#include <string>

#include <trident/storage/sealed_file.hpp>

#include "resealing_mutator.hpp"

// For libFuzzer: inputs are the bodies of sealed files, between their first and their last line, which are put around them
// before they are read, so that no time goes into fingerprints that do not fit.

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  std::minstd_rand random(seed);
  if (size == 0 || random() % 4 == 0) return LLVMFuzzerMutate(data, size, most);
  std::string text(reinterpret_cast<char const*>(data), size);
  for (unsigned changes = 1 + random() % 3; changes > 0 && !text.empty(); --changes)
    forging::forge(text, random);
  std::size_t const kept = std::min(text.size(), most);
  std::copy_n(text.data(), kept, reinterpret_cast<char*>(data));
  return kept;
}

namespace forging {

inline std::string sealed_input(std::string_view kind, std::uint8_t const* data, std::size_t size) {
  return trident::sealed(kind, {reinterpret_cast<char const*>(data), size});
}

} // namespace forging
