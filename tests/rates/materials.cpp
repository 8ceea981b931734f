// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"
#include "containing.hpp"

#include <trident/target/composition.hpp>
#include <trident/target/materials.hpp>

using namespace trident;
using namespace trident::registry;

namespace {

double count_of(material const& one, std::string const& symbol) {
  double sum = 0;
  for (auto const& [nuclide, count] : one.ingredients)
    if (nuclide.symbol == symbol) sum += count;
  return sum;
}

} // namespace

TEST_CASE("a formula counts its elements, with molar masses from standard atomic weights") {
  auto const one = material_from_text("C5H8O2"); // acrylic glass
  CHECK(count_of(one, "C") == 5);
  CHECK(count_of(one, "H") == 8);
  CHECK(count_of(one, "O") == 2);
  CHECK(one.molar_mass == Approx(100.12).epsilon(2e-4)); // 100.117 g/mol
  CHECK(formula_units_per_tonne(material_from_text("H2O")) ==
        Approx(3.3428e28).epsilon(5e-4)); // 18.015 g/mol
}

TEST_CASE("fractions by mass and by number give the same mixture") {
  auto const mass = material_from_text("MINOS: Fe 80, C 20");
  double const iron = 80 / 55.85, carbon = 20 / 12.01;
  CHECK(mass.name == "MINOS");
  CHECK(count_of(mass, "Fe") == Approx(iron / (iron + carbon)));
  auto const number =
      material_from_text("x: Fe " + std::to_string(iron) + ", C " + std::to_string(carbon) + " by number");
  CHECK(count_of(number, "Fe") == Approx(count_of(mass, "Fe")).epsilon(1e-6));
  CHECK(number.molar_mass == Approx(mass.molar_mass).epsilon(1e-6));
  CHECK(mass.molar_mass == Approx(100 / (iron + carbon)));
}

TEST_CASE("elements without a dominant isotope are split in natural proportions") {
  auto const lead = material_from_text("Pb");
  REQUIRE(lead.ingredients.size() == 3);
  CHECK(lead.ingredients[2].count == Approx(0.524 / (0.241 + 0.221 + 0.524)));
  CHECK(material_from_text("Fe").ingredients.size() == 1);
  CHECK(material_from_text("W186").molar_mass == Approx(185.954361771));
}

TEST_CASE("every named material can be exposed and its counts are those of its masses") {
  for (auto const& one : all_materials()) {
    INFO(one.name);
    double mass = 0;
    for (auto const& [nuclide, count] : one.ingredients) mass += count * nuclide.mass_number;
    CHECK(mass ==
          Approx(one.molar_mass).epsilon(0.012)); // A is within 1.2 % of the weights; tungsten has 0.6 %
    CHECK(compose({one.name, "total"}).components.size() >= 3);
  }
}

TEST_CASE("nuclides without a measured density are named") {
  CHECK(without_measured_density(*find_material("LAr")).empty());
  auto const salt = without_measured_density(material_from_text("NaCl"));
  REQUIRE(salt.size() == 3);
  CHECK(salt[0].symbol == "Na");
}

TEST_CASE("materials that do not read are refused with what is allowed") {
  CHECK_THROWS_WITH(material_from_text("glas"), containing("closest"));
  CHECK_THROWS_WITH(material_from_text("x: SiO2 0.7, Na2O"), containing("lacks its fraction"));
  CHECK_THROWS_WITH(material_from_text("x: SiO2 -1, Na2O 1"), containing("above 0"));
  CHECK_THROWS_WITH(material_from_text("x: SiO2 nan, Na2O 1"), containing("above 0"));
  CHECK_THROWS_WITH(material_from_text("x:"), containing("missing"));
  CHECK_THROWS_WITH(material_from_text("Kr"), containing("Kr"));
  CHECK_THROWS_AS(compose({"glass: SiO2 0.7, Na2O 0.3"}), input_error);
  CHECK(compose({"glass: SiO2 0.7, Na2O 0.3", "coherent"}).unit == "atom on average of glass");
}
