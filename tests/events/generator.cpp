// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"
#include "generator_names.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <trident/specialised/main.hpp>
#include <trident/target/composed_target.hpp>

using namespace trident;

namespace {

using words = std::vector<std::string>;

std::vector<generator_option> const some_options = {{"--seed", ""}, {"--mass", ""}, {"--charges", ""}};

template <class List>
std::vector<std::string> texts() {
  return std::apply([](auto... one) { return std::vector<std::string>{decltype(one)::text()...}; }, List{});
}

double number_after(std::string const& text, std::string const& name) {
  auto const at = text.find(name);
  return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size()));
}

template <class N, class M = standard_model>
std::string say(words const& arguments) {
  std::ostringstream out;
  run_generator<numu_to_numu_mumu, N, monoenergetic, M, pdg>(arguments, out);
  return out.str();
}

/// As a user may write it: for one number at a time, without a name.
struct plain_model {
  vector_axial<double> couplings(numu_to_numu_mumu const& process, pdg constants, double transfer) const {
    return standard_model{}.couplings(process, constants, transfer);
  }
  double mediator_mass_squared() const { return standard_model::mediator_mass_squared(); }
};

} // namespace

TEST_CASE("trident_add_generator knows every channel under its number") {
  CHECK(generator_processes == texts<process_list>());
}

TEST_CASE("trident_add_generator names a type as the type names itself") {
  for (auto const& [name, type_name] : generator_types) CHECK(name == type_name);
}

TEST_CASE("The command line of a generator gives numbers") {
  generator_arguments const given({"--seed=18446744073709551615", "--mass", "1e-2", "--charges", "0,1,-1"},
                                  some_options);
  CHECK(given.whole_number("--seed", 1) == 18446744073709551615u);
  CHECK(given.required_number("--mass") == 0.01);
  CHECK(given.numbers<3>("--charges", {}) == std::array<double, 3>{0, 1, -1});
  CHECK(generator_arguments({}, some_options).number("--mass", 5) == 5);
}

TEST_CASE("The command line of a generator refuses what it cannot use, and says what it takes") {
  auto const refusal = [](words const& line) {
    try {
      generator_arguments const given(line, some_options);
      given.whole_number("--seed", 1);
      given.required_number("--mass");
      given.numbers<3>("--charges", {});
    } catch (input_error const& error) { return std::string(error.what()); }
    return std::string();
  };
  CHECK(refusal({"--mass", "1"}).empty());
  CHECK(refusal({"--mess", "1"}) == "unknown option --mess: allowed are --seed, --mass, --charges");
  CHECK(refusal({"1"}) == "unknown option 1: allowed are --seed, --mass, --charges");
  CHECK(refusal({"--mass"}) == "--mass needs a value");
  CHECK(refusal({"--mass", "1", "--mass", "2"}) == "--mass is given twice");
  CHECK(refusal({}) == "--mass is missing: it needs a number");
  for (auto const* bad : {"nan", "inf", "", "1x", "1e999"})
    CHECK(refusal({"--mass", bad}) == "--mass is " + std::string(bad) + ": it must be a finite number");
  CHECK(refusal({"--mass", "1", "--seed", "-1"}) == "--seed is -1: it must be a whole number, not negative");
  CHECK(refusal({"--mass", "1", "--charges", "1,2"}) ==
        "--charges is 1,2: it needs 3 numbers separated by commas");
}

