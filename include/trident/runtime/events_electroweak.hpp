// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/model/weak_propagators.hpp>
#include <trident/runtime/electroweak_choice.hpp>
#include <trident/runtime/model_words.hpp>
#include <trident/runtime/request_words.hpp>

// What events of the full electroweak amplitude and of contact interactions differ by, beside what they are drawn from.

namespace trident::runtime::detail {

/// How W and Z exchange was computed, where it is not by contact interactions of themselves: one word for all processes,
/// or one each.
inline void state_electroweak(std::vector<configuration> const& all, word_list& words) {
  auto const is_full = [](configuration const& one) {
    return one.electroweak == electroweak_amplitude::full;
  };
  bool const none = std::none_of(all.begin(), all.end(), is_full);
  std::erase_if(words, [&](auto const& word) {
    return word.first == "electroweak" && !(none && word.second == text(electroweak_amplitude::contact));
  });
  if (none) return;
  std::string said(text(electroweak_amplitude::full));
  if (!std::all_of(all.begin(), all.end(), is_full)) {
    said.clear();
    for (auto const& one : all) said += (said.empty() ? "" : ",") + std::string(text(one.electroweak));
  }
  words.emplace_back("electroweak", std::move(said));
}

/// Models whose weights events carry beside the nominal one. SMprop is the Standard Model of the full amplitude.
inline model_list models_beside(std::vector<std::string> const& texts,
                                std::vector<configuration> const& all) {
  auto models = models_from_words("--also-model", texts);
  for (auto& one : models) {
    if (!std::holds_alternative<standard_model_with_z>(one)) continue;
    for (auto const& asked : all)
      if (asked.electroweak != electroweak_amplitude::full)
        throw input_error("--also-model SMprop is the full amplitude, and events of " + asked.process.text() +
                          " are made with contact interactions: it needs --electroweak full, or trident "
                          "reweight --to SMprop");
    one = standard_model{};
  }
  return models;
}

} // namespace trident::runtime::detail
