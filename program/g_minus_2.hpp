// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "table.hpp"

namespace trident::program {

/// What `trident g-2` is to do: the moment of one Z', or the couplings that give a moment.
struct g_minus_2_request {
  std::string model = "LmuLtau";
  std::vector<std::string> charges;     ///< of a general Z': "--charges", "0,1,-1", ...
  std::optional<double> coupling, mass; ///< mass [GeV]
  std::optional<double> value, error;   ///< of Delta a_mu
  double deviations = 1;                ///< half width of the band, in errors
  std::optional<std::string> masses;    ///< FROM:TO:N[:log] [GeV]
  table_output output;
};

/// The muon's anomalous magnetic moment; returns the exit status.
int run_g_minus_2(g_minus_2_request const& request);

} // namespace trident::program