TEST_CASE("A generator writes what integrate gives, to the stream or to a file") {
  words const line = {"--seed",     "5",    "--precision", "0.1", "--energy", "5",
                      "--coupling", "1e-3", "--mass",      "0.1", "--method", "vegas"};
  auto const run = [](words const& arguments) {
    std::ostringstream out;
    run_generator<numu_to_numu_mumu, proton, monoenergetic, mu_minus_tau, pdg>(arguments, out);
    return out.str();
  };
  std::string const result = run(line);
  Trident const sigma{numu_to_numu_mumu{}, proton{}, monoenergetic{5},
                      mu_minus_tau{{.coupling = 1e-3, .mass = 0.1}}};
  auto const expected = integrate(sigma, {.relative_error = 0.1, .seed = 5});
  CHECK(number_after(result, "\"value_fb\": ") == Approx(expected.value).epsilon(1e-9));
  CHECK(result.find("\"model_parameters\": {\"coupling\": 0.001, \"mass_GeV\": 0.1}") != std::string::npos);
  CHECK(result.find("\"seed\": 5,") != std::string::npos);
  CHECK(result.find("\"energy_GeV\": 5,") != std::string::npos);

  auto const file = std::filesystem::temp_directory_path() / "trident_unit_generator.json";
  words to_file = line;
  to_file.insert(to_file.end(), {"--out", file.string()});
  CHECK(run(to_file).empty());
  std::ostringstream content;
  content << std::ifstream(file).rdbuf();
  CHECK(content.str() == result);
  std::filesystem::remove(file);

  to_file.back() = "/no-such-folder/result.json";
  CHECK_THROWS_AS(run(to_file), input_error);
  CHECK_THROWS_AS(run({"--energy", "5"}), input_error); // the model's parameters are missing
}

TEST_CASE("A generator writes events") {
  auto const path = [](char const* name) {
    return (std::filesystem::temp_directory_path() / "trident_unit_generator").string() + name;
  };
  auto const run = [](words const& more) {
    words line = {"--seed", "5",          "--precision", "0.05",   "--energy",
                  "5",      "--coupling", "1e-3",        "--mass", "0.1"};
    line.insert(line.end(), more.begin(), more.end());
    std::ostringstream out;
    run_generator<numu_to_numu_mumu, proton, monoenergetic, mu_minus_tau, pdg>(line, out);
    return out.str();
  };
  auto const content_of = [](std::string const& name) {
    std::ostringstream text;
    text << std::ifstream(name).rdbuf();
    return text.str();
  };
  auto const file = path(".lhe"), other = path("_2.lhe");
  auto const said = run({"-n", "300", "--out", file});
  CHECK(said.find("\"events\": 300") != std::string::npos);
  auto const text = content_of(file);
  std::size_t events = 0;
  for (auto at = text.find("<event>"); at != std::string::npos; at = text.find("<event>", at + 1)) ++events;
  CHECK(events == 300);
  CHECK(text.ends_with("</LesHouchesEvents>\n"));
  for (std::string const head : {"process = nu_mu -&gt; nu_mu mu+ mu-\n", "target = proton\n", "energy = 5\n",
                                 "model = LmuLtau\n", "coupling = 1e-3\n", "mass = 0.1\n", "seed = 5\n"}) {
    INFO(head);
    CHECK(text.find(head) != std::string::npos);
  }
  run({"-n", "300", "--out", other, "--threads", "2"});
  CHECK(content_of(other) == text); // the same bytes for any number of threads
  std::filesystem::remove(file);
  std::filesystem::remove(other);
  CHECK_THROWS_AS(run({"-n", "10"}), input_error);                         // no file
  CHECK_THROWS_AS(run({"-n", "0", "--out", file}), input_error);           // no events
  CHECK_THROWS_AS(run({"-n", "10", "--out", path(".root")}), input_error); // no such format
  CHECK_FALSE(std::filesystem::exists(path(".root.partial")));
}

TEST_CASE("A generator integrates by three methods that agree, on sums of targets too") {
  double const exact = number_after(say<total<argon40>>({"--energy", "5"}), "\"value_fb\": ");
  Trident const sigma{numu_to_numu_mumu{}, total{argon40{}}, monoenergetic{5}, standard_model{}};
  CHECK(exact == Approx(inclusive_cross_section(sigma).value).epsilon(1e-5));
  for (std::string const method : {"vegas", "rqmc"}) {
    auto const said =
        say<total<argon40>>({"--energy", "5", "--method", method, "--precision", "1e-2", "--seed", "3"});
    INFO(said);
    CHECK(std::abs(number_after(said, "\"value_fb\": ") - exact) < 5 * number_after(said, "\"error_fb\": "));
    CHECK(said.find("\"method\": \"" + method + "\"") != std::string::npos);
    CHECK(said.find("\"regime\": \"total\"") != std::string::npos);
  }
  CHECK(say<argon40>({"--energy", "5", "--format", "text"}).find("  value_fb            0.00137") !=
        std::string::npos);
  CHECK(say<argon40>({"--energy", "0.1", "--quiet"}).find("\"value_fb\": 0, ") != std::string::npos);
}

