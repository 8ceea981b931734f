// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <trident/physics/process.hpp>
#include <trident/target/cumulative_response.hpp>
#include <trident/target/energy_panel.hpp>

// Parts of configurations with continua.

namespace trident_test {

/// By the short names of the reference files.
inline trident::channel channel_of(std::string_view name) {
  using namespace trident;
  if (name == "mumu") return numu_to_numu_mumu{};
  if (name == "ee") return numu_to_numu_ee{};
  if (name == "emu") return numu_to_nue_emu{};
  if (name == "taumu") return numu_to_nutau_taumu{};
  if (name == "tautau") return numu_to_numu_tautau{};
  throw std::invalid_argument("no channel " + std::string(name));
}

/// A response without what lies above an energy transfer end(Q2) [GeV].
template <class Response, class End>
struct truncated_continuum {
  static constexpr auto kind = trident::response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  Response response;
  End end;

  double mass(trident::pdg c) const { return response.mass(c); }
  trident::hadron_structure<double> structure(double nu, double q2, trident::pdg c) const {
    return nu < end(q2) ? response.structure(nu, q2, c) : trident::hadron_structure<double>{0, 0};
  }
  trident::energy_transfer_line lowest_energy_transfer(trident::pdg c) const {
    return response.lowest_energy_transfer(c);
  }
  std::vector<trident::energy_panel> panels(double q2, double largest, trident::pdg c) const {
    return response.panels(q2, std::min(largest, end(q2)), c);
  }
  auto at_q2(double q2, double largest, double relative_error, trident::pdg c) const {
    return response.at_q2(q2, std::min(largest, end(q2)), relative_error, c);
  }
  trident::response_moments moments(double q2, double nu, trident::pdg c) const {
    return at_q2(q2, nu, 1e-9, c)(nu);
  }
  double maximum_q2() const { return response.maximum_q2(); }
  auto q2_breaks() const { return response.q2_breaks(); }
  std::string_view name() const { return response.name(); }
  int pdg_code() const { return response.pdg_code(); }
};

template <class Response, class End>
truncated_continuum(Response, End) -> truncated_continuum<Response, End>;

} // namespace trident_test
