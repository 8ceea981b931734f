// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"
#include "containing.hpp"

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <trident/flux/file.hpp>

using namespace trident;

namespace {

constexpr auto muon_neutrino = neutrino::nu_mu, muon_antineutrino = neutrino::anti_nu_mu,
               electron_neutrino = neutrino::nu_e;

histogram_flux read_columns(std::string const& text, std::optional<neutrino> flavour = muon_neutrino,
                            std::string const& columns = {}, std::string const& unit = "1/GeV") {
  std::istringstream stream(text);
  auto const parsed = flux_unit_from_text(unit);
  return read_flux(stream, "f.csv", parsed, parsed.kind, flavour, columns);
}

void check_bins(histogram_flux const& flux, std::vector<double> const& edges,
                std::vector<double> const& values) {
  INFO(flux.columns());
  REQUIRE(flux.edges().size() == edges.size());
  for (std::size_t i = 0; i < edges.size(); ++i) CHECK(flux.edges()[i] == Approx(edges[i]));
  REQUIRE(flux.densities().size() == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) CHECK(flux.densities()[i] == Approx(values[i]));
}

} // namespace

TEST_CASE("titles of a flux file name its columns") {
  std::string const file = "bin,low,high,numu_flux,numubar_flux,nue_flux,nuebar_flux\n"
                           "0,0.0,0.5,4,1,2,3\n1,0.5,1.0,8,1,2,3\n";
  check_bins(read_columns(file), {0, 0.5, 1}, {4, 8});
  check_bins(read_columns(file, muon_antineutrino), {0, 0.5, 1}, {1, 1});
  check_bins(read_columns(file, electron_neutrino), {0, 0.5, 1}, {2, 2});
  CHECK(read_columns(file).columns() ==
        "low = column 2 \"low\", high = column 3 \"high\", nu_mu = column 4 \"numu_flux\", by "
        "titles; 4 of 7 not used");
  CHECK_THROWS_WITH(read_columns(file, neutrino::nu_tau),
                    "flux file f.csv has no nu_tau by its titles: it has nu_mu, anti-nu_mu, nu_e, anti-nu_e; "
                    "--flux-flavour takes one of them");
  CHECK_THROWS_WITH(read_columns(file, std::nullopt),
                    containing("several flavours; name the one wanted: nu_mu, anti-nu_mu"));
}

TEST_CASE("titles stand in any order, in comments too, in many spellings") {
  check_bins(read_columns("# Elo Ehi numu numubar nue nuebar\n0 1 4 1 1 1\n1 2 8 1 1 1\n"), {0, 1, 2},
             {4, 8});
  check_bins(read_columns("some words\nNuMuBar;NuMu;E_max;E_min;err\n1;4;1;0;9\n1;8;2;1;9\n"), {0, 1, 2},
             {4, 8});
  check_bins(read_columns("value,energy\n4,1\n8,2\n"), {0.5, 1.5, 2.5}, {4, 8});
  check_bins(read_columns(
                 "\"E low\"\t\"E high\"\t\"muon neutrino\"\t\"muon antineutrino\"\n0\t1\t4\t1\n1\t2\t8\t1\n"),
             {0, 1, 2}, {4, 8});
  check_bins(read_columns("E_nu,\xce\xbd\xcc\x84_\xce\xbc,\xce\xbd_\xce\xbc\n1,1,4\n2,1,8\n"),
             {0.5, 1.5, 2.5}, {4, 8});
  check_bins(read_columns("E flux error\n1 4 0.1\n2 8 0.1\n"), {0.5, 1.5, 2.5}, {4, 8});
  check_bins(read_columns("#emin    emax     nus      fe\n0 1 4 0.1\n1 2 8 0.1\n"), {0, 1, 2}, {4, 8});
  check_bins(read_columns("E numu_err numu\n1 0.1 4\n2 0.1 8\n"), {0.5, 1.5, 2.5}, {4, 8});
  check_bins(read_columns("energy nu_mu weird\n1 4 0\n2 8 0\n"), {0.5, 1.5, 2.5}, {4, 8});
}