TEST_CASE("A model for one number at a time and without a name is a model like any other") {
  CHECK(number_after(say<argon40, plain_model>({"--energy", "5"}), "\"value_fb\": ") ==
        number_after(say<argon40>({"--energy", "5"}), "\"value_fb\": "));
}

TEST_CASE("A seed that is not given is drawn and said") {
  words const line = {"--energy", "5", "--method", "vegas", "--precision", "0.1"};
  auto const first = say<argon40>(line), second = say<argon40>(line);
  auto const seed = [](std::string const& said) { return said.substr(said.find("\"seed\": "), 20); };
  CHECK(seed(first) != seed(second));
}

TEST_CASE("A generator refuses a method, a format and numbers that it does not have") {
  auto const refusal = [](words line) {
    line.insert(line.end(), {"--energy", "5"});
    try {
      say<argon40>(line);
    } catch (input_error const& error) { return std::string(error.what()); }
    return std::string();
  };
  CHECK(refusal({"--method", "miser"}) == "--method is miser: allowed are quadrature, vegas, rqmc");
  CHECK(refusal({"--format", "xml"}) == "--format is xml: allowed are json, text");
  CHECK(refusal({"--quiet=1"}) == "--quiet takes no value");
  CHECK(refusal({"--threads", "0"}) == "--threads is 0: it must be from 1 to 1024");
  CHECK(refusal({"--precision", "0.5"}) == "--precision is 0.5: the method quadrature takes 1e-9 to 0.1");
  CHECK(
      refusal({"-n", "5", "--out", "x.lhe", "--method", "rqmc"}).starts_with("--method is rqmc: it belongs"));
}

TEST_CASE("Events on a nucleus with its nucleons come from all of them") {
  auto const file = (std::filesystem::temp_directory_path() / "trident_unit_generator_total.lhe").string();
  auto const said = say<total<argon40>>(
      {"--energy", "5", "--seed", "5", "--precision", "0.02", "-n", "400", "--out", file});
  CHECK(number_after(said, "\"value_fb\": ") ==
        Approx(2.063e-3).epsilon(0.05)); // 1.379e-3 + 18 (2.68e-5 + 2.56e-6) + 22 (4.5e-6 + 2.63e-6)
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  auto const all = text.str();
  for (std::string const wanted : {"\n1000180400 ", "\n2212 ", "\n2112 ", "regime = total\n"}) {
    INFO(wanted);
    CHECK(all.find(wanted) != std::string::npos);
  }
  std::filesystem::remove(file);
}

TEST_CASE("Nucleons that move in a nucleus of a material come from that nucleus") {
  registry::composed_target const quartz("SiO2", "incoherent+inelastic");
  Trident const sigma{numu_to_numu_mumu{}, quartz, monoenergetic{5}, standard_model{}};
  preparation_options options;
  options.seed = 1;
  std::vector<std::size_t> parents;
  std::vector<int> nuclei;
  for (auto const& one : detail::sources_of(sigma, options)) {
    parents.push_back(one->description().parents.size());
    if (one->description().regime == scattering_regime::quasi_elastic)
      nuclei.push_back(one->description().parents.front().pdg_code);
  }
  CHECK(parents == std::vector<std::size_t>{1, 1, 1, 1, 2, 2}); // inelastic ones are the same in both
  CHECK(nuclei == std::vector<int>{1000140280, 1000140280, 1000080160, 1000080160});
}
