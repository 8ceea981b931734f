// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>

// What code that runs on one number or on a pack of numbers needs besides arithmetic. A pack type brings its own
// overloads of `select` and of the elementary functions, found by argument-dependent lookup, and specialises `lanes`.

namespace trident::detail {

/// How a real type is taken apart. The primary template is for single numbers.
template <class Real>
struct lanes {
  static constexpr std::size_t count = 1;

  /// f takes one number of each argument and returns a std::array of results.
  template <class F, class... Args>
  static constexpr auto map(F const& f, Args const&... args) {
    return f(args...);
  }

  /// f(lane) in each lane.
  template <class F>
  static constexpr Real generate(F const& f) {
    return Real(f(std::size_t{0}));
  }

  /// Sum over the lanes.
  static constexpr double sum(Real value) { return static_cast<double>(value); }

  static Real exp(Real x) {
    using std::exp;
    return exp(x);
  }

  static Real log(Real x) {
    using std::log;
    return log(x);
  }
};

/// `condition ? yes : no`, in each lane.
template <class Real>
constexpr Real select(bool condition, Real yes, Real no) {
  return condition ? yes : no;
}

/// Is it true in any lane?
constexpr bool any(bool condition) { return condition; }

} // namespace trident::detail
