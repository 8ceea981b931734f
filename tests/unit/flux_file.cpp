// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"
#include "containing.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <trident/flux/file.hpp>
#include <trident/flux/report.hpp>

using namespace trident;

namespace {

histogram_flux read(std::string const& text, std::string const& unit = "1/GeV",
                    bin_value kind = bin_value::density, std::optional<neutrino> flavour = {},
                    std::string const& columns = {}) {
  std::istringstream stream(text);
  return read_flux(stream, "f.csv", flux_unit_from_text(unit), kind, flavour, columns);
}

void check_edges(histogram_flux const& flux, std::vector<double> const& expected) {
  REQUIRE(flux.edges().size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(flux.edges()[i] == Approx(expected[i]));
}

} // namespace

TEST_CASE("a file with edges") {
  auto const flux = read("# remark\ne_low,e_high,value\n0,0.5,2\n0.5,2,1 # tail\n\n");
  check_edges(flux, {0, 0.5, 2});
  CHECK(flux.density(0.1) == 2);
  CHECK(flux.integral() == Approx(2.5));
  CHECK(flux.name() == "f.csv");
}

TEST_CASE("a file with two columns has energies at bin centres") {
  check_edges(read("0.25 1\n0.75 2\r\n1.25\t3\r\n"), {0, 0.5, 1, 1.5});
  check_edges(read("1,1\n2,2\n4,3\n"), {0.5, 1.5, 3, 5});
  check_edges(read("+0.5 1\n2.5 2\n"), {0, 1.5, 3.5}); // the first bin does not reach below 0
  check_edges(read("0 1\n1 2\n"), {0, 0.5, 1.5});
}

TEST_CASE("a GLoBES file has six flavours") {
  std::string const file = " 0.125 1 2 0 4 5 6\n 0.375 10 20 0 40 50 60\n";
  auto const flux = read(file, "1/m2/GeV/POT", bin_value::density, neutrino::anti_nu_e);
  check_edges(flux, {0, 0.25, 0.5});
  CHECK(flux.density(0.1) == 4);
  CHECK(flux.density(0.3) == 40);
  CHECK(flux.flavour() == neutrino::anti_nu_e);
  CHECK(read(file, "1/GeV", bin_value::density, neutrino::nu_e).density(0.1) == 1);
  CHECK_THROWS_WITH(read(file), containing("f.csv has six flavours; name the one wanted: nu_e"));
  CHECK_THROWS_WITH(read(file, "1/GeV", bin_value::density, neutrino::nu_tau),
                    "flux \"f.csv\" of nu_tau: all bins are 0; at least one must be positive");
}

TEST_CASE("a file with edges and six flavours") {
  auto const flux =
      read("lo,hi,a,b,c,d,e,f\n1,2,1,2,3,4,5,6\n", "1/GeV", bin_value::density, neutrino::anti_nu_tau);
  check_edges(flux, {1, 2});
  CHECK(flux.density(1.5) == 6);
}

TEST_CASE("density and content of a file differ by the widths") {
  std::string const file = "0,0.5,2\n0.5,2,1\n";
  CHECK(read(file, "1/GeV", bin_value::density).integral() == Approx(2.5));
  CHECK(read(file, "probability", bin_value::content).integral() == Approx(3));
  CHECK(read(file, "probability", bin_value::content).density(0.1) == Approx(4));
}

TEST_CASE("units are converted to m^2, GeV and one proton on target or fb^-1") {
  std::string const file = "0,2,3\n";
  CHECK(read(file, "1/cm2/GeV/POT").density(1) == Approx(3e4));
  CHECK(read(file, "1/m2/MeV/1e21POT").density(1) == Approx(3e-18));
  CHECK(read(file, "neutrinos / cm^2 / 50 MeV / POT").density(1) == Approx(3e4 / 0.05));
  CHECK(read(file, "1/m2/GeV/150fb-1").density(1) == Approx(0.02));
  CHECK(read(file, "1/m2/POT", bin_value::content).density(1) == Approx(1.5));
  CHECK(read(file, "1/cm2/GeV").normalisation() == flux_normalisation::per_area);
  CHECK(read(file, "1/cm2/GeV/POT").normalisation() == flux_normalisation::per_area_and_proton);
  CHECK(read(file, "1/m2/GeV/fb-1").normalisation() == flux_normalisation::per_area_and_inverse_femtobarn);
  CHECK(read(file, "1/GeV").normalisation() == flux_normalisation::shape);
}

TEST_CASE("energies may be in MeV") {
  auto const flux = read("0,2000,3\n", "1/m2/MeV/POT:MeV");
  check_edges(flux, {0, 2});
  CHECK(flux.integral() == Approx(6000));
  CHECK(read("0,2000,3\n", "1/m2/POT:MeV", bin_value::content).integral() == Approx(3));
}

TEST_CASE("units that make no sense are refused") {
  CHECK_THROWS_WITH(flux_unit_from_text(""),
                    containing("flux unit \"\": it starts neither with 1/ nor with probability"));
  CHECK_THROWS_WITH(flux_unit_from_text("1"), containing("starts neither"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/"),
                    containing("flux unit \"1/\": \"\" is not known; allowed are"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/m2/GeV/fortnight"), containing("\"fortnight\" is not known"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/GeV/50MeV"), containing("\"50mev\" repeats a quantity"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/m2/POT/fb-1"), containing("POT and fb-1 exclude each other"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/GeV/POT"), containing("an exposure needs an area"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/-3GeV"), containing("\"-3gev\" is not finite and positive"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/1e999GeV"), containing("\"1e999gev\" is not finite and positive"));
  CHECK_THROWS_WITH(flux_unit_from_text("1/GeV:furlong"),
                    containing("energies in \"furlong\" are not known"));
  CHECK_THROWS_WITH(read("0,1,1\n", "1/m2/POT"),
                    containing("\"1/m2/POT\" belongs to values of the kind content, not density"));
  CHECK_THROWS_WITH(read("0,1,1\n", "1/GeV", bin_value::content),
                    containing("of the kind density, not content"));
  CHECK_THROWS_WITH(bin_value_from_text("both"),
                    "flux kind \"both\" is not known: allowed are density and content");
  CHECK(bin_value_from_text("content") == bin_value::content);
}

TEST_CASE("bad files are refused with the line and the value") {
  CHECK_THROWS_WITH(read(""), "flux file f.csv cannot be read, or is empty");
  CHECK_THROWS_WITH(read("# nothing\n"), "flux file f.csv holds no numbers");
  CHECK_THROWS_WITH(read("0.5 1\n"),
                    containing("has one row; bins from their centres need two rows or more"));
  CHECK_THROWS_WITH(
      read("1\n"),
      containing("f.csv has 1 columns; without titles that name them allowed are 2 (energy, value), 3"));
  CHECK_THROWS_WITH(read("1 2 3 4\n"), containing("has 4 columns"));
  CHECK_THROWS_WITH(read("1 1\n2\n"), containing("line 2: number of columns 1; the lines before have 2"));
  CHECK_THROWS_WITH(read("1 1\n2 x1\n"), containing("line 2: \"x1\" is not a finite number"));
  CHECK_THROWS_WITH(read("E flux\nE flux\n"), "flux file f.csv holds no numbers");
  CHECK_THROWS_WITH(read("1 1\nE flux\n"), containing("line 2: \"E\" is not a finite number"));
  CHECK_THROWS_WITH(read("x1 1 1\n1 2 1\n"), containing("line 1: \"x1\" is not a finite number"));
  CHECK_THROWS_WITH(read("2016 flux release\n1 1\n"),
                    containing("line 2: number of columns 2; the lines before have 3"));
  CHECK_THROWS_WITH(read("1 1\n2 1e400\n"), containing("line 2: \"1e400\" is not a finite number"));
  CHECK_THROWS_WITH(read("0 1 1e308\n1 2 1e308\n"), containing("its integral is inf"));
  CHECK_THROWS_WITH(read("0 1e-300 1e-300\n"), containing("its integral is 0"));
  CHECK_THROWS_WITH(read("0 1 1\n0.5 2 1\n"), containing("line 2: bin starts at 0.5; it must start where"));
  CHECK_THROWS_WITH(read("1 1\n2 nan\n"), containing("line 2: \"nan\" is not a finite number"));
  CHECK_THROWS_WITH(read("1 1\n2 inf\n"), containing("line 2: \"inf\" is not a finite number"));
  CHECK_THROWS_WITH(read("1,1\n2,\n"), containing("line 2: \"\" is not a finite number"));
  CHECK_THROWS_WITH(read("1,,1\n"), containing("line 1: \"\" is not a finite number"));
  CHECK_THROWS_WITH(read("1 1\n2 -3\n"), containing("line 2: value -3; a flux must not be negative"));
  CHECK_THROWS_WITH(read("-1 1\n2 3\n"), containing("line 1: energy -1; energies must not be negative"));
  CHECK_THROWS_WITH(read("2 1\n1 3\n"), containing("line 2: energy 1 after 2; energies must increase"));
  CHECK_THROWS_WITH(read("1,1,1\n"), containing("line 1: bin from 1 to 1; it must end above its start"));
  CHECK_THROWS_WITH(read("-1,1,1\n"), containing("line 1: lower edge -1; energies must not be negative"));
  CHECK_THROWS_WITH(read("0,1,1\n2,3,1\n"),
                    containing("line 2: bin starts at 2; it must start where the one before ends, at 1"));
  CHECK_THROWS_WITH(read("0,1,0\n1,2,0\n"), containing("all bins are 0"));
}

TEST_CASE("a file on disk, and one that is not there") {
  auto const directory = std::filesystem::temp_directory_path();
  auto const path = (directory / "trident_unit_flux_file.csv").string();
  std::ofstream(path) << "0,1,5\n";
  auto const unit = flux_unit_from_text("1/GeV");
  CHECK(read_flux_file(path, unit, bin_value::density).integral() == 5);
  std::filesystem::remove(path);
  CHECK_THROWS_WITH(read_flux_file(path, unit, bin_value::density), containing(path + " cannot be opened"));
  CHECK_THROWS_WITH(read_flux_file(directory.string(), unit, bin_value::density),
                    containing("cannot be read"));
}

TEST_CASE("an import can be shown") {
  auto const flux = read("0,0.5,2\n0.5,2,6\n2,4,1\n", "1/m2/POT", bin_value::content, neutrino::nu_mu);
  auto const summary = make_report(flux);
  CHECK(summary.bins == 3);
  CHECK(summary.integral == Approx(9));
  CHECK(summary.mean_energy == Approx((2 * 0.25 + 6 * 1.25 + 3) / 9));
  CHECK(summary.first.high == 0.5);
  CHECK(summary.last.low == 2);
  CHECK(summary.peak.low == 0); // densities 4, 4, 0.5: the first of equals
  CHECK(text_lines(summary) ==
        std::vector<std::string>{
            "flux         f.csv, nu_mu", "given as     content, 1/m2/POT",
            "columns      low = column 1, high = column 2, flux = column 3, by number of columns",
            "bins         3", "first bin    0 to 0.5 GeV: 4 1/m2/GeV/POT",
            "last bin     2 to 4 GeV: 0.5 1/m2/GeV/POT", "peak bin     0 to 0.5 GeV: 4 1/m2/GeV/POT",
            "integral     9 1/m2/POT", "mean energy  1.22222 GeV"});
  CHECK(make_report(histogram_flux({0, 1}, {1}, bin_value::content)).given == "content, 1");
}
