// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

program_run run_projection(words const& given) {
  return run_program(words{"projection", "--quiet", "--format", "json"} + given);
}

words const dune = {"--detector", "dune-nd", "--regime", "coherent"};

} // namespace

TEST_CASE("a projection counts what rates do, and its significance is that of a count") {
  auto const run =
      run_projection(dune + words{"--efficiency", "0.5", "--background", "100", "--masses", "1000"});
  CAPTURE(run.errors);
  REQUIRE(run.status == 0);
  auto const found = run.json();
  double events = 0;
  for (auto const* process : {"nu_mu -> nu_mu mu+ mu-", "anti-nu_mu -> anti-nu_mu mu+ mu-"}) {
    auto const rates =
        run_program({"rates", "--detector", "dune-nd", "--process", process, "--format", "json"});
    REQUIRE(rates.status == 0);
    auto const rows = rates.json()["rows"];
    for (auto const& row : rows)
      if (row["regime"] == "coherent") events += row["events"].get<double>();
  }
  double const s = found["signal"], b = 100;
  CHECK(s == Approx(0.5 * events).epsilon(1e-6));
  CHECK(found["significance"].get<double>() == Approx(std::sqrt(2 * ((s + b) * std::log(1 + s / b) - s))));
  // arXiv:1902.06765: theory's error of a coherent rate on argon, 6.1 % there
  CHECK(found["theory_error"].get<double>() == Approx(0.061).margin(0.003));
  double const parts = std::hypot(std::sqrt(s + b) / s, found["theory_error"].get<double>());
  CHECK(found["ratio_error"].get<double>() == Approx(parts));
}

TEST_CASE("the sensitivity of DUNE in arXiv:1902.06765 by a projection") {
  // one that measures the ratio to 25 % as it assumes: with a count alone, as many events as make that error
  auto const limits = run_program(
      {"limits", "--measurement", "DUNE", "--masses", "0.1:1000:2:log", "--quiet", "--format", "json"});
  auto const run =
      run_projection(dune + words{"--process", "8", "--systematic", "0", "--theory-error", "0", "--masses",
                                  "0.1:1000:2:log", "--background-error", "25", "--exposure-pot", "1.4e21"});
  CAPTURE(run.errors);
  REQUIRE(run.status == 0);
  REQUIRE(limits.status == 0);
  auto const found = run.json();
  CHECK(found["ratio_error"].get<double>() == Approx(0.25).margin(0.03));
  for (std::size_t i = 0; i < 2; ++i) {
    // the ratio's polynomial is that of the measurement; the end at 95 % is near 1 + 1.96 x 0.25
    CHECK(found["rows"][i]["ratio_coefficients"][1].get<double>() ==
          Approx(limits.json()["rows"][i]["ratio_coefficients"][1].get<double>()).epsilon(2e-3));
    CHECK(found["rows"][i]["coupling"].get<double>() ==
          Approx(limits.json()["rows"][i]["coupling"].get<double>()).epsilon(0.06));
  }
}

TEST_CASE("projections of an experiment in one's own beam, and those that exclude nothing") {
  words const own = {"--mass-tonnes", "10",          "--material", "H2O",          "--exposure-pot", "1e21",
                     "--flux",        "dune_nd_fhc", "--masses",   "0.1:10:2:log", "--precision",    "1e-2"};
  auto const run = run_projection(own);
  CAPTURE(run.errors);
  REQUIRE(run.status == 0);
  auto const found = run.json();
  CHECK(found["significance"].is_null()); // no background
  CHECK(found["probability_of_an_event"].get<double>() ==
        Approx(-std::expm1(-found["signal"].get<double>())));
  CHECK(found["signal_rows"].size() == 4); // two channels, coherent and incoherent
  // less is excluded with a larger error, and nothing with one that any signal has room in
  auto const coupling = [&](words const& more) {
    auto const rows = run_projection(own + more).json()["rows"];
    return rows[0]["coupling"].is_null() ? HUGE_VAL : rows[0]["coupling"].get<double>();
  };
  double const best = coupling({"--theory-error", "0"}),
               worse = coupling({"--background", "50", "--background-error", "20"});
  CHECK(best < worse);
  CHECK(worse < HUGE_VAL);
  CHECK(coupling({"--systematic", "0.8"}) == HUGE_VAL);
}

