// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/closest.hpp>
#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/flux/catalogue.hpp>
#include <trident/flux/muon_decay_beam.hpp>
#include <trident/flux/spectrum_models.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/target/materials.hpp>

namespace trident {

/// Where a spectrum comes from.
enum class spectrum_origin {
  data,      ///< of the experiment, in the tables
  computed,  ///< from first principles
  model,     ///< a stand-in: published mean energy and stated shape, or another experiment's spectrum
  digitised, ///< of the experiment, read off a published figure, in the tables
};

/// A setting of the beam.
struct detector_mode {
  std::string_view name;
  spectrum_origin origin;
  std::string_view spectrum; ///< what it is
  std::vector<beam_component> (*beam)();
};

/// A detector with its exposure. Figures of `source` marked "as quoted" are those in common use; they were not checked
/// against the paper itself.
struct detector {
  std::string_view name;
  std::string_view description;
  double mass_tonnes;
  std::string_view material;
  double exposure;                ///< in `exposure_unit`
  std::string_view exposure_unit; ///< "POT", "fb^-1", "" where the spectrum says it all
  std::string_view source;
  std::span<detector_mode const> modes; ///< the default first
  /// The active volume: x, y and z around the middle of its face, z along the beam [cm].
  std::array<std::array<double, 2>, 3> box = {};
  std::string_view box_source = {}; ///< "model: ..." where it is not published
};

namespace detail {

/// A box of that width, height and length [cm], its face centred on the axis.
constexpr std::array<std::array<double, 2>, 3> box_of(double width, double height, double length) {
  return {{{-width / 2, width / 2}, {-height / 2, height / 2}, {0, length}}};
}

} // namespace detail

namespace detail {

/// All flavours of a spectrum in the tables that it has any of, each times `factor`.
inline std::vector<beam_component> beam_of(std::string_view name, double factor = 1) {
  std::vector<beam_component> beam;
  auto const& entry = find_flux(name);
  for (auto const flavour : entry.flavours) {
    auto const spectrum = flux_for(entry, flavour).spectrum;
    beam.push_back({flavour, with_integral(spectrum, factor * spectrum.integral(), entry.normalisation)});
  }
  return beam;
}

/// nu_mu of a model spectrum per m^2 and proton.
inline std::vector<beam_component> model_beam(double mean, double k, double integral) {
  return {{neutrino::nu_mu,
           model_spectrum(mean, k, integral, flux_normalisation::per_area_and_proton, neutrino::nu_mu)}};
}

/// On the axis of T2K: all flavours with the shape of nu_mu, 92.5 % nu_mu, 5.8 % anti-nu_mu, 1.5 % nu_e, 0.2 % anti-nu_e
/// [arXiv:1807.10973 as quoted].
inline std::vector<beam_component> ingrid_beam() {
  std::vector<beam_component> beam;
  for (auto const& [flavour, share] :
       {std::pair{neutrino::nu_mu, 0.925}, std::pair{neutrino::anti_nu_mu, 0.058},
        std::pair{neutrino::nu_e, 0.015}, std::pair{neutrino::anti_nu_e, 0.002}})
    beam.push_back({flavour, model_spectrum(1.51, 3, 4.97e-4 * share / 0.925,
                                            flux_normalisation::per_area_and_proton, flavour)});
  return beam;
}

/// As many neutrinos as make 1e6 charged-current events of nu_mu.
inline std::vector<beam_component> million_events(histogram_flux const& shape, double tonnes) {
  return {{neutrino::nu_mu, with_charged_current_events(shape, 1e6, tonnes)}};
}

inline std::vector<beam_component> nustorm_beam() {
  muon_decay_ring const ring{
      .decays_per_proton = 1.9e-3}; // as quoted from arXiv:1308.6822: 1.9e18 useful decays for 1e21 protons
  return {{neutrino::nu_e, muon_decay_flux(ring, muon_decay_neutrino::electron)},
          {neutrino::anti_nu_mu, muon_decay_flux(ring, muon_decay_neutrino::muon)}};
}

/// Of the Booster neutrino beam, from MiniBooNE's place at 541 m.
// [PHYS:flux.inverse_square]
constexpr double inverse_square(double metres) { return 541.0 * 541.0 / (metres * metres); }

inline constexpr std::array<detector_mode, 4> dune_modes = {
    {{"fhc", spectrum_origin::data, "dune_nd_fhc", [] { return beam_of("dune_nd_fhc"); }},
     {"rhc", spectrum_origin::data, "dune_nd_rhc", [] { return beam_of("dune_nd_rhc"); }},
     {"tau-fhc", spectrum_origin::data, "dune_nd_tau_optimized_fhc",
      [] { return beam_of("dune_nd_tau_optimized_fhc"); }},
     {"tau-rhc", spectrum_origin::data, "dune_nd_tau_optimized_rhc",
      [] { return beam_of("dune_nd_tau_optimized_rhc"); }}}};
inline constexpr std::array<detector_mode, 1> sbnd_modes = {
    {{"fhc", spectrum_origin::data, "sbnd_fhc", [] { return beam_of("sbnd_fhc"); }}}};
inline constexpr std::array<detector_mode, 1> microboone_modes = {
    {{"fhc", spectrum_origin::model, "miniboone_fhc at 541 m, times (541/470)^2 (point source)",
      [] { return beam_of("miniboone_fhc", inverse_square(470)); }}}};
inline constexpr std::array<detector_mode, 1> icarus_modes = {
    {{"fhc", spectrum_origin::model, "miniboone_fhc at 541 m, times (541/600)^2 (point source)",
      [] { return beam_of("miniboone_fhc", inverse_square(600)); }}}};
inline constexpr std::array<detector_mode, 2> minerva_modes = {
    {{"fhc", spectrum_origin::model,
      "minos_plus_nd_fhc (muon flavour, up to 15 GeV), of the detector behind MINERvA in the same beam",
      [] { return beam_of("minos_plus_nd_fhc"); }},
     {"fhc-shape", spectrum_origin::model,
      "nu_mu alone, E^5 exp(-6 E/<E>), <E> = 6 GeV, 6.3e-4/m2/POT (NuMI medium energy as quoted; its "
      "integral within about 10 %)",
      [] { return model_beam(6, 6, 6.3e-4); }}}};
inline constexpr std::array<detector_mode, 2> minos_modes = {
    {{"fhc", spectrum_origin::digitised, "minos_nd_fhc (muon flavour, up to 15 GeV)",
      [] { return beam_of("minos_nd_fhc"); }},
     {"fhc-shape", spectrum_origin::model,
      "nu_mu alone, E^3 exp(-4 E/<E>), <E> = 3.5 GeV, 2.87e-4/m2/POT (NuMI low energy, arXiv:1607.00704 as "
      "quoted)",
      [] { return model_beam(3.5, 4, 2.87e-4); }}}};
inline constexpr std::array<detector_mode, 1> nova_modes = {
    {{"fhc", spectrum_origin::model,
      "nu_mu alone, E^5 exp(-6 E/<E>), <E> = 2.7 GeV, 1.23e-4/m2/POT (NuMI off axis, arXiv:1902.00558 as "
      "quoted)",
      [] { return model_beam(2.7, 6, 1.23e-4); }}}};
inline constexpr std::array<detector_mode, 3> ingrid_modes = {
    {{"fhc", spectrum_origin::digitised, "t2k_ingrid_fhc (up to 4 GeV)",
      [] { return beam_of("t2k_ingrid_fhc"); }},
     {"fhc-shape", spectrum_origin::model,
      "E^2 exp(-3 E/<E>), <E> = 1.51 GeV, nu_mu 4.97e-4/m2/POT (on axis, arXiv:1407.4256 as quoted), 7.5 % "
      "other flavours",
      ingrid_beam},
     {"nd280", spectrum_origin::model, "t2k_nd280_fhc, off axis, which INGRID is not",
      [] { return beam_of("t2k_nd280_fhc"); }}}};
inline constexpr std::array<detector_mode, 1> nustorm_modes = {
    {{"mu+", spectrum_origin::computed,
      "decay of mu+ of 3.8 GeV +- 10 % along 180 m, seen 50 m from its end on a face of 2.5 m radius; 1.9e-3 "
      "decays per POT",
      nustorm_beam}}};
inline constexpr std::array<detector_mode, 1> ship_modes = {
    {{"beam-dump", spectrum_origin::data, "ship", [] { return beam_of("ship"); }}}};
inline constexpr std::array<detector_mode, 1> fasernu_modes = {
    {{"collider", spectrum_origin::data, "fasernu", [] { return beam_of("fasernu"); }}}};
inline constexpr std::array<detector_mode, 1> charm2_modes = {
    {{"wide-band", spectrum_origin::model,
      "nu_mu alone, E^2 exp(-3 E/<E>), <E> = 20 GeV, for 1e6 charged-current events", [] {
        return million_events(model_spectrum(20, 3, 1, flux_normalisation::shape, neutrino::nu_mu), 692);
      }}}};
inline constexpr std::array<detector_mode, 1> ccfr_modes = {
    {{"quadrupole", spectrum_origin::data, "ccfr_numu, for 1e6 charged-current events",
      [] { return million_events(flux_by_name("ccfr_numu", neutrino::nu_mu).spectrum, 690); }}}};
inline constexpr std::array<detector_mode, 1> nutev_modes = {
    {{"sign-selected", spectrum_origin::model,
      "ccfr_numu in place of the sign-selected beam, for 1e6 charged-current events",
      [] { return million_events(flux_by_name("ccfr_numu", neutrino::nu_mu).spectrum, 690); }}}};

} // namespace detail

/// The detectors that a user can name.
inline constexpr std::array<detector, 15> all_detectors = {{
    {"dune-nd", "DUNE near detector, fiducial", 67, "LAr", 3.3e21, "POT", "arXiv:2406.20067",
     detail::dune_modes, detail::box_of(600, 200, 400),
     "model: 48 m3 of argon, which 67 t are, in the middle of 7 x 3 x 5 m3"},
    {"dune-nd-147t", "DUNE near detector, all argon", 147, "LAr", 3.3e21, "POT",
     "arXiv:2103.13910; exposure as arXiv:2406.20067", detail::dune_modes, detail::box_of(700, 300, 500),
     "arXiv:2103.13910 as quoted: 7 x 3 x 5 m3"},
    {"sbnd", "SBND", 112, "LAr", 6.6e20, "POT", "arXiv:1807.10973", detail::sbnd_modes,
     detail::box_of(400, 400, 500), "arXiv:1503.01520 as quoted: 4 x 4 x 5 m3"},
    {"microboone", "MicroBooNE", 89, "LAr", 1.32e21, "POT", "arXiv:1503.01520 as quoted",
     detail::microboone_modes, detail::box_of(256, 233, 1037), "arXiv:1612.05824 as quoted"},
    {"icarus", "ICARUS", 476, "LAr", 6.6e20, "POT", "arXiv:1503.01520 as quoted", detail::icarus_modes,
     detail::box_of(600, 316, 1795),
     "model: the two modules of 3.0 x 3.16 x 17.95 m3 side by side, without the gap"},
    {"minerva", "MINERvA", 7.98, "minerva", 12e20, "POT", "arXiv:1807.10973", detail::minerva_modes,
     detail::box_of(165, 165, 135),
     "model: 2.2 g/cm3 in a square of the area of the fiducial hexagon, apothem 0.89 m"},
    {"minos", "MINOS near detector", 28.6, "minos", 10.56e20, "POT", "arXiv:1807.10973", detail::minos_modes,
     detail::box_of(177, 177, 400), "model: a square of the area of the fiducial circle of 1 m radius"},
    {"nova", "NOvA near detector", 193, "nova", 8.09e20, "POT", "arXiv:2109.12220 as quoted",
     detail::nova_modes, detail::box_of(380, 380, 1267),
     "model: the active cross section, and a length of about 1 g/cm3"},
    {"ingrid", "T2K INGRID", 99.4, "iron", 3.9e21, "POT", "arXiv:1807.10973", detail::ingrid_modes,
     detail::box_of(124, 124, 90), "model: one of the 14 modules"},
    {"nustorm", "nuSTORM near detector", 100, "LAr", 1e21, "POT",
     "arXiv:1807.10973; arXiv:1308.6822 as quoted", detail::nustorm_modes, detail::box_of(443, 443, 364),
     "model: 71.6 m3 of argon behind a square of the area of a disk of 2.5 m radius"},
    {"ship", "SHiP scattering and neutrino detector", 8, "tungsten", 2e20, "POT", "arXiv:2406.20067",
     detail::ship_modes, detail::box_of(40, 40, 259), "model: solid tungsten of 0.4 x 0.4 m2"},
    {"fasernu", "FASERnu, LHC Run 3", 1.1, "tungsten", 150, "fb^-1", "arXiv:2105.08270 as quoted",
     detail::fasernu_modes, detail::box_of(25, 25, 91),
     "model: solid tungsten of the 0.25 x 0.25 m2 of its spectrum"},
    {"charm2", "CHARM II", 692, "SiO2", 1, "", "Phys. Lett. B 245 (1990) 271 as quoted", detail::charm2_modes,
     detail::box_of(370, 370, 3560), "as quoted: 420 modules of 3.7 x 3.7 m2"},
    {"ccfr", "CCFR", 690, "steel", 1, "", "PRL 66 (1991) 3117 as quoted", detail::ccfr_modes,
     detail::box_of(300, 300, 1770), "as quoted: 3 x 3 m2, 17.7 m of steel and counters"},
    {"nutev", "NuTeV", 690, "steel", 1, "", "Phys. Rev. D 61 (2000) 092001 as quoted", detail::nutev_modes,
     detail::box_of(300, 300, 1770), "as quoted: 3 x 3 m2, 17.7 m of steel and counters"},
}};

inline std::vector<std::string> detector_names() {
  std::vector<std::string> names;
  for (auto const& one : all_detectors) names.emplace_back(one.name);
  return names;
}

/// By name; throws input_error with the closest name.
inline detector const& find_detector(std::string_view name) {
  if (auto const* const found = trident::detail::find_named(all_detectors, name, &detector::name))
    return *found;
  auto const names = detector_names();
  throw input_error("detector \"" + std::string(name) + "\" is not known: the closest is " +
                    registry::closest(name, names, 1).front() + "; allowed are " +
                    trident::detail::joined(names));
}

/// A mode of a detector by name; throws input_error that lists what there is.
inline detector_mode const& find_mode(detector const& one, std::string_view name) {
  if (auto const* const found = trident::detail::find_named(one.modes, name, &detector_mode::name))
    return *found;
  throw input_error("mode \"" + std::string(name) + "\" is not one of detector " + std::string(one.name) +
                    ": allowed are " + trident::detail::joined(one.modes, &detector_mode::name));
}

/// The detector in its beam.
inline exposed_target expose(detector const& one, detector_mode const& mode) {
  return {*registry::find_material(one.material), one.mass_tonnes, one.exposure, mode.beam()};
}

constexpr std::string_view text(spectrum_origin origin) {
  constexpr std::array<std::string_view, 4> names = {"data", "computed", "model", "digitised"};
  return names[static_cast<std::size_t>(origin)];
}

} // namespace trident
