// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <trident/format/exposure_entry.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/exposure.hpp>
#include <trident/runtime/request_words.hpp>

namespace trident::runtime {

/// A sample of events as a user says it who has a detector in a beam.
struct detector_request {
  std::optional<std::string> detector, mode, material;
  std::optional<std::string> flavours; ///< "all", or some of the beam with commas between
  std::optional<double> mass_tonnes;
  exposure_request exposure;
  std::optional<std::string> number; ///< "poisson" (the default) or "expected"

  /// Whether the sample is that of a detector at all.
  bool is_asked() const {
    return detector || mode || material || flavours || mass_tonnes || exposure.is_given() || number;
  }
};

namespace detail {

template <class Detector, class Visit>
void for_each_detector_option(Detector& asked, Visit const& visit) {
  visit("detector", asked.detector);
  visit("mode", asked.mode);
  visit("mass-tonnes", asked.mass_tonnes);
  visit("material", asked.material);
  visit("exposure-pot", asked.exposure.pot);
  visit("exposure-fb", asked.exposure.fb);
  visit("years", asked.exposure.years);
  visit("flavours", asked.flavours);
  visit("number", asked.number);
}

} // namespace detail

/// Options as names and values, in the order in which files list them.
inline word_list words_of(detector_request const& asked) {
  word_list words;
  detail::for_each_detector_option(asked, [&](std::string const& name, auto const& value) {
    if (value) words.emplace_back(name, detail::option_text(*value));
  });
  return words;
}

/// How long, and how that makes a number of events: what a frozen run leaves open.
inline word_list amount_words(detector_request const& asked) {
  detector_request amount;
  amount.exposure = asked.exposure;
  amount.number = asked.number;
  return words_of(amount);
}

/// The same detector exposed as long as `amount` says, where it says so.
inline detector_request with_amount_of(detector_request asked, detector_request const& amount) {
  if (amount.number) asked.number = amount.number;
  if (amount.exposure.is_given()) asked.exposure = amount.exposure;
  return asked;
}

/// The request that words_of() was given; other words are left alone.
inline detector_request detector_from(word_list const& words) {
  detector_request asked;
  for (auto const& word : words)
    detail::for_each_detector_option(asked, [&](std::string const& name, auto& field) {
      if (name == word.first) detail::set_option(field, name, word.second);
    });
  return asked;
}

/// A detector in its beam, understood: one configuration for each channel of each flavour, and the events expected.
struct exposed_sample {
  std::vector<configuration> all;
  std::vector<std::vector<double>> expected; ///< events on each component of the target of each of `all`
  exposure_entry exposure;                   ///< with the number expected, and none of its own
  bool is_amount_known = true;               ///< or the number of events says how long the exposure is
  std::string box; ///< of the detector, as --box has it; empty where it is not known
  std::vector<std::string> notes;

  /// What a sample of so many events stands for.
  exposure_entry of_events(std::uint64_t events) const {
    exposure_entry one = exposure;
    one.events = events;
    if (is_amount_known) return one;
    one.amount *= static_cast<double>(events) / one.expected_events;
    one.expected_events = static_cast<double>(events);
    return one;
  }
};

} // namespace trident::runtime
