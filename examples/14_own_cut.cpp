// SPDX-License-Identifier: BSL-1.0
// A cut of your own: an integrand around the library's, which is zero where the event is not accepted. Every integrator takes
// it. Here both muons need a momentum above 0.5 GeV and less than 30 degrees to the beam; events that pass say the same.
#include <cmath>
#include <iostream>

#include <trident/event/for_each_event.hpp>
#include <trident/quasi_random.hpp>
#include <trident/trident.hpp>

using namespace trident;

bool accepted(four_momentum const& p) {
  return p.momentum() > 0.5 && p.z / p.momentum() > std::cos(30 * 3.14159265358979 / 180);
}

/// The azimuth of the whole event around the beam is not part of the integral: of a cut that depends on it, draw one more.
template <class Sigma>
struct with_cut {
  Sigma sigma;
  static constexpr std::size_t dimension = Sigma::dimension;

  bool below_threshold() const { return sigma.below_threshold(); }
  double operator()(typename Sigma::point_type const& u) const {
    auto const [state, measure] = sigma.point(u);
    if (!state.inside()) return 0;
    auto const p = to_lab_frame(state, sigma.masses(), sigma.product().target_mass(), 0);
    if (!accepted(p.lepton_minus) || !accepted(p.lepton_plus)) return 0;
    return measure * state.jacobian * sigma.density(state);
  }
};
template <class Sigma>
with_cut(Sigma) -> with_cut<Sigma>;

int main() {
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0 * GeV}, standard_model{}};
  auto const all = inclusive_cross_section(sigma);
  auto const cut = integrate_quasi_random(with_cut{sigma}, {.relative_error = 2e-3, .seed = 1});
  std::cout << "all       " << all << "\naccepted  " << cut << '\n';

  source_description const what = {
      numu_to_numu_mumu{}, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  event_generator const generator({make_event_source(sigma, what)}, 1);
  double passed = 0;
  auto const statistics = for_each_event(generator, 0, 20'000, [&](event const& e) {
    if (accepted(e.lepton_minus().momentum) && accepted(e.lepton_plus().momentum)) passed += e.weight;
  });
  double const share = passed / statistics.sum_of_weights, expected = cut.value / all.value;
  double const error = std::hypot(std::sqrt(share * (1 - share) / 20'000), cut.error / all.value);
  std::cout << "share of events " << share << ", of the cross section " << expected << '\n';
  return std::abs(share - expected) < 5 * error ? 0 : 1;
}
