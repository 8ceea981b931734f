// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <filesystem>
#include <map>
#include <numeric>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

using figure_rows = std::vector<std::vector<double>>;

/// The rows of each curve, without its name.
std::map<std::string, figure_rows> curves_of(std::string const& path) {
  std::map<std::string, figure_rows> curves;
  std::ifstream file(path);
  bool header = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(header, false)) continue;
    std::istringstream cells(line);
    std::string name;
    std::getline(cells, name, ',');
    auto& row = curves[name].emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(std::stod(cell));
  }
  return curves;
}

/// Column 1 where column 0 is x, on a straight line of logarithms.
double value_at(figure_rows const& curve, double x) {
  for (std::size_t i = 1; i < curve.size(); ++i)
    if (curve[i][0] >= x) {
      double const share = std::log(x / curve[i - 1][0]) / std::log(curve[i][0] / curve[i - 1][0]);
      return curve[i - 1][1] * std::pow(curve[i][1] / curve[i - 1][1], share);
    }
  return NAN;
}

/// Draws a figure into the folder and gives its numbers.
std::map<std::string, figure_rows> drawn(scratch_folder const& folder, words const& figure,
                                         std::string const& ending = ".svg") {
  auto const picture = folder.file("figure" + ending), data = folder.file("figure.csv");
  auto const run = run_program(words{"plot"} + figure + words{"--out", picture});
  CAPTURE(figure.front(), run.errors);
  if (has_gnuplot()) {
    CHECK(run.status == 0);
    CHECK(run.errors.empty());
    CHECK(std::filesystem::file_size(picture) > 5000);
  }
  CHECK(std::filesystem::exists(folder.file("figure.gp")));
  for (auto const& entry : std::filesystem::directory_iterator(std::filesystem::path(data).parent_path()))
    CHECK(entry.path().extension() != ".partial");
  return curves_of(data);
}

void check_plot_refused(words const& given, words const& said) {
  CAPTURE(given);
  check_refused(run_program(words{"plot"} + given), said);
}

} // namespace

TEST_CASE("a figure of cross sections has those of trident cross-section") {
  scratch_folder const folder;
  auto const curves = drawn(folder, {"cross-section"});
  CHECK(curves.size() == 9);
  for (auto const& [name, curve] : curves)
    for (std::size_t i = 1; i < curve.size(); ++i) {
      CAPTURE(name, i);
      CHECK(curve[i][1] > curve[i - 1][1]);
      CHECK((curve[i][2] < curve[i][1] && curve[i][1] < curve[i][3]));
    }
  // an independent quadrature, with another nuclear mass and constants; the line between two energies costs 1 %
  CHECK(value_at(curves.at("nu_mu -> nu_mu mu+ mu- coherent"), 5) == Approx(1.379027e-3).epsilon(0.015));
  CHECK(value_at(curves.at("nu_mu -> nu_mu e+ e- coherent"), 5) == Approx(3.37604e-3).epsilon(0.015));
  // of another program: 0.92 of 6.3385e-4, and 1.0394e-4
  CHECK(value_at(curves.at("nu_mu -> nu_mu mu+ mu- incoherent"), 5) == Approx(5.80e-4).epsilon(0.02));
  CHECK(value_at(curves.at("nu_mu -> nu_mu mu+ mu- inelastic"), 5) == Approx(1.0394e-4).epsilon(0.02));
}

TEST_CASE("a figure of form factors starts at 1 and names the parametrisations of a nucleus") {
  scratch_folder const folder;
  auto const curves = drawn(folder, {"form-factors"}, ".pdf");
  CHECK((curves.contains("Ar 3pF") && curves.contains("Ar FB") && curves.contains("Fe FB") &&
         curves.contains("Fe helm")));
  for (auto const& [name, curve] : curves) {
    CHECK(curve.front()[1] == Approx(1));
    CHECK(curve.front()[2] == Approx(1));
    CHECK(curve.back()[1] < 1e-4);
  }
  CHECK(drawn(folder, {"form-factors", "--target", "Pb"}).contains("Pb FB"));
}

TEST_CASE("a figure of equivalent photons") {
  scratch_folder const folder;
  auto const curves = drawn(folder, {"equivalent-photons", "--process", "8"});
  auto const& curve = curves.at("nu_mu -> nu_mu mu+ mu-");
  // an independent quadrature with another form factor: 2.86 and 1.83
  CHECK(value_at(curve, 2) == Approx(2.86).epsilon(0.04));
  CHECK(value_at(curve, 30.4) == Approx(1.83).epsilon(0.02));
  for (auto const& row : curve) CHECK((row[3] < 1 && row[1] > row[2] && row[2] > 1));
}

TEST_CASE("a figure of spectra has the integral that is published") {
  scratch_folder const folder;
  auto const curves = drawn(folder, {"flux"}, ".png");
  double integral = 0;
  for (auto const& row : curves.at("dune_nd_fhc nu_mu")) integral += (row[1] - row[0]) * row[2];
  CHECK(integral == Approx(1.04e-3).epsilon(0.03)); // per m^2 and proton, arXiv:1902.06765
  CHECK(drawn(folder, {"flux", "--flux", "ccfr_numu"}).size() == 1);
}

