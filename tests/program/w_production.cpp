// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// Real W bosons, processes 31 to 36.

namespace {

words const w_on_argon = {"--process", "nu_mu -> mu- W+", "--target", "Ar", "--energy", "1e5"};

/// Sums value times width over the rows of a table of bins.
double sum_of_bins(std::string const& table) {
  std::istringstream lines(table);
  double sum = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#' || line[0] == 'l') continue;
    double low = 0, high = 0, value = 0;
    char comma = 0;
    std::istringstream(line) >> low >> comma >> high >> comma >> value;
    sum += value * (high - low);
  }
  return sum;
}

} // namespace

TEST_CASE("real W bosons: the JSON object, in every regime") {
  auto const run = run_cross_section(w_on_argon + words{"--regime", "total", "--precision", "1e-4"});
  REQUIRE(run.status == 0);
  auto const object = run.json();
  CHECK(object["process"] == "nu_mu -> mu- W+");
  CHECK(object["process_number"] == 32);
  CHECK(object["electroweak"] == "full");
  CHECK(object["method"] == "quadrature");
  CHECK_THAT(object["note"].get<std::string>(), containing("not to be added"));
  REQUIRE(object["components"].size() == 3);
  CHECK(object["components"][0]["value_fb"].get<double>() == Approx(9.510e4).epsilon(1e-3));
  double sum = 0;
  for (auto const& one : object["components"]) sum += one["value_fb"].get<double>();
  CHECK(object["value_fb"].get<double>() == Approx(sum));
  auto const by_number = run_cross_section({"--process", "32", "--target", "Ar", "--energy", "1e5"});
  CHECK(by_number.json()["value_fb"].get<double>() == Approx(9.510e4).epsilon(1e-3));
}

TEST_CASE("real W bosons: what does not go is refused in one line") {
  auto const refused = [](words const& more, std::string const& said) {
    auto const run = run_cross_section(w_on_argon + more);
    INFO(run.errors);
    CHECK(run.status == 2);
    CHECK_THAT(run.errors, containing(said));
  };
  refused({"--method", "vegas"}, "by quadrature alone");
  refused({"--model", "SMloop"}, "Standard Model");
  refused({"--electroweak", "contact"}, "contact");
  auto const events = run_program({"events", "--process", "32", "--target", "Ar", "--energy", "1e5", "-n",
                                   "10", "--out", "-", "--file-format", "lhef"});
  CHECK(events.status == 2);
  CHECK_THAT(events.errors, containing("real W boson"));
}

TEST_CASE("real W bosons: below threshold there are none") {
  auto const run = run_cross_section({"--process", "31", "--target", "proton", "--energy", "1000"});
  CHECK(run.status == 0);
  CHECK(run.json()["value_fb"] == 0);
  CHECK_THAT(run.json()["note"].get<std::string>(), containing("threshold"));
}

TEST_CASE("real W bosons: scans over energies and over the lepton's energy") {
  auto const over_energies = run_program({"scan", "--process", "32", "--target", "Ar", "--energies",
                                          "1e5:1e6:2:log", "--precision", "1e-3", "--out", "-"});
  CHECK(over_energies.status == 0);
  auto const bins = run_program(words{"scan", "--distribution", "lepton-energy", "--out", "-"} + w_on_argon);
  REQUIRE(bins.status == 0);
  CHECK(sum_of_bins(bins.output) == Approx(9.510e4).epsilon(5e-3));
  auto const trident = run_program({"scan", "--distribution", "lepton-energy", "--process", "8", "--target",
                                    "Ar", "--energy", "1e5", "--out", "-"});
  CHECK(trident.status == 2);
  CHECK_THAT(trident.errors, containing("31 to 36"));
}

TEST_CASE("real W bosons: rates") {
  auto const run =
      run_program({"rates", "--process", "33", "--mass-tonnes", "1e6", "--material", "H2O", "--exposure-pot",
                   "1", "--flux", "fasernu", "--nuclear-model", "closure", "--format", "json"});
  REQUIRE(run.status == 0);
  auto const result = run.json();
  REQUIRE(!result["rows"].empty());
  CHECK(result["rows"][0]["process"] == "nu_tau -> tau- W+");
  CHECK(result["rows"][0]["process_number"] == 33);
  CHECK(result["rows"][0]["theory_components"].contains("vacuum polarisation"));
}

TEST_CASE("rates have the full amplitude, which is the default where it counts") {
  auto const coherent = [](words const& more) {
    auto const run =
        run_program(words{"rates", "--detector", "fasernu", "--process", "7", "--format", "json"} + more);
    REQUIRE(run.status == 0);
    return run.json()["rows"][1]["events"].get<double>(); // incoherent
  };
  double const usual = coherent({}), full = coherent({"--electroweak", "full"}),
               contact = coherent({"--electroweak", "contact"});
  CHECK(usual == full);
  CHECK(usual / contact == Approx(0.975).epsilon(5e-3)); // the Z propagator, on protons and neutrons
  CHECK(run_program({"rates", "--detector", "fasernu", "--electroweak", "maybe"}).status == 2);
}
