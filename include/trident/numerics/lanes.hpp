// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

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

  static constexpr Real exp(Real x) {
    using std::exp;
    return exp(x);
  }

  static constexpr Real log(Real x) {
    using std::log;
    return log(x);
  }

  static constexpr Real tan(Real x) {
    using std::tan;
    return tan(x);
  }

  static constexpr Real atan(Real x) {
    using std::atan;
    return atan(x);
  }

  // For lookups in tables of doubles: an integer a lane, the bits of a double as such, and what stands in a table.
  using integer = std::int64_t;
  static constexpr integer bits(Real value) { return std::bit_cast<integer>(value); }
  static constexpr Real from_bits(integer value) { return std::bit_cast<Real>(value); }
  static constexpr integer clamp(integer value, std::int64_t low, std::int64_t high) {
    return std::clamp(value, low, high);
  }
  template <class Number>
  static constexpr Number look_up(Number const* table, integer index) {
    return table[index];
  }
  /// `index` + 1 where the condition holds.
  static constexpr integer next_if(bool condition, integer index) { return condition ? index + 1 : index; }
};

/// x without its fraction, 0 <= x < 2^51: what is added leaves the integer in the last bits of the number.
template <class Real>
constexpr auto whole_part(Real x) {
  using std::floor;
  return lanes<Real>::bits(floor(x) + Real(0x1p52)) - lanes<Real>::bits(Real(0x1p52));
}

/// Says of itself that it can be called with packs: T::takes_packs. Others are called lane by lane.
template <class T>
inline constexpr bool takes_packs = false;
template <class T>
  requires requires { requires T::takes_packs; }
inline constexpr bool takes_packs<T> = true;

/// `condition ? yes : no`, in each lane.
template <class Real>
constexpr Real select(bool condition, Real yes, Real no) {
  return condition ? yes : no;
}

/// Is it true in any lane?
constexpr bool any(bool condition) { return condition; }

} // namespace trident::detail
