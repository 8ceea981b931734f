// SPDX-License-Identifier: BSL-1.0
#include "run_program.hpp"

#include <cmath>
#include <numbers>

// Files of fluxes as their authors publish them, tests/data/flux, one documented command each.

namespace {

/// The shell line, with %s as the folder of the files.
program_run run_on_files(std::string line, std::string const& folder = TRIDENT_TEST_DATA "/flux") {
  for (auto at = line.find("DATA/"); at != std::string::npos; at = line.find("DATA/", at + folder.size()))
    line.replace(at, 4, folder);
  return run_shell("\"$TRIDENT\" " + line);
}

nlohmann::json flavour_in(nlohmann::json const& sight, std::string const& flavour) {
  for (auto const& one : sight["flavours"])
    if (one["flavour"] == flavour || (flavour.empty() && one["flavour"].is_null())) return one;
  FAIL("no " << flavour);
  return {};
}

struct reading {
  std::string command, flavour, unit;
  double integral, mean;
};

void check_reading(reading const& wanted, std::string const& folder = TRIDENT_TEST_DATA "/flux") {
  INFO(wanted.command);
  auto const run = run_on_files("flux " + wanted.command + " --format json", folder);
  INFO(run.errors);
  REQUIRE(run.status == 0);
  auto const sight = run.json();
  CHECK(sight["integral_unit"] == wanted.unit);
  auto const one = flavour_in(sight, wanted.flavour);
  CHECK(one["integral"].get<double>() == Approx(wanted.integral).epsilon(1e-4));
  if (wanted.mean > 0) CHECK(one["mean_energy_GeV"].get<double>() == Approx(wanted.mean).epsilon(1e-3));
}

} // namespace

// Integrals and mean energies are sums over the rows of the files by hand (awk); 0.853, 0.823 and 11.65 GeV are those that
// others find in them too.
TEST_CASE("published fluxes are read by one command each") {
  for (auto const& one : std::vector<reading>{
           {"DATA/t2k_nd280_2016.txt --flux-unit 1/cm2/1e21POT/50MeV", "nu_mu", "1/m2/POT", 1.91688e-4,
            0.85253},
           {"DATA/t2k_nd280_2016.txt --flux-unit '/cm^2/1E21p.o.t/50MeV'", "anti-nu_e", "1/m2/POT",
            3.06493e-7, 0},
           {"DATA/nova_fhc_numu.dat --flux-unit 1/m2/1e6POT --flux-flavour nu_mu", "nu_mu", "1/m2/POT",
            1.18484e-4, 2.5924},
           {"DATA/microboone_bnb_full.txt --flux-unit nu/POT/bin/cm2", "nu_mu", "1/m2/POT", 7.37623e-6,
            0.82319},
           {"DATA/icarus_bnb.dat --flux-unit 1/m2/50MeV/1e6POT", "nu_mu", "1/m2/POT", 4.25533e-6, 0.80036},
           {"DATA/ship_nu_mu.dat --flux-unit probability", "", "1", 93.1767, 11.6523},
           {"DATA/fpf_makelat_FASERv2_14.txt --flux-layout rows --flux-unit probability", "", "1", 918918,
            764.6},
           {"DATA/honda_frj_allavg.d --flux-unit '1/(m2 s sr GeV)' --flux-solid-angle 4pi", "nu_mu", "1/m2/s",
            21802, 0.3800},
           {"DATA/honda_frj_allavg.d --flux-unit '(m^2 sec sr GeV)^-1'", "nu_mu", "1/m2/s/sr", 1734.95,
            0.3800}})
    check_reading(one);
}

