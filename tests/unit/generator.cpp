// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"
#include "generator_names.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <trident/generator/main.hpp>

using namespace trident;

namespace {

using words = std::vector<std::string>;

std::vector<generator_option> const some_options = {{"--seed", ""}, {"--mass", ""}, {"--charges", ""}};

template <class List>
std::vector<std::string> texts() {
  return std::apply([](auto... one) { return std::vector<std::string>{decltype(one)::text()...}; }, List{});
}

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
  words const line = {"--seed", "5",          "--precision", "0.1",    "--energy",
                      "5",      "--coupling", "1e-3",        "--mass", "0.1"};
  auto const run = [](words const& arguments) {
    std::ostringstream out;
    run_generator<numu_to_numu_mumu, proton, monoenergetic, mu_minus_tau, pdg>(arguments, out);
    return out.str();
  };
  std::string const result = run(line);
  Trident const sigma{numu_to_numu_mumu{}, proton{}, monoenergetic{5},
                      mu_minus_tau{{.coupling = 1e-3, .mass = 0.1}}};
  auto const expected = integrate(sigma, {.relative_error = 0.1, .seed = 5});
  CHECK(result.find("\"value_fb\": " + detail::number_text(expected.value)) != std::string::npos);
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
