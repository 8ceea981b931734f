// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <trident/target/composite.hpp>
#include <trident/target/composition.hpp>

namespace trident::registry {

/// A target by its name, such as a material or a mixture, as a sum of targets: for programs that are fixed to it.
class composed_target {
public:
  /// `bound` is the nuclear model of the incoherent regime. Throws input_error as compose does.
  explicit composed_target(std::string name, std::optional<std::string> regime = {},
                           std::optional<std::string_view> bound = {})
      : composition_(compose({std::move(name), std::move(regime), {}, model_named(bound)})) {}

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    for (auto const& part : composition_.components)
      std::visit([&](auto const& target) { visit(target, part.multiplicity); }, part.target);
  }

  std::string_view name() const { return composition_.name; }
  std::string_view regime() const { return composition_.regime; }
  std::string_view contents() const { return composition_.contents; } ///< of the regime
  std::string_view nuclear_model() const {
    return composition_.nuclear_model;
  } ///< empty where no nucleon is bound
  std::vector<ingredient> const& nuclei() const {
    return composition_.nuclei;
  } ///< that the cross section is per

  /// Those that the part of this number is found in, as for_each_component counts from 0.
  std::vector<ingredient> const& nuclei_of_part(std::size_t which) const {
    return composition_.components[which].nuclei;
  }

private:
  static std::optional<trident::nuclear_model> model_named(std::optional<std::string_view> name) {
    if (!name) return std::nullopt;
    return trident::nuclear_model{nuclear_model_kind_of(*name)};
  }

  composition composition_;
};

static_assert(CompositeTarget<composed_target>);

} // namespace trident::registry
