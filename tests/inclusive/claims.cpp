// SPDX-License-Identifier: BSL-1.0

// The error that a quadrature reports bounds its deviation from a run that is much more precise.

#include "catch.hpp"

#include "configurations.hpp"

using namespace trident;
using namespace trident_test;

namespace {

struct tally {
  int runs = 0;
  int beyond = 0;     ///< deviations larger than the error reported
  int far_beyond = 0; ///< larger than twice that
};

/// What a configuration is asked for, 1e-6 to 1e-3.
double precision_of(std::uint64_t index) {
  std::mt19937_64 source(77 + index);
  return random_configurations::logarithmic(source, 1e-6, 1e-3);
}

void check(std::uint64_t index, random_configurations const& draw, double finest, tally& count) {
  configuration const asked = draw(index);
  double const precision = precision_of(index);
  auto const truth = quadrature(asked, {.relative_error = finest});
  auto const ours = quadrature(asked, {.relative_error = precision});
  double const deviation = std::abs(ours.value - truth.value), bound = ours.error + truth.error;
  CAPTURE(index, asked.text(), precision, deviation / truth.value, ours.error / truth.value,
          truth.error / truth.value);
  CHECK(truth.value > 0);
  CHECK(deviation <= 2 * bound);
  ++count.runs;
  count.beyond += deviation > bound;
  count.far_beyond += deviation > 2 * bound;
}

} // namespace

TEST_CASE("errors bound deviations", "[inclusive]") {
  tally count;
  for (std::uint64_t i = 1000; i < 1030; ++i) check(i, random_configurations(1e2), 1e-7, count);
  CHECK(count.beyond == 0);
}

TEST_CASE("errors bound deviations from 1e-9, 200 times", "[.][slow]") {
  tally count;
  for (std::uint64_t i = 0; i < 200; ++i) check(i, random_configurations(1e5), 1e-9, count);
  CHECK(count.beyond <= 1);
}
