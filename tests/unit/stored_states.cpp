// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"
#include "containing.hpp"
#include "genz.hpp"
#include "same_bits.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <trident/mc/frozen_text.hpp>
#include <trident/mc/vegas.hpp>
#include <trident/storage/sealed_file.hpp>

using namespace trident;

namespace {

using function = genz::corner_peak<5>;

/// Keeps what a checkpoint would hold after each iteration.
struct keeper {
  std::vector<std::string>& texts;
  bool operator()(progress_report const&) const { return true; }
  void keep(vegas_state<5> const& state) const {
    record_writer out;
    write(out, state);
    texts.push_back(out.text());
  }
};

vegas_state<5> state_from(std::string const& text) {
  record_reader in("state", text);
  return read_state<5>(in);
}

std::string text_of(vegas_state<5> const& state) {
  record_writer out;
  write(out, state);
  return out.text();
}

} // namespace

TEST_CASE("numbers come back from text with the same bits") {
  std::vector<double> const values = {0,
                                      -0.0,
                                      1.0 / 3,
                                      -1e-300,
                                      std::numeric_limits<double>::denorm_min(),
                                      std::numeric_limits<double>::max(),
                                      1e22};
  record_writer out;
  out.numbers("values", values);
  out.line("mixed", 0.1, std::numeric_limits<std::uint64_t>::max(), "word");
  record_reader in("file", out.text());
  std::vector<double> back(values.size());
  in.numbers("values", back);
  for (std::size_t i = 0; i < values.size(); ++i)
    CHECK(std::bit_cast<std::uint64_t>(back[i]) == std::bit_cast<std::uint64_t>(values[i]));
  CHECK(in.number<double>("mixed") == 0.1);
  CHECK(in.number<std::uint64_t>() == std::numeric_limits<std::uint64_t>::max());
  CHECK(in.word("a word") == "word");
  CHECK(in.at_end());
  CHECK_THROWS_WITH(in.word("a word"), "file \"file\" is damaged: line 3 must have a word");
}

TEST_CASE("a run goes on from any of its iterations to the same bits") {
  function const f{2};
  vegas_options const options{.relative_error = 1e-3, .seed = 8, .threads = 2};
  std::vector<std::string> texts;
  auto const whole = run_vegas(f, options, keeper{texts});
  REQUIRE(texts.size() >= 8);
  for (auto const& text : texts) {
    auto const resumed = run_vegas(f, options, no_progress{}, state_from(text));
    CHECK(same_bits(resumed.estimate, whole.estimate));
    CHECK(text_of(resumed.state) == text_of(whole.state));
  }
}

TEST_CASE("options that decide a result come back, damaged ones are refused") {
  vegas_options const options{.relative_error = 0.1, .seed = 7, .stream = 3, .warmup_iterations = 6};
  record_writer out;
  write(out, options);
  record_reader in("x", out.text());
  auto const back = read_options(in);
  CHECK(back.relative_error == 0.1);
  CHECK(back.seed == 7);
  CHECK(back.stream == 3);
  CHECK(back.warmup_iterations == 6);
  CHECK(back.map_damping == options.map_damping);
  record_reader damaged("x", "options 0.1 seven");
  CHECK_THROWS_WITH(read_options(damaged), "file \"x\" is damaged: line 1 must have a number");
}

TEST_CASE("a state of another dimension, or cut anywhere, is refused") {
  function const f{2};
  auto const text = text_of(run_vegas(f, {.relative_error = 0.05}).state);
  record_reader other("x", text);
  CHECK_THROWS_WITH(read_state<6>(other), containing("line 1 must have dimension 6"));
  // digits missing at the very end are for the seal to find
  for (std::size_t const size : {std::size_t{0}, text.size() / 7, text.size() / 2, text.rfind("next") + 2})
    CHECK_THROWS_AS(state_from(text.substr(0, size)), input_error);
}

TEST_CASE("a frozen production has the same bits in one part and in any") {
  function const f{2};
  vegas_options const options{.relative_error = 1e-3, .seed = 8};
  auto const warm = warm_up_vegas(f, options);
  CHECK(warm.estimate.reason == stop_reason::relative_error);
  auto const frozen = freeze(warm.state, options);
  auto const go_on = [](std::uint64_t) { return true; };
  auto const whole = sample_chunks(f, frozen, {0, frozen.summary().chunks}, 1, go_on);
  REQUIRE(whole);
  auto const result = estimate(frozen.summary(), *whole);
  CHECK(std::abs(result.value - f.integral()) < 3.5 * result.error);
  CHECK(result.relative_error() < 1.3e-3);
  CHECK(result.production_evaluations + frozen.warmup.all == result.evaluations);

  record_writer out;
  write(out, frozen);
  for (std::size_t const slices : {std::size_t{3}, std::size_t{7}, 2 * frozen.summary().chunks}) {
    record_reader in("run", out.text());
    auto const read = read_frozen_production<5>(in);
    auto const bounds = detail::even_bounds(read.summary().chunks, slices);
    std::vector<stratified_sums> all;
    for (std::size_t i = 0; i < slices; ++i) {
      auto const part = sample_chunks(f, read, {bounds[i], bounds[i + 1]}, 1 + unsigned(i % 3), go_on);
      all.insert(all.end(), part->begin(), part->end());
    }
    CHECK(same_bits(estimate(read.summary(), all), result));
  }
  CHECK_FALSE(sample_chunks(f, frozen, {0, frozen.summary().chunks}, 1, [](std::uint64_t) { return false; }));
}

TEST_CASE("a frozen production keeps to the budget, and says that it was short") {
  function const f{2};
  vegas_options const options{.relative_error = 1e-5, .max_evaluations = 200'000};
  auto const frozen = freeze(warm_up_vegas(f, options).state, options);
  auto const sums =
      sample_chunks(f, frozen, {0, frozen.summary().chunks}, 1, [](std::uint64_t) { return true; });
  auto const result = estimate(frozen.summary(), *sums);
  CHECK(result.evaluations <= options.max_evaluations);
  CHECK(double(result.evaluations) > 0.9 * 200'000);
  CHECK(result.reason == stop_reason::evaluation_budget);
}

TEST_CASE("sealed files are read whole or refused in a line that says why") {
  std::string const good = sealed("checkpoint", "one 1\ntwo 2\n");
  CHECK(unsealed("checkpoint", "f", good) == "one 1\ntwo 2\n");
  auto const why = [](std::string const& text) -> std::string {
    try {
      unsealed("checkpoint", "f", text);
    } catch (input_error const& error) { return error.what(); }
    return "";
  };
  CHECK_THAT(why(""), containing("file \"f\" is no trident checkpoint: its first line must be"));
  CHECK_THAT(why("hello\n"), containing("is no trident checkpoint"));
  CHECK_THAT(why(sealed("piece", "one 1\n")), containing("is no trident checkpoint"));
  CHECK_THAT(why("trident-checkpoint format 2 version 9.0.0\n"), containing("is of another version"));
  for (std::size_t size = good.find('\n') + 1; size < good.size(); ++size)
    CHECK_THAT(why(good.substr(0, size)), containing("damaged or cut short"));
  for (std::size_t i = good.find('\n') + 1; i < good.size(); ++i) {
    auto changed = good;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_THAT(why(changed), containing("damaged or cut short"));
  }
  CHECK_THAT(why(good + "more\n"), containing("damaged or cut short"));
}
