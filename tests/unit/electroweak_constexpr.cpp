// SPDX-License-Identifier: BSL-1.0
#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/full_electroweak.hpp>

// Device code is what can be evaluated at compile time: all of the full amplitude.

namespace {

using namespace trident;

constexpr double at_compile_time() {
  constexpr electroweak_current<antinumu_to_antinumu_mumu, standard_model> current({}, {});
  lepton_state<double> s{};
  s.k_dot_q = 1;
  s.q2 = 0.01;
  s.transfer = 0.6;
  s.x_nu = 0.3;
  s.x_minus = 0.3;
  s.x_plus = 0.4;
  s.kappa_nu = 0.1;
  s.kappa_minus = {-0.05, 0.1};
  s.kappa_plus = {-0.05, -0.1};
  s.d_minus = 0.2;
  s.d_plus = 0.2;
  auto const at = current.at(s);
  return contract_vector(at, photon_polarisation<double>{0.1, {0.2, 0.3}}) +
         contract_photon_parts(at, s.q2).scalar;
}

static_assert(at_compile_time() > 0);

} // namespace
