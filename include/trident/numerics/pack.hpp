// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <tuple>
#include <type_traits>
#include <utility>

#ifdef __AVX512FP16__
#include <immintrin.h>
#endif

#include <xsimd/xsimd.hpp>

#include <trident/numerics/lanes.hpp>

// Packs of doubles, as wide as the compiler flags of your build allow, from the library xsimd (Debian: libxsimd-dev).
// This header is the only one that needs it. Results agree with the scalar ones to rounding, and have the same bits
// for any number of threads; a build for another width has other bits.

namespace trident {

/// As many doubles as one vector register holds.
using pack = xsimd::batch<double>;

namespace detail {

template <class Arch>
struct lanes<xsimd::batch<double, Arch>> {
  using real = xsimd::batch<double, Arch>;
  static constexpr std::size_t count = real::size;

  template <class F, class... Args>
  static auto map(F const& f, Args const&... args) {
    return map_spilled(f, spill(args)...);
  }

  template <class F>
  static real generate(F const& f) {
    spilled memory;
    for (std::size_t i = 0; i < count; ++i) memory.values[i] = f(i);
    return real::load_aligned(memory.values);
  }

  /// In the order of lanes, so that the bits do not depend on how a compiler shuffles.
  static double sum(real const& numbers) {
    spilled const memory = spill(numbers);
    double total = 0;
    for (double const value : memory.values) total += value;
    return total;
  }

  /// e^x for x within 708 of 0 and the value at that end beyond, to 3e-16: 2^n e^r with |r| < 0.35, and
  /// (e^r - 1 - r)/r^2 interpolated at ten Chebyshev points, to 2e-17 of e^r. Half the time of xsimd's.
  static real exp(real const& any) {
    real const x = xsimd::min(real(708), xsimd::max(real(-708), any)); // in this order NaN stays NaN
    real const shifted =
        xsimd::fma(x, real(std::numbers::log2e), real(integer_shift)); // n in its lowest bits
    real const n = shifted - real(integer_shift);
    real const r = xsimd::fnma(n, real(ln2_low), xsimd::fnma(n, real(ln2_high), x));
    real const square = r * r;
    real const even = polynomial(square, 2.7620088445409746e-07, 2.4801521295954376e-05,
                                 0.0013888888917213717, 0.04166666666662413, 0.5000000000000001);
    real const odd = polynomial(square, 2.510038549551032e-08, 2.7557268459997064e-06, 0.00019841269863053618,
                                0.008333333333330062, 0.16666666666666669);
    real const power = real(1) + (r + square * xsimd::fma(r, odd, even));
    return from_bits(bits_of(power) + (bits_of(shifted) << 52));
  }

  /// ln x for normal x > 0 to 3e-16, and NaN for others that are not infinite: x = 2^e (1 + f) with 1 + f within
  /// sqrt(2) of 1, s = f/(2 + f), and (ln(1 + f) - 2 s)/s^3 interpolated in s^2 at seven Chebyshev points, to 5e-18 of
  /// ln(1 + f).
  static real log(real const& x) {
    constexpr std::uint64_t root_half = std::bit_cast<std::uint64_t>(std::numbers::sqrt2 / 2);
    constexpr std::uint64_t one = std::bit_cast<std::uint64_t>(1.0);
    words const exponent = (bits_of(x) + words(one - root_half)) >> 52; // e + 1023
    real const e = from_bits(exponent | words(std::bit_cast<std::uint64_t>(0x1p52))) - real(0x1p52 + 1023);
    real const f = from_bits(bits_of(x) - (exponent << 52) + words(one)) - real(1);
    real const s = f / (real(2) + f);
    real const z = s * s, z2 = z * z;
    real const even =
        polynomial(z2, 0.14617807153417325, 0.1818289243253687, 0.28571428626253836, 0.666666666666667);
    real const odd = polynomial(z2, 0.15331611722055008, 0.22222211089379496, 0.3999999999989889);
    real const rest = z * xsimd::fma(z, odd, even);
    real const half = real(0.5) * f * f;
    real const small = xsimd::fma(s, half + rest, e * real(ln2_low));
    real const value = e * real(ln2_high) - ((half - small) - f);
    return xsimd::select(x > real(0), value, real(std::numeric_limits<double>::quiet_NaN()));
  }

  /// tan x for |x| up to pi/2, to 6e-16: the eighth convergent of its continued fraction, x/(1 - x^2/(3 - x^2/(5 - ...))),
  /// to 1e-18 below pi/4, and the cotangent of pi/2 - |x| above.
  static real tan(real const& x) {
    real const magnitude = xsimd::abs(x);
    auto const is_large = magnitude > real(std::numbers::pi / 4);
    real const left = (real(half_pi) - magnitude) + real(half_pi_low);
    real const angle = xsimd::select(is_large, left, magnitude), z = angle * angle;
    real const sine = angle * polynomial(z, 1, -990, 135135, -4729725, 34459425);
    real const cosine = polynomial(z, 45, -13860, 945945, -16216200, 34459425);
    real const ratio = xsimd::select(is_large, cosine, sine) / xsimd::select(is_large, sine, cosine);
    return xsimd::copysign(ratio, x);
  }

