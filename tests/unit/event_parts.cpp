// SPDX-License-Identifier: BSL-1.0
#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include <trident/event/placement.hpp>
#include <trident/event/process_id.hpp>
#include <trident/event/statistics.hpp>
#include <trident/parallel/ordered_output.hpp>
#include <trident/sampling/alias_table.hpp>
#include <trident/sampling/conditional_map.hpp>
#include <trident/sampling/prepared_text.hpp>
#include <trident/sampling/trial_source.hpp>
#include <trident/storage/partial_file.hpp>

#include "catch.hpp"
#include "channels.hpp"
#include "containing.hpp"

using namespace trident;

TEST_CASE("an alias table draws in proportion to the weights") {
  std::vector<double> const weights = {0.5, 0, 3, 1e-3, 1.5};
  alias_table const table(weights);
  std::vector<double> drawn(weights.size());
  constexpr int n = 500'000; // evenly spread, so that only the resolution of 1/n is left
  for (int i = 0; i < n; ++i) ++drawn[table((i + 0.5) / n)];
  for (std::size_t i = 0; i < weights.size(); ++i)
    CHECK(drawn[i] / n == Approx(weights[i] / 5.001).margin(2.0 * static_cast<double>(weights.size()) / n));
}

TEST_CASE("trials are addressable and differ from one another") {
  trial_source const source(1, 2);
  std::set<double> seen;
  for (std::uint64_t event = 0; event < 10; ++event)
    for (std::uint64_t attempt = 0; attempt < 10; ++attempt)
      for (double const u : source.point<8>({event, attempt})) seen.insert(u);
  CHECK(seen.size() == 800);
  CHECK(trial_source(1, 2).four({5, 3}, 1) == source.four({5, 3}, 1));
  CHECK(trial_source(2, 2).four({5, 3}, 1) != source.four({5, 3}, 1));
  CHECK(trial_source(1, 3).four({5, 3}, 1) != source.four({5, 3}, 1));
}

namespace {

/// What a conditional map learns of f, and f with and without it.
template <std::size_t Dimension>
struct learnt_of {
  conditional_map<Dimension> map;
  double plain, plain_deviation, mapped, deviation;

  template <class F>
  explicit learnt_of(F const& f) {
    std::vector<typename conditional_map<Dimension>::place> places(points);
    std::vector<double> values(points);
    for (std::size_t i = 0; i < points; ++i) {
      auto const point = source.point<Dimension>({i, 0});
      places[i] = conditional_map<Dimension>::place_of(point);
      values[i] = f(point);
    }
    map = conditional_map<Dimension>(places, values);
    std::tie(plain, plain_deviation) = moments(f);
    std::tie(mapped, deviation) = moments([&](std::array<double, Dimension> const& u) {
      auto const at = map(u);
      return f(at.position) * at.jacobian;
    });
  }

  /// Five standard errors.
  bool keeps_the_integral() const {
    return std::abs(mapped - plain) < 5 * plain_deviation / std::sqrt(static_cast<double>(points));
  }

private:
  static constexpr std::size_t points = 100'000;
  trial_source source{1, 2};

  template <class Value>
  std::pair<double, double> moments(Value const& value_at) const {
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < points; ++i) {
      double const value = value_at(source.point<Dimension>({i, 1}));
      sum += value;
      squares += value * value;
    }
    constexpr double n = points;
    return {sum / n, std::sqrt(squares / n - sum / n * sum / n)};
  }
};

double ridge(double x, double y) { return std::exp(-20 * (x - y) * (x - y)); }
double low_ridge(double x, double y) { return 1 + 2 * ridge(x, y); }

} // namespace

TEST_CASE("a conditional map keeps integrals and takes a pairwise correlation away") {
  learnt_of<3> const one([](std::array<double, 3> const& x) { return ridge(x[0], x[2]); });
  CHECK(one.keeps_the_integral());
  CHECK(one.deviation < 0.3 * one.plain_deviation);
}

// The last coordinate is where the first tree begins: it must not end the search.
TEST_CASE(
    "a conditional map learns pairs that have nothing to do with each other or with the last coordinate") {
  learnt_of<6> const one(
      [](std::array<double, 6> const& x) { return low_ridge(x[0], x[2]) * low_ridge(x[1], x[4]); });
  CHECK(one.map.learnt().children == 2);
  CHECK(one.keeps_the_integral());
  CHECK(one.deviation < 0.25 * one.plain_deviation);
  learnt_of<6> const chain([](std::array<double, 6> const& x) {
    return low_ridge(x[0], x[2]) * low_ridge(x[2], x[4]) * low_ridge(x[3], x[5]);
  });
  CHECK(chain.map.learnt().children == 3);
  CHECK(chain.keeps_the_integral());
  CHECK(chain.deviation < 0.3 * chain.plain_deviation);
}

