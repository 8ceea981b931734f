// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <trident/base/arguments.hpp>
#include <trident/base/number_text.hpp>
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

/// "--mass" 0.1 as "mass_GeV": 0.1, "--charges" 0,1,-1 as a list.
template <class M>
void add_parameters(generator_report& report, generator_arguments const& given) {
  std::string json, words;
  for (auto const& option : model_arguments<M>::options()) {
    auto const value = given.text(option.name);
    if (!value) continue;
    std::string name(option.name.substr(2));
    if (name == "mass") name = "mass_GeV";
    for (char& c : name)
      if (c == '-') c = '_';
    std::string numbers;
    std::size_t count = 0;
    for (std::size_t at = 0; at <= value->size(); ++count) {
      std::size_t const end = std::min(value->find(',', at), value->size());
      auto const one = number_from<double>(value->substr(at, end - at));
      numbers.append(count == 0 ? "" : ", ")
          .append(one ? number_text(*one) : quoted_for_json(value->substr(at, end - at)));
      at = end + 1;
    }
    json.append(json.empty() ? "" : ", ").append(quoted_for_json(name)).append(": ");
    json.append(count > 1 ? "[" + numbers + "]" : numbers);
    words.append(words.empty() ? "" : ", ").append(name).append(" ").append(numbers);
  }
  report.add_value("model_parameters", "{" + json + "}", words);
}

/// Process, target, model and neutrinos.
template <class Configuration>
generator_report report_on(Configuration const& sigma, generator_arguments const& given) {
  generator_report report;
  report.add("process", std::string(sigma.process().text()));
  report.add("target", std::string_view(sigma.target().name()));
  if constexpr (requires { sigma.target().regime(); })
    report.add("regime", std::string_view(sigma.target().regime()));
  report.add("model", label_of(sigma.model()));
  add_parameters<typename Configuration::model_type>(report, given);
  if constexpr (FixedEnergy<typename Configuration::flux_type>)
    report.add("energy_GeV", sigma.flux().energy());
  else
    report.add("flux", label_of(sigma.flux()));
  report.add("constants", label_of(typename Configuration::constants_type{}));
  return report;
}

} // namespace trident::detail
