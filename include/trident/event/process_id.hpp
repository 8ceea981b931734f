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

/// Number of a channel in a regime, where NuHepMC 1.0 has other processes (E.C.1): from 700 for charged currents alone,
/// from 750 where the neutral current takes part, even on nuclei, odd on nucleons; a hundred above where the nucleon becomes
/// a system of hadrons.
constexpr int process_id_of(channel const& process, scattering_regime regime) {
  int before = 0;
  detail::for_each_channel([&](channel const& other) {
    if (other.has_neutral_current == process.has_neutral_current && other.number < process.number) ++before;
  });
  return (process.has_neutral_current ? 750 : 700) + 2 * before +
         (regime == scattering_regime::coherent    ? 0
          : regime == scattering_regime::inelastic ? 101
                                                   : 1);
}

constexpr bool is_inelastic_process(int id) { return id >= 800 && id < 900; }

inline std::string process_name(channel const& process, scattering_regime regime) {
  return "trident " + process.text() +
         (regime == scattering_regime::coherent    ? ", coherent"
          : regime == scattering_regime::inelastic ? ", inelastic on a nucleon"
                                                   : ", on a nucleon");
}

} // namespace trident
