// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <trident/physics/neutrino.hpp>

namespace trident_test {

/// Integral [the unit of the spectrum] and mean energy [GeV] of a built-in spectrum, summed from the files of its authors as its
/// header names them: per bin where they give bins, in ln E by Simpson's rule where they give points (atmospheric). Those of MINOS, MINOS+ and
/// INGRID, which were read off figures, are what their digitised files held when they came.
struct spectrum_reference {
  std::string_view name;
  trident::neutrino flavour;
  double integral, mean;
};

// clang-format off
inline constexpr spectrum_reference spectrum_references[] = {
    {"ccfr_numu", trident::neutrino::nu_mu, 1, 98.3671},
    {"dune_cdr_optimized_anti_numu", trident::neutrino::anti_nu_mu, 1, 2.34454},
    {"dune_cdr_optimized_numu", trident::neutrino::nu_mu, 1, 2.44308},
    {"dune_cdr_reference_anti_numu", trident::neutrino::anti_nu_mu, 1, 2.986},
    {"dune_cdr_reference_numu", trident::neutrino::nu_mu, 1, 3.12199},
    {"dune_nd_fhc", trident::neutrino::nu_e, 1.08732e-05, 4.03583},
    {"dune_nd_fhc", trident::neutrino::nu_mu, 0.00104894, 2.67934},
    {"dune_nd_fhc", trident::neutrino::anti_nu_e, 2.37541e-06, 6.48539},
    {"dune_nd_fhc", trident::neutrino::anti_nu_mu, 7.77536e-05, 3.86275},
    {"dune_nd_rhc", trident::neutrino::nu_e, 2.97954e-06, 7.26437},
    {"dune_nd_rhc", trident::neutrino::nu_mu, 9.27551e-05, 5.22231},
    {"dune_nd_rhc", trident::neutrino::anti_nu_e, 8.96898e-06, 3.72812},
    {"dune_nd_rhc", trident::neutrino::anti_nu_mu, 0.000944236, 2.43765},
    {"dune_nd_tau_optimized_fhc", trident::neutrino::nu_e, 8.87033e-06, 8.42186},
    {"dune_nd_tau_optimized_fhc", trident::neutrino::nu_mu, 0.00115299, 6.30606},
    {"dune_nd_tau_optimized_fhc", trident::neutrino::anti_nu_e, 2.10843e-06, 7.53057},
    {"dune_nd_tau_optimized_fhc", trident::neutrino::anti_nu_mu, 5.59035e-05, 4.65813},
    {"dune_nd_tau_optimized_rhc", trident::neutrino::nu_e, 2.55144e-06, 7.9529},
    {"dune_nd_tau_optimized_rhc", trident::neutrino::nu_mu, 6.82807e-05, 6.25415},
    {"dune_nd_tau_optimized_rhc", trident::neutrino::anti_nu_e, 5.86015e-06, 7.25914},
    {"dune_nd_tau_optimized_rhc", trident::neutrino::anti_nu_mu, 0.000930956, 5.70873},
    {"dune_tdr_anti_numu", trident::neutrino::anti_nu_mu, 1, 2.44214},
    {"dune_tdr_numu", trident::neutrino::nu_mu, 1, 2.68309},
    {"fasernu", trident::neutrino::nu_e, 2.36112e+10, 732.764},
    {"fasernu", trident::neutrino::nu_mu, 1.93876e+11, 311.585},
    {"fasernu", trident::neutrino::nu_tau, 6.82707e+08, 599.929},
    {"fasernu", trident::neutrino::anti_nu_e, 2.66502e+10, 521.505},
    {"fasernu", trident::neutrino::anti_nu_mu, 1.53607e+11, 250.369},
    {"fasernu", trident::neutrino::anti_nu_tau, 6.85935e+08, 594.909},
    {"miniboone_fhc", trident::neutrino::nu_e, 2.86907e-08, 0.957546},
    {"miniboone_fhc", trident::neutrino::nu_mu, 5.19358e-06, 0.808201},
    {"miniboone_fhc", trident::neutrino::anti_nu_e, 2.99849e-09, 0.97129},
    {"miniboone_fhc", trident::neutrino::anti_nu_mu, 3.26002e-07, 0.461298},
    {"sbnd_fhc", trident::neutrino::nu_e, 9.59106e-07, 0.873764},
    {"sbnd_fhc", trident::neutrino::nu_mu, 0.000161487, 0.74442},
    {"sbnd_fhc", trident::neutrino::anti_nu_e, 1.00051e-07, 0.868378},
    {"sbnd_fhc", trident::neutrino::anti_nu_mu, 1.20539e-05, 0.391857},
    {"ship", trident::neutrino::nu_e, 0.000131304, 30.101},
    {"ship", trident::neutrino::nu_mu, 0.00150466, 8.3728},
    {"ship", trident::neutrino::anti_nu_e, 9.72444e-05, 22.22},
    {"ship", trident::neutrino::anti_nu_mu, 0.00121985, 6.80183},
    {"t2k_nd280_fhc", trident::neutrino::nu_e, 2.29619e-06, 1.34164},
    {"t2k_nd280_fhc", trident::neutrino::nu_mu, 0.00019214, 0.855795},
    {"t2k_nd280_fhc", trident::neutrino::anti_nu_e, 3.10621e-07, 1.92835},
    {"t2k_nd280_fhc", trident::neutrino::anti_nu_mu, 1.21279e-05, 1.00588},
    {"fasernu2", trident::neutrino::nu_e, 8.75165e+09, 449.136},
    {"fasernu2", trident::neutrino::nu_mu, 8.46165e+10, 306.109},
    {"fasernu2", trident::neutrino::nu_tau, 2.86331e+08, 351.859},
    {"fasernu2", trident::neutrino::anti_nu_e, 1.18686e+10, 376.913},
    {"fasernu2", trident::neutrino::anti_nu_mu, 6.20889e+10, 232.866},
    {"fasernu2", trident::neutrino::anti_nu_tau, 2.86802e+08, 394.201},
    {"flare", trident::neutrino::nu_e, 5.78182e+09, 356.193},
    {"flare", trident::neutrino::nu_mu, 5.75507e+10, 234.192},
    {"flare", trident::neutrino::nu_tau, 2.66564e+08, 331.365},
    {"flare", trident::neutrino::anti_nu_e, 6.97251e+09, 311.03},
    {"flare", trident::neutrino::anti_nu_mu, 4.48539e+10, 183.406},
    {"flare", trident::neutrino::anti_nu_tau, 2.67337e+08, 364.794},
    {"sndlhc", trident::neutrino::nu_e, 9.49826e+09, 345.336},
    {"sndlhc", trident::neutrino::nu_mu, 9.26898e+10, 155.026},
    {"sndlhc", trident::neutrino::nu_tau, 4.47433e+08, 374.454},
    {"sndlhc", trident::neutrino::anti_nu_e, 9.97724e+09, 323.154},
    {"sndlhc", trident::neutrino::anti_nu_mu, 7.939e+10, 134.865},
    {"sndlhc", trident::neutrino::anti_nu_tau, 4.48649e+08, 359.386},
    {"microboone_bnb", trident::neutrino::nu_e, 3.97791e-08, 0.971297},
    {"microboone_bnb", trident::neutrino::nu_mu, 7.37623e-06, 0.823187},
    {"microboone_bnb", trident::neutrino::anti_nu_e, 4.02548e-09, 0.97185},
    {"microboone_bnb", trident::neutrino::anti_nu_mu, 4.55892e-07, 0.470256},
    {"icarus_bnb", trident::neutrino::nu_e, 2.32427e-08, 0.917689},
    {"icarus_bnb", trident::neutrino::nu_mu, 4.25211e-06, 0.801031},
    {"icarus_bnb", trident::neutrino::anti_nu_e, 2.39888e-09, 0.926745},
    {"icarus_bnb", trident::neutrino::anti_nu_mu, 2.5481e-07, 0.490058},
    {"nova_fhc", trident::neutrino::nu_mu, 0.000118484, 2.5924},
    {"t2k_nd280_fhc_2016", trident::neutrino::nu_mu, 0.000191688, 0.852533},
    {"t2k_nd280_fhc_2016", trident::neutrino::anti_nu_mu, 1.21615e-05, 0.990951},
    {"t2k_nd280_fhc_2016", trident::neutrino::nu_e, 2.25739e-06, 1.29299},
    {"t2k_nd280_fhc_2016", trident::neutrino::anti_nu_e, 3.06493e-07, 1.83278},
    {"atmospheric", trident::neutrino::nu_mu, 20741, 0.39247},
    {"atmospheric", trident::neutrino::anti_nu_mu, 20619.8, 0.377634},
    {"atmospheric", trident::neutrino::nu_e, 10443.1, 0.379029},
    {"atmospheric", trident::neutrino::anti_nu_e, 9360.92, 0.356883},
    {"atmospheric_down", trident::neutrino::nu_mu, 4506.11, 0.415283},
    {"atmospheric_down", trident::neutrino::anti_nu_mu, 4450.91, 0.39517},
    {"atmospheric_down", trident::neutrino::nu_e, 2190.18, 0.381865},
    {"atmospheric_down", trident::neutrino::anti_nu_e, 1962.14, 0.359109},
    {"atmospheric_up", trident::neutrino::nu_mu, 3622.12, 0.44049},
    {"atmospheric_up", trident::neutrino::anti_nu_mu, 3578.44, 0.417372},
    {"atmospheric_up", trident::neutrino::nu_e, 1766.09, 0.394886},
    {"atmospheric_up", trident::neutrino::anti_nu_e, 1567.76, 0.375971},
    {"atmospheric_horizontal", trident::neutrino::nu_mu, 12612.9, 0.370527},
    {"atmospheric_horizontal", trident::neutrino::anti_nu_mu, 12590.6, 0.360139},
    {"atmospheric_horizontal", trident::neutrino::nu_e, 6486.84, 0.373753},
    {"atmospheric_horizontal", trident::neutrino::anti_nu_e, 5831, 0.351},
    {"minos_nd_fhc", trident::neutrino::nu_mu, 0.000302431, 3.9287},
    {"minos_nd_fhc", trident::neutrino::anti_nu_mu, 3.40885e-05, 5.88445},
    {"minos_plus_nd_fhc", trident::neutrino::nu_mu, 0.000809621, 5.87922},
    {"minos_plus_nd_fhc", trident::neutrino::anti_nu_mu, 3.15139e-05, 5.93308},
    {"t2k_ingrid_fhc", trident::neutrino::nu_e, 7.22229e-06, 1.42319},
    {"t2k_ingrid_fhc", trident::neutrino::nu_mu, 0.000445375, 1.42319},
    {"t2k_ingrid_fhc", trident::neutrino::anti_nu_e, 9.62973e-07, 1.42319},
    {"t2k_ingrid_fhc", trident::neutrino::anti_nu_mu, 2.79262e-05, 1.42319},
};
// clang-format on

} // namespace trident_test