TEST_CASE("the title of an energy may stand above both edges") {
  check_bins(
      read_columns("Flux (/cm^2/1E21p.o.t/50MeV)\nBin#    Energy (GeV)    numu            anti numu\n\n"
                   "1        0.00  0.05     4        1\n2        0.05  0.10     8        1\n",
                   muon_neutrino, "", "1/50MeV"),
      {0, 0.05, 0.1}, {80, 160});
}

TEST_CASE("titles that contradict what is asked for are refused by name") {
  CHECK_THROWS_WITH(read_columns("E,numu\n1,4\n2,8\n", electron_neutrino),
                    containing("has no nu_e by its titles: it has nu_mu"));
  CHECK_THROWS_WITH(read_columns("bin,numu\n1,4\n2,8\n"),
                    containing("titles that contradict its 2 columns: column 1 is \"bin\""));
  CHECK_THROWS_WITH(read_columns("low,numu\n1,4\n2,8\n"), containing("column 1 is \"low\""));
  CHECK_THROWS_WITH(read_columns("E,numu,numu\n1,4,5\n2,8,9\n"),
                    containing("two columns of nu_mu, column 2 \"numu\" and column 3 \"numu\""));
  CHECK_THROWS_WITH(read_columns("low,low,numu,high\n1,1,4,2\n"), containing("two columns of lower edges"));
  CHECK_THROWS_WITH(read_columns("E,flux,flux2\n1,4,5\n2,8,9\n"), containing("column 2 is \"flux\""));
  CHECK_THROWS_WITH(
      read_columns("E,nu_e,nu_mu,nu_tau,anti-nu_mu,anti-nu_e,weird\n1,1,2,3,4,5,6\n2,1,2,3,4,5,6\n",
                   neutrino::anti_nu_tau),
      containing("has no anti-nu_tau by its titles"));
}

TEST_CASE("what may mean an antineutrino is not taken for a neutrino") {
  for (std::string const title :
       {"numu_anti", "numu anti", "anti_numu", "numubar", "numu_bar", "bar_numu", "antinumu", "anti-nu_mu"}) {
    INFO(title);
    check_bins(read_columns("E," + title + "\n1,4\n2,8\n", muon_antineutrino), {0.5, 1.5, 2.5}, {4, 8});
    CHECK_THROWS_WITH(read_columns("E," + title + "\n1,4\n2,8\n"), containing("has no nu_mu by its titles"));
  }
  for (std::string const title : {"antineutrino numu", "numu_b", "a_numu", "numu cp"})
    CHECK_THROWS_WITH(read_columns("E,numu," + title + "\n1,4,1\n2,8,1\n", muon_antineutrino),
                      containing("has no anti-nu_mu"));
}

TEST_CASE("columns without titles: seven are GLoBES only if the first are energies") {
  CHECK_THROWS_WITH(read_columns("1 0.00 0.05 4 1 1 1\n2 0.05 0.10 8 1 1 1\n3 0.10 0.15 8 1 1 1\n"),
                    containing("seven columns whose first counts rows (1, 2, ...)"));
  CHECK_THROWS_WITH(read_columns("0 0.05 4 1 1 1 1\n0.05 0.1 4 1 1 1 1\n"),
                    containing("it is not taken for a GLoBES file"));
  check_bins(read_columns("1 1 4 1 1 1 1\n2 1 8 1 1 1 1\n", muon_neutrino,
                          "energy,nu_e,nu_mu,nu_tau,anti-nu_e,anti-nu_mu,anti-nu_tau"),
             {0.5, 1.5, 2.5}, {4, 8});
  CHECK_THROWS_WITH(read_columns("0 1 4 1 1 1\n1 2 8 1 1 1\n"),
                    containing("name its columns by --flux-columns"));
  CHECK_THROWS_WITH(read_columns("0 1 2 3 4 5 6 7 8\n1 2 3 4 5 6 7 8 9\n4 1 2 3 4 5 6 7 8\n"),
                    containing("a row is a bin"));
}

