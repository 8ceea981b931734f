// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/arguments.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/base/version.hpp>
#include <trident/model/arguments.hpp>
#include <trident/specialised/events.hpp>

// What a generator says: JSON with the names that the program trident uses, or lines of text.

namespace trident::detail {

inline std::string quoted_for_json(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') result += '\\';
    if (byte < 0x20)
      result.append("\\u00").append({digits[byte >> 4], digits[byte & 15]});
    else
      result += c;
  }
  return result + '"';
}

/// Names and values in the order in which they are said.
class generator_report {
public:
  void add(std::string_view name, std::string_view words) {
    add_value(name, quoted_for_json(words), std::string(words));
  }
  /// JSON has neither infinity nor NaN: null.
  void add(std::string_view name, double value) {
    add_value(name, is_finite(value) ? number_text(value) : "null", number_text(value));
  }
  void add_whole(std::string_view name, std::uint64_t value) {
    add_value(name, std::to_string(value), std::to_string(value));
  }
  void add_value(std::string_view name, std::string const& json, std::string const& text) {
    json_.append(json_.empty() ? "{" : ", ").append(quoted_for_json(name)).append(": ").append(json);
    text_.append("  ").append(name).append(name.size() < 20 ? 20 - name.size() : 1, ' ').append(text) += '\n';
  }

  std::string written(std::string_view format) const { return format == "json" ? json_ + "}\n" : text_; }

private:
  std::string json_, text_;
};

/// "--charges" 0,1,-1 as [0, 1, -1]; what is no number as it is.
inline std::string json_numbers(std::string const& value) {
  std::vector<std::string> numbers;
  for (auto const& part : split(value)) {
    auto const number = number_from<double>(part);
    numbers.push_back(number ? number_text(*number) : quoted_for_json(part));
  }
  auto const list = joined(numbers);
  return numbers.size() > 1 ? "[" + list + "]" : list;
}

/// The parameters of the model: those of its table, or the options given for it.
template <class M>
void add_parameters(generator_report& report, M const& model, generator_arguments const& given) {
  std::vector<std::string> json, words;
  auto const add = [&](std::string const& name, std::string const& value, std::string const& text) {
    json.push_back(quoted_for_json(name) + ": " + value);
    words.push_back(name + " " + text);
  };
  if constexpr (TabulatedModel<M>) {
    for_each_value(model, [&](auto const& row, std::vector<double> const& numbers) {
      auto const list = numbers_text(numbers, ", ");
      add(row.report_name(), row.is_list ? "[" + list + "]" : list, list);
    });
  } else {
    for (auto const& option : model_arguments<M>::options())
      if (auto const value = given.text(option.name)) {
        auto name = option.name.substr(2);
        std::replace(name.begin(), name.end(), '-', '_');
        add(name, json_numbers(*value), *value);
      }
  }
  report.add_value("model_parameters", "{" + joined(json) + "}", joined(words));
}

/// Process, target, model and neutrinos.
template <class Configuration>
generator_report report_on(Configuration const& sigma, generator_arguments const& given) {
  generator_report report;
  report.add("process", std::string(sigma.process().text()));
  report.add("target", std::string_view(sigma.target().name()));
  if constexpr (requires { sigma.target().regime(); })
    report.add("regime", std::string(sigma.target().regime()));
  if constexpr (requires { sigma.target().nuclear_model(); }) {
    report.add("regime_contains", std::string(sigma.target().contents()));
    if (!sigma.target().nuclear_model().empty())
      report.add("nuclear_model", std::string(sigma.target().nuclear_model()));
  }
  report.add("model", label_of(sigma.model()));
  add_parameters(report, sigma.model(), given);
  if constexpr (FixedEnergy<typename Configuration::flux_type>)
    report.add("energy_GeV", sigma.flux().energy());
  else
    report.add("flux", label_of(sigma.flux()));
  report.add("constants", label_of(typename Configuration::constants_type{}));
  return report;
}

} // namespace trident::detail
