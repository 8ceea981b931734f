// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <trident/mc/philox_source.hpp>
#include <trident/numerics/philox.hpp>

namespace trident {

/// One attempt to make one event.
struct trial {
  std::uint64_t event = 0;
  std::uint64_t attempt = 0;
};

/// Random numbers of trials, each a function of (seed, stream, event, attempt) and of nothing else: any event can be
/// made at any time, in any order, on any thread.
class trial_source {
public:
  trial_source(std::uint64_t seed, std::uint64_t stream) {
    key_[0] = seed;
    key_[1] = stream;
  }

  /// The `number`-th four numbers of a trial, each between 0 and 1 and never either.
  std::array<double, 4> four(trial const& which, std::uint64_t number) const {
    r123::Philox4x64::ctr_type counter{};
    counter[0] = which.event;
    counter[1] = number;
    counter[2] = which.attempt;
    auto const words = r123::Philox4x64{}(counter, key_);
    return {unit(words[0]), unit(words[1]), unit(words[2]), unit(words[3])};
  }

  /// A point of the cube from fours 1, 2, ...; four 0 is for decisions.
  template <std::size_t Dimension>
  std::array<double, Dimension> point(trial const& which) const {
    std::array<double, Dimension> u;
    for (std::size_t axis = 0; axis < Dimension; axis += 4) {
      auto const next = four(which, 1 + axis / 4);
      for (std::size_t i = 0; i < 4 && axis + i < Dimension; ++i) u[axis + i] = next[i];
    }
    return u;
  }

private:
  static double unit(std::uint64_t word) { return philox_source<1>::to_open_unit_interval(word); }

  r123::Philox4x64::key_type key_{};
};

} // namespace trident
