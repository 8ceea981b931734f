// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <trident/physics/concepts.hpp>

namespace trident {

/// Any target as one type, seen through its structure functions with one set of constants: for cross sections from tables,
/// which ask for them at a few hundred points.
class any_structure {
public:
  static constexpr bool has_magnetic_structure = true; // for a nucleus it is zero

  template <Target T, Constants C = pdg>
  explicit any_structure(T target, C constants = {})
      : mass_(target.mass(constants)), maximum_q2_(target.maximum_q2()), pdg_code_(target.pdg_code()),
        name_(target.name()), structure_([target = std::move(target), constants](double q2) {
          return target.structure(q2, constants);
        }) {}

  template <Constants C = pdg>
  double mass(C = {}) const {
    return mass_;
  } ///< [GeV]
  template <Constants C = pdg>
  hadron_structure<double> structure(double q2, C = {}) const {
    return structure_(q2);
  }
  double maximum_q2() const { return maximum_q2_; } ///< [GeV^2]
  std::string_view name() const { return name_; }
  int pdg_code() const { return pdg_code_; }

private:
  double mass_, maximum_q2_;
  int pdg_code_;
  std::string name_;
  std::function<hadron_structure<double>(double)> structure_;
};

} // namespace trident
