// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/format/weight_names.hpp>

#include "line_mutator.hpp"

namespace trident_test {

/// The file with weights of two more models. Throws input_error for what is no file of events.
template <class Reader>
std::string with_two_models(std::string const& text, std::uint64_t& events) {
  std::istringstream in(text);
  Reader reader(in);
  std::vector<std::string> known;
  for (auto const& one : reader.head().models) known.push_back(one.name);
  std::string out =
      reader.head_text(trident::name_weights({"4F --gV 1 --gA -1", "Zprime --charges 0,1,-1"}, known));
  std::vector<double> const ratios = {1.5, 0};
  while (reader.next()) {
    out += reader.event_text(ratios);
    ++events;
  }
  return out + Reader::foot_text();
}

/// What was read can be written with more weights, and that can be read again, with as many events.
template <class Reader>
void reweight_and_read(std::string const& text) {
  std::string once;
  std::uint64_t events = 0, again = 0;
  try {
    once = with_two_models<Reader>(text, events);
  } catch (trident::input_error const&) { return; } // its one line is the right answer
  try {
    with_two_models<Reader>(once, again);
  } catch (trident::input_error const& error) {
    std::cerr << error.what() << '\n';
    std::abort();
  }
  if (events != again) std::abort();
}

} // namespace trident_test
