// SPDX-License-Identifier: BSL-1.0
// Each named spectrum against numbers that its source, or another one of the same beam, states. What is wrong by a factor,
// or in another unit, or another beam, does not pass.
#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <vector>

#include <trident/flux/catalogue.hpp>
#include <trident/flux/spectrum_models.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

histogram_flux spectrum(std::string_view name, neutrino flavour) {
  return flux_by_name(name, flavour).spectrum;
}

double integral(histogram_flux const& flux) { return flux.integral(); }
double mean_energy(histogram_flux const& flux) { return flux.mean_energy(); }

/// Of events, if cross sections grow as the energy [GeV].
double mean_energy_of_events(histogram_flux const& flux) {
  double first = 0, second = 0;
  for (std::size_t i = 0; i < flux.densities().size(); ++i) {
    double const low = flux.edges()[i], high = flux.edges()[i + 1];
    first += flux.densities()[i] * (high * high - low * low) / 2;
    second += flux.densities()[i] * (high * high * high - low * low * low) / 3;
  }
  return second / first;
}

/// Charged-current events of so many tonnes, with sigma/E = 0.677e-38 cm^2/GeV, and half of that for antineutrinos.
double charged_current_events(histogram_flux const& flux, double tonnes, double exposure) {
  constexpr double nucleons_per_tonne = 6.02214076e29;
  bool const anti = pdg_code(*flux.flavour()) < 0;
  return tonnes * nucleons_per_tonne * exposure * flux.integral() * flux.mean_energy() *
         charged_current_slope * (anti ? 0.5 : 1);
}

double events_in_fasernu(histogram_flux const& flux) { return charged_current_events(flux, 1.2, 150); }
double events_in_sbnd(histogram_flux const& flux) { return charged_current_events(flux, 112, 6.6e20); }

struct published_number {
  std::string_view name;
  neutrino flavour;
  double (*quantity)(histogram_flux const&);
  double value;
  double tolerance; ///< relative
  std::string_view source;
};

std::vector<published_number> const published_of_spectra = {
    // The authors' own sums over their files, and the interactions that they publish for 1.2 t and 150 fb^-1; sigma/E is not
    // constant at such energies, and that of tau neutrinos is smaller.
    {"fasernu", neutrino::nu_e, integral, 2.3611e10, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::nu_mu, integral, 1.9388e11, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::nu_tau, integral, 6.8271e8, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::anti_nu_e, integral, 2.665e10, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::anti_nu_mu, integral, 1.5361e11, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::anti_nu_tau, integral, 6.8593e8, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::nu_mu, mean_energy, 311.6, 1e-3, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::nu_e, events_in_fasernu, 1230.6, 0.1, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::nu_mu, events_in_fasernu, 4452.5, 0.1, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::anti_nu_e, events_in_fasernu, 480.04, 0.1, "arXiv:2105.08270, public files"},
    {"fasernu", neutrino::anti_nu_mu, events_in_fasernu, 1329.8, 0.1, "arXiv:2105.08270, public files"},
    // The table of integrated fluxes; three digits.
    {"miniboone_fhc", neutrino::nu_mu, integral, 5.19e-6, 2e-3, "arXiv:0806.1449"},
    {"miniboone_fhc", neutrino::anti_nu_mu, integral, 3.26e-7, 2e-3, "arXiv:0806.1449"},
    {"miniboone_fhc", neutrino::nu_e, integral, 2.87e-8, 2e-3, "arXiv:0806.1449"},
    {"miniboone_fhc", neutrino::anti_nu_e, integral, 3.00e-9, 2e-3, "arXiv:0806.1449"},
    // At half the distance and less the decay pipe is no point: somewhat more than the square of the distances. Inclusive
    // charged-current events of the proposal; below 1 GeV sigma/E is up to 1.4 times that at high energies.
    {"sbnd_fhc", neutrino::nu_mu, events_in_sbnd, 5.2e6, 0.35, "arXiv:1503.01520"},
    // 1.04e-3/m^2/POT; the other mode, and the shapes below, are of the same beam.
    {"dune_nd_fhc", neutrino::nu_mu, integral, 1.04e-3, 0.015, "arXiv:1902.06765"},
    {"dune_nd_rhc", neutrino::anti_nu_mu, mean_energy, 2.442, 0.005,
     "dune_tdr_anti_numu, of another release"},
    {"dune_tdr_numu", neutrino::nu_mu, mean_energy, 2.679, 0.005, "dune_nd_fhc, of another release"},
    {"dune_tdr_anti_numu", neutrino::anti_nu_mu, mean_energy, 2.438, 0.005,
     "dune_nd_rhc, of another release"},
    // Of 160 GeV or so are the events that the trident measurement had.
    {"ccfr_numu", neutrino::nu_mu, mean_energy_of_events, 160, 0.1, "PRL 66 (1991) 3117 as quoted"},
    // "2.02e12 per cm^2" of 1.08e20 protons, and 0.85 GeV: of an earlier tuning.
    {"t2k_nd280_fhc", neutrino::nu_mu, integral, 2.02e16 / 1.08e20, 0.04, "arXiv:1302.4908"},
    {"t2k_nd280_fhc", neutrino::nu_mu, mean_energy, 0.85, 0.02, "arXiv:1302.4908"},
    // The table ends at 4 GeV.
    {"t2k_ingrid_fhc", neutrino::nu_mu, mean_energy, 1.51, 0.07, "arXiv:1407.4256"},
    {"t2k_ingrid_fhc", neutrino::nu_mu, integral, 4.97e-4, 0.12, "arXiv:1407.4256 as quoted"},
    // Of MINERvA, which stood before the MINOS near detector in the same beam.
    {"minos_nd_fhc", neutrino::nu_mu, integral, 2.87e-4, 0.07, "arXiv:1607.00704 as quoted"},
    {"minos_nd_fhc", neutrino::nu_mu, mean_energy, 3.5, 0.15, "arXiv:1607.00704 as quoted"},
    // As for fasernu.
    {"fasernu2", neutrino::nu_e, integral, 8.7517e+09, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu2", neutrino::nu_mu, integral, 8.4617e+10, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu2", neutrino::nu_tau, integral, 2.8633e+08, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu2", neutrino::anti_nu_e, integral, 1.1869e+10, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu2", neutrino::anti_nu_mu, integral, 6.2089e+10, 1e-4, "arXiv:2105.08270, public files"},
    {"fasernu2", neutrino::anti_nu_tau, integral, 2.868e+08, 1e-4, "arXiv:2105.08270, public files"},
    {"flare", neutrino::nu_e, integral, 5.7818e+09, 1e-4, "arXiv:2105.08270, public files"},
    {"flare", neutrino::nu_mu, integral, 5.7551e+10, 1e-4, "arXiv:2105.08270, public files"},
    {"flare", neutrino::nu_tau, integral, 2.6656e+08, 1e-4, "arXiv:2105.08270, public files"},
    {"flare", neutrino::anti_nu_e, integral, 6.9725e+09, 1e-4, "arXiv:2105.08270, public files"},
    {"flare", neutrino::anti_nu_mu, integral, 4.4854e+10, 1e-4, "arXiv:2105.08270, public files"},
    {"flare", neutrino::anti_nu_tau, integral, 2.6734e+08, 1e-4, "arXiv:2105.08270, public files"},
    {"sndlhc", neutrino::nu_e, integral, 9.4983e+09, 1e-4, "arXiv:2105.08270, public files"},
    {"sndlhc", neutrino::nu_mu, integral, 9.269e+10, 1e-4, "arXiv:2105.08270, public files"},
    {"sndlhc", neutrino::nu_tau, integral, 4.4743e+08, 1e-4, "arXiv:2105.08270, public files"},
    {"sndlhc", neutrino::anti_nu_e, integral, 9.9772e+09, 1e-4, "arXiv:2105.08270, public files"},
    {"sndlhc", neutrino::anti_nu_mu, integral, 7.939e+10, 1e-4, "arXiv:2105.08270, public files"},
    {"sndlhc", neutrino::anti_nu_tau, integral, 4.4865e+08, 1e-4, "arXiv:2105.08270, public files"},
    // The same beam from other distances, as from a point, and a stated mean energy.
    {"microboone_bnb", neutrino::nu_mu, integral, 5.19e-6 * (541.0 * 541) / (470.0 * 470), 0.08,
     "arXiv:0806.1449, of 541 m"},
    {"icarus_bnb", neutrino::nu_mu, integral, 5.19e-6 * (541.0 * 541) / (600.0 * 600), 0.03,
     "arXiv:0806.1449, of 541 m"},
    {"nova_fhc", neutrino::nu_mu, integral, 1.23e-4, 0.05, "arXiv:1902.00558 as quoted"},
    {"nova_fhc", neutrino::nu_mu, mean_energy, 2.7, 0.05, "arXiv:1902.00558 as quoted"},
    {"t2k_nd280_fhc_2016", neutrino::nu_mu, integral, 2.02e16 / 1.08e20, 0.04, "arXiv:1302.4908"},
    {"t2k_nd280_fhc_2016", neutrino::nu_mu, mean_energy, 0.85, 0.02, "arXiv:1302.4908"},
};

