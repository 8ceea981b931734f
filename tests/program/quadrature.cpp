// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

using words = std::vector<std::string>;

nlohmann::json five_GeV(words const& more) {
  words all = {"--process", "8", "--target", "Ar", "--energy", "5", "--constants", "teg2019"};
  all.insert(all.end(), more.begin(), more.end());
  auto const run = run_cross_section(all);
  REQUIRE(run.status == 0);
  return run.json();
}

double number(nlohmann::json const& object, char const* key) { return object[key].get<double>(); }

} // namespace

TEST_CASE("quadrature is the method if none is named") {
  auto const object = five_GeV({});
  CHECK(object["method"] == "quadrature");
  CHECK(object["seed"].is_null());
  CHECK(object["precision"] == 1e-5);
  CHECK(number(object, "error_fb") <= 1e-5 * number(object, "value_fb"));
  // an independent quadrature, converged to 2e-6
  CHECK(std::abs(number(object, "value_fb") / 1.379027e-3 - 1) < 1.2e-5);
  CHECK(number(five_GeV({"--precision", "1e-7"}), "value_fb") == Approx(1.379027e-3).epsilon(2e-6));
}

TEST_CASE("both methods and their pull") {
  auto const object = five_GeV({"--method", "both", "--seed", "1"});
  auto const& random = object["vegas"];
  CHECK(object["method"] == "quadrature");
  CHECK(random["method"] == "vegas");
  CHECK(random["seed"] == 1);
  CHECK(std::abs(number(object, "pull")) < 4);
  double const error = std::hypot(number(random, "error_fb"), number(object, "error_fb"));
  CHECK(number(object, "pull") * error == Approx(number(random, "value_fb") - number(object, "value_fb")));
}

TEST_CASE("equivalent photons come with their ratio to the full result") {
  double const full = number(five_GeV({}), "value_fb");
  // epa too large, epa-improved too small
  for (auto const& [method, least, most] :
       {std::tuple{"epa", 2.2, 2.3}, std::tuple{"epa-kinematic", 1.08, 1.11},
        std::tuple{"epa-improved", 0.9, 0.93}}) {
    auto const object = five_GeV({"--method", method});
    CHECK(object["method"] == method);
    CHECK(number(object, "ratio_to_full") == Approx(number(object, "value_fb") / full).epsilon(1e-5));
    CHECK(number(object, "ratio_to_full") > least);
    CHECK(number(object, "ratio_to_full") < most);
  }
}
