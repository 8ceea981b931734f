// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <string>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

nlohmann::json electroweak_section(words const& more, std::string const& process = "8",
                                   std::string const& target = "O") {
  words line = {"--process", process, "--target", target};
  line.insert(line.end(), more.begin(), more.end());
  auto const run = run_cross_section(line);
  INFO(run.errors);
  REQUIRE(run.status == 0);
  return run.json();
}

} // namespace

TEST_CASE("auto, the amplitude that is taken where none is asked for, takes contact interactions where they "
          "are right, and says which it took") {
  auto const low = electroweak_section({"--energy", "2"}),
             contact = electroweak_section({"--energy", "2", "--electroweak", "contact"}),
             full = electroweak_section({"--energy", "2", "--electroweak", "full"});
  CHECK(low["electroweak"] == "contact");
  CHECK(full["electroweak"] == "full");
  CHECK(low["value_fb"] == contact["value_fb"]);
  CHECK(full["value_fb"].get<double>() == Approx(low["value_fb"].get<double>()).epsilon(1e-4));
  auto const high = electroweak_section({"--energy", "1000"});
  CHECK(high["electroweak"] == "full");
  auto const reference = electroweak_section({"--energy", "1000", "--constants", "teg2019"});
  CHECK(reference["electroweak"] == "contact");
  CHECK(!reference.contains("note")); // who asks for the reference generator gets it
}

TEST_CASE("full amplitude: a Z, Z and W, W alone, against an independent Monte Carlo") {
  struct row {
    char const* process;
    char const* energy;
    double value, error; // [fb], coherent on O-16
  };
  // explicit helicity amplitudes, M_W 80.377, Gamma_W 2.085, M_Z 91.1876 GeV
  for (auto const& one : {row{"8", "1000", 1.091127, 2.0e-3}, row{"7", "1000", 0.4152310, 6.5e-4},
                          row{"24", "1000", 1.437215, 2.7e-3}, row{"1", "1e5", 4225.148, 6.9},
                          row{"2", "1e5", 34.45627, 4.0e-2}, row{"9", "1e5", 3542.413, 7.6}}) {
    CAPTURE(one.process, one.energy);
    auto const result = electroweak_section({"--energy", one.energy, "--precision", "1e-3"}, one.process);
    double const value = result["value_fb"], bound = result["error_fb"];
    CHECK(std::abs(value - one.value) < 4 * one.error + bound);
    CHECK(bound < 1e-3 * value);
  }
}

TEST_CASE("the model SMprop is an alias of the full amplitude") {
  auto const alias = electroweak_section({"--energy", "3000", "--model", "SMprop"}),
             full = electroweak_section({"--energy", "3000"});
  CHECK(alias["value_fb"] == full["value_fb"]);
  CHECK(alias["model"] == "SM");
  CHECK_THAT(alias["note"].get<std::string>(), containing("SMprop is the model SM with --electroweak full"));
}

TEST_CASE("what --electroweak and --vacuum-polarisation refuse") {
  auto const refused = [](words const& more, words const& said) {
    words line = {"cross-section", "--process", "8", "--target", "Ar", "--energy", "5"};
    line.insert(line.end(), more.begin(), more.end());
    check_refused(run_program(line), said);
  };
  refused({"--electroweak", "perhaps"}, {"--electroweak is \"perhaps\"", "auto, contact, full"});
  refused({"--electroweak", "full", "--constants", "teg2019"}, {"--electroweak full", "teg2019"});
  refused({"--model", "SMprop", "--constants", "teg2019"}, {"--model SMprop", "teg2019"});
  refused({"--model", "SMprop", "--electroweak", "contact"}, {"--model SMprop", "--electroweak contact"});
  refused({"--vacuum-polarisation", "yes"}, {"--vacuum-polarisation is \"yes\"", "on, off"});
}

TEST_CASE("a light mediator beside W exchange: contact by default, full by Monte Carlo, one line where "
          "neither goes") {
  words const model = {"--model", "LmuLtau", "--coupling", "1e-3", "--mass", "0.1"};
  auto const with = [&](words more) {
    more.insert(more.end(), model.begin(), model.end());
    return more;
  };
  auto const usual = electroweak_section(with({"--energy", "1000"}));
  CHECK(usual["electroweak"] == "contact");
  CHECK_THAT(usual["note"].get<std::string>(), containing("mediator lighter than the W"));
  // where there is no W, nothing is in the way
  CHECK(electroweak_section(with({"--energy", "1000"}), "22")["electroweak"] == "full");
  auto const full = electroweak_section(with({"--energy", "1000", "--electroweak", "full", "--method", "rqmc",
                                              "--precision", "1e-3", "--seed", "1"}));
  CHECK(full["electroweak"] == "full");
  CHECK(full["value_fb"].get<double>() == Approx(usual["value_fb"].get<double>()).epsilon(1e-2));
  words line = with({"cross-section", "--process", "8", "--target", "O", "--energy", "1e6"});
  check_refused(run_program(line), {"a mediator lighter than the W", "--method vegas or rqmc"});
}
