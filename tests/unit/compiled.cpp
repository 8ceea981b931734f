// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <trident/compiled.hpp>
#include <trident/trident.hpp>

using namespace trident;

using compiled_test_section = Trident<numu_to_numu_mumu, carbon12, monoenergetic, standard_model>;
extern template struct trident::compiled<compiled_test_section>;
extern template struct trident::compiled_quadrature<compiled_test_section>;

TEST_CASE("What is compiled elsewhere has the same bits", "[compiled]") {
  compiled_test_section const sigma{{}, {}, monoenergetic{5.0 * GeV}, {}};
  vegas_options const options{.relative_error = 0.02, .seed = 3};
  CHECK(compiled<compiled_test_section>::integrate(sigma, options).value == integrate(sigma, options).value);
  CHECK(compiled_quadrature<compiled_test_section>::integrate(sigma, {.relative_error = 1e-3}).value ==
        inclusive_cross_section(sigma, {.relative_error = 1e-3}).value);
}

template struct trident::compiled<compiled_test_section>;
template struct trident::compiled_quadrature<compiled_test_section>;
