// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <trident/base/number_text.hpp>
#include <trident/base/read_number.hpp>
#include <trident/flux/titles.hpp>
#include <trident/flux/unit.hpp>

// The unit that a line above the numbers of a file states, as people write it: "Flux (/cm^2/1E21p.o.t/50MeV)",
// "flux / 50 MeV / m^2 / 10^6 POTs", "nu/POT/bin/cm2", "(m^2 sec sr GeV)^-1". It never replaces the user's; it is only
// compared with it.

namespace trident::detail {

class stated_flux_unit {
public:
  /// Nothing if the line does not state one that can be understood.
  static std::optional<stated_flux_unit> in(std::string_view line) {
    for (auto const& part : {product(line), quotient(line)}) {
      stated_flux_unit unit;
      if (!part.empty() && unit.read(part)) return unit;
    }
    return std::nullopt;
  }

  /// Why the unit that a user gave cannot belong to the same numbers; empty if it can.
  std::string contradiction(flux_unit_parts const& given) const {
    if (!other_.empty()) return "per \"" + other_ + '"';
    if (given.area && area_ && angle_.has_value() != given.angle.has_value())
      return angle_ ? "per steradian (sr), as atmospheric spectra are" : "nothing of a steradian (sr)";
    if (given.area && area_ && time_.has_value() != given.time.has_value())
      return time_ ? "per time" : "nothing of a time";
    if (per_bin_ && given.energy) return "per bin, so that the kind is content";
    if (energy_ && !given.energy) return "per energy, so that the kind is density";
    return differs("area [m2]", area_, given.area) + differs("energy [GeV]", energy_, given.energy) +
           differs("protons", protons_, given.protons) +
           differs("luminosity [fb^-1]", luminosity_, given.luminosity) +
           differs("time [s]", time_, given.time) + differs("angle [sr]", angle_, given.angle);
  }

private:
  /// What stands in brackets with an exponent -1 behind them.
  static std::string product(std::string_view line) {
    auto const close = std::min(line.find(")^-1"), line.find("]^-1"));
    if (close == std::string_view::npos) return {};
    auto const open = line.substr(0, close).find_last_of("([");
    if (open == std::string_view::npos) return {};
    std::string result;
    for (auto rest = line.substr(open + 1, close - open - 1); !(rest = trimmed(rest)).empty();) {
      auto const end = std::min(rest.find(' '), rest.size());
      result.append("/").append(rest.substr(0, end));
      rest.remove_prefix(end);
    }
    return result;
  }

  /// From the first '/' to a bracket, or what else ends it.
  static std::string quotient(std::string_view line) {
    auto const slash = line.find('/');
    if (slash == std::string_view::npos) return {};
    auto const end = line.find_first_of("()]@,;\"'", slash);
    return std::string(line.substr(slash, end == std::string_view::npos ? end : end - slash));
  }

  bool read(std::string_view text) {
    bool any = false;
    while (!text.empty()) {
      text.remove_prefix(1); // the '/'
      auto const slash = std::min(text.find('/'), text.size());
      if (!read_part(text.substr(0, slash))) return false;
      any = true;
      text.remove_prefix(slash);
    }
    return any && (area_ || energy_ || protons_ || luminosity_ || time_ || per_bin_ || !other_.empty());
  }

  /// [number] name, in letters of any size, with blanks, dots and '^' where people put them.
  bool read_part(std::string_view stated) {
    std::string part;
    for (char const c : stated)
      if (!is_blank(c) && c != '^' && c != '{' && c != '}') part += lower_case(c);
    double number = 1;
    auto const end = read_number(part.data(), part.data() + part.size(), number).ptr;
    std::string name = part.substr(static_cast<std::size_t>(end - part.data()));
    if (stated.find("10^") != std::string_view::npos) {
      if (!part.starts_with("10") || !(number >= 100)) return false;
      number =
          std::pow(10, number_from<double>(digits_of(part).substr(2)).value_or(0)); // 10^21 reads as 1021
    }
    std::erase(name, '.');
    if (name.starts_with("mpot")) number *= 1e6;
    return is_finite(number) && number > 0 && take(name, number);
  }

  static std::string digits_of(std::string_view text) {
    return std::string(text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size())));
  }

  bool take(std::string_view name, double number) {
    struct known {
      std::string_view name;
      std::optional<double> stated_flux_unit::*what;
      double size;
    };
    constexpr auto area = &stated_flux_unit::area_, energy = &stated_flux_unit::energy_,
                   protons = &stated_flux_unit::protons_, luminosity = &stated_flux_unit::luminosity_,
                   time = &stated_flux_unit::time_, angle = &stated_flux_unit::angle_;
    constexpr std::array<known, 24> names = {known{"s", time, 1},
                                             known{"sec", time, 1},
                                             known{"second", time, 1},
                                             known{"year", time, seconds_per_year},
                                             known{"yr", time, seconds_per_year},
                                             known{"y", time, seconds_per_year},
                                             known{"day", time, 86400},
                                             known{"sr", angle, 1},
                                             known{"steradian", angle, 1},
                                             known{"fb-1", luminosity, 1},
                                             known{"fb", luminosity, 1},
                                             known{"pb-1", luminosity, 1e-3},
                                             known{"m2", area, 1},
                                             known{"cm2", area, 1e-4},
                                             known{"km2", area, 1e6},
                                             known{"gev", energy, 1},
                                             known{"mev", energy, 1e-3},
                                             known{"tev", energy, 1e3},
                                             known{"pot", protons, 1},
                                             known{"pots", protons, 1},
                                             known{"mpot", protons, 1},
                                             known{"mpots", protons, 1},
                                             known{"proton", protons, 1},
                                             known{"protonontarget", protons, 1}};
    for (auto const& one : names)
      if (one.name == name && !(this->*one.what)) {
        this->*one.what = number * one.size;
        return true;
      }
    if (name == "bin") return per_bin_ = true;
    if (name != "spill" && name != "pulse") return false;
    other_ = name;
    return true;
  }

  /// A user who leaves out the area or the exposure only wants the shape.
  static std::string differs(std::string const& what, std::optional<double> const& here,
                             std::optional<double> const& given) {
    if (!here || !given || std::abs(*here / *given - 1) < 1e-6) return {};
    return "per " + what + " " + number_text(*here) + ", not " + number_text(*given) + " ";
  }

  std::optional<double> area_, energy_, protons_;   ///< [m^2], [GeV]
  std::optional<double> luminosity_, time_, angle_; ///< [fb^-1], [s], [sr]
  bool per_bin_ = false;
  std::string other_;
};

} // namespace trident::detail
