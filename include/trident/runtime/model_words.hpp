// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/runtime/models.hpp>
#include <trident/runtime/value_range.hpp>

namespace trident::runtime {

using model_list = std::vector<registry::model_choice>;

namespace detail {

inline std::vector<std::string> words_in(std::string const& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// Each event carries a weight of each.
inline constexpr std::size_t largest_number_of_models = 1000;

[[noreturn]] inline void refuse_number(std::string const& text) {
  throw input_error("model \"" + text + "\": with it there are more than " +
                    std::to_string(largest_number_of_models) + " models beside the nominal one; at most " +
                    std::to_string(largest_number_of_models) + " are allowed");
}

} // namespace detail

/// Models in one word each, "LmuLtau --coupling 0.01 --mass 0.1", with grids written out: a parameter
/// FROM:TO:N[:log] stands for N models. Throws input_error for a range that is none.
inline std::vector<std::string> expanded_models(std::vector<std::string> const& texts) {
  std::vector<std::string> all;
  for (auto const& text : texts) {
    std::vector<std::string> grid(1);
    std::string option = "a model";
    for (auto const& word : detail::words_in(text)) {
      std::vector<std::string> values = {word};
      if (word.find(':') != std::string::npos) {
        values.clear();
        for (double const value : values_of_range(option, word, ranges::parameter))
          values.push_back(trident::detail::number_text(value));
      }
      option = word;
      if (grid.size() * values.size() + all.size() > detail::largest_number_of_models)
        detail::refuse_number(text);
      std::vector<std::string> next;
      for (auto const& before : grid)
        for (auto const& value : values) next.push_back(before.empty() ? value : before + ' ' + value);
      grid = std::move(next);
    }
    if (grid.size() + all.size() > detail::largest_number_of_models) detail::refuse_number(text);
    all.insert(all.end(), grid.begin(), grid.end());
  }
  return all;
}

/// The models that such words name, in their order; `option` is where they came from. Throws input_error for a model or
/// parameter that is not there, and for one that is named twice.
inline model_list models_from_words(std::string const& option, std::vector<std::string> const& texts) {
  model_list models;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto words = detail::words_in(texts[i]);
    if (words.empty()) throw input_error(option + " is empty: it needs a model, as --model does");
    if (std::find(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(i), texts[i]) !=
        texts.begin() + static_cast<std::ptrdiff_t>(i))
      throw input_error(option + " \"" + texts[i] + "\" is there twice: each model can have one weight");
    std::string const name = words.front();
    words.erase(words.begin());
    models.push_back(registry::find_model(name, words));
  }
  return models;
}

} // namespace trident::runtime
