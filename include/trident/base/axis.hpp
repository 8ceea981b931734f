// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/hana/at.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/type.hpp>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>

// An axis is a tuple of types that a user can choose between by name, at run time: the constants, the models, the
// channels. It is walked to match a string and to print a list, so that a type is listed in one place only.

namespace trident::registry {

/// The types of an axis, in the order of its list; each has a static member `name`.
template <class... T>
inline constexpr auto axis = boost::hana::tuple_t<T...>;

namespace detail {

template <class Type>
using type_of = typename Type::type;

} // namespace detail

/// The names of an axis, in its order.
template <class Axis>
std::vector<std::string> names_of(Axis const& types) {
  std::vector<std::string> names;
  boost::hana::for_each(types, [&](auto type) { names.emplace_back(detail::type_of<decltype(type)>::name); });
  return names;
}

using trident::detail::joined;

/// visit(boost::hana::type<T>) for the T called `name`; the result is of one type for all T. Throws input_error that says
/// what was wanted (`what`, such as "model") and which names there are.
template <class Axis, class Visitor>
auto visit_named(Axis const& types, std::string_view what, std::string_view name, Visitor&& visit) {
  std::optional<decltype(visit(boost::hana::at_c<0>(types)))> result;
  boost::hana::for_each(types, [&](auto type) {
    if (detail::type_of<decltype(type)>::name == name) result.emplace(visit(type));
  });
  if (result) return std::move(*result);
  throw input_error(std::string(what) + " \"" + std::string(name) + "\" is not known: allowed are " +
                    joined(names_of(types)));
}

} // namespace trident::registry
