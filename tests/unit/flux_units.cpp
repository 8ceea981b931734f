// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"
#include "containing.hpp"

#include <numbers>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <trident/flux/blocks.hpp>
#include <trident/flux/file.hpp>
#include <trident/flux/rows.hpp>

using namespace trident;

TEST_CASE("a flux unit may be spelled in many ways") {
  struct spelling {
    flux_normalisation normalisation;
    bin_value kind;
    double factor;
    std::vector<std::string> texts;
  };
  using enum flux_normalisation;
  for (auto const& [normalisation, kind, factor, texts] : std::vector<spelling>{
           {per_area_and_proton,
            bin_value::density,
            1,
            {"1/m2/GeV/POT", "m^-2 GeV^-1 POT^-1", "neutrinos per m2 per GeV per POT", "NEUTRINOS/M2/GEV/POT",
             "1/(m2 GeV POT)", "(m^2 GeV p.o.t.)^-1", "1 / m**2 / GeV / pot"}},
           {per_area_and_proton,
            bin_value::density,
            2e-16,
            {"1/cm2/50MeV/1e21POT", "/cm^2/1E21p.o.t/50MeV", "1/cm2/50 MeV/10^21 POT",
             "nu/1x10^21 POT/cm2/50MeV"}},
           {per_area_and_proton, bin_value::content, 1e4, {"1/cm2/POT", "nu/POT/bin/cm2", "cm-2 POT-1"}},
           {per_area_and_second, bin_value::density, 1, {"1/m2/s/GeV", "m-2 s-1 GeV-1", "1/(m^2 sec GeV)"}},
           {per_area_and_second, bin_value::density, 1 / 31557600., {"1/m2/GeV/year", "1/m2/GeV/yr"}},
           {per_area_second_and_steradian,
            bin_value::density,
            1,
            {"1/m2/s/sr/GeV", "(m^2 sec sr GeV)^-1", "1/(m2 s sr GeV)",
             "m\xe2\x81\xbb\xc2\xb2 s^-1 sr^-1 GeV^-1"}},
           {per_area_second_and_steradian, bin_value::density, 1e4, {"GeV-1 cm-2 s-1 sr-1"}},
           {per_area_and_inverse_femtobarn,
            bin_value::density,
            1,
            {"1/m2/GeV/fb-1", "1/m2/GeV/fb", "m^-2 GeV^-1 fb", "1/m2/GeV/fb^{-1}"}},
           {per_area_and_inverse_femtobarn,
            bin_value::density,
            1e-3,
            {"1/m2/GeV/ab^-1", "1/m2/GeV/1000fb-1"}},
           {shape, bin_value::density, 1e3, {"1/MeV", "MeV^-1"}}})
    for (auto const& text : texts) {
      INFO(text);
      auto const unit = flux_unit_from_text(text);
      CHECK(unit.normalisation == normalisation);
      CHECK(unit.kind == kind);
      CHECK(unit.factor == Approx(factor).epsilon(1e-12));
    }
}

TEST_CASE("flux units that contradict themselves or are not clear are refused") {
  for (auto const& [text, said] : std::vector<std::pair<std::string, std::string>>{
           {"1/m2/GeV/POT/s", "POT and a time exclude each other"},
           {"1/m2/s/fb-1", "fb-1 and a time exclude each other"},
           {"1/m2/GeV/sr", "sr goes with an area and a time"},
           {"1/50MeV/bin", "a bin and an energy exclude each other"},
           {"1/m2 s sr GeV", "whether \"s\" is above or below the line is not clear"},
           {"GeV/cm2/s/sr", "a power of the energy times a flux"},
           {"GeV^2 m^-2 s^-1 sr^-1", "a power of the energy times a flux"},
           {"1/m/GeV", "an area is m2, cm2 or km2"},
           {"1/m2/m2", "repeats a quantity"},
           {"1/(m2 GeV", "a bracket is not closed"},
           {"1/((((m2))))", "brackets are not clear"},
           {"1/(m2 GeV)^2", "another power than -1"},
           {"1/m2/POT-1", "another power than -1"},
           {"1/m2/10^999POT", "not finite and positive"},
           {"1/s", "an exposure needs an area"},
           {"1/m2/3bin", "more than one bin"},
           {"1/m^/GeV", "an exponent is not clear"}}) {
    INFO(text);
    CHECK_THROWS_WITH(flux_unit_from_text(text), containing(said));
  }
}

