// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/flux/catalogue.hpp>
#include <trident/flux/stand_in_spectrum.hpp>
#include <trident/limits/ratio_measurement.hpp>

namespace trident::registry {

/// A measurement of sigma/sigma_SM of nu_mu -> nu_mu mu+ mu-, or one that is expected, with what it was made on.
struct trident_measurement {
  std::string_view name;
  ratio_measurement ratio;
  std::string_view target, regime;
  std::string_view flux;  ///< of the catalogue; empty: a stand-in of this mean and shape
  double mean_energy = 0; ///< [GeV]
  double shape = 0;
  std::string_view source;
  std::string_view remark; ///< what is assumed of the spectrum
};

/// The experiments selected pairs with little or no energy besides, so that the coherent cross section stands for theirs.
inline constexpr std::array<trident_measurement, 4> trident_measurements = {{
    {"CHARM-II",
     {1.58, 0.57, 0.57},
     "SiO2",
     "coherent",
     "",
     20,
     3,
     "Phys. Lett. B 245 (1990) 271",
     "the spectrum is a model: only the mean energy of about 20 GeV is published; 20 GeV for all neutrinos "
     "instead "
     "lowers the excluded couplings by 5 % at most"},
    {"CCFR", {0.82, 0.28, 0.28}, "Fe", "coherent", "ccfr_numu", 0, 0, "Phys. Rev. Lett. 66 (1991) 3117", ""},
    {"NuTeV",
     {0.72, 1.73, 0.72},
     "Fe",
     "coherent",
     "ccfr_numu",
     0,
     0,
     "Phys. Rev. D 61 (2000) 092001",
     "the spectrum of CCFR stands in for that of NuTeV, whose beam came from the same accelerator"},
    {"DUNE",
     {1, 0.25, 0.25},
     "Ar",
     "coherent",
     "dune_tdr_numu",
     0,
     0,
     "arXiv:1902.06765",
     "expected, not measured: the Standard Model, with an error that is assumed"},
}};

namespace detail {

/// Letters and digits, small: "CHARM II" and "charm-ii" are one name.
inline std::string bare(std::string_view name) {
  std::string text;
  for (char const c : name)
    if (trident::detail::is_letter(c) || trident::detail::is_digit(c)) text += trident::detail::lower_case(c);
  return text;
}

} // namespace detail

/// By name, whatever the case and the hyphens; throws input_error that lists the names.
inline trident_measurement const& find_measurement(std::string_view name) {
  for (auto const& one : trident_measurements)
    if (detail::bare(one.name) == detail::bare(name)) return one;
  throw input_error("measurement \"" + std::string(name) + "\" is not known: allowed are " +
                    trident::detail::joined(trident_measurements, &trident_measurement::name));
}

/// The spectrum of the measurement for muon neutrinos.
inline histogram_flux spectrum_of(trident_measurement const& one) {
  if (one.flux.empty())
    return stand_in_spectrum(std::string(one.name), one.mean_energy, one.shape, neutrino::nu_mu);
  return flux_by_name(one.flux, neutrino::nu_mu).spectrum;
}

} // namespace trident::registry
