// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text.hpp>

namespace trident {

/// One option of a program that takes numbers only.
struct generator_option {
  std::string name; ///< with its dashes
  std::string help;
  bool is_flag = false; ///< takes no value
};

/// The command line of such a program: `--name value` or `--name=value`, each option at most once.
class generator_arguments {
public:
  /// Throws input_error for an option that is not in `known`, is given twice or lacks its value.
  generator_arguments(std::vector<std::string> const& words, std::vector<generator_option> known)
      : known_(std::move(known)) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      auto const equals = words[i].find('=');
      std::string const name = words[i].substr(0, equals);
      bool const is_flag = option_named(name).is_flag;
      if (is_flag && equals != std::string::npos) throw input_error(name + " takes no value");
      if (!is_flag && equals == std::string::npos && i + 1 == words.size())
        throw input_error(name + " needs a value");
      std::string value = is_flag                       ? std::string()
                          : equals == std::string::npos ? words[++i]
                                                        : words[i].substr(equals + 1);
      if (!values_.emplace(name, std::move(value)).second) throw input_error(name + " is given twice");
    }
  }

  std::optional<std::string> text(std::string_view name) const {
    auto const found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
  }

  /// The finite number after `name`, or `otherwise`.
  double number(std::string_view name, double otherwise) const {
    auto const value = text(name);
    return value ? parse<double>(name, *value) : otherwise;
  }

  double required_number(std::string_view name) const {
    auto const value = text(name);
    if (!value) throw input_error(std::string(name) + " is missing: it needs a number");
    return parse<double>(name, *value);
  }

  bool has(std::string_view name) const { return values_.contains(name); }

  /// One of the words `allowed`, of which the first is meant if none is given.
  std::string word(std::string_view name, std::vector<std::string_view> const& allowed) const {
    auto const value = text(name);
    if (!value) return std::string(allowed.front());
    if (std::find(allowed.begin(), allowed.end(), *value) != allowed.end()) return *value;
    throw input_error(std::string(name) + " is " + *value + ": allowed are " + detail::joined(allowed));
  }

  std::uint64_t whole_number(std::string_view name, std::uint64_t otherwise) const {
    auto const value = text(name);
    return value ? parse<std::uint64_t>(name, *value) : otherwise;
  }

  /// Exactly as many numbers as `Count`, separated by commas.
  template <std::size_t Count>
  std::array<double, Count> numbers(std::string_view name, std::array<double, Count> const& otherwise) const {
    auto const value = text(name);
    if (!value) return otherwise;
    auto const parts = detail::split(*value);
    if (parts.size() != Count)
      throw input_error(std::string(name) + " is " + *value + ": it needs " + std::to_string(Count) +
                        " numbers separated by commas");
    std::array<double, Count> result{};
    for (std::size_t i = 0; i < Count; ++i) result[i] = parse<double>(name, parts[i]);
    return result;
  }

private:
  generator_option const& option_named(std::string const& name) const {
    if (auto const* const found = detail::find_named(known_, name, &generator_option::name)) return *found;
    throw input_error("unknown option " + name + ": allowed are " +
                      detail::joined(known_, &generator_option::name));
  }

  template <class Number>
  static Number parse(std::string_view name, std::string const& value) {
    auto const result = detail::number_from<Number>(value);
    if constexpr (std::is_same_v<Number, double>) {
      if (result && detail::is_finite(*result)) return *result;
    } else {
      if (result) return *result;
    }
    throw input_error(std::string(name) + " is " + value + ": it must be a " +
                      (std::is_same_v<Number, double> ? "finite number" : "whole number, not negative"));
  }

  std::vector<generator_option> known_;
  std::map<std::string, std::string, std::less<>> values_;
};

} // namespace trident
