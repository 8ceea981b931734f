// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

#include <trident/numerics/lanes.hpp>

namespace trident::detail {

/// Two packs that go through each operation together. The integrand is one long chain of operations that wait for each
/// other; with one pack the processor idles most of the time, with two it always has another operation to work on.
template <class Part>
struct twin {
  Part first, second;

  twin() = default;
  constexpr twin(Part a, Part b) : first(a), second(b) {}
  template <class Number>
    requires std::convertible_to<Number, Part>
  constexpr twin(Number const& both) : first(both), second(both) {} ///< as a pack is made from a number

  /// f of both.
  template <class F, class... Twins>
  static constexpr auto of(F const& f, Twins const&... arguments) {
    return twin<decltype(f(arguments.first...))>(f(arguments.first...), f(arguments.second...));
  }

  friend constexpr twin operator+(twin const& a, twin const& b) {
    return {a.first + b.first, a.second + b.second};
  }
  friend constexpr twin operator-(twin const& a, twin const& b) {
    return {a.first - b.first, a.second - b.second};
  }
  friend constexpr twin operator*(twin const& a, twin const& b) {
    return {a.first * b.first, a.second * b.second};
  }
  friend constexpr twin operator/(twin const& a, twin const& b) {
    return {a.first / b.first, a.second / b.second};
  }
  friend constexpr twin operator&&(twin const& a, twin const& b) {
    return {a.first && b.first, a.second && b.second};
  }
  friend constexpr twin operator-(twin const& a) { return {-a.first, -a.second}; }
  friend constexpr twin operator>>(twin const& a, int bits) { return {a.first >> bits, a.second >> bits}; }
  friend constexpr twin operator<<(twin const& a, int bits) { return {a.first << bits, a.second << bits}; }
  friend constexpr auto operator<(twin const& a, twin const& b) {
    return twin<decltype(a.first < b.first)>(a.first < b.first, a.second < b.second);
  }
  friend constexpr auto operator>(twin const& a, twin const& b) { return b < a; }
  constexpr twin& operator+=(twin const& b) { return *this = *this + b; }

  friend twin exp(twin const& a) {
    using std::exp;
    return {exp(a.first), exp(a.second)};
  }
  friend twin log(twin const& a) {
    using std::log;
    return {log(a.first), log(a.second)};
  }
  friend twin sqrt(twin const& a) {
    using std::sqrt;
    return {sqrt(a.first), sqrt(a.second)};
  }
  friend twin floor(twin const& a) {
    using std::floor;
    return {floor(a.first), floor(a.second)};
  }
  friend twin min(twin const& a, twin const& b) {
    using std::min;
    return {min(a.first, b.first), min(a.second, b.second)};
  }
  friend twin max(twin const& a, twin const& b) {
    using std::max;
    return {max(a.first, b.first), max(a.second, b.second)};
  }
};

template <class Bool, class Part>
constexpr twin<Part> select(twin<Bool> const& condition, twin<Part> const& yes, twin<Part> const& no) {
  return {select(condition.first, yes.first, no.first), select(condition.second, yes.second, no.second)};
}

template <class Bool>
constexpr bool any(twin<Bool> const& condition) {
  return any(condition.first) || any(condition.second);
}

template <class Part>
struct lanes<twin<Part>> {
  using real = twin<Part>;
  using half = lanes<Part>;
  static constexpr std::size_t count = 2 * half::count;

  template <class F, class... Args>
  static constexpr auto map(F const& f, Args const&... args) {
    auto const first = half::map(f, args.first...);
    auto const second = half::map(f, args.second...);
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::array<real, sizeof...(I)>{real(first[I], second[I])...};
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(first)>>{});
  }

  static constexpr double sum(real const& a) { return half::sum(a.first) + half::sum(a.second); }

  static real exp(real const& a) { return {half::exp(a.first), half::exp(a.second)}; }
  static real log(real const& a) { return {half::log(a.first), half::log(a.second)}; }
  static real tan(real const& a) { return {half::tan(a.first), half::tan(a.second)}; }
  static real atan(real const& a) { return {half::atan(a.first), half::atan(a.second)}; }

  using integer = twin<typename half::integer>;
  static constexpr integer bits(real const& a) { return {half::bits(a.first), half::bits(a.second)}; }
  static constexpr real from_bits(integer const& a) {
    return {half::from_bits(a.first), half::from_bits(a.second)};
  }
  static constexpr integer clamp(integer const& a, std::int64_t low, std::int64_t high) {
    return {half::clamp(a.first, low, high), half::clamp(a.second, low, high)};
  }
  template <class Number>
  static constexpr auto look_up(Number const* table, integer const& at) {
    return real::of([table](auto const& index) { return half::look_up(table, index); }, at);
  }
  template <class Bool>
  static constexpr integer next_if(twin<Bool> const& condition, integer const& a) {
    return {half::next_if(condition.first, a.first), half::next_if(condition.second, a.second)};
  }
};

} // namespace trident::detail
