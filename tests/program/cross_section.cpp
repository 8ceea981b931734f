// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

words const argon = {"--process", "8", "--target", "Ar", "--energy", "5", "--method", "vegas", "--seed", "1"};

/// All that does not depend on the clock.
nlohmann::json timeless(program_run const& run) {
  auto object = run.json();
  object.erase("seconds");
  return object;
}

/// Within 3.5 standard deviations and so much of its own.
void check_value(nlohmann::json const& object, double expected, double tolerance) {
  double const error = std::hypot(object["error_fb"].get<double>(), tolerance);
  CHECK(std::abs(object["value_fb"].get<double>() - expected) < 3.5 * error);
}

} // namespace

TEST_CASE("the JSON object has what scripts rely on") {
  auto const run = run_cross_section(argon + words{"--constants", "teg2019"});
  REQUIRE(run.status == 0);
  CHECK(run.errors.empty());
  auto const object = run.json();
  for (auto const* key :
       {"process", "target", "model", "energy_GeV", "regime", "value_fb", "error_fb", "method", "evaluations",
        "seconds", "seed", "version", "constants", "form_factor", "chi2_per_dof", "zero_evaluations",
        "non_finite_evaluations", "relative_deviation_per_point"}) {
    INFO(key);
    CHECK(object.contains(key));
  }
  CHECK(object["process"] == "nu_mu -> nu_mu mu+ mu-");
  CHECK(object["regime"] == "coherent");
  CHECK(object["form_factor"] == "3pF");
  CHECK(object["method"] == "vegas");
  CHECK(object["seed"] == 1);
  CHECK(object["non_finite_evaluations"] == 0);
  CHECK(object["error_fb"].get<double>() <= 1e-3 * object["value_fb"].get<double>());
  // quadrature of the factorised form, converged to 1e-6; constants of arXiv:1902.06765
  check_value(object, 1.379027e-3, 1e-9);
}

TEST_CASE("the DUNE spectrum on argon") {
  auto const run = run_cross_section({"--process", "8", "--target", "Ar", "--flux", "dune_cdr_reference_numu",
                                      "--constants", "teg2019", "--seed", "1"});
  REQUIRE(run.status == 0);
  CHECK(run.json()["flux"] == "dune_cdr_reference_numu");
  // independent helicity amplitudes with the constants of arXiv:1902.06765 and hbar c = 0.1973269804 GeV fm; 2e-3 of it
  CHECK(run.json()["value_fb"].get<double>() == Approx(8.143e-4).epsilon(2e-3));
}

TEST_CASE("the same seed gives the same output for any number of threads") {
  for (words const& extra : {words{}, words{"--regime", "total"}}) {
    auto const one = timeless(run_cross_section(argon + extra + words{"--threads", "1"}));
    CHECK(timeless(run_cross_section(argon + extra + words{"--threads", "2"})) == one);
    CHECK(timeless(run_cross_section(argon + extra + words{"--threads", "3"})) == one);
  }
}

TEST_CASE("without a seed one is drawn and told") {
  words const unseeded = {"--process", "8",        "--target", "Ar",          "--energy",
                          "5",         "--method", "vegas",    "--precision", "0.01"};
  auto const drawn = timeless(run_cross_section(unseeded));
  auto const again = timeless(run_cross_section(unseeded + words{"--seed", drawn["seed"].dump()}));
  CHECK(again == drawn);
}

TEST_CASE("a process by its text, blanks and order of the pair as one likes") {
  words const rest = {"--target", "Ar", "--energy", "5", "--seed", "1", "--precision", "0.01", "--process"};
  auto const by_number = timeless(run_cross_section(rest + words{"8"}));
  CHECK(timeless(run_cross_section(rest + words{"nu_mu->nu_mu mu-mu+"})) == by_number);
  CHECK(timeless(run_cross_section(rest + words{" nu_mu  -> nu_mu mu+ mu-"})) == by_number);
}

TEST_CASE("regimes add up") {
  auto const value = [](std::string const& target, words const& extra) {
    // nucleons alone would have the full amplitude at this energy
    words const all = {"--process", "8",      "--energy", "5",        "--electroweak",
                       "contact",   "--seed", "1",        "--target", target};
    return run_cross_section(all + extra).json();
  };
  auto const proton = value("proton", {});
  auto const neutron = value("neutron", {});
  auto const coherent = value("Ar", {"--regime", "coherent"});
  words const by_closure = {"--nuclear-model", "closure"};
  auto const incoherent = value("Ar", words{"--regime", "incoherent"} + by_closure);
  auto const sum = value("Ar", words{"--regime", "coherent+incoherent"} + by_closure);
  auto const number = [](nlohmann::json const& object, char const* key) { return object[key].get<double>(); };

  double const nucleons = 18 * number(proton, "value_fb") + 22 * number(neutron, "value_fb");
  double const nucleons_error = std::hypot(18 * number(proton, "error_fb"), 22 * number(neutron, "error_fb"));
  check_value(incoherent, nucleons, nucleons_error);
  check_value(sum, nucleons + number(coherent, "value_fb"),
              std::hypot(nucleons_error, number(coherent, "error_fb")));
  for (auto const& object : {incoherent, sum})
    CHECK(number(object, "error_fb") <= 1.05e-3 * number(object, "value_fb"));
  CHECK(incoherent["parts"].size() == 2);
  CHECK(sum["parts"].size() == 3);
}

