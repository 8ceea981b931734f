// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_detectors.cpp from tables/detectors/*.csv; do not edit.
#pragma once

// clang-format off

#include <array>

#include <trident/rates/detector.hpp>
#include <trident/rates/detector_beams.hpp>

namespace trident {

namespace detail {

inline constexpr std::array<detector_mode, 4> dune_modes = {{
    {"fhc", spectrum_origin::data,
     "dune_nd_fhc",
     [] { return beam_of("dune_nd_fhc"); }},
    {"rhc", spectrum_origin::data,
     "dune_nd_rhc",
     [] { return beam_of("dune_nd_rhc"); }},
    {"tau-fhc", spectrum_origin::data,
     "dune_nd_tau_optimized_fhc",
     [] { return beam_of("dune_nd_tau_optimized_fhc"); }},
    {"tau-rhc", spectrum_origin::data,
     "dune_nd_tau_optimized_rhc",
     [] { return beam_of("dune_nd_tau_optimized_rhc"); }}}};
inline constexpr std::array<detector_mode, 1> sbnd_modes = {{
    {"fhc", spectrum_origin::data,
     "sbnd_fhc",
     [] { return beam_of("sbnd_fhc"); }}}};
inline constexpr std::array<detector_mode, 2> microboone_modes = {{
    {"fhc", spectrum_origin::data,
     "microboone_bnb, averaged over the active volume",
     [] { return beam_of("microboone_bnb"); }},
    {"fhc-scaled", spectrum_origin::model,
     "miniboone_fhc at 541 m, times (541/470)^2 (point source)",
     [] { return beam_of("miniboone_fhc", inverse_square(470)); }}}};
inline constexpr std::array<detector_mode, 2> icarus_modes = {{
    {"fhc", spectrum_origin::data,
     "icarus_bnb; the 110 m of its header cannot be: it is microboone_bnb times (470/600)^2 to 5 %",
     [] { return beam_of("icarus_bnb"); }},
    {"fhc-scaled", spectrum_origin::model,
     "miniboone_fhc at 541 m, times (541/600)^2 (point source)",
     [] { return beam_of("miniboone_fhc", inverse_square(600)); }}}};
inline constexpr std::array<detector_mode, 2> minerva_modes = {{
    {"fhc", spectrum_origin::model,
     "minos_plus_nd_fhc (muon flavour, up to 15 GeV), of the detector behind MINERvA in the same beam",
     [] { return beam_of("minos_plus_nd_fhc"); }},
    {"fhc-shape", spectrum_origin::model,
     "nu_mu alone, E^5 exp(-6 E/<E>), <E> = 6 GeV, 6.3e-4/m2/POT (NuMI medium energy as quoted; its integral within about 10 %)",
     [] { return model_beam(6, 6, 6.3e-4); }}}};
inline constexpr std::array<detector_mode, 2> minos_modes = {{
    {"fhc", spectrum_origin::digitised,
     "minos_nd_fhc (muon flavour, up to 15 GeV)",
     [] { return beam_of("minos_nd_fhc"); }},
    {"fhc-shape", spectrum_origin::model,
     "nu_mu alone, E^3 exp(-4 E/<E>), <E> = 3.5 GeV, 2.87e-4/m2/POT (NuMI low energy, arXiv:1607.00704 as quoted)",
     [] { return model_beam(3.5, 4, 2.87e-4); }}}};
inline constexpr std::array<detector_mode, 2> nova_modes = {{
    {"fhc", spectrum_origin::data,
     "nova_fhc (nu_mu alone)",
     [] { return beam_of("nova_fhc"); }},
    {"fhc-shape", spectrum_origin::model,
     "nu_mu alone, E^5 exp(-6 E/<E>), <E> = 2.7 GeV, 1.23e-4/m2/POT (NuMI off axis, arXiv:1902.00558 as quoted)",
     [] { return model_beam(2.7, 6, 1.23e-4); }}}};
inline constexpr std::array<detector_mode, 4> ingrid_modes = {{
    {"fhc", spectrum_origin::digitised,
     "t2k_ingrid_fhc (up to 4 GeV)",
     [] { return beam_of("t2k_ingrid_fhc"); }},
    {"fhc-shape", spectrum_origin::model,
     "E^2 exp(-3 E/<E>), <E> = 1.51 GeV, nu_mu 4.97e-4/m2/POT (on axis, arXiv:1407.4256 as quoted), 7.5 % other flavours",
     [] { return ingrid_beam(); }},
    {"nd280", spectrum_origin::model,
     "t2k_nd280_fhc_2016, off axis, which INGRID is not",
     [] { return beam_of("t2k_nd280_fhc_2016"); }},
    {"nd280-2013", spectrum_origin::model,
     "t2k_nd280_fhc, off axis, which INGRID is not",
     [] { return beam_of("t2k_nd280_fhc"); }}}};
inline constexpr std::array<detector_mode, 2> nustorm_modes = {{
    {"mu+", spectrum_origin::computed,
     "decay of mu+ of 3.8 GeV +- 10 % along 180 m, seen 50 m from its end on a face of 2.5 m radius; 1.9e-3 decays per POT",
     [] { return nustorm_beam(+1); }},
    {"mu-", spectrum_origin::computed,
     "the same of mu-",
     [] { return nustorm_beam(-1); }}}};
inline constexpr std::array<detector_mode, 1> ship_modes = {{
    {"beam-dump", spectrum_origin::data,
     "ship",
     [] { return beam_of("ship"); }}}};
inline constexpr std::array<detector_mode, 1> fasernu_modes = {{
    {"collider", spectrum_origin::data,
     "fasernu",
     [] { return beam_of("fasernu"); }}}};
inline constexpr std::array<detector_mode, 1> charm2_modes = {{
    {"wide-band", spectrum_origin::model,
     "nu_mu alone, E^2 exp(-3 E/<E>), <E> = 20 GeV, for 1e6 charged-current events",
     [] { return beam_for_events(model_spectrum(20, 3, 1, flux_normalisation::shape, neutrino::nu_mu), 1e6, 692); }}}};
inline constexpr std::array<detector_mode, 1> ccfr_modes = {{
    {"quadrupole", spectrum_origin::data,
     "ccfr_numu, for 1e6 charged-current events",
     [] { return beam_for_events(flux_by_name("ccfr_numu", neutrino::nu_mu).spectrum, 1e6, 690); }}}};
inline constexpr std::array<detector_mode, 1> nutev_modes = {{
    {"sign-selected", spectrum_origin::model,
     "ccfr_numu in place of the sign-selected beam, for 1e6 charged-current events",
     [] { return beam_for_events(flux_by_name("ccfr_numu", neutrino::nu_mu).spectrum, 1e6, 690); }}}};
inline constexpr std::array<detector_mode, 2> nd280_modes = {{
    {"fhc", spectrum_origin::data,
     "t2k_nd280_fhc_2016",
     [] { return beam_of("t2k_nd280_fhc_2016"); }},
    {"fhc-2013", spectrum_origin::data,
     "t2k_nd280_fhc",
     [] { return beam_of("t2k_nd280_fhc"); }}}};
inline constexpr std::array<detector_mode, 1> fasernu2_modes = {{
    {"collider", spectrum_origin::data,
     "fasernu2",
     [] { return beam_of("fasernu2"); }}}};
inline constexpr std::array<detector_mode, 1> flare_modes = {{
    {"collider", spectrum_origin::data,
     "flare",
     [] { return beam_of("flare"); }}}};
inline constexpr std::array<detector_mode, 1> sndlhc_modes = {{
    {"collider", spectrum_origin::data,
     "sndlhc",
     [] { return beam_of("sndlhc"); }}}};
inline constexpr std::array<detector_mode, 1> advsnd_modes = {{
    {"collider", spectrum_origin::model,
     "the flux between a square of 0.5 m and one of 1 m around the axis, from flare and fasernu2: AdvSND, from 0.1 to 0.7 m off the axis, lies partly there",
     [] { return frame_beam("flare", 1, "fasernu2", 0.5); }}}};
inline constexpr std::array<detector_mode, 4> atmosphere_modes = {{
    {"all", spectrum_origin::data,
     "atmospheric, from the whole sky, up to 10 TeV",
     [] { return beam_of("atmospheric"); }},
    {"down", spectrum_origin::data,
     "atmospheric_down, cos zenith above 0.5",
     [] { return beam_of("atmospheric_down"); }},
    {"horizontal", spectrum_origin::data,
     "atmospheric_horizontal, cos zenith from -0.5 to 0.5",
     [] { return beam_of("atmospheric_horizontal"); }},
    {"up", spectrum_origin::data,
     "atmospheric_up, cos zenith under -0.5",
     [] { return beam_of("atmospheric_up"); }}}};
inline constexpr std::array<detector_mode, 6> icecube_modes = {{
    {"1-50TeV", spectrum_origin::model,
     "atmospheric from 1 to 50 TeV of neutrino energy: to 10 TeV as published, beyond by the power of its last decade (nu_mu E^-3.38), without the knee and without absorption in the Earth",
     [] { return beam_within("atmospheric", 1e3, 5e4); }},
    {"1-10TeV", spectrum_origin::data,
     "atmospheric from 1 to 10 TeV of neutrino energy, where it ends",
     [] { return beam_within("atmospheric", 1e3, 1e4); }},
    {"all", spectrum_origin::data,
     "atmospheric, from 0.1 GeV to 10 TeV",
     [] { return beam_of("atmospheric"); }},
    {"down", spectrum_origin::data,
     "atmospheric_down, cos zenith above 0.5, up to 10 TeV",
     [] { return beam_of("atmospheric_down"); }},
    {"horizontal", spectrum_origin::data,
     "atmospheric_horizontal, cos zenith from -0.5 to 0.5, up to 10 TeV",
     [] { return beam_of("atmospheric_horizontal"); }},
    {"up", spectrum_origin::data,
     "atmospheric_up, cos zenith under -0.5, up to 10 TeV",
     [] { return beam_of("atmospheric_up"); }}}};

} // namespace detail

/// The detectors that a user can name.
inline constexpr std::array<detector, 23> all_detectors = {{
    {"dune-nd", "DUNE near detector, fiducial",
     67, "LAr", 3.3e21, "POT",
     "arXiv:2406.20067",
     detail::dune_modes, {{{-300, 300}, {-100, 100}, {0, 400}}},
     "model: 48 m3 of argon, which 67 t are, in the middle of 7 x 3 x 5 m3"},
    {"dune-nd-147t", "DUNE near detector, all argon",
     147, "LAr", 3.3e21, "POT",
     "arXiv:2103.13910; exposure as arXiv:2406.20067",
     detail::dune_modes, {{{-350, 350}, {-150, 150}, {0, 500}}},
     "arXiv:2103.13910 as quoted: 7 x 3 x 5 m3"},
    {"sbnd", "SBND",
     112, "LAr", 6.6e20, "POT",
     "arXiv:1807.10973",
     detail::sbnd_modes, {{{-200, 200}, {-200, 200}, {0, 500}}},
     "arXiv:1503.01520 as quoted: 4 x 4 x 5 m3"},
    {"microboone", "MicroBooNE",
     89, "LAr", 1.32e21, "POT",
     "arXiv:1503.01520 as quoted",
     detail::microboone_modes, {{{-128, 128}, {-116.5, 116.5}, {0, 1037}}},
     "arXiv:1612.05824 as quoted"},
    {"icarus", "ICARUS",
     476, "LAr", 6.6e20, "POT",
     "arXiv:1503.01520 as quoted",
     detail::icarus_modes, {{{-300, 300}, {-158, 158}, {0, 1795}}},
     "model: the two modules of 3.0 x 3.16 x 17.95 m3 side by side, without the gap"},
    {"minerva", "MINERvA",
     7.98, "minerva", 12e20, "POT",
     "arXiv:1807.10973",
     detail::minerva_modes, {{{-82.5, 82.5}, {-82.5, 82.5}, {0, 135}}},
     "model: 2.2 g/cm3 in a square of the area of the fiducial hexagon, apothem 0.89 m"},
    {"minos", "MINOS near detector",
     28.6, "minos", 10.56e20, "POT",
     "arXiv:1807.10973",
     detail::minos_modes, {{{-88.5, 88.5}, {-88.5, 88.5}, {0, 400}}},
     "model: a square of the area of the fiducial circle of 1 m radius"},
    {"nova", "NOvA near detector",
     193, "nova", 8.09e20, "POT",
     "arXiv:2109.12220 as quoted",
     detail::nova_modes, {{{-190, 190}, {-190, 190}, {0, 1267}}},
     "model: the active cross section, and a length of about 1 g/cm3"},
    {"ingrid", "T2K INGRID",
     99.4, "iron", 3.9e21, "POT",
     "arXiv:1807.10973",
     detail::ingrid_modes, {{{-62, 62}, {-62, 62}, {0, 90}}},
     "model: one of the 14 modules"},
    {"nustorm", "nuSTORM near detector",
     100, "LAr", 1e21, "POT",
     "arXiv:1807.10973; arXiv:1308.6822 as quoted",
     detail::nustorm_modes, {{{-221.5, 221.5}, {-221.5, 221.5}, {0, 364}}},
     "model: 71.6 m3 of argon behind a square of the area of a disk of 2.5 m radius"},
    {"ship", "SHiP scattering and neutrino detector",
     8, "tungsten", 2e20, "POT",
     "arXiv:2406.20067",
     detail::ship_modes, {{{-20, 20}, {-20, 20}, {0, 259}}},
     "model: solid tungsten of 0.4 x 0.4 m2"},
    {"fasernu", "FASERnu, LHC Run 3",
     1.1, "tungsten", 150, "fb^-1",
     "arXiv:2105.08270 as quoted",
     detail::fasernu_modes, {{{-12.5, 12.5}, {-12.5, 12.5}, {0, 91}}},
     "model: solid tungsten of the 0.25 x 0.25 m2 of its spectrum"},
    {"charm2", "CHARM II",
     692, "SiO2", 1, "",
     "Phys. Lett. B 245 (1990) 271 as quoted",
     detail::charm2_modes, {{{-185, 185}, {-185, 185}, {0, 3560}}},
     "as quoted: 420 modules of 3.7 x 3.7 m2"},
    {"ccfr", "CCFR",
     690, "steel", 1, "",
     "PRL 66 (1991) 3117 as quoted",
     detail::ccfr_modes, {{{-150, 150}, {-150, 150}, {0, 1770}}},
     "as quoted: 3 x 3 m2, 17.7 m of steel and counters"},
    {"nutev", "NuTeV",
     690, "steel", 1, "",
     "Phys. Rev. D 61 (2000) 092001 as quoted",
     detail::nutev_modes, {{{-150, 150}, {-150, 150}, {0, 1770}}},
     "as quoted: 3 x 3 m2, 17.7 m of steel and counters"},
    {"nd280", "T2K ND280, first fine-grained detector, fiducial",
     0.92, "CH", 3.9e21, "POT",
     "arXiv:1302.4908 as quoted; exposure as that of INGRID in arXiv:1807.10973",
     detail::nd280_modes, {{{-87.5, 87.5}, {-87, 87}, {0, 29}}},
     "model: the fiducial volume as quoted, rounded"},
    {"fasernu2", "FASERnu2, HL-LHC",
     20, "tungsten", 3000, "fb^-1",
     "arXiv:2105.08270 as quoted; its public numbers of events are for 10 t",
     detail::fasernu2_modes, {{{-25, 25}, {-25, 25}, {0, 415}}},
     "model: solid tungsten of the 0.5 x 0.5 m2 of its spectrum"},
    {"flare", "FLArE, HL-LHC",
     10, "LAr", 3000, "fb^-1",
     "arXiv:2105.08270 as quoted",
     detail::flare_modes, {{{-50, 50}, {-50, 50}, {0, 700}}},
     "arXiv:2109.10905 as quoted: 1 x 1 x 7 m3"},
    {"sndlhc", "SND@LHC, LHC Run 3",
     0.8, "tungsten", 150, "fb^-1",
     "arXiv:2105.08270 as quoted",
     detail::sndlhc_modes, {{{8, 47}, {15.5, 54.5}, {0, 27}}},
     "off the axis of the collisions, as quoted from arXiv:2105.08270; length: model, solid tungsten"},
    {"advsnd", "AdvSND, HL-LHC: geometry known, no public spectrum",
     2.1, "tungsten", 3000, "fb^-1",
     "mass from the box; exposure of the HL-LHC",
     detail::advsnd_modes, {{{10, 70}, {-30, 30}, {0, 30}}},
     "as quoted: x from 0.10 to 0.70 m, y from -0.30 to 0.30 m, 30 cm of tungsten"},
    {"hyper-k", "Hyper-Kamiokande, fiducial",
     1.87e5, "H2O", 3.15576e7, "s",
     "arXiv:1805.04163 as quoted: 187 kt; a year of live time",
     detail::atmosphere_modes, {{{-3140, 3140}, {-3140, 3140}, {0, 4740}}},
     "model: a square of the area of the fiducial circle"},
    {"mt-water", "a million tonnes of water, for counts per Mt and year",
     1e6, "H2O", 3.15576e7, "s",
     "a unit, not an experiment",
     detail::atmosphere_modes, {{{-5000, 5000}, {-5000, 5000}, {0, 10000}}},
     "model: a cube"},
    {"icecube", "IceCube: 1 km3 of ice, everything that happens in it",
     9.17e8, "H2O", 3.15576e7, "s",
     "model: 1 km3 of 0.917 g/cm3; a year of live time; no trigger, no selection",
     detail::icecube_modes, {{{-50000, 50000}, {-50000, 50000}, {0, 100000}}},
     "model: a cube of 1 km"}}};

} // namespace trident
