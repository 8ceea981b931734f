// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <type_traits>

#include <trident/flux/catalogue.hpp>

using namespace trident;

static_assert(Spectrum<dune_tdr_numu> && !FixedEnergy<dune_tdr_numu>);
static_assert(Spectrum<dune_nd_fhc<neutrino::nu_mu>>);
static_assert(std::is_empty_v<dune_tdr_numu>);
static_assert(dune_cdr_reference_anti_numu::flavour() == neutrino::anti_nu_mu);
static_assert(ccfr_numu::density(-1) == 0 && ccfr_numu::density(540) > 0 && ccfr_numu::density(541) == 0);

namespace {

struct spectrum_numbers {
  std::string name;
  neutrino flavour;
  double integral;
  double mean_energy; // [GeV]
};

// Golden: sums over the rows of tables/flux/*.csv by awk,
//   integral = sum of v w, mean energy = sum of v w (low + high) / 2 / integral, w = high - low, or 1 for probabilities.
spectrum_numbers const golden[] = {
    {"dune_cdr_reference_numu", neutrino::nu_mu, 1, 3.121987598374},
    {"dune_cdr_reference_anti_numu", neutrino::anti_nu_mu, 1, 2.985997141881},
    {"dune_cdr_optimized_numu", neutrino::nu_mu, 1, 2.443075873244},
    {"dune_cdr_optimized_anti_numu", neutrino::anti_nu_mu, 1, 2.344541411144},
    {"dune_tdr_numu", neutrino::nu_mu, 1, 2.683091946148},
    {"dune_tdr_anti_numu", neutrino::anti_nu_mu, 1, 2.442143540885},
    {"ccfr_numu", neutrino::nu_mu, 1.000000159139, 98.36712842838},
    {"dune_nd_fhc", neutrino::nu_e, 1.08731734677e-05, 4.03583253287},
    {"dune_nd_fhc", neutrino::nu_mu, 0.001048937698455, 2.679338472239},
    {"dune_nd_fhc", neutrino::anti_nu_e, 2.37540920475e-06, 6.485385032124},
    {"dune_nd_fhc", neutrino::anti_nu_mu, 7.775361847e-05, 3.862751813638},
    {"dune_nd_rhc", neutrino::nu_e, 2.97953943065e-06, 7.264366968051},
    {"dune_nd_rhc", neutrino::nu_mu, 9.275506809425e-05, 5.222311089217},
    {"dune_nd_rhc", neutrino::anti_nu_e, 8.9689832096e-06, 3.728116839582},
    {"dune_nd_rhc", neutrino::anti_nu_mu, 0.0009442359403325, 2.437651838717},
    {"dune_nd_tau_optimized_fhc", neutrino::nu_e, 8.8703302185e-06, 8.421861234406},
    {"dune_nd_tau_optimized_fhc", neutrino::nu_mu, 0.001152990679238, 6.306061401814},
    {"dune_nd_tau_optimized_fhc", neutrino::anti_nu_e, 2.1084331102e-06, 7.530573573096},
    {"dune_nd_tau_optimized_fhc", neutrino::anti_nu_mu, 5.590351624775e-05, 4.658126167536},
    {"dune_nd_tau_optimized_rhc", neutrino::nu_e, 2.55144429635e-06, 7.95290364959},
    {"dune_nd_tau_optimized_rhc", neutrino::nu_mu, 6.82806517785e-05, 6.254152696849},
    {"dune_nd_tau_optimized_rhc", neutrino::anti_nu_e, 5.8601512415e-06, 7.259136366233},
    {"dune_nd_tau_optimized_rhc", neutrino::anti_nu_mu, 0.000930956476076, 5.708726778559},
    {"fasernu", neutrino::nu_e, 23611151269.96, 732.7642236873},
    {"fasernu", neutrino::nu_mu, 193875720275.1, 311.5848348037},
    {"fasernu", neutrino::nu_tau, 682706617.0779, 599.9290451872},
    {"fasernu", neutrino::anti_nu_e, 26650155627.29, 521.5045195112},
    {"fasernu", neutrino::anti_nu_mu, 153607383625, 250.3693055895},
    {"fasernu", neutrino::anti_nu_tau, 685934621.1535, 594.9090262206},
    {"miniboone_fhc", neutrino::nu_e, 2.86906786683e-08, 0.9575455091377},
    {"miniboone_fhc", neutrino::nu_mu, 5.193576045567e-06, 0.8082009662803},
    {"miniboone_fhc", neutrino::anti_nu_e, 2.9984912511e-09, 0.9712898914259},
    {"miniboone_fhc", neutrino::anti_nu_mu, 3.260020612896e-07, 0.4612976085217},
    {"minos_nd_fhc", neutrino::nu_mu, 0.00030243091342, 3.928695624145},
    {"minos_nd_fhc", neutrino::anti_nu_mu, 3.408851945e-05, 5.884452221634},
    {"minos_plus_nd_fhc", neutrino::nu_mu, 0.0008096205827, 5.879218226643},
    {"minos_plus_nd_fhc", neutrino::anti_nu_mu, 3.15139275e-05, 5.933079846839},
    {"sbnd_fhc", neutrino::nu_e, 9.5910608e-07, 0.8737643937154},
    {"sbnd_fhc", neutrino::nu_mu, 0.00016148680085, 0.7444196473736},
    {"sbnd_fhc", neutrino::anti_nu_e, 1.0005135e-07, 0.8683781403249},
    {"sbnd_fhc", neutrino::anti_nu_mu, 1.2053920947e-05, 0.3918573898231},
    {"ship", neutrino::nu_e, 0.00013130371551, 30.10095194697},
    {"ship", neutrino::nu_mu, 0.00150466060486, 8.372796810655},
    {"ship", neutrino::anti_nu_e, 9.724437372e-05, 22.22000103154},
    {"ship", neutrino::anti_nu_mu, 0.00121984958909, 6.801834059086},
    {"t2k_ingrid_fhc", neutrino::nu_e, 7.222295e-06, 1.423188111258},
    {"t2k_ingrid_fhc", neutrino::nu_mu, 0.000445374807, 1.423188300253},
    {"t2k_ingrid_fhc", neutrino::anti_nu_e, 9.6297258e-07, 1.423188170114},
    {"t2k_ingrid_fhc", neutrino::anti_nu_mu, 2.79262237e-05, 1.423188179754},
    {"t2k_nd280_fhc", neutrino::nu_e, 2.2961881783e-06, 1.341638739918},
    {"t2k_nd280_fhc", neutrino::nu_mu, 0.00019213959983, 0.8557945291365},
    {"t2k_nd280_fhc", neutrino::anti_nu_e, 3.106214483e-07, 1.928348123828},
    {"t2k_nd280_fhc", neutrino::anti_nu_mu, 1.2127914561e-05, 1.005880908226},
    {"atmospheric", neutrino::nu_mu, 20728.37191617, 0.3934871909258},
    {"atmospheric", neutrino::anti_nu_mu, 20607.34902779, 0.3786101777688},
    {"atmospheric", neutrino::nu_e, 10435.98749943, 0.3799951135843},
    {"atmospheric", neutrino::anti_nu_e, 9354.597209182, 0.3578024565459},
    {"atmospheric_down", neutrino::nu_mu, 4502.631059342, 0.4163530806721},
    {"atmospheric_down", neutrino::anti_nu_mu, 4447.403481053, 0.3961871869351},
    {"atmospheric_down", neutrino::nu_e, 2188.364578187, 0.3828135937595},
    {"atmospheric_down", neutrino::anti_nu_e, 1960.503949727, 0.3600144087025},
    {"atmospheric_horizontal", neutrino::nu_mu, 12605.65916202, 0.3715081684165},
    {"atmospheric_horizontal", neutrino::anti_nu_mu, 12583.51042715, 0.3610877941295},
    {"atmospheric_horizontal", neutrino::nu_e, 6482.738962762, 0.3747232692779},
    {"atmospheric_horizontal", neutrino::anti_nu_e, 5827.341158735, 0.3519192455036},
    {"atmospheric_up", neutrino::nu_mu, 3619.496780078, 0.4416194571384},
    {"atmospheric_up", neutrino::anti_nu_mu, 3575.800368039, 0.4184424256835},
    {"atmospheric_up", neutrino::nu_e, 1764.722508298, 0.3958743201793},
    {"atmospheric_up", neutrino::anti_nu_e, 1566.540043855, 0.3769276492198},
    {"fasernu2", neutrino::nu_e, 8751653115.389, 449.1359748077},
    {"fasernu2", neutrino::nu_mu, 84616532484.82, 306.1087329613},
    {"fasernu2", neutrino::nu_tau, 286330748.5786, 351.8591220755},
    {"fasernu2", neutrino::anti_nu_e, 11868623928.16, 376.9134987194},
    {"fasernu2", neutrino::anti_nu_mu, 62088912190.52, 232.8655409253},
    {"fasernu2", neutrino::anti_nu_tau, 286802065.4734, 394.2011258421},
    {"flare", neutrino::nu_e, 5781818831.096, 356.1933967633},
    {"flare", neutrino::nu_mu, 57550720621.47, 234.1922422409},
    {"flare", neutrino::nu_tau, 266564301.3407, 331.3654832882},
    {"flare", neutrino::anti_nu_e, 6972513504.914, 311.0304658459},
    {"flare", neutrino::anti_nu_mu, 44853860961.3, 183.4057836902},
    {"flare", neutrino::anti_nu_tau, 267336826.3011, 364.7939312061},
    {"icarus_bnb", neutrino::nu_e, 2.32426907774e-08, 0.9172463031807},
    {"icarus_bnb", neutrino::nu_mu, 4.252107159671e-06, 0.8003810014347},
    {"icarus_bnb", neutrino::anti_nu_e, 2.3988762423e-09, 0.9263620800256},
    {"icarus_bnb", neutrino::anti_nu_mu, 2.548100375424e-07, 0.4899591139985},
    {"microboone_bnb", neutrino::nu_e, 3.9779124344e-08, 0.9712965869158},
    {"microboone_bnb", neutrino::nu_mu, 7.376229604456e-06, 0.8231869108856},
    {"microboone_bnb", neutrino::anti_nu_e, 4.025479626e-09, 0.9718500011171},
    {"microboone_bnb", neutrino::anti_nu_mu, 4.558914781525e-07, 0.4702558733354},
    {"nova_fhc", neutrino::nu_mu, 0.0001184839, 2.592395675699},
    {"sndlhc", neutrino::nu_e, 9498262804.323, 345.3362264313},
    {"sndlhc", neutrino::nu_mu, 92689810004.95, 155.0261196027},
    {"sndlhc", neutrino::nu_tau, 447433250.8877, 374.4540239388},
    {"sndlhc", neutrino::anti_nu_e, 9977240738.773, 323.1540057823},
    {"sndlhc", neutrino::anti_nu_mu, 79390030467.41, 134.8649231202},
    {"sndlhc", neutrino::anti_nu_tau, 448648578.6753, 359.3855372237},
    {"t2k_nd280_fhc_2016", neutrino::nu_mu, 0.0001916884354, 0.8525325218967},
    {"t2k_nd280_fhc_2016", neutrino::anti_nu_mu, 1.216153032e-05, 0.9909514907167},
    {"t2k_nd280_fhc_2016", neutrino::nu_e, 2.257386e-06, 1.292989911783},
    {"t2k_nd280_fhc_2016", neutrino::anti_nu_e, 3.0649328e-07, 1.832780175474},
};

} // namespace

