// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include <trident/rates/event_rates.hpp>
#include <trident/rates/variations.hpp>

namespace trident {

/// Signed changes of event rates with each theory parameter at plus and minus one standard deviation, row by row: the
/// correlated errors of all rows together, one nuisance parameter a cause.
class theory_shifts {
public:
  /// Changes of one row [events], in the order of theory_parameters.
  struct row {
    std::array<double, theory_parameters.size()> up{}, down{};

    /// Half of the difference: one standard deviation, with the sign that `up` has.
    double symmetric(std::size_t parameter) const {
      // [PHYS:rates.symmetric_shift]
      return (up[parameter] - down[parameter]) / 2;
    }
  };

  /// As the error budgets of rates say it: what grows with a parameter in one row grows with it in all.
  explicit theory_shifts(std::vector<event_rate> const& rates) {
    for (auto const& rate : rates) {
      row one;
      for (std::size_t p = 0; p < theory_parameters.size(); ++p) {
        if (!theory_parameters[p].is_in(rate.kind)) continue;
        one.up[p] = rate.theory.components[theory_parameters[p].cause];
        one.down[p] = -one.up[p];
      }
      rows_.push_back(one);
    }
  }

  /// Puts computed rates in place of the budget, for the rows that have the parameter of an end of a band.
  void set(theory_variation const& band, std::vector<event_rate> const& central,
           std::vector<event_rate> const& varied) {
    std::size_t const p = *band.parameter;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (theory_parameters[p].is_in(central[i].kind))
        (band.number > 0 ? rows_[i].up : rows_[i].down)[p] =
            band.share * (varied[i].events - central[i].events);
  }

  std::vector<row> const& rows() const { return rows_; }

  /// Between two rows [events^2]: each parameter is one number for both, and they are independent of each other.
  double covariance(std::size_t first, std::size_t second) const {
    double sum = 0;
    // [PHYS:rates.theory_covariance]
    for (std::size_t p = 0; p < theory_parameters.size(); ++p)
      sum += rows_[first].symmetric(p) * rows_[second].symmetric(p);
    return sum;
  }

  double correlation(std::size_t first, std::size_t second) const {
    double const scale = std::sqrt(covariance(first, first) * covariance(second, second));
    return scale > 0 ? covariance(first, second) / scale : 0;
  }

private:
  std::vector<row> rows_;
};

/// Theory error of a sum of rates by one parameter.
struct theory_error {
  std::string_view name;  ///< of the parameter: HigherOrderQED
  std::string_view cause; ///< of the error budget
  double relative;        ///< one standard deviation over the sum
};

/// Of the sum of all rows, by parameters, those that are zero left out: what a fit profiles. Within a parameter the errors of rows
/// add up, parameters are independent.
inline std::vector<theory_error> theory_errors_of_sum(std::vector<event_rate> const& rates) {
  theory_shifts const shifts(rates);
  double events = 0;
  for (auto const& one : rates) events += one.events;
  std::vector<theory_error> errors;
  for (std::size_t p = 0; p < theory_parameters.size(); ++p) {
    double sum = 0;
    for (auto const& one : shifts.rows()) sum += one.symmetric(p);
    if (sum != 0 && events > 0)
      errors.push_back({theory_parameters[p].name, theory_parameters[p].cause_name(), sum / events});
  }
  return errors;
}

} // namespace trident
