// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <map>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

nlohmann::json rates(words const& options) {
  auto const run = run_program(words{"rates", "--format", "json"} + options);
  INFO(run.errors);
  REQUIRE(run.status == 0);
  return run.json();
}

double events_of(nlohmann::json const& result, int number, std::string const& regime) {
  double sum = 0;
  for (auto const& row : result["rows"])
    if (row["process_number"] == number && row["regime"] == regime) sum += row["events"].get<double>();
  return sum;
}

} // namespace

TEST_CASE("rates: the JSON of DUNE has all channels with their errors") {
  auto const result = rates({"--detector", "dune-nd", "--mode", "fhc", "--per-tonne-year"});
  CHECK(result["detector"] == "dune-nd");
  CHECK(result["unit"] == "events per tonne and year");
  CHECK(result["rows"].size() == 60); // four flavours, five final states, three regimes
  CHECK(result["nuclear_model"] == "lfg");
  for (auto const& row : result["rows"]) {
    double const events = row["events"];
    CHECK(row["statistical"].get<double>() == Approx(std::sqrt(events)));
    CHECK(row["theory"].get<double>() >= 0.05 * events);
    double squares = 0;
    for (auto const& [name, error] : row["theory_components"].items())
      squares += std::pow(error.get<double>(), 2);
    CHECK(row["theory"].get<double>() == Approx(std::sqrt(squares)));
  }
  CHECK(events_of(result, 8, "coherent") == Approx(1.17).margin(0.07)); // arXiv:1902.06765
}

TEST_CASE("rates: a detector of one's own is the same as the named one") {
  auto const named = rates({"--detector", "sbnd", "--process", "7"});
  auto const own = rates({"--mass-tonnes", "112", "--material", "Ar40", "--exposure-pot", "6.6e20", "--flux",
                          "sbnd_fhc", "--process", "7"});
  // the molar mass of Ar40 is that of the isotope, that of LAr the standard atomic weight
  CHECK(events_of(own, 7, "coherent") ==
        Approx(events_of(named, 7, "coherent") * 39.95 / 39.962383122).epsilon(1e-9));
}

TEST_CASE("rates agree with cross-section times flux, targets and protons") {
  scratch_folder const folder;
  auto const file = folder.write("flux.txt", "2 3 1e-4\n3 5 2e-4\n");
  words const flux = {"--flux-file", file, "--flux-unit", "1/m2/GeV/POT", "--flux-kind", "density"};
  auto const sigma =
      run_cross_section(words{"--process", "8", "--target", "LAr", "--regime", "total"} + flux);
  REQUIRE(sigma.status == 0);
  double const atoms = 2e6 * 6.02214076e23 / 39.95, integral = 1e-4 + 2 * 2e-4;
  double const expected = sigma.json()["value_fb"].get<double>() * 1e-43 * atoms * integral * 1e20;
  auto const result = rates(words{"--mass-tonnes", "2", "--material", "LAr", "--exposure-pot", "1e20",
                                  "--flux-flavour", "nu_mu", "--process", "8"} +
                            flux);
  CHECK(events_of(result, 8, "coherent") + events_of(result, 8, "incoherent") +
            events_of(result, 8, "inelastic") ==
        Approx(expected).epsilon(1e-4));
}

TEST_CASE("rates: a light mediator goes by quadrature and meets the contact limit") {
  words const rest = {"--mass-tonnes",  "1",    "--material", "Fe56",
                      "--exposure-pot", "1e21", "--flux",     "t2k_nd280_fhc",
                      "--process",      "8",    "--flavour",  "nu_mu"};
  auto const heavy = rates(rest + words{"--model", "LmuLtau", "--coupling", "1", "--mass", "300"});
  auto const shift = 2 * std::pow(246.2196 / 300, 2); // 2 v^2 g'^2/M^2
  auto const contact =
      rates(rest + words{"--model", "4F", "--gV", std::to_string(1 + 4 * 0.23121 + shift), "--gA", "-1"});
  CHECK(events_of(heavy, 8, "coherent") == Approx(events_of(contact, 8, "coherent")).epsilon(2e-3));
}

