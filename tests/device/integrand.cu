// SPDX-License-Identifier: BSL-1.0

// The map from the unit cube to phase space, the kinematics of the leptons from invariants, and the squared amplitude for
// both spins of the target, as device code: compiled, never run. All of it is constexpr, which is what makes it device code
// without a mark at each function. What a target is at a point (W_E, W_M) and the couplings come in as numbers.

#include <trident/amplitude/contracted_tensors.hpp>
#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/kinematics/phase_space.hpp>
#include <trident/kinematics/q2_map.hpp>

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

/// Jacobian times contracted tensors at points of the unit cube.
__global__ void weigh_all(device_space space, device_space::coordinates<double> const* points, weights* results,
                          unsigned count, double energy, trident::pair_masses<double> masses,
                          double target_mass) {
  unsigned const i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= count) return;
  auto const point = space(energy, points[i]);
  results[i] = {0, 0};
  if (!point.inside()) return;
  results[i] = {
      point.jacobian * trident::contracted_tensors(point, masses, 1 / target_mass, 1.0, -0.5, 0.25),
      point.jacobian * trident::contracted_tensors(point, masses, 1 / target_mass, 1.0, 0.5, -0.5, 0.25)};
}

} // namespace

void start_weights(device_space space, device_space::coordinates<double> const* points, weights* results,
                   unsigned count, double energy, trident::pair_masses<double> masses, double target_mass) {
  weigh_all<<<(count + 127) / 128, 128>>>(space, points, results, count, energy, masses, target_mass);
}

void start_contractions(invariants const* points, contractions* results, unsigned count, double mass_minus,
                        double mass_plus, double target_mass) {
  contract_all<<<(count + 127) / 128, 128>>>(points, results, count, mass_minus, mass_plus, target_mass);
}