TEST_CASE("every named spectrum has the integral and the mean energy of its source") {
  for (auto const& expected : golden) {
    INFO(expected.name << " " << text(expected.flavour));
    auto const flux = flux_by_name(expected.name, expected.flavour);
    CHECK(flux.note.empty());
    CHECK(flux.spectrum.integral() == Approx(expected.integral).epsilon(1e-11));
    CHECK(flux.spectrum.mean_energy() == Approx(expected.mean_energy).epsilon(1e-11));
    CHECK(flux.spectrum.flavour() == expected.flavour);
  }
}

TEST_CASE("the golden numbers cover every column of every spectrum") {
  for (auto const& entry : flux_catalogue)
    for (auto const flavour : entry.flavours) {
      INFO(entry.name << " " << text(flavour));
      CHECK(std::count_if(std::begin(golden), std::end(golden), [&](spectrum_numbers const& numbers) {
              return numbers.name == entry.name && numbers.flavour == flavour;
            }) == 1);
    }
}

TEST_CASE("bins of the named spectra are ordered and none is negative") {
  for (auto const& entry : flux_catalogue) {
    INFO(entry.name);
    CHECK(std::is_sorted(entry.edges.begin(), entry.edges.end(), std::less_equal<>{}));
    CHECK(entry.edges.front() >= 0);
    CHECK(std::all_of(entry.values.begin(), entry.values.end(), [](double value) { return value >= 0; }));
    CHECK(entry.values.size() == entry.flavours.size() * (entry.edges.size() - 1));
    CHECK_FALSE(entry.source.empty());
  }
}

