// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>
#include <vector>

#include <trident/physics/process.hpp>

namespace trident_test {

/// The 30 channels in order of number.
inline std::vector<trident::channel> all_channels() {
  return std::apply([](auto const&... p) { return std::vector<trident::channel>{p...}; },
                    trident::process_list{});
}

inline trident::channel channel_with_number(int number) {
  return all_channels().at(static_cast<std::size_t>(number - 1));
}

/// All particles replaced by antiparticles.
inline trident::channel conjugate(trident::channel const& process) {
  for (auto const& other : all_channels())
    if (other.is_antineutrino != process.is_antineutrino &&
        other.incoming_family == process.incoming_family &&
        other.outgoing_family == process.outgoing_family && other.minus_family == process.plus_family &&
        other.plus_family == process.minus_family)
      return other;
  return process;
}

} // namespace trident_test
