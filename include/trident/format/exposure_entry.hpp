// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/number_text.hpp>

namespace trident {

/// What an exposure is counted in.
enum class exposure_unit { protons_on_target, inverse_femtobarns, seconds, spectra };

/// What a sample of events stands for: so much of a beam on so much of a material.
struct exposure_entry {
  exposure_unit unit = exposure_unit::protons_on_target;
  double amount = 0;          ///< of all events of the sample, in `unit`
  std::uint64_t events = 0;   ///< of the sample
  double expected_events = 0; ///< for `amount`, from quadrature
  double mass_tonnes = 0;     ///< of the target
  std::string detector, mode; ///< "user" for one of the user's own

  /// For each event of the sample, those with larger weights too.
  double per_event() const { return events > 0 ? amount / static_cast<double>(events) : 0; }

  /// "POT", "fb-1", "s", or "spectra" where the spectrum says it all.
  std::string_view unit_text() const {
    constexpr std::array<std::string_view, 4> names = {"POT", "fb-1", "s", "spectra"};
    return names[static_cast<std::size_t>(unit)];
  }

  /// The same of a file with so many of the events.
  exposure_entry of_part(std::uint64_t part) const {
    exposure_entry one = *this;
    one.events = part;
    double const share = events > 0 ? static_cast<double>(part) / static_cast<double>(events) : 0;
    one.amount *= share;
    one.expected_events *= share;
    return one;
  }

  /// Names and values for the head of a file.
  std::vector<std::pair<std::string, std::string>> words() const {
    auto const number = [](double value) { return detail::number_text(value); };
    return {{"exposure", number(amount)},
            {"exposure_unit", std::string(unit_text())},
            {"exposure_per_event", number(per_event())},
            {"exposure_events", std::to_string(events)},
            {"expected_events", number(expected_events)},
            {"exposed_mass_tonnes", number(mass_tonnes)},
            {"exposed_detector", detector + (mode.empty() ? "" : " " + mode)}};
  }
};

} // namespace trident