TEST_CASE("tables of the project are read as the files that they are") {
  for (auto const& one : std::vector<reading>{
           {"DATA/dune_nd_fhc.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 1.04894e-3, 2.6793},
           {"DATA/dune_nd_rhc.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 9.27551e-5, 5.2223},
           {"DATA/dune_nd_tau_optimized_fhc.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 1.15299e-3,
            6.3061},
           {"DATA/dune_nd_tau_optimized_rhc.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 6.82807e-5,
            6.2542},
           {"DATA/miniboone_fhc.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 5.19358e-6, 0.8082},
           {"DATA/sbnd_fhc.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 1.61487e-4, 0.74442},
           {"DATA/ship.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 1.50466e-3, 8.3728},
           {"DATA/t2k_nd280_fhc.csv --flux-unit 1/m2/GeV/POT", "nu_mu", "1/m2/POT", 1.9214e-4, 0.8558},
           {"DATA/fasernu.csv --flux-unit 1/m2/GeV/fb-1", "nu_mu", "1/m2/fb-1", 1.93876e11, 311.59},
           {"DATA/fasernu2.csv --flux-unit 'm^-2 GeV^-1 fb'", "nu_mu", "1/m2/fb-1", 8.46165e10, 306.11},
           {"DATA/flare.csv --flux-unit 1/m2/GeV/fb^-1", "nu_mu", "1/m2/fb-1", 5.75507e10, 234.19},
           {"DATA/sndlhc.csv --flux-unit 1/m2/GeV/fb", "nu_mu", "1/m2/fb-1", 9.26898e10, 155.03},
           {"DATA/ccfr_numu.csv --flux-unit probability --flux-flavour nu_mu", "nu_mu", "1", 1, 98.367},
           {"DATA/dune_tdr_numu.csv --flux-unit probability --flux-flavour nu_mu", "nu_mu", "1", 1, 2.6831},
           {"DATA/dune_tdr_anti_numu.csv --flux-unit probability --flux-flavour anti-nu_mu", "anti-nu_mu",
            "1", 1, 2.4421},
           {"DATA/dune_cdr_optimized_numu.csv --flux-unit probability --flux-flavour nu_mu", "nu_mu", "1", 1,
            2.4431},
           {"DATA/dune_cdr_reference_numu.csv --flux-unit probability --flux-flavour nu_mu", "nu_mu", "1", 1,
            3.1220}})
    check_reading(one, TRIDENT_TABLES "/flux");
}

TEST_CASE("T2K's file: with its titles, without them, and its cross section") {
  scratch_folder const folder;
  auto const cut = folder.file("cut.txt");
  REQUIRE(run_shell("tail -n +4 " TRIDENT_TEST_DATA "/flux/t2k_nd280_2016.txt > " + cut).status == 0);
  auto const unit = " --flux-unit 1/cm2/1e21POT/50MeV";
  auto const refused = run_shell("\"$TRIDENT\" flux " + cut + unit);
  CHECK(refused.status == 2);
  CHECK_THAT(refused.errors, containing("seven columns whose first counts rows"));
  check_reading({cut + unit + " --flux-columns bin,low,high,nu_mu,anti-nu_mu,nu_e,anti-nu_e", "nu_mu",
                 "1/m2/POT", 1.91688e-4, 0.85253});
  // folded by hand with cross sections of single energies, in the logarithm between them: 6.89e-5 fb
  auto const run = run_on_files("cross-section --process 8 --target Ar --flux-file DATA/t2k_nd280_2016.txt" +
                                std::string(unit) + " --format json --quiet");
  CHECK(run.json()["value_fb"].get<double>() == Approx(6.918e-5).epsilon(1e-3));
}

TEST_CASE("atmospheric fluxes in blocks of zenith") {
  std::string const file = "DATA/honda_frj_cosz_excerpt.d", unit = " --flux-unit '1/(m2 s sr GeV)'";
  auto const listed = run_on_files("flux " + file + unit);
  CHECK(listed.status == 2);
  CHECK_THAT(listed.errors,
             containing("has 3 blocks: 1 (cos zenith 0.9:1), 2 (cos zenith 0.8:0.9), 3 (cos zenith "
                        "-1:-0.9); --flux-block takes the number of one, a range of cos zenith"));
  auto const integral = [&](std::string const& more) {
    auto const run = run_on_files("flux " + file + unit + more + " --format json");
    INFO(more << run.errors);
    REQUIRE(run.status == 0);
    return flavour_in(run.json(), "nu_mu")["integral"].get<double>();
  };
  double const first = integral(" --flux-block 1"), second = integral(" --flux-block 2");
  CHECK(integral(" --flux-block 0.9:1") == Approx(first));
  CHECK(integral(" --flux-block 0.8:1") == Approx(first + second));
  CHECK(integral(" --flux-block all") == Approx(first + second + integral(" --flux-block 3")));
  CHECK(first == Approx(integral(" --flux-block 1 --flux-solid-angle 1") * 2 * std::numbers::pi * 0.1));
  for (auto const& [more, said] : std::vector<std::pair<std::string, std::string>>{
           {" --flux-block 4", "is none"},
           {" --flux-block 0.85:1", "cuts block 2 in two"},
           {" --flux-block 0.7:1", "overlap or leave gaps"},
           {" --flux-block -0.5:0.5", "holds no block"},
           {" --flux-block up", "is none"},
           {" --flux-block 1:0.9", "no range of cos zenith"},
           {" --flux-block all --flux-solid-angle 2pi", "leave it out"},
           {" --flux-block 1 --flux-solid-angle 5pi", "up to 4pi"}}) {
    INFO(more);
    auto const refused = run_on_files("flux " + file + unit + more);
    CHECK(refused.status == 2);
    CHECK_THAT(refused.errors, containing(said));
  }
}

TEST_CASE("a spectrum per steradian is averaged over as a shape, and needs a solid angle for rates") {
  std::string const beam = " --flux-file DATA/honda_frj_allavg.d --flux-unit '1/(m2 s sr GeV)'";
  auto const sigma = [&](std::string const& more) {
    auto const run = run_on_files(
        "cross-section --process 8 --target O --precision 1e-3 --format json --quiet" + beam + more);
    INFO(run.errors);
    REQUIRE(run.status == 0);
    return run.json()["value_fb"].get<double>();
  };
  CHECK(sigma("") == Approx(sigma(" --flux-solid-angle 4pi")));
  auto const rates = "rates --process 8 --material H2O --mass-tonnes 1e6 --years 1" + beam;
  auto const refused = run_on_files(rates);
  CHECK(refused.status == 2);
  CHECK_THAT(refused.errors, containing("per steradian: rates need a solid angle"));
  auto const run = run_on_files(rates + " --flux-solid-angle 4pi --format json --quiet");
  INFO(run.errors);
  CHECK(run.status == 0);
}

TEST_CASE("one file a flavour") {
  std::string const files = " --flux-file nu_mu=DATA/nova_fhc_numu.dat --flux-file nu_e=DATA/ship_nu_mu.dat";
  auto const beam = files + " --flux-unit 1/m2/1e6POT";
  auto const rates =
      run_on_files("rates --process 8 --material CH2 --mass-tonnes 1 --exposure-pot 1e20 --format json "
                   "--quiet" +
                   beam);
  INFO(rates.errors);
  CHECK(rates.status == 0);
  auto const sigma =
      run_on_files("cross-section --process 8 --target C --precision 1e-3 --format json --quiet" + beam);
  auto const alone =
      run_on_files("cross-section --process 8 --target C --precision 1e-3 --format json --quiet --flux-file "
                   "DATA/nova_fhc_numu.dat --flux-unit 1/m2/1e6POT");
  INFO(sigma.errors << alone.errors);
  CHECK(sigma.json()["value_fb"] == alone.json()["value_fb"]);
  for (auto const& [line, said] : std::vector<std::pair<std::string, std::string>>{
           {"cross-section --process \"nu_tau -> nu_tau mu+ mu-\" --target C" + beam,
            "has no nu_tau: files are given of nu_mu, nu_e"},
           {"flux nu_mu=DATA/nova_fhc_numu.dat nu_mu=DATA/ship_nu_mu.dat --flux-unit probability",
            "another file of this"},
           {"flux DATA/nova_fhc_numu.dat DATA/ship_nu_mu.dat --flux-unit probability",
            "each is given as FLAVOUR=FILE"}}) {
    INFO(line);
    auto const refused = run_on_files(line);
    CHECK(refused.status == 2);
    CHECK_THAT(refused.errors, containing(said));
  }
}

TEST_CASE("what is no table of a flux is refused with a way to one") {
  scratch_folder const folder;
  std::string const rows = "0 1 4\n1 2 8\n2 3 1\n";
  std::string covariance;
  for (int i = 0; i < 12; ++i) covariance += "0.1 ";
  for (auto const& [content, said] : std::vector<std::pair<std::string, std::string>>{
           {std::string("root\0\0\xf3\x9c", 8), "is a ROOT file: write its histogram as text"},
           {std::string("\x89HDF\r\n\x1a\n\0\0", 10), "is an HDF5 file"},
           {"dependent_variables:\n- header: {name: flux}\n  values:\n  - {value: 1}\n",
            "is YAML of HEPData"},
           {"{\"edges\": [0, 1], \"flux\": [3]}\n", "is JSON"},
           {std::string("PK\x03\x04\x14", 5), "is a ZIP archive or a spreadsheet"},
           {"<!DOCTYPE html>\n<html>\n", "is a web page"},
           {rows + covariance + "\n", "covariance matrix? Keep the 3 lines above it"},
           {rows + "\n" + covariance + "\n" + covariance + "\n",
            "has 2 blocks: 1 (line 1, 3 columns), 2 (line 5, 12"},
           {rows + "Total 13\n", "line 4: \"Total\" is not a finite number"}}) {
    INFO(said);
    auto const refused =
        run_shell("\"$TRIDENT\" flux " + folder.write("x", content) + " --flux-unit 1/m2/GeV");
    CHECK(refused.status == 2);
    CHECK_THAT(refused.errors, containing(said));
  }
  auto const first = run_shell("\"$TRIDENT\" flux " + folder.write("x", rows + "\n" + covariance + "\n") +
                               " --flux-unit 1/m2/GeV --flux-block 1 --format json");
  CHECK(flavour_in(first.json(), "")["integral"].get<double>() == Approx(13));
}

TEST_CASE("trident flux shows what it can before there is a unit, and draws what it read") {
  auto const shown = run_on_files("flux DATA/t2k_nd280_2016.txt");
  CHECK(shown.status == 0);
  CHECK_THAT(shown.output, containing("220 rows of 7 columns") &&
                               containing("Flux (/cm^2/1E21p.o.t/50MeV)") &&
                               containing("-, low, high, nu_mu, anti-nu_mu, nu_e, anti-nu_e, by titles") &&
                               containing("missing: --flux-unit"));
  scratch_folder const folder;
  auto const picture = folder.file("dune.svg");
  auto const drawn = run_shell("\"$TRIDENT\" flux dune_nd_fhc --out " + picture);
  INFO(drawn.errors);
  CHECK(drawn.status == 0);
  CHECK_THAT(read_file(picture), containing("<svg"));
  CHECK_THAT(drawn.output, containing("integral     0.00104894 1/m2/POT") && containing("arXiv:2103.04797"));
  auto const unknown = run_shell("\"$TRIDENT\" flux no_such_flux");
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.errors, containing("neither a file nor a named spectrum"));
  CHECK(run_shell("\"$TRIDENT\" flux dune_nd_fhc --flux-unit 1/m2").status == 2);
  auto const own = folder.write("own.csv", "0 1 4\n1 2 8\n");
  auto const over =
      run_shell("\"$TRIDENT\" flux " + own + " --flux-unit 1/GeV --out " + folder.file("own.svg"));
  CHECK(over.status == 2);
  CHECK_THAT(over.errors, containing("it is the input"));
  CHECK(read_file(own) == "0 1 4\n1 2 8\n");
}
