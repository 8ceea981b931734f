// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <boost/container/small_vector.hpp>

#include <trident/physics/particle.hpp>
#include <trident/physics/regime.hpp>

namespace trident {

namespace detail {

inline constexpr int proton_code = 2212, neutron_code = 2112, hydrogen_code = 1000010010;

/// What is left of a nucleus that lost a nucleon [NuHepMC 1.0, P.C.2].
inline constexpr int remnant_code = 2009900000;

/// A system of hadrons that is not taken apart: a cluster, in the numbering of generators.
inline constexpr int hadronic_system_code = 91;

constexpr bool is_quark(int code) { return code >= 1 && code <= 6; }
constexpr bool is_diquark(int code) { return code > 1000 && code < 6000 && code / 10 % 10 == 0; }

} // namespace detail

/// One neutrino trident: a list of particles, with names for those that every event has. In the target's rest frame unless
/// it was turned, see beam_frame.
///
/// In the list stand, in this order: the incoming neutrino, the target, the struck nucleon if it is part of the target, the
/// outgoing neutrino, l-, l+, what the response makes, and what is left of a nucleus that lost a nucleon.
struct event {
  std::uint64_t number = 0;   ///< counts from 0
  std::uint64_t attempts = 0; ///< points drawn until this one was accepted
  double weight = 1;          ///< unweighted: 1, or more where the maximum was exceeded
  int process_number = 0;     ///< 1..30, as `channel` counts
  int process_id = 0;         ///< see process_id_of
  scattering_regime regime = scattering_regime::coherent;

  /// Eight fit without memory of their own, which is all that today's targets make.
  boost::container::small_vector<particle, 8> particles;

  /// What a program that hadronises begins with in place of a system of hadrons, which they add up to: two, or none.
  boost::container::small_vector<particle, 2> constituents;

  double transfer = 0;          ///< T = -(k - k')^2 [GeV^2]
  double q2 = 0;                ///< Q2 given to the target [GeV^2]
  double pair_mass_squared = 0; ///< m_ll^2 [GeV^2]
  double s = 0;                 ///< (k + q)^2 [GeV^2]

  std::vector<double> ratios; ///< |M|^2 of other models over that of the nominal one

  four_momentum vertex; ///< x, y, z [cm] and, in place of the energy, time [ns]

  std::uint64_t ray = 0; ///< its neutrino's place in a list of rays, from 1; 0: there is no such list

  /// Begins the list. `struck` is the nucleon that takes part, or the target itself.
  void begin(particle neutrino, particle target, particle const& struck, bool is_part) {
    particles.clear();
    constituents.clear();
    neutrino.status = particle_status::beam;
    target.status = particle_status::target;
    particles.push_back(neutrino);
    particles.push_back(target);
    if (!is_part) return;
    particles.push_back(struck);
    particles.back().status = particle_status::struck;
    particles.back().mother = 1;
  }

  /// One that leaves the primary vertex.
  void add_product(particle p) {
    p.status = status_of_product(p.pdg_code);
    p.mother = struck_place();
    particles.push_back(p);
  }

  /// Of the charged leptons. Neutrinos have but one.
  void set_helicities(lepton_helicities const& of) {
    auto const first = at(struck_place() + 1);
    for (particle* neutrino : {particles.data(), particles.data() + first})
      neutrino->helicity = neutrino->pdg_code > 0 ? -1 : 1;
    particles[first + 1].helicity = of.minus;
    particles[first + 2].helicity = of.plus;
  }

  /// A part of a system of hadrons.
  void add_constituent(particle p) {
    p.status = particle_status::outgoing;
    p.mother = struck_place();
    constituents.push_back(p);
  }

  /// What the nucleus is without the struck nucleon.
  void add_remnant(particle p) {
    p.status = particle_status::outgoing;
    p.mother = 1;
    particles.push_back(p);
  }

  /// A nucleon was struck that is part of the target.
  bool has_struck_nucleon() const {
    return particles.size() > 2 && particles[2].status == particle_status::struck;
  }

  /// Place in the list of what took part.
  int struck_place() const { return has_struck_nucleon() ? 2 : 1; }

  /// Code of what took part: of hydrogen, whose nucleus stands in the list, the proton.
  int struck_pdg_code() const {
    int const code = struck().pdg_code;
    return code == detail::hydrogen_code ? detail::proton_code : code;
  }

  /// Out of the vertex that the leptons come from, not with a nucleon that is taken out of its nucleus.
  bool is_product(particle const& p) const {
    return (p.status == particle_status::outgoing || p.status == particle_status::system) &&
           p.mother == struck_place();
  }

  /// What comes out of the primary vertex, for simulations: constituents in place of a system of hadrons where they are
  /// hadrons themselves.
  std::vector<particle> simulated_products() const {
    bool const hadrons = !constituents.empty() && !detail::is_quark(constituents.front().pdg_code);
    std::vector<particle> all;
    for (particle const& p : particles)
      if (is_product(p) && !(hadrons && p.status == particle_status::system)) all.push_back(p);
    if (hadrons) all.insert(all.end(), constituents.begin(), constituents.end());
    return all;
  }

  // Those that every event has.
  particle& neutrino_in() { return particles[0]; }
  particle const& neutrino_in() const { return particles[0]; }
  particle const& target() const { return particles[1]; }                  ///< nucleus, or free nucleon
  particle const& struck() const { return particles[at(struck_place())]; } ///< the same, or a nucleon of it
  particle const& neutrino_out() const { return particles[at(struck_place() + 1)]; }
  particle const& lepton_minus() const { return particles[at(struck_place() + 2)]; }
  particle const& lepton_plus() const { return particles[at(struck_place() + 3)]; }
  /// The first of what the response made: of an elastic one `struck`, afterwards.
  particle const& recoil() const { return particles[at(struck_place() + 4)]; }
  /// What is left of the nucleus, or nothing.
  particle const* remnant() const {
    return particles.back().pdg_code == detail::remnant_code ? &particles.back() : nullptr;
  }

private:
  static particle_status status_of_product(int code) {
    return code == detail::hadronic_system_code ? particle_status::system : particle_status::outgoing;
  }

  static std::size_t at(int place) { return static_cast<std::size_t>(place); }
};

} // namespace trident