TEST_CASE("rates: switches do what they are for") {
  words const rest = {"--detector", "dune-nd", "--process", "8", "--flavour", "nu_mu"};
  double const ours = events_of(rates(rest), 8, "coherent");
  CHECK(events_of(rates(rest + words{"--inverse-gev2-cm2", "3.9204e-28"}), 8, "coherent") ==
        Approx(ours * 3.9204e-28 / 3.893793721e-28));
  // sigma = g_V^2 A + g_A^2 B with B/A = 1.54 for DUNE (arXiv:1902.06765)
  auto const weight = [](double s) { return 1.54 + std::pow(1 + 4 * s, 2); };
  CHECK(events_of(rates(rest + words{"--sin2-theta-w", "0.2223"}), 8, "coherent") ==
        Approx(ours * weight(0.2223) / weight(0.23121)).epsilon(3e-3));
  CHECK(rates(rest + words{"--compare"})["comparisons"].size() == 11);
  auto const varied = rates(rest + words{"--vary"})["rows"][0]["variations"];
  CHECK(varied["form factor"]["highest_ratio"].get<double>() > 1.01);
  CHECK(varied["nuclear model"]["highest_ratio"] == 1); // coherent
  auto const bound = rates(rest + words{"--vary"})["rows"][1]["variations"];
  CHECK(bound["nuclear model"]["highest_ratio"].get<double>() > 1.05);
  CHECK(bound["nuclear model"]["lowest_ratio"].get<double>() < 0.85);
}

TEST_CASE("rates: text and CSV say what the spectrum is") {
  CHECK_THAT(run_program({"rates", "--detector", "minos"}).output,
             containing("spectrum: digitised, minos_nd_fhc"));
  auto const shape = run_program({"rates", "--detector", "minos", "--mode", "fhc-shape", "--compare"}).output;
  CHECK_THAT(shape, containing("spectrum: model, nu_mu alone"));
  CHECK_THAT(shape, containing("arXiv:1807.10973"));
  auto const csv =
      run_program({"rates", "--detector", "dune-nd", "--format", "csv", "--process", "8"}).output;
  CHECK_THAT(csv, containing("8,nu_mu -> nu_mu mu+ mu-,nu_mu,coherent,"));
  CHECK_THAT(run_program({"rates", "--detector", "ccfr", "--material", "NaCl"}).output,
             containing("no measured charge density of Na23, Cl35, Cl37"));
}

TEST_CASE("rates: bad input is one line that says what is allowed") {
  std::map<std::string, words> const cases = {
      {"closest is dune-nd", {"--detector", "dune"}},
      {"allowed are fhc, rhc", {"--detector", "dune-nd", "--mode", "sideways"}},
      {"closest is", {"--detector", "dune-nd", "--material", "LArr"}},
      {"--mass-tonnes is \"-1\"", {"--detector", "dune-nd", "--mass-tonnes", "-1"}},
      {"is a shape",
       {"--mass-tonnes", "1", "--material", "Fe", "--exposure-pot", "1", "--flux", "ccfr_numu"}},
      {"exactly one of --detector, --flux, --flux-file", {"--mass-tonnes", "1"}},
      {"not per proton", {"--detector", "fasernu", "--per-tonne-year"}},
      {"there are no published figures", {"--detector", "icarus", "--compare"}},
      {"is not in the beam", {"--detector", "minos", "--flavour", "nu_e"}},
      {"--years is for spectra per second", {"--detector", "fasernu", "--years", "2"}},
      {"--exposure-fb is for spectra per fb^-1", {"--detector", "hyper-k", "--exposure-fb", "2"}},
      {"given twice", {"--detector", "fasernu", "--exposure-fb", "2", "--exposure-pot", "3"}},
      {"give --exposure-pot", {"--detector", "dune-nd", "--flux", "atmospheric"}},
      {"--flux muon-decay needs --muon-energy and --decays",
       {"--mass-tonnes", "1", "--material", "Fe", "--flux", "muon-decay"}},
      {"are for --flux muon-decay", {"--detector", "dune-nd", "--muon-energy", "5"}},
      {"it must be + or -",
       {"--mass-tonnes", "1", "--material", "Fe", "--flux", "muon-decay", "--muon-energy", "5", "--decays",
        "1e20", "--muon-charge", "0"}},
      {"--muon-polarisation", {"--detector", "dune-nd", "--muon-polarisation", "1.5"}},
      {"text, json or csv", {"--detector", "minos", "--format", "xml"}}};
  for (auto const& [problem, options] : cases) {
    auto const run = run_program(words{"rates"} + options);
    INFO(run.errors);
    CHECK(run.status == 2);
    CHECK_THAT(run.errors, containing(problem));
    CHECK(std::count(run.errors.begin(), run.errors.end(), '\n') == 1);
  }
}

