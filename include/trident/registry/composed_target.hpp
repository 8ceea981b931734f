// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <trident/composite_target.hpp>
#include <trident/registry/composition.hpp>

namespace trident::registry {

/// A target by its name, such as a material or a mixture, as a sum of targets: for programs that are fixed to it.
class composed_target {
public:
  /// Throws input_error as compose does.
  explicit composed_target(std::string name, std::optional<std::string> regime = {})
      : composition_(compose({name, std::move(regime), {}})), nuclei_(ingredients_of(name)) {}

  template <class Visitor>
  void for_each_component(Visitor&& visit) const {
    for (auto const& part : composition_.components)
      std::visit([&](auto const& target) { visit(target, part.multiplicity); }, part.target);
  }

  std::string_view name() const { return composition_.name; }
  std::string_view regime() const { return composition_.regime; }
  std::vector<ingredient> const& nuclei() const { return nuclei_; } ///< that the cross section is per

private:
  static std::vector<ingredient> ingredients_of(std::string const& name) {
    if (auto const nuclide = find_nuclide(name)) return {{*nuclide, 1}};
    if (find_nucleon(name)) return {};
    if (auto const mixture = detail::mixture_named(name)) return mixture->ingredients;
    return {};
  }

  composition composition_;
  std::vector<ingredient> nuclei_;
};

static_assert(CompositeTarget<composed_target>);

} // namespace trident::registry