/// Of which no number was found: their descriptions or sources say so.
std::vector<std::string_view> const without_published_number = {"dune_cdr_reference_numu",
                                                                "dune_cdr_reference_anti_numu",
                                                                "dune_cdr_optimized_numu",
                                                                "dune_cdr_optimized_anti_numu",
                                                                "dune_nd_tau_optimized_fhc",
                                                                "dune_nd_tau_optimized_rhc",
                                                                "minos_plus_nd_fhc",
                                                                "ship",
                                                                "atmospheric",
                                                                "atmospheric_down",
                                                                "atmospheric_horizontal",
                                                                "atmospheric_up"};

} // namespace

TEST_CASE("named spectra agree with what is published of them") {
  for (auto const& one : published_of_spectra) {
    INFO(one.name << " " << text(one.flavour) << ", " << one.source);
    CHECK(std::abs(one.quantity(spectrum(one.name, one.flavour)) / one.value - 1) < one.tolerance);
  }
}

TEST_CASE("a spectrum without a published number says so") {
  for (auto const& entry : flux_catalogue) {
    INFO(entry.name);
    bool const has = std::any_of(published_of_spectra.begin(), published_of_spectra.end(),
                                 [&](auto const& one) { return one.name == entry.name; });
    auto const& none = without_published_number;
    bool const lacks = std::find(none.begin(), none.end(), entry.name) != none.end();
    CHECK(has != lacks);
    auto const says = [](std::string_view words) { return words.find("to check it against") != words.npos; };
    bool const compared = entry.description.find("1.28 times what is quoted") != std::string_view::npos;
    CHECK(lacks == (says(entry.description) || says(entry.source) || compared));
  }
  // What is known of MINOS+: 6.3e-4/m^2/POT and 6 GeV are quoted for MINERvA in the medium-energy beam.
  auto const flux = spectrum("minos_plus_nd_fhc", neutrino::nu_mu);
  CHECK(flux.integral() / 6.3e-4 == Approx(1.285).epsilon(0.01));
  CHECK(flux.mean_energy() == Approx(6).epsilon(0.03));
}
