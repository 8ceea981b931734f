// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

/// Types in an order, from which variants and axes are made: list::as<std::variant>.
template <class... T>
struct type_list {
  template <template <class...> class Other>
  using as = Other<T...>;
};

} // namespace trident
