// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <trident/rates/event_rates.hpp>
#include <trident/rates/published_rates.hpp>

namespace trident::program {

/// What was computed, and what a user should know about it.
struct rates_result {
  std::string detector, mode, unit, spectrum_origin;
  exposed_target target;
  std::vector<event_rate> rates;
  std::vector<std::string> notes;

  /// Rates with other assumptions about nuclei and nucleons.
  struct variation {
    std::string cause; ///< "form factor", "k_F", "nucleon form factors"
    std::string name;
    std::vector<event_rate> rates;
  };
  std::vector<variation> variations;

  /// A published figure beside ours.
  struct comparison {
    published_rate published;
    double ours;
    double pull() const { return (ours - published.events) / published.error; }
  };
  std::vector<comparison> comparisons;
};

/// As text, as JSON or as CSV.
void write_rates(std::ostream& out, std::string const& format, rates_result const& result);

} // namespace trident::program
