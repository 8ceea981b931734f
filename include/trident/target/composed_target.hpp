// SPDX-License-Identifier: BSL-1.0
#pragma once

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
  /// Throws input_error as compose does.
  explicit composed_target(std::string name, std::optional<std::string> regime = {})
      : composition_(compose({std::move(name), std::move(regime), {}})) {}

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    for (auto const& part : composition_.components)
      std::visit([&](auto const& target) { visit(target, part.multiplicity); }, part.target);
  }

  std::string_view name() const { return composition_.name; }
  std::string_view regime() const { return composition_.regime; }
  std::vector<ingredient> const& nuclei() const {
    return composition_.nuclei;
  } ///< that the cross section is per

private:
  composition composition_;
};

static_assert(CompositeTarget<composed_target>);

} // namespace trident::registry
