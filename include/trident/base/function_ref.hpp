// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

namespace trident::detail {

template <class Signature>
class function_ref;

/// A callable of any type, seen through its signature: what takes one is compiled once, not for each type. It does not own
/// the callable, which must outlive it.
template <class Result, class... Arguments>
class function_ref<Result(Arguments...)> {
public:
  template <class F>
    requires(!std::same_as<std::remove_cvref_t<F>, function_ref> &&
             std::is_invocable_r_v<Result, F&, Arguments...>)
  function_ref(F&& f)
      : object_(const_cast<void*>(static_cast<void const*>(std::addressof(f)))),
        call_([](void* object, Arguments... arguments) -> Result {
          return (*static_cast<std::remove_reference_t<F>*>(object))(std::forward<Arguments>(arguments)...);
        }) {}

  Result operator()(Arguments... arguments) const {
    return call_(object_, std::forward<Arguments>(arguments)...);
  }

private:
  void* object_;
  Result (*call_)(void*, Arguments...);
};

} // namespace trident::detail
