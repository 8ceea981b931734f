// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace trident {

/// Lepton flavours, as indices of charges and masses.
enum class flavour : int { electron = 0, muon = 1, tau = 2 };

inline constexpr std::string_view flavour_names[3] = {"e", "mu", "tau"};

namespace detail {

template <flavour Flavour, int Sign>
struct neutrino_tag {
  static constexpr flavour family = Flavour;
  static constexpr bool is_neutrino = true;
  static constexpr bool is_antiparticle = Sign < 0;
  static constexpr int charge = 0;
  static constexpr int pdg_code = Sign * (12 + 2 * static_cast<int>(Flavour));
};

template <flavour Flavour, int Sign>
struct charged_lepton_tag {
  static constexpr flavour family = Flavour;
  static constexpr bool is_neutrino = false;
  static constexpr bool is_antiparticle = Sign < 0;
  static constexpr int charge = -Sign;
  static constexpr int pdg_code = Sign * (11 + 2 * static_cast<int>(Flavour));
};

/// Change of a lepton flavour number that one particle carries.
template <class Particle>
constexpr int flavour_number(flavour family) {
  return Particle::family != family ? 0 : Particle::is_antiparticle ? -1 : 1;
}

} // namespace detail

struct nu_e : detail::neutrino_tag<flavour::electron, 1> {};
struct nu_mu : detail::neutrino_tag<flavour::muon, 1> {};
struct nu_tau : detail::neutrino_tag<flavour::tau, 1> {};
struct anti_nu_e : detail::neutrino_tag<flavour::electron, -1> {};
struct anti_nu_mu : detail::neutrino_tag<flavour::muon, -1> {};
struct anti_nu_tau : detail::neutrino_tag<flavour::tau, -1> {};

struct electron : detail::charged_lepton_tag<flavour::electron, 1> {};
struct muon : detail::charged_lepton_tag<flavour::muon, 1> {};
struct tau : detail::charged_lepton_tag<flavour::tau, 1> {};
struct positron : detail::charged_lepton_tag<flavour::electron, -1> {};
struct antimuon : detail::charged_lepton_tag<flavour::muon, -1> {};
struct antitau : detail::charged_lepton_tag<flavour::tau, -1> {};

/// A channel as numbers: what masses, couplings and file headers are computed from. process<...> has the same members as
/// compile-time constants, so that code written for one takes the other; programs that read a channel from a user hold
/// this one.
struct channel {
  flavour incoming_family;
  flavour outgoing_family;
  flavour minus_family; ///< of l-
  flavour plus_family;  ///< of l+
  bool is_antineutrino;
  bool
      has_neutral_current; ///< the neutrino keeps its flavour, the pair is l- l+ of one: Z (and any Z') exchange
  bool has_charged_current; ///< the pair holds a lepton of the neutrino's own flavour: W exchange
  int number; ///< 1..12 as in the reference generator (arXiv:1902.06765), 13..30 in the order of process_list

  /// As a user types it: "nu_mu -> nu_e e+ mu-".
  std::string text() const {
    auto const name = [](flavour family) {
      return std::string(flavour_names[static_cast<std::size_t>(family)]);
    };
    std::string const neutrino = is_antineutrino ? "anti-nu_" : "nu_";
    return neutrino + name(incoming_family) + " -> " + neutrino + name(outgoing_family) + ' ' +
           name(plus_family) + "+ " + name(minus_family) + '-';
  }

  int incoming_pdg_code() const { return sign() * (12 + 2 * static_cast<int>(incoming_family)); }
  int outgoing_pdg_code() const { return sign() * (12 + 2 * static_cast<int>(outgoing_family)); }
  int minus_pdg_code() const { return 11 + 2 * static_cast<int>(minus_family); }
  int plus_pdg_code() const { return -11 - 2 * static_cast<int>(plus_family); }

private:
  int sign() const { return is_antineutrino ? -1 : 1; }
};

