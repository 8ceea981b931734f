// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/amplitude/contact_current.hpp>
#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/helicities.hpp>
#include <trident/event/event.hpp>
#include <trident/event/placement.hpp>
#include <trident/event/process_id.hpp>
#include <trident/event/struck_nucleon.hpp>
#include <trident/kinematics/lab_frame.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/target/fermi_gas.hpp>
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
  for (auto* one : {&p.target_in, &p.neutrino_out, &p.lepton_minus, &p.lepton_plus, &p.target_out})
    frame.turn_back(*one);
  return p;
}

/// What was struck is a nucleon of a nucleus that moved.
inline bool moved_before(event const& e) {
  bool const stays_nucleon =
      e.regime == scattering_regime::quasi_elastic || e.regime == scattering_regime::free_nucleon;
  return stays_nucleon && e.struck().momentum.momentum() > 0;
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

/// The nucleons of a nucleus one of which has these momenta before and after, all that gain the same.
inline struck_nucleons nucleons_like(event const& e, lab_momenta const& p, phase_space_point<> const& point) {
  double const m = e.recoil().mass, momentum = p.target_in.momentum(), q2 = point.leptons.q2;
  double const energy = std::sqrt(momentum * momentum + m * m);
  nucleon_transfer<double> const q(point.nu, q2, energy - p.target_in.e);
  auto const form = e.struck().pdg_code == neutron_code ? detail::sachs_of<false, kelly>(q2, m)
                                                        : detail::sachs_of<true, kelly>(q2, m);
  return {q, {form, q, m}, m, energy, energy};
}

} // namespace detail

/// Spin-summed |M|^2 at the momenta of an event, for any couplings of its channel or another current, up to a factor that
/// they have in common; and how it is shared among the helicities of the charged leptons.
/// The momenta are all that is used, with the masses that the event has for its particles: so it is there for events read
/// from a file too. Their digits are kept, but for those that a beam not along z costs.
class event_amplitude {
public:
  /// `fits` are those that an inelastic event was made with.
  template <Constants C>
  event_amplitude(event const& e, C constants, inelastic_options const& fits = {}) {
    pair_masses<double> const masses{e.lepton_minus().mass, e.lepton_plus().mass};
    auto const p = detail::momenta_along_beam(e);
    bool const moved = detail::moved_before(e);
    bool const elastic = !moved && e.regime != scattering_regime::inelastic;
    double const mass = e.struck().mass;
    auto const point =
        from_lab_frame(p, masses, mass, elastic ? response_kind::elastic : response_kind::continuum);
    point_ = point;
    auto const& leptons = point.leptons;
    transfer_ = leptons.transfer;
    auto const target = elastic ? target_polarisation(point, 1 / mass) : target_polarisation(point);
    form_ = {};
    auto const add = [&](double factor, photon_polarisation<double> const& h) {
      add_form(factor, contract(leptons, masses.minus, masses.plus, h));
    };
    auto const photon = contract_photon(leptons, masses.minus, masses.plus);
    // W_E |h.L|^2 + W_M (-g_{mu nu} L^mu L^nu*)
    // [PHYS:target.spin_half]
    auto const add_tensor = [&](double electric, double magnetic) {
      add(electric, target);
      add_form(2 * magnetic, photon.transverse.chiral());
      add_form(-magnetic, photon.scalar.chiral());
    };
    if (moved) {
      auto const all = detail::nucleons_like(e, p, point);
      auto const middle = polarisation_of_struck(all, p, point);
      add(all.current.electric / (all.mass * all.mass), middle);
      add_tensor(all.scalar(), all.current.magnetic);
      target_ = detail::tensor_of_struck(all, middle, point);
    } else {
      auto const w = detail::structure_for_ratios(e, fits, point.nu, leptons.q2, constants);
      add_tensor(w.electric, w.magnetic);
      target_ = make_target_tensor(w, target);
    }
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

  /// With a model that has a current of its own.
  template <class M, Process P, Constants C>
    requires(CurrentModelFor<M, P, C> && !ModelFor<M, P, C>)
  double operator()(M const& model, P const& process, C constants) const {
    auto const current = model.current(process, constants);
    return contract_tensor(current.at(point_.leptons), point_.leptons.q2, target_);
  }

  /// Shared among the helicities of the charged leptons, by a current of the channel.
  template <class L, Process P>
  helicity_squares helicities(L const& current, P const& process) const {
    return find_helicity_squares(current, process, point_, target_);
  }

private:
  void add_form(double factor, chiral_form<double> const& part) {
    form_.left += factor * part.left;
    form_.right += factor * part.right;
    form_.mixed += factor * part.mixed;
  }

  /// V in the gauge of the current: half the sum of both momenta, without what is along the transfer.
  static photon_polarisation<double> polarisation_of_struck(struck_nucleons const& all, lab_momenta const& p,
                                                            phase_space_point<> const& point) {
    detail::transfer_frame const frame(point);
    auto const azimuth = detail::transfer_axes(p.target_out - p.target_in).azimuth(p.target_in);
    return frame.polarisation(frame.middle(all, all.lowest, azimuth));
  }

  phase_space_point<> point_{};
  target_tensor target_;
  double transfer_ = 0;
  chiral_form<double> form_{};
};

} // namespace trident