TEST_CASE("a map of mass and coupling has the heavy limit of the literature") {
  scratch_folder const folder;
  auto const curves = drawn(folder, {"mediator"});
  auto const heavy_limit = [](double coupling,
                              double mass) { // arXiv:1902.06765 for the DUNE spectrum on argon
    double const v = 246.22, standard = 1 + 4 * 0.2312, ratio = 1.54;
    double const shifted = standard + 2 * std::pow(v * coupling / mass, 2);
    return (ratio + shifted * shifted) / (ratio + standard * standard);
  };
  for (auto const& row : curves.at("map")) {
    CHECK(row[2] > 1);
    if (row[0] > 10) CHECK(row[2] == Approx(heavy_limit(row[1], row[0])).epsilon(0.01));
  }
}

TEST_CASE("a figure of limits agrees with trident limits, and has the published values") {
  scratch_folder const folder;
  auto const curves = drawn(folder, {"limits"});
  // CCFR in the heavy limit: M/g' > 538 GeV with B/A = 1.13, arXiv:1902.06765
  for (auto const& row : curves.at("CCFR"))
    if (row[0] > 20) CHECK(row[0] / row[1] == Approx(538).epsilon(0.006));
  // a measurement to 25 % excludes more than one to 40 %
  auto const &fine = curves.at("DUNE 25 %"), &coarse = curves.at("DUNE 40 %");
  for (std::size_t i = 0; i < fine.size(); ++i) CHECK(fine[i][1] < coarse[i][1]);
  // g' = 4.45e-4 for M -> 0 gives 251e-11; the band of two errors of 59e-11 around it at M = 1 MeV
  auto const& band = curves.at("(g-2)_mu 251 +- 59 e-11");
  CHECK(band.front()[1] == Approx(4.45e-4 * std::sqrt(1 - 118 / 251.0)).epsilon(0.03));
  CHECK(band.front()[2] == Approx(4.45e-4 * std::sqrt(1 + 118 / 251.0)).epsilon(0.03));
  CHECK(curves.contains("BaBar 4mu"));
  CHECK(curves.contains("CMS 4mu"));
  CHECK_FALSE(curves.contains("M3 phase 1"));
  CHECK_FALSE(curves.contains("COHERENT")); // of low trust
}

TEST_CASE("a figure of limits shows the curves that are asked for, and those of the user") {
  scratch_folder const folder;
  auto const own =
      folder.write("own.csv", "# name: mine, with a comma\n# kind: projection\nmass_GeV,coupling\n"
                              "0.01,2e-5\n0.1,3e-5\n# name: other\n0.1,1e-2,\n1,2e-2,3\n1,3e-2,\n");
  auto const curves =
      drawn(folder, {"limits", "--curves", "coherent,neff_cmb", "--overlay", own, "--size", "1200x600"});
  CHECK(curves.contains("COHERENT"));
  CHECK_FALSE(curves.contains("CMS 4mu"));
  CHECK(curves.at("mine  with a comma").size() == 2);
  CHECK(curves.at("other").back()[1] == Approx(3e-2)); // the last row of a mass counts
  CHECK_THAT(read_file(folder.file("figure.gp")), containing("set yrange [1e-05:1]"));
  CHECK(drawn(folder, {"limits", "--curves", "none", "--projections", "on"}).contains("M3 phase 2"));
  auto const limits = run_program({"limits", "--measurement", "CCFR", "--masses", "0.01:100:5:log",
                                   "--format", "csv", "--out", folder.file("ccfr.csv"), "--quiet"});
  REQUIRE(limits.status == 0);
  CHECK(
      drawn(folder, {"limits", "--curves", "none", "--overlay", folder.file("ccfr.csv")}).at("ccfr").size() ==
      5);
  auto const refused = [&](words const& given, words const& said) {
    check_plot_refused(words{"limits", "--out", folder.file("x.svg")} + given, said);
  };
  refused({"--curves", "cms"}, {"--curves", "\"cms\"", "trident list limits"});
  refused({"--projections", "maybe"}, {"--projections", "on, off"});
  refused({"--size", "200x600"}, {"--size", "500"});
  refused({"--size", "600"}, {"--size", "WIDTHxHEIGHT"});
  refused({"--overlay", folder.file("none.csv")}, {"none.csv"});
  refused({"--overlay", folder.write("bad.csv", "mass_GeV,coupling\n0.1,1e-3\n0.2,x\n")},
          {"line 3", "\"x\""});
  refused({"--overlay", folder.write("empty.csv", "# name: a\n")}, {"empty.csv", "mass_GeV,coupling"});
}

