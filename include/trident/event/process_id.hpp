// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <tuple>
#include <utility>

#include <trident/event/event.hpp>
#include <trident/physics/process.hpp>

namespace trident {

namespace detail {

template <class Visitor>
constexpr void for_each_channel(Visitor visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit(channel(std::tuple_element_t<I, process_list>{})), ...);
  }
  (std::make_index_sequence<std::tuple_size_v<process_list>>{});
}

} // namespace detail

/// Number of a channel on a kind of target, in the band that NuHepMC 1.0 leaves to other processes (G.R.8): from 700
/// for charged currents alone, from 750 where the neutral current takes part; even on nuclei, odd on nucleons.
constexpr int process_id_of(channel const& process, scattering_regime regime) {
  int before = 0;
  detail::for_each_channel([&](channel const& other) {
    if (other.has_neutral_current == process.has_neutral_current && other.number < process.number) ++before;
  });
  return (process.has_neutral_current ? 750 : 700) + 2 * before +
         (regime == scattering_regime::coherent ? 0 : 1);
}

inline std::string process_name(channel const& process, scattering_regime regime) {
  return "trident " + process.text() +
         (regime == scattering_regime::coherent ? ", coherent" : ", on a nucleon");
}

} // namespace trident
