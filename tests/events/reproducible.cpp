// SPDX-License-Identifier: BSL-1.0
#include <trident/fluxes.hpp>
#include <trident/format/csv.hpp>
#include <trident/format/lhef.hpp>
#include <trident/format/write_events.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

// Event k depends on configuration, seed and k alone.

using namespace trident;
using namespace trident_test;

namespace {

event_generator make_generator(std::uint64_t seed) {
  auto const process = channel(numu_to_numu_ee{});
  auto options = quick_preparation();
  return event_generator(
      {make_source(process, argon40{}, dune_tdr_numu{}, scattering_regime::coherent, options),
       make_source(process, proton{}, dune_tdr_numu{}, scattering_regime::quasi_elastic, options)},
      seed);
}

std::string text_of(event_generator const& generator, event_range range, unsigned threads) {
  std::string text;
  produce(
      generator, csv_format{}, describe(generator), range, threads, [](event&) {},
      [&](event_batch const& batch) { text += batch.text; }, [] { return true; });
  return text;
}

} // namespace

TEST_CASE("the same bytes for any number of threads, pieces and events") {
  auto const generator = make_generator(1);
  auto const whole = text_of(generator, {0, 5000}, 1);
  CHECK(text_of(generator, {0, 5000}, 3) == whole);
  CHECK(text_of(generator, {0, 1}, 1) + text_of(generator, {1, 1700}, 2) +
            text_of(generator, {1700, 5000}, 1) ==
        whole);
  CHECK(whole.starts_with(text_of(generator, {0, 777}, 1)));
  CHECK(text_of(make_generator(1), {0, 5000}, 1) == whole);
  CHECK(text_of(make_generator(2), {0, 5000}, 1) != whole);
}

TEST_CASE("the frame of a file: head, events, foot, and a file that goes on") {
  auto const generator = make_generator(1);
  auto const run = describe(generator);
  lhef_format const format;
  auto const written = [&](event_range range, auto&& hooks) {
    std::string text;
    write_events(
        generator, format, run, range, execution_policy{}, [&](std::string const& part) { text += part; },
        hooks);
    return text;
  };
  auto const whole = written({0, 3000}, event_file_hooks{});
  CHECK(whole.starts_with(head_text(format, run)));
  CHECK(whole.ends_with(foot_text(format)));

  struct going_on : event_file_hooks {
    bool has_head() const { return true; }
  };
  auto begun = written({0, 1024}, event_file_hooks{});
  begun.resize(begun.size() - foot_text(format).size());
  CHECK(begun + written({1024, 3000}, going_on{}) == whole);

  struct stopping : event_file_hooks {
    std::uint64_t events = 0;
    void after(event_batch const& batch) { events = batch.range.last; }
    bool go_on() { return events == 0; }
  } stopped;
  auto const part = written({0, 100'000}, stopped);
  CHECK(stopped.events < 100'000);
  CHECK(part == written({0, stopped.events}, event_file_hooks{}));
}

TEST_CASE("any event can be made alone") {
  auto const generator = make_generator(1);
  std::vector<event> all, one;
  generator.generate(0, 300, all);
  for (std::uint64_t const k : {0u, 1u, 77u, 299u}) {
    generator.generate(k, 1, one);
    CHECK(one[0].lepton_minus().momentum.x == all[k].lepton_minus().momentum.x);
    CHECK(one[0].recoil().momentum.e == all[k].recoil().momentum.e);
    CHECK(one[0].attempts == all[k].attempts);
  }
}