  /// atan x to 4e-16: the angle less 0, pi/4 or pi/2 has a tangent t within tan(pi/8), and (atan(t)/t - 1)/t^2 interpolated in
  /// t^2 at eleven Chebyshev points, to 7e-18 of atan t.
  static real atan(real const& x) {
    constexpr double tangent = std::numbers::sqrt2 - 1; // of pi/8
    real const magnitude = xsimd::abs(x);
    auto const is_middle = magnitude > real(tangent), is_large = magnitude > real(1 / tangent);
    real const below = xsimd::select(is_middle, magnitude - real(1), magnitude);
    real const above = xsimd::select(is_middle, magnitude + real(1), real(1));
    real const t = xsimd::select(is_large, real(-1), below) / xsimd::select(is_large, magnitude, above);
    real const z = t * t;
    real const rest =
        polynomial(z, -0.019175404711104935, 0.03923044778479309, -0.050854078345894844, 0.05858140904866328,
                   -0.06664510525508936, 0.07692183125376892, -0.0909090457530649, 0.11111111015187018,
                   -0.14285714284665682, 0.19999999999995516, -0.3333333333333333);
    real const quarters = xsimd::select(is_large, real(1), xsimd::select(is_middle, real(0.5), real(0)));
    real const small = xsimd::fma(t * z, rest, quarters * real(half_pi_low));
    return xsimd::copysign(quarters * real(half_pi) + (t + small), x);
  }

  using integer = xsimd::batch<std::int64_t, Arch>;
  static integer bits(real const& value) { return xsimd::bitwise_cast<integer>(value); }
  static real from_bits(integer const& value) { return xsimd::bitwise_cast<real>(value); }
  static integer clamp(integer const& value, std::int64_t low, std::int64_t high) {
    return xsimd::min(xsimd::max(value, integer(low)), integer(high));
  }
  /// With a gather instruction on processors that have AVX512-FP16 (from Sapphire Rapids on), where the integrand gains 5 %
  /// by it; Intel's before them are slowed down by a guard against Gather Data Sampling. xsimd 8 makes none of its gather.
  template <class Number>
  static auto look_up(Number const* table, integer const& index) {
    using result = std::conditional_t<std::is_same_v<Number, double>, real, integer>;
#ifdef __AVX512FP16__
    if constexpr (count == 8 && std::is_same_v<Number, double>)
      return result(_mm512_i64gather_pd(index, table, sizeof(Number)));
    else if constexpr (count == 8 && std::is_same_v<Number, std::int32_t>)
      return result(_mm512_cvtepi32_epi64(_mm512_i64gather_epi32(index, table, sizeof(Number))));
    else
#endif
    {
      using number = typename result::value_type;
      alignas(64) std::int64_t at[count];
      alignas(64) number found[count];
      index.store_aligned(at);
      for (std::size_t i = 0; i < count; ++i) found[i] = static_cast<number>(table[at[i]]);
      return result::load_aligned(found);
    }
  }
  static integer next_if(xsimd::batch_bool<double, Arch> const& condition, integer const& index) {
    return index + bits(xsimd::select(condition, from_bits(integer(1)), from_bits(integer(0))));
  }

private:
  using words = xsimd::batch<std::uint64_t, Arch>;

  static constexpr double integer_shift = 0x1.8p52;
  static constexpr double ln2_high = 0x1.62e42feep-1; // e times this is exact
  static constexpr double half_pi = std::numbers::pi / 2, half_pi_low = 6.123233995736766e-17;
  static constexpr double ln2_low = 0x1.a39ef35793c76p-33;

  static words bits_of(real const& x) { return xsimd::bitwise_cast<words>(x); }
  static real from_bits(words const& x) { return xsimd::bitwise_cast<real>(x); }

  /// Highest power first.
  template <class... Coefficients>
  static real polynomial(real const& x, double highest, Coefficients... lower) {
    real sum(highest);
    ((sum = xsimd::fma(sum, x, real(lower))), ...);
    return sum;
  }

  struct alignas(64) spilled {
    double values[count];
  };

  static spilled spill(real const& numbers) {
    spilled memory;
    numbers.store_aligned(memory.values);
    return memory;
  }

  template <class F, class... Spilled>
  static auto map_spilled(F const& f, Spilled const&... args) {
    constexpr std::size_t results = std::tuple_size_v<decltype(f(args.values[0]...))>;
    std::array<spilled, results> memory;
    for (std::size_t i = 0; i < count; ++i) {
      auto const one = f(args.values[i]...);
      for (std::size_t r = 0; r < results; ++r) memory[r].values[i] = one[r];
    }
    std::array<real, results> loaded;
    for (std::size_t r = 0; r < results; ++r) loaded[r] = real::load_aligned(memory[r].values);
    return loaded;
  }
};

template <class Arch>
xsimd::batch<double, Arch> select(xsimd::batch_bool<double, Arch> const& condition,
                                  xsimd::batch<double, Arch> const& yes,
                                  xsimd::batch<double, Arch> const& no) {
  return xsimd::select(condition, yes, no);
}

template <class Arch>
bool any(xsimd::batch_bool<double, Arch> const& condition) {
  return xsimd::any(condition);
}

} // namespace detail

} // namespace trident