/// A channel that is chosen at compile time: the members of `channel` as constants.
template <channel Value>
struct fixed_channel {
  static constexpr flavour incoming_family = Value.incoming_family;
  static constexpr flavour outgoing_family = Value.outgoing_family;
  static constexpr flavour minus_family = Value.minus_family;
  static constexpr flavour plus_family = Value.plus_family;
  static constexpr bool is_antineutrino = Value.is_antineutrino;
  static constexpr bool has_neutral_current = Value.has_neutral_current;
  static constexpr bool has_charged_current = Value.has_charged_current;
  static constexpr int number = Value.number;

  constexpr operator channel() const { return Value; }
  static std::string text() { return channel(Value).text(); }
};

namespace detail {

/// The channel of four particles, whether it exists or not.
template <class In, class Out, class Minus, class Plus>
constexpr channel channel_of() {
  constexpr bool is_antineutrino = In::is_antiparticle;
  constexpr int number = [] {
    constexpr auto a = static_cast<std::size_t>(In::family), b = static_cast<std::size_t>(Out::family);
    constexpr auto c = static_cast<std::size_t>(Minus::family), d = static_cast<std::size_t>(Plus::family);
    constexpr std::size_t pair =
        a == b ? c : 3 + (is_antineutrino ? c : d); // 3 + the other flavour for W only
    //                               ee  mumu  tautau  with e, mu, tau
    constexpr int particles[3][6] = {{1, 2, 16, 0, 3, 15}, {7, 8, 13, 9, 0, 14}, {21, 22, 23, 24, 25, 0}};
    constexpr int antiparticles[3][6] = {
        {4, 5, 20, 0, 6, 19}, {10, 11, 17, 12, 0, 18}, {26, 27, 28, 29, 30, 0}};
    return is_antineutrino ? antiparticles[a][pair] : particles[a][pair];
  }();
  // [PHYS:couplings.channels]
  return {In::family,
          Out::family,
          Minus::family,
          Plus::family,
          is_antineutrino,
          In::family == Out::family,
          In::family == (is_antineutrino ? Plus::family : Minus::family),
          number};
}

} // namespace detail

/// The channel In N -> Out Minus Plus N. Only the 30 channels that the Standard Model has compile.
template <class In, class Out, class Minus, class Plus>
struct process : fixed_channel<detail::channel_of<In, Out, Minus, Plus>()> {
  static_assert(In::is_neutrino && Out::is_neutrino && Minus::charge == -1 && Plus::charge == +1,
                "trident: this channel violates electric charge: it needs a neutrino in, a neutrino out, "
                "then the negative and the positive lepton");
  static_assert(In::is_antiparticle == Out::is_antiparticle,
                "trident: this channel violates lepton number: a neutrino stays a neutrino, "
                "an antineutrino an antineutrino");

  static constexpr bool conserves(flavour family) {
    using detail::flavour_number;
    return flavour_number<In>(family) ==
           flavour_number<Out>(family) + flavour_number<Minus>(family) + flavour_number<Plus>(family);
  }
  static_assert(conserves(flavour::electron) && conserves(flavour::muon) && conserves(flavour::tau),
                "trident: this channel violates lepton flavour: the electron, muon and tau numbers "
                "must each be the same before and after");

  using incoming = In;
  using outgoing = Out;
  using lepton_minus = Minus;
  using lepton_plus = Plus;
};