TEST_CASE("a projection of FASERnu2, by its own spectrum") {
  // 20 t, 3000 fb^-1, nu_mu alone: 17.8 coherent and 2.2 incoherent muon pairs with contact interactions
  auto const run =
      run_projection({"--detector", "fasernu2", "--process", "8", "--background", "5", "--background-error",
                      "2", "--systematic", "0.1", "--masses", "100", "--precision", "1e-2"});
  CAPTURE(run.errors);
  REQUIRE(run.status == 0);
  auto const found = run.json();
  CHECK(found["signal_rows"][0]["events"].get<double>() == Approx(17.8).epsilon(0.03));
  CHECK(found["signal_rows"][1]["events"].get<double>() == Approx(2.2).epsilon(0.06));
  CHECK(found["significance"].get<double>() > 3);
  CHECK(found["ratio_error_parts"]["background"].get<double>() == Approx(2 / found["signal"].get<double>()));
  // M/g' above 300 GeV, weaker than CCFR's 538 GeV
  CHECK(100 / found["rows"][0]["coupling"].get<double>() == Approx(400).margin(100));
}

TEST_CASE("a projection with cuts has the share of events that passes them") {
  // arXiv:1807.10973: the opening angle of 90 % of coherent dimuons is below 20 degrees
  auto const found =
      run_projection(dune + words{"--process", "8", "--cut", "theta_ll < 20", "--masses", "100"}).json();
  CHECK(found["signal_rows"][0]["efficiency"].get<double>() == Approx(0.88).margin(0.03));
  check_refused(run_program({"projection", "--detector", "dune-nd", "--cut", "angle < 20"}),
                {"--cut", "angle"});
}

TEST_CASE("projections that cannot be made are refused in one line") {
  auto const refused = [](words const& given, words const& said) {
    check_refused(run_program(words{"projection"} + given), said);
  };
  refused({}, {"--detector"});
  refused({"--detector", "dune-nd", "--efficiency", "2"}, {"--efficiency is \"2\"", "from 0 to 1"});
  refused({"--detector", "dune-nd", "--regime", "elastic"}, {"elastic", "coherent"});
  refused({"--detector", "dune-nd", "--background", "-1"}, {"--background is \"-1\"", "from 0"});
  refused({"--detector", "dune-nd", "--process", "8,8"}, {"twice"});
  refused({"--detector", "dune-nd", "--process", "5"}, {"--process"});
  refused({"--detector", "dune-nd", "--efficiency", "0"}, {"no signal"});
  refused({"--detector", "dune-nd", "--model", "SM"}, {"SM", "LmuLtau"});
  refused({"--detector", "dune-nd", "--process", "1"}, {"LmuLtau", "does not change"});
}

TEST_CASE("limits by a measurement of one's own, with an error of the theory, and as a table of ratios") {
  auto const json_of = [](words const& given) {
    auto const run = run_program(words{"limits", "--quiet", "--masses", "1000", "--format", "json"} + given);
    CAPTURE(run.errors);
    REQUIRE(run.status == 0);
    return run.json();
  };
  auto const named = json_of({"--measurement", "CCFR"});
  auto const own = json_of({"--measurement", "0.82 +- 0.28", "--target", "Fe", "--flux", "ccfr_numu"});
  CHECK(own["measurement"] == "own measurement");
  CHECK(own["rows"] == named["rows"]);
  auto const wide = json_of({"--measurement", "CCFR", "--theory-error", "0.06"});
  CHECK(wide["rows"][0]["coupling"].get<double>() > named["rows"][0]["coupling"].get<double>());
  // 0.82 + 1.96 sqrt(0.28^2 + (0.06 r)^2) = r
  double const end = wide["allowed_ratio"][1];
  CHECK(0.82 + 1.959964 * std::hypot(0.28, 0.06 * end) == Approx(end).epsilon(1e-6));
  // a theory of which nothing is known
  CHECK(json_of({"--measurement", "CCFR", "--theory-error", "0.6"})["rows"][0]["coupling"].is_null());
  // the formula of arXiv:1902.06765 for a heavy Z'
  auto const table = run_program({"limits", "--measurement", "CCFR", "--ratio-table", "--masses", "1000",
                                  "--couplings", "2", "--format", "csv", "--quiet"});
  REQUIRE(table.status == 0);
  CHECK_THAT(table.output, containing("mass_GeV,linear,quadratic,coupling,ratio\n"));
  double const ratio = std::stod(table.output.substr(table.output.rfind(',') + 1));
  double const standard = 1 + 4 * 0.23121, shifted = standard + 2 * std::pow(246.22 * 2 / 1000, 2);
  CHECK(ratio == Approx((1.13 + shifted * shifted) / (1.13 + standard * standard)).epsilon(3e-3));
  check_refused(run_program({"limits", "--measurement", "0.82", "--target", "Fe", "--flux", "ccfr_numu"}),
                {"0.82", "+-"});
  check_refused(run_program({"limits", "--measurement", "1 +- 0.2", "--sensitivity", "0.2", "--target", "Fe",
                             "--energy", "5"}),
                {"--sensitivity"});
  check_refused(run_program({"limits", "--measurement", "1 +- 0.2"}), {"--target"});
}
