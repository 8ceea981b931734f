// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <utility>
#include <variant>

#include <trident/target/choice.hpp>

namespace trident::registry {

/// Any target as one type, for integrals that want its structure functions at few points and contract no tensor with it.
class any_target {
public:
  static constexpr bool has_magnetic_structure = true; // for a nucleus it is zero

  explicit any_target(target_choice chosen) : chosen_(std::move(chosen)) {}

  template <Constants C = pdg>
  double mass(C constants = {}) const {
    return std::visit([&](auto const& target) -> double { return target.mass(constants); }, chosen_);
  }
  template <Constants C = pdg>
  hadron_structure<double> structure(double q2, C constants = {}) const {
    return std::visit([&](auto const& target) { return target.structure(q2, constants); }, chosen_);
  }
  double maximum_q2() const {
    return std::visit([](auto const& target) -> double { return target.maximum_q2(); }, chosen_);
  }
  std::string_view name() const {
    return std::visit([](auto const& target) -> std::string_view { return target.name(); }, chosen_);
  }
  int pdg_code() const {
    return std::visit([](auto const& target) -> int { return target.pdg_code(); }, chosen_);
  }

private:
  target_choice chosen_;
};

static_assert(Target<any_target>);

} // namespace trident::registry
