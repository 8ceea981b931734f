// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/event/event.hpp>
#include <trident/event/process_id.hpp>
#include <trident/format/line_reader.hpp>
#include <trident/format/weight_names.hpp>

// What readers of event files share. A reader goes through a file once, from its head to its foot, and holds one event at
// a time, as text and as numbers; it can give the text of head and event with weights of more models in it. What it does
// not know or what contradicts the rest is refused: nothing is read in part.

namespace trident {

/// What the head of a file says.
struct event_file_head {
  std::vector<std::pair<std::string, std::string>> configuration; ///< as run_description::configuration
  std::vector<weight_entry> models; ///< that have weights beside the nominal one

  /// The value of a name, or nothing.
  std::optional<std::string> value(std::string_view name) const {
    for (auto const& [known, value] : configuration)
      if (known == name) return value;
    return std::nullopt;
  }
};

namespace detail {

inline std::vector<std::string> names_of(std::vector<weight_entry> const& models) {
  std::vector<std::string> names;
  for (auto const& one : models) names.push_back(one.name);
  return names;
}

/// A particle from its words px py pz E m.
inline particle particle_in(int pdg_code, std::span<std::string_view const> words, line_reader const& lines) {
  auto const value = [&](std::size_t i) { return number_in<double>(words[i], lines); };
  return {pdg_code, value(4), {value(3), value(0), value(1), value(2)}};
}

/// The helicity that a spin stands for, the cosine of the angle to the momentum: unknown unless it is one.
constexpr int helicity_of_spin(double spin) { return spin == 1 ? 1 : spin == -1 ? -1 : 0; }

/// The channel and regime that a number of process stands for; of nucleons that stay nucleons it does not tell free ones
/// from those of a nucleus.
struct numbered_process {
  channel process;
  scattering_regime regime;
};

inline std::optional<numbered_process> find_process_id(int id) {
  using enum scattering_regime;
  std::optional<numbered_process> found;
  for_each_channel([&](channel const& process) {
    for (auto const regime : {coherent, quasi_elastic, inelastic})
      if (process_id_of(process, regime) == id) found = {process, regime};
  });
  return found;
}

/// An event as its particles are met in a file. Throws input_error, with the line that is read by then, for what no event
/// of trident has: a particle too many or missing, one of another process, numbers that contradict each other.
class event_assembly {
public:
  explicit event_assembly(line_reader const& lines) : lines_(lines) {}

  void add_beam(particle const& p) { add(beam_, p, "incoming neutrino"); }
  void add_target(particle const& p) { add(target_, p, "target"); }
  void add_struck(particle const& p) { add(struck_, p, "struck nucleon"); }
  /// Of hadrons that stand in parts in the file.
  void add_hadrons(particle const& p) { add(hadrons_, p, "system of hadrons"); }
  void add_outgoing(particle const& p) {
    if (outgoing_.size() > 5) lines_.refuse("the event has more particles than a neutrino trident");
    outgoing_.push_back(p);
  }

  /// The whole event; if nuclei that come out may be left out, they come back from what the others leave.
  event finish(int process_id, bool nuclei_may_be_missing) const {
    if (!beam_ || !target_) lines_.refuse(incomplete + "the beam or the target is missing");
    auto const found = find_process_id(process_id);
    if (!found)
      lines_.refuse("the event before it has process " + std::to_string(process_id) +
                    ", which is none of trident's");
    roles e;
    e.process_id = process_id;
    e.neutrino_in = *beam_;
    e.nucleus = *target_;
    set_struck(e, found->regime);
    for (auto const& one : outgoing_) place(e, one);
    if (e.regime == scattering_regime::inelastic) put_together(e);
    require_channel(e, found->process);
    if (nuclei_may_be_missing) restore_nuclei(e);
    if (e.recoil.pdg_code == 0) lines_.refuse(incomplete + "the particle that recoils is missing");
    if (is_bound() != (e.remnant.pdg_code != 0))
      lines_.refuse(incomplete + "a struck nucleon and the rest of its nucleus come together");
    require_consistent(e);
    return listed(e, found->process);
  }

private:
  /// The particles by what they are, before their list is made.
  struct roles {
    int process_id = 0;
    scattering_regime regime = scattering_regime::coherent;
    particle neutrino_in, nucleus, struck, neutrino_out, lepton_minus, lepton_plus, recoil, remnant;
    std::vector<particle> constituents; ///< of a system of hadrons
  };

