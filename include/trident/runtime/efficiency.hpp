// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/physics/regime.hpp>
#include <trident/runtime/number_option.hpp>

namespace trident::runtime {

/// Shares of events that a selection keeps, of the regimes in their order; those on free protons are incoherent ones.
struct regime_efficiencies {
  std::array<double, 3> values = {1, 1, 1};

  double operator()(scattering_regime kind) const {
    return values[static_cast<std::size_t>(
        kind == scattering_regime::free_nucleon ? scattering_regime::quasi_elastic : kind)];
  }
};

/// "0.26" of all, or "coherent=0.26,incoherent=0.1", where a regime that is not named has 1. Throws input_error.
inline regime_efficiencies efficiencies_from_text(std::string const& option, std::string const& text) {
  static constexpr parameter_range share{"an efficiency", 0, 1};
  regime_efficiencies result;
  if (text.find('=') == std::string::npos) {
    result.values.fill(number_in_range(option, text, share));
    return result;
  }
  for (auto const& part : trident::detail::split(text)) {
    auto const sign = part.find('=');
    auto const which =
        sign == std::string::npos ? regime_choice{false, false, false} : find_regime(part.substr(0, sign));
    std::array<bool, 3> const named = {which.coherent, which.incoherent, which.inelastic};
    if (sign == std::string::npos)
      throw input_error(option + " is \"" + text +
                        "\": it must be a number from 0 to 1, or REGIME=NUMBER with commas between");
    for (std::size_t i = 0; i < named.size(); ++i)
      if (named[i]) result.values[i] = number_in_range(option, part.substr(sign + 1), share);
  }
  return result;
}

} // namespace trident::runtime
