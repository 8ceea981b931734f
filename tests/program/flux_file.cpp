// SPDX-License-Identifier: BSL-1.0
#include "run_program.hpp"

#include <chrono>
#include <cstdio>

namespace {

words const on_argon_to_1e3 = {"--process", "8", "--target", "Ar", "--precision", "1e-3"};

nlohmann::json section(words const& more) {
  auto const run = run_cross_section(on_argon_to_1e3 + more);
  INFO(run.errors);
  REQUIRE(run.status == 0);
  return run.json();
}

std::string note_of(nlohmann::json const& result) { return result["note"].get<std::string>(); }

} // namespace

TEST_CASE("a spectrum is the same in whatever order and words its columns stand") {
  scratch_folder const folder;
  words const unit = {"--flux-unit", "1/m2/GeV/POT"};
  auto const plain = folder.write("plain.txt", "0 0.5 4\n0.5 1 8\n1 1.5 6\n1.5 2 2\n");
  double const expected = section(words{"--flux-file", plain} + unit)["value_fb"];
  auto const titled = folder.write("titled.csv", "bin,low,high,numu_flux,numubar_flux,nue_flux,nuebar_flux\n"
                                                 "0,0.0,0.5,4,1,1,1\n1,0.5,1.0,8,1,1,1\n"
                                                 "2,1.0,1.5,6,1,1,1\n3,1.5,2.0,2,1,1,1\n");
  auto const by_titles = section(words{"--flux-file", titled} + unit);
  CHECK(by_titles["value_fb"] == expected);
  CHECK_THAT(note_of(by_titles), containing("nu_mu = column 4 \"numu_flux\", by titles; 4 of 7 not used"));
  auto const bare =
      folder.write("bare.txt", "1 0.0 0.5 1 4 9\n2 0.5 1.0 1 8 9\n3 1.0 1.5 1 6 9\n4 1.5 2.0 1 2 9\n");
  auto const by_user =
      section(words{"--flux-file", bare, "--flux-columns", "bin,low,high,-,nu_mu,error"} + unit);
  CHECK(by_user["value_fb"] == expected);
  CHECK_THAT(note_of(by_user), containing("by --flux-columns"));
}

TEST_CASE("a spectrum from standard input, and one that is compressed") {
  scratch_folder const folder;
  auto const plain = folder.write("plain.txt", "1 4\n2 8\n3 2\n");
  auto const line = [&](std::string const& before, std::string const& file) {
    return before + " \"$TRIDENT\" cross-section --process 8 --target Ar --flux-file " + file +
           " --flux-unit 1/GeV --precision 1e-3 --format json --quiet";
  };
  auto const expected = run_shell(line("", plain)).json()["value_fb"];
  CHECK(run_shell(line("cat " + plain + " |", "-")).json()["value_fb"] == expected);
  run_shell("gzip -k " + plain);
  CHECK(run_shell(line("", plain + ".gz")).json()["value_fb"] == expected);
}

TEST_CASE("rates take several flavours from one reading") {
  scratch_folder const folder;
  auto const file = folder.write("flux.txt", "E,numu,numubar\n2,1e-4,1e-5\n3,2e-4,1e-5\n");
  auto const run =
      run_shell("cat " + file +
                " | \"$TRIDENT\" rates --mass-tonnes 1 --material LAr --exposure-pot 1e20 --flux-file - "
                "--flux-unit 1/m2/GeV/POT --flux-flavour nu_mu,anti-nu_mu --process 8 --format json --quiet");
  INFO(run.errors);
  CHECK(run.status == 0);
}

TEST_CASE("a flux file of a hundred thousand rows takes no longer than its reading") {
  scratch_folder const folder;
  std::string many;
  constexpr int rows = 100000;
  for (int i = 0; i < rows; ++i) {
    char row[64];
    std::snprintf(row, sizeof row, "%.6f %.6f %d\n", 20.0 * i / rows, 20.0 * (i + 1) / rows,
                  1 + i * 4 / rows);
    many += row;
  }
  auto const file = folder.write("many.txt", many);
  auto const few = folder.write("few.txt", "0 5 1\n5 10 2\n10 15 3\n15 20 4\n");
  double const expected = section({"--flux-file", few, "--flux-unit", "1/GeV"})["value_fb"];
  auto const result = section({"--flux-file", file, "--flux-unit", "1/GeV"});
  CHECK(result["value_fb"].get<double>() == Approx(expected).epsilon(1e-3));
  CHECK(result["evaluations"].get<double>() <
        10000); // one for each point of phase space, not of the spectrum
}
