// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

nlohmann::json list_of(std::string const& what) {
  auto const run = run_program({"list", what, "--format", "json"});
  REQUIRE(run.status == 0);
  return run.json();
}

} // namespace

TEST_CASE("all 30 tridents and 6 real W bosons are listed under their numbers") {
  auto const rows = list_of("processes");
  REQUIRE(rows.size() == 36);
  for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i]["number"] == i + 1);
  CHECK(rows[7]["process"] == "nu_mu -> nu_mu mu+ mu-");
  CHECK(rows[11]["process"] == "anti-nu_mu -> anti-nu_e mu+ e-");
  CHECK(rows[31]["process"] == "nu_mu -> mu- W+");
}

TEST_CASE("all targets that are listed can be used") {
  auto const rows = list_of("targets");
  CHECK(rows.size() == 18 + 3);
  for (auto const& row : rows) {
    auto const name = row["name"].get<std::string>();
    INFO(name);
    auto const run = run_cross_section(
        {"--process", "8", "--target", name, "--energy", "5", "--precision", "0.05", "--seed", "1"});
    CHECK(run.status == 0);
    CHECK(run.json()["value_fb"].get<double>() > 0);
  }
}

TEST_CASE("all spectra that are listed can be used") {
  for (auto const& row : list_of("fluxes")) {
    auto const name = row["name"].get<std::string>();
    INFO(name);
    bool const anti = row["flavours"][0] == "anti-nu_mu";
    auto const run = run_cross_section({"--process", anti ? "10" : "7", "--target", "Ar", "--flux", name,
                                        "--precision", "0.05", "--seed", "1"});
    CHECK(run.status == 0);
    CHECK(run.json()["value_fb"].get<double>() > 0);
  }
}

TEST_CASE("materials, models and detectors are listed") {
  auto const materials = list_of("materials");
  CHECK(materials.size() >= 15);
  for (auto const& row : materials)
    if (row["name"] == "emulsion")
      CHECK_THAT(row["closed_form_density"].get<std::string>(), containing("I127"));
  CHECK(list_of("models").size() >= 4);
  for (auto const& row : list_of("detectors")) {
    INFO(row["name"]);
    CHECK(!row["modes"].empty());
    CHECK(row["modes"].size() == row["spectra"].size());
    CHECK(!row["source"].get<std::string>().empty());
  }
  CHECK_THAT(run_program({"list", "detectors"}).output, containing("dune-nd"));
  CHECK_THAT(run_program({"list", "models"}).output, containing("LmuLtau  --coupling"));
}