TEST_CASE("a figure of measurements") {
  scratch_folder const folder;
  auto const curves = drawn(folder, {"measurements"});
  CHECK(curves.at("CCFR")[0][1] == Approx(0.82));
  for (auto const& [name, curve] : curves) CHECK((curve[0][2] < curve[0][1] && curve[0][1] < curve[0][3]));
  // the ratio formula of arXiv:1902.06765 with 1.13 for CCFR, M/g' = 500 GeV
  double const standard = 1 + 4 * 0.2312, shifted = standard + 2 * std::pow(246.22 / 500, 2);
  CHECK(curves.at("CCFR")[0][4] ==
        Approx((1.13 + shifted * shifted) / (1.13 + standard * standard)).epsilon(0.005));
}

TEST_CASE("a figure of events has all of them") {
  scratch_folder const folder;
  auto const events = folder.file("events.csv");
  REQUIRE(run_program({"events", "-n", "2000", "--process", "9", "--target", "Ar", "--energy", "5", "--seed",
                       "1", "--out", events, "--file-format", "csv", "--quiet"})
              .status == 0);
  auto const curves = drawn(folder, {"events", events});
  for (auto const& [name, curve] : curves) {
    if (name.starts_with("angle")) continue; // some leave the range of the picture
    double sum = 0;
    for (auto const& row : curve) sum += row[2] * (row[1] > row[0] ? std::log(row[1] / row[0]) : 0);
    CAPTURE(name);
    CHECK(sum == Approx(1));
  }
  CHECK(curves.at("E_nu_in_GeV").front()[0] <= 5);
  auto const before = read_file(events);
  check_plot_refused({"events", events, "--out", folder.file("events.svg")},
                     {"would be written", "events.csv"});
  CHECK(read_file(events) == before);
  folder.write("broken.csv", before.substr(0, before.rfind("coherent")) + "\n");
  check_plot_refused({"events", folder.file("broken.csv"), "--out", folder.file("b.svg")},
                     {"broken.csv", "line", "cells"});
  check_plot_refused(
      {"events", folder.write("other.hepmc3", "HepMC::Version 3.02.05\n"), "--out", folder.file("o.svg")},
      {"other.hepmc3", "csv"});
  check_plot_refused({"events", folder.file("none.csv"), "--out", folder.file("n.svg")},
                     {"none.csv", "cannot be read"});
  check_plot_refused({"events", "--out", folder.file("n.svg")}, {"file of events is missing"});
}

TEST_CASE("names of pictures are names, whatever is in them") {
  if (!has_gnuplot()) return;
  scratch_folder const folder;
  for (std::string const name : {"it's \"quoted\" $(touch touched) `touch touched`.svg", "|touch touched.svg",
                                 "<touch touched.svg", "-e.svg", "% \\n é.svg"}) {
    auto const run = run_shell("cd " + quoted(folder.file("")) +
                               " && \"$TRIDENT\" plot form-factors --target C --out=" + quoted(name));
    CAPTURE(name, run.errors);
    CHECK(run.status == 0);
    CHECK(std::filesystem::exists(folder.file(name)));
  }
  CHECK(!std::filesystem::exists(folder.file("touched")));
}

TEST_CASE("without gnuplot the numbers are written and the package is named") {
  scratch_folder const folder;
  auto const run = run_shell("PATH=" + quoted(folder.file("")) + " \"$TRIDENT\" plot flux --out " +
                             quoted(folder.file("flux.svg")));
  CHECK(run.status == 2);
  CHECK_THAT(run.errors, containing("gnuplot-nox") && containing("flux.csv"));
  CHECK(std::count(run.errors.begin(), run.errors.end(), '\n') == 1);
  CHECK(
      (std::filesystem::exists(folder.file("flux.csv")) && std::filesystem::exists(folder.file("flux.gp"))));
  CHECK(!std::filesystem::exists(folder.file("flux.svg")));
}

TEST_CASE("figures that make no sense") {
  scratch_folder const folder;
  auto const out = folder.file("x.svg");
  for (auto const& [given, said] : std::vector<std::pair<words, words>>{
           {{}, {"name of a figure is missing", "cross-section, form-factors"}},
           {{"picture"}, {"\"picture\"", "allowed are cross-section"}},
           {{"flux"}, {"--out is missing", ".svg"}},
           {{"flux", "--out", folder.file("x.jpg")}, {"x.jpg", ".svg, .pdf or .png"}},
           {{"flux", "--out", folder.file(".svg")}, {"ends with .svg"}},
           {{"flux", "--out", folder.file("no/x.svg")}, {"no/x.csv", "cannot be opened"}},
           {{"flux", "--target", "Ar", "--out", out}, {"\"flux\" takes no --target", "allowed are --flux"}},
           {{"flux", "events.csv", "--out", out}, {"takes no FILE"}},
           {{"flux", "--flux", "dune", "--out", out}, {"\"dune\"", "dune_tdr_numu"}},
           {{"form-factors", "--target", "proton", "--out", out}, {"\"proton\"", "Ar"}},
           {{"cross-section", "--process", "31", "--out", out}, {"31", "1 to 30"}},
           {{"mediator", "--model", "SM", "--out", out}, {"SM", "LmuLtau"}}})
    check_plot_refused(given, said);
  CHECK(std::filesystem::is_empty(std::filesystem::path(out).parent_path()));
}
