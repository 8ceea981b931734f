// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/runtime/event_variations.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/run.hpp>

// Theory errors of one cross section.

namespace trident::runtime {

/// A cross section with another theory, over that with the central one.
struct cross_section_variation {
  theory_variation what;
  double ratio;
};

/// Error of a cross section by one theory parameter: ratios less 1 at plus and minus one standard deviation.
struct cross_section_error {
  theory_parameter parameter;
  double up = 0, down = 0;

  double relative() const { return std::abs(up - down) / 2; }
};

/// Named variations of a cross section and what they come to.
struct varied_cross_section {
  std::vector<cross_section_variation> variations;

  /// One for each parameter that has both ends among the variations and changes something.
  std::vector<cross_section_error> errors() const {
    std::array<cross_section_error, theory_parameters.size()> all{};
    for (auto const& [what, ratio] : variations)
      if (what.is_band()) (what.number > 0 ? all[*what.parameter].up : all[*what.parameter].down) = ratio - 1;
    std::vector<cross_section_error> found;
    for (std::size_t p = 0; p < all.size(); ++p) {
      all[p].parameter = theory_parameters[p];
      if (all[p].up != 0 || all[p].down != 0) found.push_back(all[p]);
    }
    return found;
  }

  /// Relative theory error of all parameters, which are independent.
  double relative_error() const {
    double sum = 0;
    // [PHYS:rates.error_sum]
    for (auto const& one : errors()) sum += one.relative() * one.relative();
    return std::sqrt(sum);
  }
};

namespace detail {

/// The cross sections of the parts of a configuration with other nuclear options, each per part.
class part_variations {
public:
  part_variations(configuration const& asked, inclusive_options options)
      : asked_(asked), bare_(asked), options_(std::move(options)) {
    bare_.vacuum_polarisation = false; // which is in the varied targets
    for (auto const& part : asked.target.components)
      central_.push_back(quadrature_on(part.target, asked, options_).value);
  }

  double central() const { return sum(central_); }

  /// Over the central one.
  double ratio(theory_variation const& one) {
    auto values = central_;
    for (std::size_t i = 0; i < values.size(); ++i) {
      auto const& part = asked_.target.components[i];
      if (one.kind == variation_of::budget)
        values[i] *= budget_ratio(one, part, asked_);
      else if (one.concerns(part.regime()))
        values[i] += one.share * (varied(one, part) - values[i]);
    }
    return sum(values) / central();
  }

private:
  double sum(std::vector<double> const& values) const {
    double all = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
      all += asked_.target.components[i].multiplicity * values[i];
    return all;
  }

  double varied(theory_variation const& one, registry::component const& part) const {
    double number = 0, all = 0;
    for (auto const& target : varied_part(part, one.options)) {
      auto const response = seen(target, one.options, asked_);
      auto const value = [&](auto const& it) { return quadrature_on(it, bare_, options_).value; };
      number += target.count;
      all += target.count * std::visit(value, response);
    }
    return all / number;
  }

  configuration const& asked_;
  configuration bare_;
  inclusive_options options_;
  std::vector<double> central_;
};

} // namespace detail

/// The variations that `names` asks for: "all", "bands", or names. Throws input_error.
inline std::vector<theory_variation> variations_for(std::string const& names, physics_request const& request,
                                                    configuration const& asked) {
  if (asked.w_production)
    throw input_error("--vary does not go with " + asked.process_text() +
                      " here: trident rates has theory errors of real W bosons");
  return theory_variations_named("--vary", names, nuclear_options_of(request, asked));
}

/// What variations_for() gives, each by quadrature, whatever the cross section itself was computed by. Throws input_error and
/// computation_stopped.
inline varied_cross_section vary_cross_section(std::string const& names, physics_request const& request,
                                               configuration const& asked, inclusive_options const& options) {
  auto const list = variations_for(names, request, asked);
  varied_cross_section result;
  detail::part_variations parts(asked, options);
  if (!(parts.central() > 0)) return result;
  for (auto const& one : list) {
    if (!detail::applies_to(one, asked)) continue;
    double ratio;
    if (one.kind == variation_of::sin2_theta_w) {
      auto varied = asked;
      varied.model = detail::with_weak_mixing(one.number, asked.constants);
      ratio = detail::part_variations(varied, options).central() / parts.central();
    } else {
      ratio = parts.ratio(one);
    }
    result.variations.push_back({one, ratio});
  }
  return result;
}

} // namespace trident::runtime
