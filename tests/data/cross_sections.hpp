// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

// Cross sections from a Monte Carlo integration of independent helicity amplitudes, checked in quadruple precision (the
// trident reference files, cross_sections.csv). Constants teg2019 with hbar c = 0.1973269804 GeV fm. Coherent on nuclei,
// per nucleon on proton and neutron with the Pauli factor of k_F = 0.235 GeV where `pauli` says so. Errors are statistical;
// all rows have one seed, so that neighbours are correlated.
//
// Form factors: Ar three-parameter Fermi (3.73 fm, 0.62 fm, -0.19), Fe Fourier-Bessel (De Vries et al.), W symmetrised
// Fermi (1.126 fm A^(1/3), 0.523 fm).

namespace trident_test {

enum class reference_model { standard_model, four_fermion, mu_minus_tau, coefficient_of_vector_axial };
enum class reference_target {
  argon,
  argon_up_to_4_GeV2,
  iron,
  tungsten,
  proton,
  neutron,
  free_proton,
  free_neutron
};

/// sigma and its error in fb. `first` and `second`: g_V and g_A of four_fermion (a unit coupling gives the coefficients A
/// and B of sigma = g_V^2 A + g_A^2 B + g_V g_A C); g' and the mass [GeV] of mu_minus_tau.
struct cross_section_row {
  int process;
  reference_target target;
  double energy; // [GeV]
  reference_model model;
  double first, second;
  double value, error;
};

inline constexpr std::array<cross_section_row, 40> cross_section_rows = {{
    {1, reference_target::argon, 5, reference_model::standard_model, 0, 0, 1.57867367e-02, 5.61e-06},
    {2, reference_target::argon, 5, reference_model::standard_model, 0, 0, 4.30189418e-04, 8.44e-08},
    {3, reference_target::argon, 5, reference_model::standard_model, 0, 0, 6.94160747e-03, 2.51e-06},
    {4, reference_target::argon, 5, reference_model::standard_model, 0, 0, 1.57809231e-02, 5.61e-06},
    {5, reference_target::argon, 5, reference_model::standard_model, 0, 0, 4.30170187e-04, 8.44e-08},
    {6, reference_target::argon, 5, reference_model::standard_model, 0, 0, 6.94394671e-03, 2.51e-06},
    {7, reference_target::argon, 5, reference_model::standard_model, 0, 0, 3.37656260e-03, 1.08e-06},
    {8, reference_target::argon, 5, reference_model::standard_model, 0, 0, 1.37919571e-03, 3.27e-07},
    {8, reference_target::argon, 5, reference_model::four_fermion, 1, 0, 2.56618125e-04, 7.79e-08},
    {8, reference_target::argon, 5, reference_model::four_fermion, 0, 1, 4.28823485e-04, 1.45e-07},
    {8, reference_target::argon, 5, reference_model::coefficient_of_vector_axial, 0, 0, 1.66885342e-07,
     1.64e-07},
    {9, reference_target::argon, 5, reference_model::standard_model, 0, 0, 1.26094650e-02, 3.86e-06},
    {10, reference_target::argon, 5, reference_model::standard_model, 0, 0, 3.37632353e-03, 1.08e-06},
    {11, reference_target::argon, 5, reference_model::standard_model, 0, 0, 1.37891809e-03, 3.27e-07},
    {12, reference_target::argon, 5, reference_model::standard_model, 0, 0, 1.26092920e-02, 3.84e-06},
    {13, reference_target::argon_up_to_4_GeV2, 5, reference_model::standard_model, 0, 0, 6.41192269e-23,
     7.69e-27},
    {14, reference_target::argon, 5, reference_model::standard_model, 0, 0, 4.53477772e-12, 9.79e-16},
    {15, reference_target::argon, 5, reference_model::standard_model, 0, 0, 1.18524183e-11, 3.05e-15},
    {8, reference_target::argon, 1, reference_model::standard_model, 0, 0, 1.33024776e-05, 2.63e-09},
    {8, reference_target::argon, 20, reference_model::standard_model, 0, 0, 1.87432463e-02, 5.20e-06},
    {8, reference_target::argon, 100, reference_model::standard_model, 0, 0, 2.10809137e-01, 6.56e-05},
    {8, reference_target::iron, 5, reference_model::standard_model, 0, 0, 2.45769234e-03, 5.87e-07},
    {8, reference_target::iron, 100, reference_model::standard_model, 0, 0, 3.96422807e-01, 1.22e-04},
    {8, reference_target::argon, 5, reference_model::mu_minus_tau, 0.001, 0.01, 1.12491303e-02, 3.16e-06},
    {8, reference_target::argon, 5, reference_model::mu_minus_tau, 0.1, 1, 2.95172245e+02, 7.29e-02},
    {8, reference_target::argon, 5, reference_model::mu_minus_tau, 1, 100, 5.10703774e-02, 1.14e-05},
    {8, reference_target::tungsten, 20, reference_model::standard_model, 0, 0, 1.51717561e-01, 4.07e-05},
    {11, reference_target::argon, 5, reference_model::mu_minus_tau, 0.1, 1, 2.95172114e+02, 7.29e-02},
    {8, reference_target::argon, 5, reference_model::four_fermion, 0, -1, 4.28727963e-04, 8.37e-08},
    {8, reference_target::argon, 5, reference_model::four_fermion, 1, 0, 2.56553168e-04, 5.74e-08},
    {8, reference_target::proton, 5, reference_model::standard_model, 0, 0, 2.94946247e-05, 7.47e-09},
    {9, reference_target::proton, 5, reference_model::standard_model, 0, 0, 7.71997116e-05, 2.29e-08},
    {8, reference_target::neutron, 5, reference_model::standard_model, 0, 0, 4.68059057e-06, 1.09e-09},
    {9, reference_target::neutron, 5, reference_model::standard_model, 0, 0, 9.42776940e-06, 2.57e-09},
    {12, reference_target::proton, 5, reference_model::standard_model, 0, 0, 7.71981531e-05, 2.56e-08},
    {8, reference_target::free_proton, 5, reference_model::standard_model, 0, 0, 4.16887302e-05, 1.62e-08},
    {9, reference_target::free_proton, 5, reference_model::standard_model, 0, 0, 1.42393541e-04, 8.56e-08},
    {8, reference_target::free_neutron, 5, reference_model::standard_model, 0, 0, 5.33666321e-06, 1.49e-09},
    {9, reference_target::free_neutron, 5, reference_model::standard_model, 0, 0, 1.11292973e-05, 3.76e-09},
    {12, reference_target::free_proton, 5, reference_model::standard_model, 0, 0, 1.42396115e-04, 9.55e-08},
}};

} // namespace trident_test