// Names: neutrino in, neutrino out, then l+ and l- as in the text of the channel.
using nue_to_nue_ee = process<nu_e, nu_e, electron, positron>;
using nue_to_nue_mumu = process<nu_e, nu_e, muon, antimuon>;
using nue_to_numu_mue = process<nu_e, nu_mu, electron, antimuon>;
using antinue_to_antinue_ee = process<anti_nu_e, anti_nu_e, electron, positron>;
using antinue_to_antinue_mumu = process<anti_nu_e, anti_nu_e, muon, antimuon>;
using antinue_to_antinumu_emu = process<anti_nu_e, anti_nu_mu, muon, positron>;
using numu_to_numu_ee = process<nu_mu, nu_mu, electron, positron>;
using numu_to_numu_mumu = process<nu_mu, nu_mu, muon, antimuon>;
using numu_to_nue_emu = process<nu_mu, nu_e, muon, positron>;
using antinumu_to_antinumu_ee = process<anti_nu_mu, anti_nu_mu, electron, positron>;
using antinumu_to_antinumu_mumu = process<anti_nu_mu, anti_nu_mu, muon, antimuon>;
using antinumu_to_antinue_mue = process<anti_nu_mu, anti_nu_e, electron, antimuon>;
using numu_to_numu_tautau = process<nu_mu, nu_mu, tau, antitau>;
using numu_to_nutau_taumu = process<nu_mu, nu_tau, muon, antitau>;
using nue_to_nutau_taue = process<nu_e, nu_tau, electron, antitau>;
using nue_to_nue_tautau = process<nu_e, nu_e, tau, antitau>;
using antinumu_to_antinumu_tautau = process<anti_nu_mu, anti_nu_mu, tau, antitau>;
using antinumu_to_antinutau_mutau = process<anti_nu_mu, anti_nu_tau, tau, antimuon>;
using antinue_to_antinutau_etau = process<anti_nu_e, anti_nu_tau, tau, positron>;
using antinue_to_antinue_tautau = process<anti_nu_e, anti_nu_e, tau, antitau>;
using nutau_to_nutau_ee = process<nu_tau, nu_tau, electron, positron>;
using nutau_to_nutau_mumu = process<nu_tau, nu_tau, muon, antimuon>;
using nutau_to_nutau_tautau = process<nu_tau, nu_tau, tau, antitau>;
using nutau_to_nue_etau = process<nu_tau, nu_e, tau, positron>;
using nutau_to_numu_mutau = process<nu_tau, nu_mu, tau, antimuon>;
using antinutau_to_antinutau_ee = process<anti_nu_tau, anti_nu_tau, electron, positron>;
using antinutau_to_antinutau_mumu = process<anti_nu_tau, anti_nu_tau, muon, antimuon>;
using antinutau_to_antinutau_tautau = process<anti_nu_tau, anti_nu_tau, tau, antitau>;
using antinutau_to_antinue_taue = process<anti_nu_tau, anti_nu_e, electron, antitau>;
using antinutau_to_antinumu_taumu = process<anti_nu_tau, anti_nu_mu, muon, antitau>;

/// All channels; entry n - 1 has number n.
using process_list =
    std::tuple<nue_to_nue_ee, nue_to_nue_mumu, nue_to_numu_mue, antinue_to_antinue_ee,
               antinue_to_antinue_mumu, antinue_to_antinumu_emu, numu_to_numu_ee, numu_to_numu_mumu,
               numu_to_nue_emu, antinumu_to_antinumu_ee, antinumu_to_antinumu_mumu, antinumu_to_antinue_mue,
               numu_to_numu_tautau, numu_to_nutau_taumu, nue_to_nutau_taue, nue_to_nue_tautau,
               antinumu_to_antinumu_tautau, antinumu_to_antinutau_mutau, antinue_to_antinutau_etau,
               antinue_to_antinue_tautau, nutau_to_nutau_ee, nutau_to_nutau_mumu, nutau_to_nutau_tautau,
               nutau_to_nue_etau, nutau_to_numu_mutau, antinutau_to_antinutau_ee, antinutau_to_antinutau_mumu,
               antinutau_to_antinutau_tautau, antinutau_to_antinue_taue, antinutau_to_antinumu_taumu>;

/// Mass of a charged lepton [GeV] in a set of constants.
template <class C>
constexpr double lepton_mass(flavour family) {
  return family == flavour::electron ? C::electron_mass
         : family == flavour::muon   ? C::muon_mass
                                     : C::tau_mass;
}

} // namespace trident
