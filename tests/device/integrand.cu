// SPDX-License-Identifier: BSL-1.0

// The map from the unit cube to phase space, the kinematics of the leptons from invariants, and the squared amplitude for
// both spins of the target, as device code: compiled, never run. All of it is constexpr, which is what makes it device code
// without a mark at each function. Tables (Q2, form factor) are given by their place in memory, couplings as numbers.

#include <trident/amplitude/contracted_tensors.hpp>
#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/numerics/quintic_table.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/kinematics/phase_space.hpp>
#include <trident/kinematics/q2_map.hpp>
#include <trident/target/nucleon.hpp>
#include <trident/target/nucleus.hpp>

namespace {

struct invariants {
  double energy, k_dot_q, q2, excess, transfer, transfer_left, ratio;
};

struct contractions {
  double spin_zero, spin_half, transverse, scalar;
};

__global__ void contract_all(invariants const* points, contractions* results, unsigned count,
                             double mass_minus, double mass_plus, double target_mass) {
  unsigned const i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= count) return;
  invariants const p = points[i];
  trident::pair_masses<double> const masses{mass_minus, mass_plus};
  trident::pair_frame<double> const pair(masses, p.excess, p.q2, p.transfer);
  auto const leptons = trident::make_lepton_state(pair, masses, p.k_dot_q, p.q2, p.transfer, p.transfer_left,
                                                  p.ratio, 0.6, 0.8);
  double const recoil = p.q2 / trident::minimum_q2(p.energy, p.k_dot_q, target_mass) - 1;
  trident::photon_polarisation<double> const h{p.q2 * (2 * p.energy / p.k_dot_q - 1 / target_mass),
                                               {0.8 * recoil, 0.6 * recoil}};
  auto const photon = trident::contract_photon(leptons, mass_minus, mass_plus);
  results[i] = {trident::contract(leptons, mass_minus, mass_plus, h, -0.5, 0.25),
                trident::contract_half(leptons, mass_minus, mass_plus, h, 1.0, 0.5, -0.5, 0.25),
                photon.transverse(-0.5, 0.25), photon.scalar(-0.5, 0.25)};
}

using device_space = trident::basic_phase_space<trident::q2_table>;

struct weights {
  double spin_zero, spin_half;
};

/// The integrand, but for its constant factor, at points of the unit cube: on a nucleus and on a proton in one.
__global__ void weigh_all(device_space space, device_space::coordinates<double> const* points,
                          weights* results, unsigned count, double energy,
                          trident::pair_masses<double> masses, double target_mass, trident::isotope nuclide,
                          trident::quintic_table form_factor) {
  unsigned const i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= count) return;
  auto const point = space(energy, points[i]);
  results[i] = {0, 0};
  if (!point.inside()) return;
  double const q2 = point.leptons.q2, over_mass = 1 / target_mass;
  auto const nucleus = trident::detail::nucleus_structure(nuclide, form_factor, q2);
  auto const proton = trident::proton{}.structure(q2);
  double const factor = point.jacobian / (q2 * energy * (q2 * energy));
  results[i] = {factor * trident::contracted_tensors(point, masses, over_mass, nucleus.electric, -0.5, 0.25),
                factor * trident::contracted_tensors(point, masses, over_mass, proton.electric,
                                                     proton.magnetic, -0.5, 0.25)};
}

} // namespace

void start_weights(device_space space, device_space::coordinates<double> const* points, weights* results,
                   unsigned count, double energy, trident::pair_masses<double> masses, double target_mass,
                   trident::isotope nuclide, trident::quintic_table form_factor) {
  weigh_all<<<(count + 127) / 128, 128>>>(space, points, results, count, energy, masses, target_mass, nuclide,
                                          form_factor);
}

void start_contractions(invariants const* points, contractions* results, unsigned count, double mass_minus,
                        double mass_plus, double target_mass) {
  contract_all<<<(count + 127) / 128, 128>>>(points, results, count, mass_minus, mass_plus, target_mass);
}
