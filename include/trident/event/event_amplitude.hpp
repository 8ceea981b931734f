// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/amplitude/contraction.hpp>
#include <trident/event/event.hpp>
#include <trident/event/placement.hpp>
#include <trident/event/process_id.hpp>
#include <trident/kinematics/lab_frame.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/nucleon.hpp>

namespace trident {

namespace detail {

/// The momenta of an event with the beam along z.
inline lab_momenta momenta_along_beam(event const& e) {
  lab_momenta p{e.neutrino_in().momentum,  e.struck().momentum,      e.neutrino_out().momentum,
                e.lepton_minus().momentum, e.lepton_plus().momentum, e.recoil().momentum};
  four_momentum const beam = p.neutrino_in;
  if (beam.x == 0 && beam.y == 0 && beam.z > 0) return p;
  beam_frame const frame({beam.x, beam.y, beam.z});
  for (auto* one : {&p.neutrino_out, &p.lepton_minus, &p.lepton_plus, &p.target_out}) frame.turn_back(*one);
  return p;
}

/// What of the target's structure a ratio of squared amplitudes depends on: nothing of a nucleus, and of a nucleon not
/// the Pauli factor; of an inelastic one W1/W2.
template <Constants C>
hadron_structure<double> structure_for_ratios(event const& e, inelastic_options const& fits, double nu,
                                              double q2, C constants) {
  if (e.regime == scattering_regime::coherent) return {1, 0};
  if (e.regime == scattering_regime::inelastic)
    return e.struck().pdg_code == neutron_code ? inelastic_neutron{fits}.structure(nu, q2, constants)
                                               : inelastic_proton{fits}.structure(nu, q2, constants);
  return e.struck().pdg_code == neutron_code ? neutron{}.structure(q2, constants)
                                             : proton{}.structure(q2, constants);
}

} // namespace detail

/// Spin-summed |M|^2 at the momenta of an event, for any couplings of its channel, up to a factor that they have in common.
/// The momenta are all that is used, with the masses that the event has for its particles: so it is there for events read
/// from a file too. Their digits are kept, but for those that a beam not along z costs.
class event_amplitude {
public:
  /// `fits` are those that an inelastic event was made with.
  template <Constants C>
  event_amplitude(event const& e, C constants, inelastic_options const& fits = {}) {
    pair_masses<double> const masses{e.lepton_minus().mass, e.lepton_plus().mass};
    bool const continuum = e.regime == scattering_regime::inelastic;
    auto const point = from_lab_frame(detail::momenta_along_beam(e), masses, e.struck().mass,
                                      continuum ? response_kind::continuum : response_kind::elastic);
    auto const& leptons = point.leptons;
    transfer_ = leptons.transfer;
    auto const w = detail::structure_for_ratios(e, fits, point.nu, leptons.q2, constants);
    auto const target =
        continuum ? target_polarisation(point) : target_polarisation(point, 1 / e.struck().mass);
    auto const electric = contract(leptons, masses.minus, masses.plus, target);
    auto const photon = contract_photon(leptons, masses.minus, masses.plus);
    auto const transverse = photon.transverse.chiral(), scalar = photon.scalar.chiral();
    auto const sum = [&](auto part) { // W_E |h.L|^2 + W_M (-g_{mu nu} L^mu L^nu*)
      // [PHYS:target.spin_half]
      return w.electric * electric.*part + w.magnetic * (2 * transverse.*part - scalar.*part);
    };
    form_ = {sum(&chiral_form<double>::left), sum(&chiral_form<double>::right),
             sum(&chiral_form<double>::mixed)};
  }

  double transfer() const { return transfer_; } ///< T [GeV^2]

  /// With the couplings of a model.
  template <class M, Process P, Constants C>
    requires ModelFor<M, P>
  double operator()(M const& model, P const& process, C constants) const {
    auto const g = model.couplings(process, constants, transfer_);
    // [PHYS:couplings.chiral]
    double const left = g.vector - g.axial, right = g.vector + g.axial;
    return process.is_antineutrino ? form_(right, left) : form_(left, right);
  }

private:
  double transfer_ = 0;
  chiral_form<double> form_{};
};

} // namespace trident