TEST_CASE("directions of a block of fluxes") {
  auto const solid_angle = [](std::string const& line) {
    auto const found = flux_directions_in(line);
    return found ? found->solid_angle() : 0;
  };
  constexpr double pi = std::numbers::pi;
  CHECK(solid_angle("average flux in [cosZ =-1.00 --  1.00, phi_Az =   0 -- 360]") == Approx(4 * pi));
  CHECK(solid_angle("average flux in [cosZ =-0.20 -- -0.10, phi_Az =   0 -- 360]") == Approx(0.2 * pi));
  CHECK(solid_angle("average flux in [cosZ = 0.90 --  1.00, phi_Az =  30 --  60]") == Approx(0.1 * pi / 6));
  CHECK(solid_angle("cos(theta) from 1 to 0.9") == Approx(0.2 * pi));
  CHECK(solid_angle("# cos zenith 0.9-1") == Approx(0.2 * pi));
  CHECK(solid_angle("cos theta: 0.5, 0.6") == Approx(0.2 * pi));
  for (auto const* const line : {"cosmic rays", "cos = 0.5", "cosZ = 2 -- 3", "bin 3", "cosZ = 0.5 -- 0.5"})
    CHECK(solid_angle(line) == 0);
  CHECK(solid_angle_from_text("4pi") == Approx(4 * pi));
  CHECK(solid_angle_from_text("2 * pi") == Approx(2 * pi));
  CHECK(solid_angle_from_text("0.5") == 0.5);
  for (auto const* const text : {"", "0", "-1", "5pi", "13", "sr", "nan"})
    CHECK_THROWS_WITH(solid_angle_from_text(text), containing("up to 4pi"));
}

TEST_CASE("blocks of a flux file begin with words, or behind an empty line where energies start anew") {
  auto const blocks_of_text = [](std::string const& text) {
    std::istringstream stream(text);
    return read_flux_blocks(stream, "f");
  };
  CHECK(blocks_of_text("1 4\n2 8\n\n3 9\n").size() == 1);
  CHECK(blocks_of_text("1 4\n2 8\n# a remark\n3 9\n").size() == 1);
  CHECK(blocks_of_text("1 4\n2 8\n\n1 5\n2 9\n").size() == 2);
  CHECK(blocks_of_text("E flux\n1 4\n2 8\nE flux\n1 5\n2 9\n").size() == 2);
  CHECK(blocks_of_text("# cosZ 0 to 1\n1 4\n2 8\n# cosZ -1 to 0\n1 5\n2 9\n").size() == 2);
  auto const blocks = blocks_of_text("# E numu, cosZ 0 to 1\n1 4\n2 8\n# cosZ -1 to 0\n1 5\n2 9\n");
  REQUIRE(flux_directions_of(blocks[1]));
  CHECK(flux_directions_of(blocks[1])->low == -1);
  auto const unit = flux_unit_from_text("1/(m2 s sr GeV)");
  auto const all = flux_in(blocks, unit, unit.kind, neutrino::nu_mu, "", {.block = "all"});
  CHECK(all.normalisation() == flux_normalisation::per_area_and_second);
  CHECK(all.density(1) == Approx(2 * std::numbers::pi * (4 + 5)));
  CHECK_THROWS_WITH(
      flux_in(blocks, flux_unit_from_text("1/m2/GeV"), unit.kind, neutrino::nu_mu, "", {.block = "all"}),
      containing("needs a flux unit per steradian"));
  auto const as_shape = flux_unit_from_text("1/GeV");
  CHECK(flux_in(blocks, as_shape, unit.kind, neutrino::nu_mu, "", {.block = "all"}).density(1) ==
        Approx(2 * std::numbers::pi * 9));
}

TEST_CASE("a flux file whose lines are quantities") {
  auto const turned = [](std::string const& text) {
    std::istringstream stream(text);
    return std::vector{read_flux_rows(stream, "f")};
  };
  auto const unit = flux_unit_from_text("1/GeV");
  auto const bare = flux_in(turned("0 1 2 3\n1 2 3 4\n5 6 7 8\n"), unit, unit.kind);
  CHECK(bare.density(2.5) == 7);
  auto const titled = flux_in(turned("# a remark\nnumu 5 6 7\nE_low 0 1 2\nE_high 1 2 3\nnumubar 1 1 1\n"),
                              unit, unit.kind, neutrino::nu_mu);
  CHECK(titled.density(1.5) == 6);
  CHECK_THROWS_WITH(turned("0 1\n1 2 3\n"),
                    containing("line 2: it holds 3 numbers; the lines before have 2"));
  CHECK_THROWS_WITH(turned("0 1\n1 x\n"), containing("\"x\" is not a finite number"));
  CHECK_THROWS_WITH(turned("# nothing\n"), containing("holds no line of numbers"));
  CHECK_THROWS_WITH(flux_in(turned("0 1\n1 2\n5 -6\n"), unit, unit.kind), containing("number 2: value -6"));
}