  bool is_bound() const { return struck_.has_value(); }

  event listed(roles const& e, channel const& process) const {
    event made;
    made.process_id = e.process_id;
    made.process_number = process.number;
    made.regime = e.regime;
    made.begin(e.neutrino_in, e.nucleus, e.struck, is_bound());
    // of hydrogen the proton is struck, whatever the target's code is
    for (auto const* one : {&e.neutrino_out, &e.lepton_minus, &e.lepton_plus, &e.recoil})
      made.add_product(*one);
    for (auto const& one : e.constituents) made.add_constituent(one);
    if (is_bound()) made.add_remnant(e.remnant);
    made.set_helicities({e.lepton_minus.helicity, e.lepton_plus.helicity});
    return made;
  }

  inline static std::string const incomplete = "the event before it is not a neutrino trident: ";

  void add(std::optional<particle>& where, particle const& p, std::string_view what) {
    if (where) lines_.refuse("the event has a second " + std::string(what));
    where = p;
  }

  void set_struck(roles& e, scattering_regime regime) const {
    using enum scattering_regime;
    bool const on_nucleon = regime != coherent;
    e.struck = struck_.value_or(*target_);
    e.regime = regime == quasi_elastic && !struck_ ? free_nucleon : regime;
    if (on_nucleon && e.struck.pdg_code == hydrogen_code) e.struck.pdg_code = proton_code;
    bool const is_nucleon = e.struck.pdg_code == proton_code || e.struck.pdg_code == neutron_code;
    if (is_nucleon != on_nucleon)
      lines_.refuse(incomplete + "process " + std::to_string(e.process_id) + " is " +
                    (on_nucleon ? "on a nucleon" : "coherent") + ", but what is struck has the code " +
                    std::to_string(e.struck.pdg_code));
  }

  void place(roles& e, particle const& p) const {
    int const code = p.pdg_code < 0 ? -p.pdg_code : p.pdg_code;
    bool const hadron = is_quark(code) || code > 100;
    if (e.regime == scattering_regime::inelastic && hadron && code != remnant_code) {
      e.constituents.push_back(p);
      return;
    }
    particle& where = code == 12 || code == 14 || code == 16 ? e.neutrino_out
                      : code == 11 || code == 13 || code == 15
                          ? (p.pdg_code > 0 ? e.lepton_minus : e.lepton_plus)
                      : p.pdg_code == remnant_code ? e.remnant
                                                   : e.recoil;
    if (where.pdg_code != 0)
      lines_.refuse(incomplete + "it has " + std::to_string(p.pdg_code) + " as well as " +
                    std::to_string(where.pdg_code));
    where = p;
  }

  /// The system of hadrons is what the file says beside its constituents, or else their sum.
  void put_together(roles& e) const {
    if (e.constituents.empty()) return;
    if (e.recoil.pdg_code != 0 || e.constituents.size() != 2)
      lines_.refuse(incomplete + "a system of hadrons is one particle 91, or two that it consists of");
    auto const sum = e.constituents[0].momentum + e.constituents[1].momentum;
    e.recoil = hadrons_.value_or(particle{hadronic_system_code, std::sqrt(dot(sum, sum)), sum});
    auto const left = e.recoil.momentum - sum;
    for (double const one : {left.e, left.x, left.y, left.z})
      if (!(std::abs(one) <= 1e-6 * sum.e))
        lines_.refuse(incomplete + "its hadrons are not the system that they belong to");
    for (auto const& one : e.constituents) require_shell(one);
  }

  void require_channel(roles const& e, channel const& process) const {
    for (auto const& [seen, wanted] : {std::pair{e.neutrino_in.pdg_code, process.incoming_pdg_code()},
                                       {e.neutrino_out.pdg_code, process.outgoing_pdg_code()},
                                       {e.lepton_minus.pdg_code, process.minus_pdg_code()},
                                       {e.lepton_plus.pdg_code, process.plus_pdg_code()}})
      if (seen != wanted)
        lines_.refuse(
            incomplete + "process " + std::to_string(e.process_id) + " has a particle " +
            std::to_string(wanted) + ", the event " +
            (seen == 0 ? std::string("lacks it: a particle is missing") : "has " + std::to_string(seen)));
    bool const same = e.regime == scattering_regime::inelastic
                          ? e.recoil.pdg_code == hadronic_system_code
                          : e.recoil.pdg_code == e.struck.pdg_code ||
                                (e.recoil.pdg_code == hydrogen_code && e.struck.pdg_code == proton_code);
    if (e.recoil.pdg_code != 0 && !same)
      lines_.refuse(incomplete + std::to_string(e.struck.pdg_code) + " is struck and " +
                    std::to_string(e.recoil.pdg_code) + " comes out");
  }

