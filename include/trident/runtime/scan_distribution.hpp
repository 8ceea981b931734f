// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/scan_parts.hpp>
#include <trident/runtime/settings.hpp>
#include <trident/runtime/validity.hpp>
#include <trident/runtime/value_range.hpp>

namespace trident::runtime {

namespace detail {

struct observable_name {
  observable what;
  std::string_view name; ///< as a user types it
  std::string_view column;
  int dimension; ///< power of GeV that the cross section is divided by
};

inline constexpr std::array<observable_name, 8> observable_names = {{
    {observable::log_q2, "lnQ2", "Q2_GeV2", 0},
    {observable::s, "s", "s_GeV2", 2},
    {observable::pair_mass, "mll", "mll_GeV", 1},
    {observable::transfer, "T", "T_GeV2", 2},
    {observable::energy_transfer, "nu", "nu_GeV", 1},
    {observable::hadronic_mass, "W", "W_GeV", 1},
    {observable::bjorken_x, "x", "x", 0},
    {observable::momentum_transfer, "q", "q_GeV", 1},
}};

inline std::vector<observable_name> observables_of(std::string const& text) {
  std::vector<observable_name> chosen;
  for (auto const& name : trident::detail::split(text)) {
    auto const* const found = std::find_if(observable_names.begin(), observable_names.end(),
                                           [&](auto const& known) { return known.name == name; });
    bool const twice =
        std::any_of(chosen.begin(), chosen.end(), [&](auto const& earlier) { return earlier.name == name; });
    if (found == observable_names.end() || twice || chosen.size() == 2)
      throw input_error("--distribution is \"" + text +
                        "\": it must be one of lnQ2, s, mll, T, nu, W, x, q, or two different ones, such as "
                        "s,mll; or of the program one or two observables, see trident list observables");
    chosen.push_back(*found);
  }
  return chosen;
}

/// Values at the middle of even steps in the logarithm, where the beam reaches: enough to draw a line, or an area.
inline std::vector<double> default_values(observable what, configuration const& asked, std::size_t count) {
  constexpr double decades_of_transfer = 1e-6; // T has no smallest value
  double low = std::numeric_limits<double>::infinity(), high = 0;
  for (auto const& component : asked.target.components) {
    auto const range = range_on(component.target, asked, what);
    if (!(range.low < range.high)) continue;
    low = std::min(low, what == observable::transfer ? decades_of_transfer * range.high : range.low);
    high = std::max(high, range.high);
  }
  std::vector<double> values;
  for (std::size_t i = 0; high > 0 && i < count; ++i)
    values.push_back(low * std::pow(high / low, (static_cast<double>(i) + 0.5) / static_cast<double>(count)));
  return values;
}

inline std::vector<std::vector<double>> observable_values(std::vector<observable_name> const& observables,
                                                          std::optional<std::string> const& points,
                                                          configuration const& asked) {
  std::vector<std::vector<double>> values;
  if (points) {
    auto const ranges = trident::detail::split(*points);
    if (ranges.size() != observables.size())
      throw input_error("--points is \"" + *points + "\": it must have a range FROM:TO:N[:log] for each of " +
                        std::to_string(observables.size()) + " observables, with a comma between");
    for (auto const& range : ranges)
      values.push_back(values_of_range("--points", range, trident::ranges::observable));
  } else {
    std::size_t const count = observables.size() == 1 ? 60 : 20;
    for (auto const& one : observables) values.push_back(default_values(one.what, asked, count));
  }
  return values;
}

inline scan_row distribution_row(configuration const& asked, inclusive_options const& options,
                                 std::vector<observed> const& at) {
  scan_row row{{}, 0, 0, 0};
  for (auto const& one : at) row.at.push_back(one.value);
  for (auto const& component : asked.target.components) {
    auto const estimate = distribution_on(component.target, asked, at, options);
    row.value += component.multiplicity * estimate.value;
    row.error += component.multiplicity * estimate.error;
    row.evaluations += estimate.evaluations;
  }
  return row;
}

/// "fb", or "fb_per_GeV2" with the power of the unit.
inline std::string unit_of_observables(std::vector<observable_name> const& observables) {
  int dimension = 0;
  for (auto const& one : observables) dimension += one.dimension;
  if (dimension == 0) return "fb";
  return "fb_per_GeV" + (dimension == 1 ? "" : std::to_string(dimension));
}

/// Such as "d2 sigma/(ds dmll)".
inline std::string quantity_of(std::vector<observable_name> const& observables) {
  std::string names;
  for (auto const& one : observables) names.append(names.empty() ? "d" : " d").append(one.name);
  return observables.size() == 1 ? "d sigma/" + names : "d2 sigma/(" + names + ")";
}

} // namespace detail

/// Differential cross sections: single or double, over ranges of the observables.
inline scan distribution_scan(scan_request const& request, run_settings const& settings) {
  if (settings.how != method::quadrature && settings.how != method::epa_improved)
    throw input_error("--method is \"" + std::string(name_of(settings.how)) +
                      "\": a distribution takes quadrature or epa-improved");
  auto const observables = detail::observables_of(*request.distribution);
  auto physics = request.physics;
  if (request.couplings) add_parameter(physics, "--coupling", *request.couplings);
  if (request.masses) add_parameter(physics, "--mass", *request.masses);
  if (physics.electroweak == "full")
    throw input_error(
        "--electroweak is \"full\": distributions by quadrature have contact interactions; take "
        "--electroweak contact, or histograms of events");
  physics.electroweak = "contact";
  auto const asked = make_configuration(physics);
  inclusive_options const options{settings.precision, treatment_of(settings.how), settings.go_on};
  std::string const unit = detail::unit_of_observables(observables);
  scan result{{}, {}, asked, {}, detail::quantity_of(observables) + " [" + unit + "]", unit};
  for (auto const& one : observables) result.axes.emplace_back(one.column);
  for (auto& note : validity_notes(asked, "; events have them")) result.notes.push_back(std::move(note));
  auto const values = detail::observable_values(observables, request.points, asked);
  require_grid("--points", values.front().size(),
               values.back().size() * (values.size() - 1) + (values.size() == 1));
  auto const known = std::make_shared<configuration const>(asked);
  auto const add = [&](std::vector<observed> const& at) {
    result.parts.emplace_back([known, options, at]() -> std::vector<scan_row> {
      return {detail::distribution_row(*known, options, at)};
    });
  };
  for (double const x : values[0]) {
    observed const first{observables[0].what, x};
    if (observables.size() == 1)
      add({first});
    else
      for (double const y : values[1]) add({first, {observables[1].what, y}});
  }
  return result;
}

} // namespace trident::runtime
