// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_limits.cpp from tables/limits/*.csv: do not edit.
#pragma once

#include <trident/limits/published_limit.hpp>

// clang-format off

namespace trident::tables {

inline constexpr double babar_4mu_masses[] = {
0.2202,0.2337,0.2481,0.2634,0.2796,0.2968,0.315,0.3344,0.355,0.3768,0.4,0.4246,0.4507,0.4785,0.5079,0.5391,
0.5723,0.6075,0.6449,0.6846,0.7267,0.7714,0.8188,0.8692,0.9227,0.9794,1.04,1.104,1.172,1.244,1.32,1.401,1.488,
1.579,1.676,1.779,1.889,2.005,2.128,2.259,2.398,2.546,2.702,2.869,3.045,3.232,3.431,3.642,3.866,4.104,4.357,
4.625,4.909,5.211,5.532,5.872,6.233,6.617,7.024,7.456};
inline constexpr double babar_4mu_couplings[] = {
0.001098,0.0009025,0.001097,0.001081,0.001033,0.001085,0.001055,0.001181,0.001119,0.001293,0.001195,0.001142,
0.001289,0.001233,0.001334,0.001414,0.001372,0.001543,0.001543,0.00152,0.001581,0.001733,0.001447,0.001867,
0.00168,0.001902,0.001858,0.001845,0.002047,0.00236,0.00206,0.002378,0.002547,0.002538,0.002676,0.002766,
0.002848,0.003315,0.00315,0.003862,0.003685,0.00447,0.004527,0.00463,0.005685,0.0055,0.006723,0.00733,
0.009056,0.009579,0.01135,0.01263,0.01566,0.01626,0.02048,0.02341,0.03023,0.03892,0.05042,0.06724};
inline constexpr double belle2_invisible_2019_masses[] = {
0,0.002,1.157,1.638,1.988,2.292,2.567,2.81,3.023,3.212,3.385,3.547,3.699,3.844,3.982,4.114,4.239,4.358,4.473,
4.583,4.691,4.797,4.901,5.001,5.096,5.186,5.271,5.35,5.424,5.495,5.564,5.632,5.7,5.767,5.836,5.905,5.974};
inline constexpr double belle2_invisible_2019_couplings[] = {
0.051,0.051,0.051,0.07,0.086,0.1,0.115,0.129,0.144,0.18,0.18,0.198,0.226,0.254,0.275,0.296,0.327,0.356,0.381,
0.408,0.461,0.461,0.494,0.52,0.554,0.59,0.635,0.833,0.723,0.723,0.751,0.803,0.827,0.874,0.92,0.96,0.994};

} // namespace trident::tables

namespace trident {

/// Limits on L_mu - L_tau as published.
inline constexpr published_limit published_limits[] = {
    {"BaBar 4mu",
     "arXiv:1606.03501, figure 5",
     "e+ e- -> mu+ mu- Z', Z' -> mu+ mu-",
     "digitised from the figure; the median in 60 bins of ln(mass): point-to-point fluctuations of up to a factor of 2 are averaged out",
     0.90, 0.2202, 7.456, 0.0009025, 0.06724, tables::babar_4mu_masses, tables::babar_4mu_couplings},
    {"Belle II invisible (2018 data)",
     "arXiv:1912.11276, figure 3",
     "e+ e- -> mu+ mu- Z', Z' invisible",
     "digitised from the figure",
     0.90, 0, 5.974, 0.051, 0.994, tables::belle2_invisible_2019_masses, tables::belle2_invisible_2019_couplings},
    {"Belle 4mu",
     "arXiv:2109.08596",
     "e+ e- -> mu+ mu- Z' with Z' -> mu+ mu-",
     "range of masses as stated in the abstract; curve not reproduced",
     0, 0.212, 10, 0, 0, {}, {}},
    {"Belle II 4mu",
     "arXiv:2403.02841",
     "e+ e- -> mu+ mu- Z' with Z' -> mu+ mu-",
     "ranges as stated in the abstract; curve not reproduced",
     0.90, 0.212, 6, 0.0008, 0.039, {}, {}},
    {"Belle II invisible",
     "arXiv:2212.03066",
     "e+ e- -> mu+ mu- Z' with Z' invisible",
     "ranges as stated in the abstract; curve not reproduced",
     0.90, 0, 8, 0.003, 1, {}, {}},
    {"CMS 4mu",
     "arXiv:1808.03684",
     "Z -> Z' mu+ mu- with Z' -> mu+ mu-",
     "ranges as stated in the abstract; curve not reproduced",
     0.95, 5, 70, 0.004, 0.3, {}, {}},
    {"NA64mu",
     "arXiv:2401.01708",
     "muons of 160 GeV with missing energy",
     "the publication has the curve; no number is reproduced",
     0, 0, 0, 0, 0, {}, {}},
    {"Borexino",
     "arXiv:2006.11225",
     "solar neutrinos on electrons through loop-induced kinetic mixing",
     "order of magnitude of the mass below which it limits; no coupling is reproduced",
     0, 0, 0.02, 0, 0, {}, {}},
    {"cosmology",
     "arXiv:1901.02010",
     "effective number of neutrinos",
     "order of magnitude of the mass below which it excludes couplings of interest for g-2; no coupling is reproduced",
     0, 0, 0.01, 0, 0, {}, {}},
};

} // namespace trident