// rates_and_limits notes: 0.116 with the spectrum of arXiv:2105.08270.
TEST_CASE("rates: coherent dimuons of nu_mu in FASERnu") {
  auto const run = run_program({"rates", "--detector", "fasernu", "--process", "8", "--format", "json"});
  CAPTURE(run.errors);
  REQUIRE(run.status == 0);
  double coherent = 0;
  auto const all = run.json();
  for (auto const& row : all["rows"])
    if (row["regime"] == "coherent") coherent += row["events"].get<double>();
  CHECK(coherent == Approx(0.116).epsilon(0.02));
}

TEST_CASE("rates: far-forward detectors beside published and independent figures") {
  struct expected {
    char const* detector;
    std::size_t rows;
    double agreement; // of independent figures of contact interactions, which have few digits
  };
  for (auto const& [detector, rows, agreement] :
       {expected{"fasernu2", 10, 0.08}, expected{"flare", 2, 0.03}, expected{"sndlhc", 0, 0}}) {
    auto const result = rates({"--detector", detector, "--process", "8", "--compare"});
    INFO(detector);
    auto const comparisons = result.value("comparisons", nlohmann::json::array());
    CHECK(comparisons.size() == rows);
    for (auto const& one : comparisons)
      if (one["channels"] == "mu mu")
        CHECK(one["ours"].get<double>() == Approx(one["published"].get<double>()).epsilon(agreement));
    REQUIRE(result["charged_current"].size() == 6);
    for (auto const& one : result["charged_current"])
      CHECK(one["events"].get<double>() == Approx(one["published"].get<double>()).epsilon(0.15));
  }
}

TEST_CASE("rates: an exposure in years and in fb^-1") {
  auto const dimuons = [](words const& more) {
    return events_of(rates(words{"--process", "8"} + more), 8, "coherent");
  };
  double const year = dimuons({"--detector", "mt-water"});
  CHECK(dimuons({"--detector", "mt-water", "--years", "10"}) == Approx(10 * year));
  CHECK(dimuons({"--detector", "hyper-k"}) == Approx(0.187 * year));
  CHECK(dimuons({"--detector", "mt-water", "--mode", "down"}) +
            dimuons({"--detector", "mt-water", "--mode", "up"}) +
            dimuons({"--detector", "mt-water", "--mode", "horizontal"}) ==
        Approx(year).epsilon(1e-3));
  CHECK(dimuons({"--detector", "flare", "--exposure-fb", "300"}) ==
        Approx(dimuons({"--detector", "flare"}) / 10));
}

TEST_CASE("rates: stored muons of one's own") {
  auto const of = [](words const& more) {
    return rates(words{"--mass-tonnes", "100", "--material", "LAr", "--flux", "muon-decay", "--muon-energy",
                       "3.8", "--decays", "1.9e18"} +
                 more);
  };
  double const none = events_of(of({"--process", "1"}), 1, "coherent");
  double const nustorm = events_of(rates({"--detector", "nustorm", "--process", "1"}), 1, "coherent");
  CHECK(none == Approx(nustorm).epsilon(0.02)); // whose momenta are spread by 10 %
  double const along = events_of(of({"--process", "1", "--muon-polarisation", "1"}), 1, "coherent"),
               against = events_of(of({"--process", "1", "--muon-polarisation", "-1"}), 1, "coherent");
  CHECK((along + against) / 2 == Approx(none).epsilon(1e-6));
  CHECK(along < against / 3); // electron neutrinos of mu+ avoid its spin
  CHECK(of({"--muon-charge", "-", "--process", "4"})["rows"][0]["flavour"] == "anti-nu_e");
}