TEST_CASE("a material is the sum over its formula unit") {
  words const rest = {"--process", "8", "--energy", "5", "--seed", "1", "--target"};
  auto const argon_alone = run_cross_section(rest + words{"Ar", "--regime", "coherent"}).json();
  auto const liquid = run_cross_section(rest + words{"LAr", "--regime", "coherent"}).json();
  CHECK(liquid["value_fb"] == argon_alone["value_fb"]);
  auto const water = run_cross_section(rest + words{"H2O", "--regime", "total"}).json();
  CHECK(water["per"] == "formula unit H2O");
  // oxygen, its protons, its neutrons, the free protons, and inelastic ones of the latter three
  CHECK(water["parts"].size() == 7);
  CHECK(water["regime_contains"] == "coherent + incoherent + inelastic");
}

TEST_CASE("below threshold the cross section is 0, with a note") {
  auto const run = run_cross_section({"--process", "8", "--target", "Ar", "--energy", "0.2"});
  CHECK(run.status == 0);
  CHECK(run.json()["value_fb"] == 0);
  CHECK(run.json()["error_fb"] == 0);
  // 2 m_mu + 2 m_mu^2/M_Ar = 0.21192 GeV
  CHECK_THAT(run.json()["note"].get<std::string>(),
             containing("below the threshold 0.21192 GeV") || containing("below the threshold 0.211917 GeV"));
}

TEST_CASE("a flux of the user's own") {
  scratch_folder const folder;
  auto const path = folder.write("narrow.txt", "# a line at 5 GeV\n4.9999 5.0001 1\n");
  auto const run =
      run_cross_section({"--process", "8", "--target", "Ar", "--seed", "1", "--constants", "teg2019",
                         "--flux-file", path, "--flux-unit", "probability", "--flux-kind", "content"});
  REQUIRE(run.status == 0);
  check_value(run.json(), 1.379027e-3, 1e-8); // as at one energy
  CHECK(run.json()["flux"] == path);
  CHECK_THAT(run.json()["note"].get<std::string>(), containing("mean energy  5 GeV"));
}

TEST_CASE("a heavy Z' of L_mu - L_tau is a shift of g_V") {
  // arXiv:1902.06765: g_V -> g_V + 2 v^2 g'^2/M^2 with v = 246.22 GeV: g' = 1, M = 500 GeV
  words const rest = {"--process", "8",      "--target", "Ar",          "--energy",
                      "5",         "--seed", "1",        "--constants", "teg2019"};
  auto const exact =
      run_cross_section(rest + words{"--model", "LmuLtau", "--coupling", "1", "--mass", "500"}).json();
  double const v = 1 / std::sqrt(std::sqrt(2.0) * 1.16637e-5);
  double const shifted = 1 + 4 * 0.23119 + 2 * v * v / (500.0 * 500.0);
  auto const contact =
      run_cross_section(rest + words{"--model", "4F", "--gV", std::to_string(shifted), "--gA", "-1"}).json();
  check_value(exact, contact["value_fb"].get<double>(), contact["error_fb"].get<double>());
  auto const same = run_cross_section(
      rest + words{"--model", "Zprime", "--coupling", "1", "--mass", "500", "--charges", "0,1,-1"});
  CHECK(same.json()["value_fb"] == exact["value_fb"]);
}

TEST_CASE("a time limit is kept, and told") {
  auto const run = run_cross_section(argon + words{"--precision", "1e-7", "--time-limit", "0.5"});
  CHECK(run.status == 0);
  CHECK(run.json()["stop_reason"] == "time limit reached");
  CHECK(run.json()["seconds"].get<double>() < 60); // the precision would take minutes, on any machine
  CHECK_THAT(run.json()["note"].get<std::string>(), containing("before the precision 1e-07"));
}

TEST_CASE("an interrupt keeps what was computed") {
  for (auto const& [signal, status] : {std::pair{"INT", 130}, std::pair{"TERM", 143}}) {
    auto const run =
        run_and_signal("\"$TRIDENT\" cross-section --process 8 --target Ar --energy 5 --method vegas "
                       "--precision 1e-7 --max-evaluations 1000000000000000 --quiet --format json", // days
                       signal);
    CHECK(run.status == status);
    CHECK(run.json()["value_fb"].get<double>() > 0);
    CHECK_THAT(run.json()["note"].get<std::string>(), containing("interrupted"));
  }
}

TEST_CASE("progress goes to standard error, a line per 10 %") {
  words const line = {"cross-section", "--method", "vegas",    "--precision", "1e-4",     "--seed", "1",
                      "--threads",     "1", // longer than 0.1 s
                      "--process",     "8",        "--target", "Ar",          "--energy", "5"};
  auto const loud = run_program(line);
  CHECK(loud.status == 0);
  CHECK_THAT(loud.errors, containing("million points") && containing("s left"));
  CHECK(run_program(line + words{"--quiet"}).errors.empty());
}

TEST_CASE("the text names quantity, value, error, units, method and seed") {
  auto const run = run_program(words{"cross-section", "--quiet"} + argon);
  CHECK(run.status == 0);
  for (auto const* part : {"Cross section of nu_mu -> nu_mu mu+ mu- on Ar", "per              Ar nucleus",
                           "regime           coherent", " +- ", " fb\n", "1e-38 cm^2", "vegas", "evaluations",
                           "seed             1\n"})
    CHECK_THAT(run.output, containing(part));
}
