// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/number_text.hpp>

// The ranges of all physical inputs, for the library and for programs alike.

namespace trident {

namespace detail {

/// 1e20 and 1e-9, as people type them.
inline std::string plain_number_text(double value) {
  std::string text = number_text(value);
  auto const exponent = text.find('e');
  if (exponent == std::string::npos) return text;
  bool const negative = text[exponent + 1] == '-';
  auto const digits = text.find_first_not_of('0', exponent + 2);
  return text.substr(0, exponent + 1) + (negative ? "-" : "") + text.substr(digits);
}

} // namespace detail

/// What a number may be: from `lowest` to `highest`. Where zero is in between, sizes below `smallest` other than zero are
/// refused, since squares of them would be lost.
struct parameter_range {
  std::string_view quantity; ///< "the coupling g'"
  double lowest, highest;
  std::string_view unit = {};
  double smallest = 0;

  constexpr bool contains(double value) const {
    double const size = value < 0 ? -value : value;
    return detail::is_finite(value) && value >= lowest && value <= highest && (size == 0 || size >= smallest);
  }

  /// "from 0 to 1000", with the unit.
  std::string text() const {
    std::string range =
        "from " + detail::plain_number_text(lowest) + " to " + detail::plain_number_text(highest);
    if (!unit.empty()) range += " " + std::string(unit);
    if (smallest > 0) range += ", and 0 or at least " + detail::plain_number_text(smallest) + " in size";
    return range;
  }
};

/// The value, if it is in its range; else throws input_error that names both. `name` in place of that of the range.
constexpr double checked(double value, parameter_range const& range, std::string_view name = {}) {
  if (range.contains(value)) return value;
  throw input_error(std::string(name.empty() ? range.quantity : name) + " is " +
                    detail::plain_number_text(value) + ": it must be " + range.text());
}

namespace ranges {

// Of energies the highest is where cross sections by quadrature and by Monte Carlo were compared last (1e12 GeV, all
// kinds of pairs, on argon and on protons); the quadrature still agrees with itself to 1e-5 there. Cosmic neutrinos end
// below.
inline constexpr parameter_range neutrino_energy{"the neutrino energy", 1e-9, 1e12, "GeV"};
inline constexpr parameter_range flux_energy{"an energy of the flux", 0, 1e12, "GeV"};
inline constexpr parameter_range flux_value{"the largest value of a flux", 1e-60, 1e60};

// What a coupling adds to g_V and g_A grows as its square over the mass squared; both ends stay far from what a double can
// hold when they are squared once more in the cross section.
inline constexpr parameter_range z_prime_coupling{"the coupling g'", 0, 1000, "", 1e-12};
inline constexpr parameter_range z_prime_mass{"the mass of the Z'", 1e-9, 1e9, "GeV"};
inline constexpr parameter_range charge{"a charge", -1000, 1000, "", 1e-12};
inline constexpr parameter_range contact_coupling{"a coupling", -1e6, 1e6, "", 1e-12};
inline constexpr parameter_range epsilon{"epsilon", -1e6, 1e6, "", 1e-12};
inline constexpr parameter_range wilson_coefficient{"a Wilson coefficient", -1e9, 1e9, "1/TeV^2", 1e-12};
inline constexpr parameter_range moment{"Delta a_mu", -1, 1, "", 1e-30};
inline constexpr parameter_range error_of_moment{"the error of Delta a_mu", 1e-30, 1};
inline constexpr parameter_range deviations{"a number of standard deviations", 0, 1e6};
inline constexpr parameter_range ratio{"sigma/sigma_SM", 0, 1e6};
inline constexpr parameter_range error_of_ratio{"the error of sigma/sigma_SM", 1e-6, 1e6};
inline constexpr parameter_range parameter{"a parameter", -1e9,
                                           1e9}; // of a model, before its own range is known
inline constexpr parameter_range observable{"an observable", 1e-40, 1e30};

// From a gas of a hundredth of nuclear density to what no nucleus has.
inline constexpr parameter_range fermi_momentum{"the Fermi momentum", 0.05, 0.5, "GeV"};
inline constexpr parameter_range removal_energy{"the removal energy", 0, 0.3, "GeV"};

inline constexpr parameter_range detector_mass{"the mass of the detector", 1e-9, 1e15, "t"};
inline constexpr parameter_range exposure{"the exposure", 1e-9, 1e30};
inline constexpr parameter_range sin2_theta_w{"sin^2 theta_W", 0, 1};
inline constexpr parameter_range inverse_gev2{"1 GeV^-2", 3e-28, 5e-28, "cm^2"};

inline constexpr parameter_range length{"a length", -1e12, 1e12, "cm"};
inline constexpr parameter_range time{"a time", -1e21, 1e21, "ns"};
inline constexpr parameter_range duration{"a duration", 1e-3, 1e9, "s"};
inline constexpr parameter_range direction{"a component of the direction", -1e9, 1e9, "", 1e-300};

} // namespace ranges

} // namespace trident