TEST_CASE(
    "a forest of dependences comes back from text with the same bits, what goes in circles is refused") {
  using map_type = conditional_map<6>;
  map_type const map = learnt_of<6>([](std::array<double, 6> const& x) {
                         return low_ridge(x[0], x[2]) * low_ridge(x[1], x[4]);
                       }).map;
  auto const text_of = [](map_type const& one) {
    record_writer out;
    detail::write(out, one);
    return out.text();
  };
  auto const read = [](std::string const& text) {
    record_reader in("x", text);
    return detail::read_conditional_map<6>(in);
  };
  CHECK(text_of(read(text_of(map))) == text_of(map));
  auto const with = [&](std::array<std::size_t, 2> children, std::array<std::size_t, 2> parents) {
    auto content = map.learnt();
    auto const table = content.tables[content.order[1]];
    for (auto& one : content.tables) one = table;
    content.children = 2;
    for (std::size_t i = 0; i < 2; ++i) {
      content.order[i + 1] = children[i];
      content.parent[children[i]] = parents[i];
    }
    return text_of(map_type(content));
  };
  CHECK_NOTHROW(read(with({1, 2}, {0, 1})));
  CHECK_NOTHROW(read(with({1, 2}, {5, 0})));
  for (auto const& text : {with({1, 2}, {2, 0}), with({1, 2}, {1, 0}), with({1, 2}, {2, 1}),
                           with({1, 1}, {0, 0}), with({1, 2}, {6, 0})})
    CHECK_THROWS_WITH(read(text), containing("each coordinate once, after the one that it depends on"));
}

TEST_CASE("process numbers are different and lie in their bands") {
  std::set<int> seen;
  for (auto const& process : trident_test::all_channels())
    for (auto const kind :
         {scattering_regime::coherent, scattering_regime::quasi_elastic, scattering_regime::inelastic}) {
      int const id = process_id_of(process, kind), hundred = is_inelastic_process(id) ? 800 : 700;
      seen.insert(id);
      CHECK(is_inelastic_process(id) == (kind == scattering_regime::inelastic));
      CHECK(id >= (process.has_neutral_current ? hundred + 50 : hundred));
      CHECK(id < (process.has_neutral_current ? hundred + 100 : hundred + 50));
      CHECK((id % 2 == 0) == (kind == scattering_regime::coherent));
    }
  CHECK(seen.size() == 90);
}

TEST_CASE("a beam frame turns z into the direction and keeps lengths and angles") {
  std::vector<std::array<double, 3>> const directions = {
      {0, 0, 1}, {0, 0, -1}, {1, 0, 0}, {0.1, -0.2, 3}, {1e-9, 0, -1}, {-1, 2, -3}, {1e-200, 0, 1}};
  for (auto const& d : directions) {
    beam_frame const frame(d);
    double const length = std::hypot(d[0], d[1], d[2]);
    four_momentum z{7, 0, 0, 7}, p{5, 1, 2, 3};
    frame.turn(z);
    frame.turn(p);
    CHECK(z.x == Approx(7 * d[0] / length).margin(1e-15));
    CHECK(z.y == Approx(7 * d[1] / length).margin(1e-15));
    CHECK(z.z == Approx(7 * d[2] / length).margin(1e-15));
    CHECK(p.momentum() == Approx(std::sqrt(14.0)).epsilon(1e-15));
    CHECK(dot(z, p) == Approx(7 * 5 - 7 * 3).epsilon(1e-15));
  }
  CHECK_THROWS_AS(beam_frame({0, 0, 0}), input_error);
  CHECK_THROWS_AS(beam_frame({NAN, 0, 1}), input_error);
}

TEST_CASE("a box is filled evenly, by number") {
  box_sampler const box({{{-1, 1}, {0, 0}, {10, 30}, {5, 6}}}, 1);
  double mean_x = 0, mean_z = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    auto const v = box(i);
    REQUIRE((v.x > -1 && v.x < 1 && v.y == 0 && v.z > 10 && v.z < 30 && v.e > 5 && v.e < 6));
    mean_x += v.x / 10'000;
    mean_z += v.z / 10'000;
  }
  CHECK(std::abs(mean_x) < 5 * 2 / std::sqrt(12e4));       // five standard errors
  CHECK(std::abs(mean_z - 20) < 5 * 20 / std::sqrt(12e4)); // likewise
  CHECK(box(3).x == box_sampler({{{-1, 1}, {0, 0}, {10, 30}, {5, 6}}}, 1)(3).x);
  CHECK_THROWS_AS(box_sampler({{{1, -1}, {0, 0}, {0, 0}, {0, 0}}}, 1), input_error);
}