TEST_CASE("a user names the columns") {
  std::string const rows = "1 0.0 0.5 4 1 7 0.1\n2 0.5 1.0 8 1 7 0.1\n";
  check_bins(read_columns(rows, muon_neutrino, "bin,low,high,nu_mu,anti-nu_mu,-,error"), {0, 0.5, 1}, {4, 8});
  check_bins(read_columns(rows, muon_antineutrino, "-,low,high,nu_mu,anti-nu_mu,-,-"), {0, 0.5, 1}, {1, 1});
  check_bins(read_columns(rows, muon_neutrino, "-,energy,-,flux,-,-,-"), {0, 0.25, 0.75}, {4, 8});
  check_bins(read_columns("a,b,c\n0,1,4\n1,2,8\n", muon_neutrino, "low,high,flux"), {0, 1, 2}, {4, 8});
  check_bins(read_columns("0 1 4 good\n1 2 8 bad\n", muon_neutrino, "low,high,nu_mu,-"), {0, 1, 2}, {4, 8});
  CHECK_THROWS_WITH(read_columns(rows, muon_neutrino, "low,high,nu_mu"),
                    containing("names 3 columns; flux file f.csv has 7"));
  CHECK_THROWS_WITH(read_columns(rows, muon_neutrino, "bin,low,high,nu_mu,nu_mu,-,error"),
                    containing("two columns of nu_mu"));
  CHECK_THROWS_WITH(read_columns(rows, muon_neutrino, "bin,low,-,nu_mu,-,-,error"),
                    containing("both edges of a bin are needed"));
  CHECK_THROWS_WITH(read_columns(rows, muon_neutrino, "bin,low,high,nu_nu,-,-,error"),
                    containing("\"nu_nu\" is not known: allowed are low"));
  CHECK_THROWS_WITH(read_columns(rows, muon_neutrino, "bin,low,high,-,-,-,error"),
                    containing("has no column of a flux"));
  CHECK_THROWS_WITH(
      read_columns("low,high,numu,numubar\n0,1,4,1\n1,2,8,1\n", muon_neutrino, "low,high,anti-nu_mu,nu_mu"),
      containing("names column 3 \"anti-nu_mu\", but its title in flux file f.csv is \"numu\""));
}

TEST_CASE("units in titles are used or contradicted") {
  check_bins(read_columns("E_low[MeV],E_high[MeV],numu\n0,500,4\n500,1000,8\n"), {0, 0.5, 1}, {4, 8});
  CHECK(
      read_columns("E_low[MeV],E_high[MeV],numu\n0,500,4\n500,1000,8\n").columns() ==
      "low = column 1 \"E_low[MeV]\", high = column 2 \"E_high[MeV]\", nu_mu = column 3 \"numu\", by titles; "
      "energies in 0.001 GeV");
  CHECK_THROWS_WITH(read_columns("E_MeV,numu\n250,4\n750,8\n", muon_neutrino, "", "1/GeV:GeV"),
                    containing("energies in another unit"));
  CHECK_THROWS_WITH(read_columns("E_low[MeV],E_high[GeV],numu\n0,500,4\n"),
                    containing("energies in another unit"));
  for (std::string const head :
       {"# flux [/m2/GeV/POT]\n", "flux per (m^2 GeV POT)^-1\n", "# neutrinos / m^2 / GeV / 1 POT @ ND\n"}) {
    INFO(head);
    check_bins(read_columns(head + "0 1 4\n1 2 8\n", muon_neutrino, "", "1/m2/GeV/POT"), {0, 1, 2}, {4, 8});
    CHECK_THROWS_WITH(read_columns(head + "0 1 4\n1 2 8\n", muon_neutrino, "", "1/cm2/GeV/POT"),
                      containing("contradicts the flux unit"));
    CHECK_THROWS_WITH(read_columns(head + "0 1 4\n1 2 8\n", muon_neutrino, "", "1/m2/50MeV/POT"),
                      containing("per energy [GeV] 1, not 0.05"));
    CHECK_THROWS_WITH(read_columns(head + "0 1 4\n1 2 8\n", muon_neutrino, "", "1/m2/GeV/1e21POT"),
                      containing("per protons 1, not 1e+21"));
    CHECK_THROWS_WITH(read_columns(head + "0 1 4\n1 2 8\n", muon_neutrino, "", "1/m2/POT"),
                      containing("so that the kind is density"));
  }
  CHECK_THROWS_WITH(read_columns("# nu/POT/bin/cm2\n0 1 4\n1 2 8\n", muon_neutrino, "", "1/cm2/GeV/POT"),
                    containing("the kind is content"));
  CHECK_THROWS_WITH(
      read_columns("Enu(GeV) NuMu NuMubar NuE NuEbar (m^2 sec sr GeV)^-1\n1 4 1 1 1\n2 8 1 1 1\n",
                   muon_neutrino, "", "1/m2/GeV"),
      containing("atmospheric"));
}

