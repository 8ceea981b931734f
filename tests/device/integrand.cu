// SPDX-License-Identifier: BSL-1.0

// The whole integrand as device code, from the unit cube to the weight, for a nucleus and a nucleon, one energy and a
// histogram of energies: compiled, never run. All of it is constexpr, which is what makes it device code without a mark at
// each function. Trident::view() gives the arguments of the kernels; their arrays (Q2, form factor, energies) must lie in
// memory that the device reaches.

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nucleon.hpp>
#include <trident/target/nucleus.hpp>

namespace {

template <class View>
__global__ void weigh(View sigma, typename View::template coordinates<double> const* points, double* results,
                      unsigned count) {
  unsigned const i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < count) results[i] = sigma.template evaluate<double>(points[i]);
}

template <class Sigma>
void start(Sigma const& sigma, double const* points, double* results, unsigned count) {
  auto const view = sigma.view();
  using view_type = decltype(sigma.view());
  using coordinates = typename view_type::template coordinates<double>;
  weigh<<<(count + 127) / 128, 128>>>(view, reinterpret_cast<coordinates const*>(points), results, count);
}

} // namespace

using namespace trident;

void start_all(nuclear_target const& nucleus, histogram_flux const& flux, double const* points, double* results,
               unsigned count) {
  channel const process = numu_to_numu_mumu{};
  monoenergetic const beam{5.0};
  start(Trident{process, nucleus, beam, standard_model{}}, points, results, count);
  start(Trident{process, nucleus, flux, standard_model{}}, points, results, count);
  start(Trident{process, proton{}, beam, mu_minus_tau({.coupling = 1e-3, .mass = 0.1})}, points, results, count);
  start(Trident{process, proton{}, flux, standard_model{}}, points, results, count);
  start(Trident{process, proton{}, beam, full_electroweak{standard_model{}}}, points, results, count);
}