TEST_CASE("what threads make comes out in order, and an exception comes out too") {
  for (unsigned const threads : {1u, 2u, 5u}) {
    std::vector<std::size_t> seen;
    detail::for_each_in_order(
        200, threads, [](std::size_t i) { return i; }, [&](std::size_t i) { seen.push_back(i); },
        [] { return true; });
    REQUIRE(seen.size() == 200);
    for (std::size_t i = 0; i < 200; ++i) REQUIRE(seen[i] == i);
    CHECK_THROWS_AS(detail::for_each_in_order(
                        200, threads,
                        [](std::size_t i) {
                          if (i == 20) throw input_error("no");
                          return i;
                        },
                        [](std::size_t) {}, [] { return true; }),
                    input_error);
    CHECK_THROWS_AS(detail::for_each_in_order(
                        200, threads, [](std::size_t i) { return i; },
                        [](std::size_t i) {
                          if (i == 20) throw input_error("no");
                        },
                        [] { return true; }),
                    input_error);
  }
}

TEST_CASE("a production that is stopped ends without a gap") {
  for (unsigned const threads : {1u, 2u, 3u}) {
    // Other threads finish no chunk before the caller, who alone is asked, has said stop after five of its own. So
    // whatever runs when, the caller's five and the one chunk that each other thread may hold are put out, and no more.
    constexpr std::size_t last_asked = 5;
    std::atomic<std::size_t> asked = 0;
    auto const caller = std::this_thread::get_id();
    std::size_t put = 0;
    bool without_gap = true;
    auto const outcome = detail::for_each_in_order(
        1000, threads,
        [&](std::size_t i) {
          for (auto seen = asked.load(); seen < last_asked && std::this_thread::get_id() != caller;
               seen = asked.load())
            asked.wait(seen);
          return i;
        },
        [&](std::size_t i) {
          without_gap = without_gap && i == put;
          ++put;
        },
        [&] {
          ++asked;
          asked.notify_all();
          return asked < last_asked;
        });
    CHECK(outcome == chunks_outcome::stopped);
    CHECK(without_gap);
    CHECK(asked == last_asked);
    CHECK(put >= last_asked);
    CHECK(put <= last_asked + threads - 1);
  }
}

namespace {

std::string content_of(std::string const& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

} // namespace

TEST_CASE("a file has its name when it is complete") {
  auto const name = (std::filesystem::temp_directory_path() / "trident_partial_file_test").string();
  {
    partial_file file(name);
    file.append("one\n");
    file.append("two\n");
    CHECK(file.size() == 8);
  }
  CHECK_FALSE(std::filesystem::exists(name));
  CHECK(content_of(partial_file::partial_name(name)) == "one\ntwo\n");
  {
    partial_file file(name, 4);
    file.append("2\n");
    file.complete();
  }
  CHECK(content_of(name) == "one\n2\n");
  CHECK_FALSE(std::filesystem::exists(partial_file::partial_name(name)));
  std::filesystem::remove(name);
}

TEST_CASE("files that cannot be written are refused with their name") {
  CHECK_THROWS_WITH(partial_file("/nonexistent/events"), containing("/nonexistent/events.partial"));
}

TEST_CASE("statistics of weights") {
  generation_statistics s;
  s.envelope = 4;
  for (double const ratio : {0.5, 1.5, 0.0, 1.0}) s.try_one(ratio);
  for (double const weight : {1.0, 1.5, 1.0}) s.accept_one(weight);
  CHECK(s.efficiency() == Approx(0.75));
  CHECK(s.overweight == 1);
  CHECK(s.overweight_cross_section() == Approx(1.5 / 3.5));
  CHECK(s.excess_cross_section() == Approx(0.5 / 3.5));
  CHECK(s.effective_sample_size() == Approx(3.5 * 3.5 / 4.25));
  CHECK(s.cross_section() == Approx(4 * 3.0 / 4));
  generation_statistics both = s;
  both += s;
  CHECK(both.cross_section() == Approx(s.cross_section()));
  CHECK(both.events == 6);
}