TEST_CASE("powers of ten in a flux unit") {
  CHECK(flux_unit_from_text("1/cm^2/50MeV/10^21POT").factor == Approx(1e4 / 0.05 / 1e21));
  CHECK_THROWS_WITH(flux_unit_from_text("1/m2/2^3POT"), containing("stands behind a number that is not 10"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/1e300m2/1e300GeV"), containing("more than numbers hold"));
}

TEST_CASE("flux files in the dialects of editors and of Fortran") {
  std::vector<double> const edges = {0.5, 1.5, 2.5}, values = {4, 8};
  for (std::string const file :
       {"\xef\xbb\xbf"
        "1 4\n2 8\n",
        "1.0D+00 4.0d0\n2.0D+00 0.8D+01\n", "some experiment\nreleased by them\n1 4\n2 8\n", "1 4\r\n2 8\r\n",
        "1 4\r2 8\r", "1\t4\n2\t8", "1;4\n2;8\n", "+1 +4\n+2 8\n", "1,4,\n2,8,\n", "1;4;\n2;8;\n",
        "! a remark\n% another\n// a third\n# last\n1 4 ! here\n2 8 // there\n", "  1 ,  4\n  2 ,  8\n",
        "\"1\",\"4\"\n\"2\",\"8\"\n", "1 4# glued\n2 8\n\n\n", "1. 4.\n2. .8e1\n"}) {
    INFO(file);
    check_bins(read_columns(file), edges, values);
  }
  check_bins(read_columns("1 4\n2 8\n3 1e-400\n"), {0.5, 1.5, 2.5, 3.5}, {4, 8, 0});
}

TEST_CASE("what is no table of numbers is refused with what it seems to be") {
  std::string const nul("1 4\0\n2 8\n", 9);
  CHECK_THROWS_WITH(read_columns(nul), containing("holds a NUL byte"));
  CHECK_THROWS_WITH(read_columns("\xff\xfe"
                                 "1 4\n"),
                    containing("UTF-16"));
  CHECK_THROWS_WITH(read_columns("\x1f\x8b\x08"), containing("is compressed"));
  CHECK_THROWS_WITH(read_columns("\xfe\xff"
                                 "1 4\n"),
                    containing("UTF-16"));
  CHECK_THROWS_WITH(read_columns(std::string(2'000'000, '1')),
                    containing("has a line longer than 1000000 bytes"));
  CHECK_THROWS_WITH(read_columns("0,5 1,2\n1,5 1,3\n"), containing("decimals are written with a point"));
  CHECK_THROWS_WITH(read_columns("0,5;1,2\n1,5;1,3\n"), containing("decimals are written with a point"));
  CHECK_THROWS_WITH(
      read_columns("1 4\n2 8\nblock two\n1 4\n"),
      containing("has 2 blocks: 1 (line 1, 2 columns), 2 (line 4, 2 columns); --flux-block takes"));
  CHECK_THROWS_WITH(read_columns("1 4\n2 8\nthe end\n"),
                    containing("line 3: \"the\" is not a finite number"));
  CHECK_THROWS_WITH(read_columns("0 1 4\n1 2 8\n1 0.5\n0.5 1\n"),
                    containing("line 3: number of columns 2; the lines before have 3"));
  CHECK_THROWS_WITH(read_columns("+-1 4\n2 8\n"), containing("line 1: \"+-1\" is not a finite number"));
}
