// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <bit>
#include <charconv>
#include <clocale>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <trident/base/read_number.hpp>

using namespace trident;

namespace {

constexpr auto decimal = std::chars_format::general, hex = std::chars_format::hex;

/// Compares strtod's body with that of the standard library, if it has one.
void check_same(std::string const& text, std::chars_format format) {
  double expected = 7, found = 7;
  auto const* const first = text.data();
  auto const* const last = first + text.size();
  auto const a = detail::read_number(first, last, expected, format);
  auto const b = detail::number_by_strtod(first, last, found, format);
  INFO(text << (format == hex ? " hex" : ""));
  CHECK(a.ptr - first == b.ptr - first);
  CHECK(a.ec == b.ec);
  if (expected == expected)
    CHECK(std::bit_cast<std::uint64_t>(expected) == std::bit_cast<std::uint64_t>(found));
  if (expected != expected) CHECK(found != found);
}

} // namespace

TEST_CASE("numbers are read by one grammar, with and without the standard library's from_chars") {
  for (auto const* text : {"1",
                           "-1",
                           "+1",
                           " 1",
                           "1 ",
                           "",
                           "-",
                           ".",
                           "-.",
                           ".5",
                           "5.",
                           "1.5e5x",
                           "1e",
                           "1e+",
                           "1e+5",
                           "1E-5",
                           "0x1p3",
                           "1p3",
                           "1.8p-1",
                           "inf",
                           "-INF",
                           "infinity",
                           "infi",
                           "nan",
                           "-nan",
                           "nan(abc_1)",
                           "nan(",
                           "nan(-)",
                           "n",
                           "in",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "4e-320",
                           "1e-324",
                           "5e-324",
                           "0e99999999999",
                           "1e99999999999",
                           "-0",
                           "1,5",
                           "0.1",
                           "1.7976931348623157e308",
                           "1.7976931348623159e308",
                           "2.2250738585072011e-308",
                           "1fffffffffffff.8p-3"}) {
    check_same(text, decimal);
    if (std::string(text) != "1e-324") check_same(text, hex);
  }
}

TEST_CASE("what is written reads back to the same bits") {
  std::mt19937_64 bits(1);
  for (int i = 0; i < 20000; ++i) {
    auto const value = std::bit_cast<double>(bits());
    if (!detail::is_finite(value)) continue;
    char text[64];
    for (auto const format : {decimal, hex}) {
      auto const end = std::to_chars(text, text + sizeof text, value, format).ptr;
      double found = 0;
      auto const read = detail::number_by_strtod(text, end, found, format);
      REQUIRE(read.ec == std::errc{});
      REQUIRE(read.ptr == end);
      REQUIRE(std::bit_cast<std::uint64_t>(found) == std::bit_cast<std::uint64_t>(value));
    }
  }
}

TEST_CASE("the locale of a program does not matter to numbers") {
  for (auto const* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"}) {
    if (std::setlocale(LC_NUMERIC, name) == nullptr) continue;
    check_same("1.5", decimal);
    CHECK(detail::number_from<double>("1.5") == 1.5);
    CHECK_FALSE(detail::number_from<double>("1,5"));
  }
  std::setlocale(LC_NUMERIC, "C");
}

TEST_CASE("finite is a property of the bits") {
  using limits = std::numeric_limits<double>;
  for (double const value : {0.0, -0.0, 1.0, limits::max(), limits::lowest(), limits::denorm_min()})
    CHECK(detail::is_finite(value));
  for (double const value :
       {limits::infinity(), -limits::infinity(), limits::quiet_NaN(), -limits::quiet_NaN()})
    CHECK_FALSE(detail::is_finite(value));
  CHECK(detail::is_nan(-limits::quiet_NaN()));
  CHECK_FALSE(detail::is_nan(limits::infinity()));
}