  /// On its mass shell what recoils; what lost a nucleon has what that has not.
  void restore_nuclei(roles& e) const {
    if (e.regime == scattering_regime::coherent && e.recoil.pdg_code == 0) {
      auto p = e.neutrino_in.momentum + e.struck.momentum;
      for (auto const* one : {&e.neutrino_out, &e.lepton_minus, &e.lepton_plus}) p = p - one->momentum;
      p.e = std::sqrt(e.struck.mass * e.struck.mass + p.x * p.x + p.y * p.y + p.z * p.z);
      e.recoil = {e.struck.pdg_code, e.struck.mass, p};
    }
    auto const left = e.nucleus.momentum - e.struck.momentum;
    if (is_bound() && e.remnant.pdg_code == 0) e.remnant = {remnant_code, left.mass(), left};
  }

  /// Masses are those of the particles, energies fit momenta, and nothing is lost: or the units are others than the file
  /// says, or digits are missing.
  void require_consistent(roles const& e) const {
    constexpr double electron = 0.000511, muon = 0.10566, tau = 1.777, few = 0.01, nucleon = 0.935;
    for (auto const* lepton : {&e.lepton_minus, &e.lepton_plus}) {
      int const code = std::abs(lepton->pdg_code);
      require_mass(*lepton, code == 11 ? electron : code == 13 ? muon : tau, few);
    }
    int const nucleons = e.nucleus.pdg_code > 1'000'000'000 ? e.nucleus.pdg_code / 10 % 1000 : 1;
    require_mass(e.nucleus, nucleons * nucleon, few);
    if (!is_bound())
      require_mass(e.struck, e.struck.pdg_code == e.nucleus.pdg_code ? nucleons * nucleon : nucleon, few);
    else if (!(e.struck.mass < (1 + few) * nucleon)) // off its mass shell, below
      require_mass(e.struck, nucleon, few);
    if (e.regime != scattering_regime::inelastic)
      require_mass(e.recoil, is_bound() ? nucleon : e.struck.mass, few);
    else if (!(e.recoil.mass > 1.07)) // a nucleon and a pion
      lines_.refuse(incomplete + "its hadrons have a mass of " + number_text(e.recoil.mass) + " GeV");
    for (auto const* p :
         {&e.neutrino_in, &e.struck, &e.neutrino_out, &e.lepton_minus, &e.lepton_plus, &e.recoil})
      require_shell(*p);
    require_conserved(e);
  }

  void require_mass(particle const& p, double expected, double tolerance) const {
    if (std::abs(p.mass / expected - 1) < tolerance) return;
    lines_.refuse(incomplete + "the mass of its " + std::to_string(p.pdg_code) + " is " +
                  number_text(p.mass) + " GeV, and must be near " + number_text(expected) +
                  " GeV: are momenta in the units of the file?");
  }

  void require_shell(particle const& p) const {
    auto const& k = p.momentum;
    double const excess = dot(k, k) - p.mass * std::abs(p.mass); // negative for space-like ones
    constexpr double tolerance = 1e-5;
    if (k.e > 0 && std::abs(excess) <= tolerance * k.e * k.e) return;
    lines_.refuse(incomplete + "energy, momentum and mass of its " + std::to_string(p.pdg_code) +
                  " do not fit each other");
  }

  void require_conserved(roles const& e) const {
    auto left = e.neutrino_in.momentum + e.struck.momentum;
    for (auto const* one : {&e.neutrino_out, &e.lepton_minus, &e.lepton_plus, &e.recoil})
      left = left - one->momentum;
    double const allowed = 1e-6 * e.neutrino_in.momentum.e + 1e-7 * e.struck.mass;
    for (double const one : {left.e, left.x, left.y, left.z})
      if (!(std::abs(one) <= allowed))
        lines_.refuse(incomplete + "momentum is not conserved by " + number_text(one) + " GeV, and " +
                      number_text(allowed) + " GeV are allowed");
  }

  line_reader const& lines_;
  std::optional<particle> beam_, target_, struck_, hadrons_;
  std::vector<particle> outgoing_;
};

} // namespace detail
} // namespace trident