TEST_CASE("a spectrum is the same as a type and by name") {
  dune_nd_fhc<neutrino::anti_nu_mu> const typed;
  auto const named = flux_by_name("dune_nd_fhc", neutrino::anti_nu_mu).spectrum;
  CHECK(typed.integral() == named.integral());
  CHECK(typed.mean_energy() == named.mean_energy());
  for (double const energy : {0.0, 0.3, 2.5, 17.1, 125.25, 126.0})
    CHECK(typed.density(energy) == named.density(energy));

  CHECK(ccfr_numu{}.density(75) ==
        Approx(0.091965158757675192 / 10).epsilon(1e-15)); // bin 70 to 80 of the CSV
  CHECK(ccfr_numu{}.density(75) == flux_by_name("ccfr_numu", neutrino::nu_mu).spectrum.density(75));
}

TEST_CASE("the numbers of the reference generator's menu") {
  CHECK(find_flux(2).name == "dune_cdr_reference_numu");
  CHECK(find_flux(3).name == "dune_cdr_optimized_numu");
  CHECK(find_flux(4).name == "dune_tdr_numu");
  CHECK(find_flux(5).name == "dune_cdr_reference_anti_numu");
  CHECK(find_flux(6).name == "dune_cdr_optimized_anti_numu");
  CHECK(find_flux(7).name == "dune_tdr_anti_numu");
  CHECK(find_flux(8).name == "ccfr_numu");
  CHECK_THROWS_WITH(find_flux(0), "flux number 0 is not known: allowed are 2 to 8");
  CHECK_THROWS_WITH(find_flux(9), "flux number 9 is not known: allowed are 2 to 8");
}

TEST_CASE("a shape serves for another flavour, and says so") {
  auto const flux = flux_by_name("dune_tdr_numu", neutrino::anti_nu_e);
  CHECK(flux.note == "flux dune_tdr_numu is the spectrum of nu_mu, used here as the shape for anti-nu_e");
  CHECK(flux.spectrum.integral() == Approx(1));
  CHECK(flux.spectrum.flavour() == neutrino::anti_nu_e);
}

TEST_CASE("spectra that do not exist are refused with those that do") {
  CHECK_THROWS_WITH(find_flux("dune"),
                    Catch::Matchers::StartsWith("flux \"dune\" is not known: allowed are dune_cdr_"));
  CHECK_THROWS_WITH(flux_by_name("ship", neutrino::nu_tau),
                    "flux ship has no nu_tau: it has nu_e, nu_mu, anti-nu_e, anti-nu_mu");
  CHECK_THROWS_WITH(flux_by_name("minos_nd_fhc", neutrino::nu_e),
                    "flux minos_nd_fhc has no nu_e: it has nu_mu, anti-nu_mu");
}
