// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/event/event.hpp>
#include <trident/physics/four_momentum.hpp>

// What can be measured of an event, by name: cuts and distributions take these.

namespace trident {

/// A quantity of an event.
struct event_observable {
  std::string_view name; ///< as a user types it
  std::string_view unit; ///< GeV, GeV2, deg, or none
  std::string_view description;
  double (*of)(event const&);
  std::string_view label; ///< in figures, as gnuplot's enhanced text writes it
};

namespace detail {

/// Between two momenta [degrees], without loss at small angles.
inline double degrees_between(four_momentum const& a, four_momentum const& b) {
  double const x = a.y * b.z - a.z * b.y, y = a.z * b.x - a.x * b.z, z = a.x * b.y - a.y * b.x;
  // [PHYS:observables.angle]
  return std::atan2(std::sqrt(x * x + y * y + z * z), a.x * b.x + a.y * b.y + a.z * b.z) * 180 /
         std::numbers::pi;
}

inline double degrees_to_beam(event const& e, four_momentum const& p) {
  return degrees_between(e.neutrino_in().momentum, p);
}

/// Across the beam [GeV].
inline double transverse_to_beam(event const& e, four_momentum const& p) {
  return p.momentum() * std::sin(degrees_to_beam(e, p) * std::numbers::pi / 180);
}

inline four_momentum const& minus_of(event const& e) { return e.lepton_minus().momentum; }
inline four_momentum const& plus_of(event const& e) { return e.lepton_plus().momentum; }
inline four_momentum const& leading_of(event const& e) {
  return minus_of(e).e < plus_of(e).e ? plus_of(e) : minus_of(e);
}
inline four_momentum const& trailing_of(event const& e) {
  return minus_of(e).e < plus_of(e).e ? minus_of(e) : plus_of(e);
}
inline four_momentum pair_of(event const& e) { return minus_of(e) + plus_of(e); }

/// All that comes out of the vertex beside the leptons.
inline four_momentum hadrons_of(event const& e) {
  four_momentum sum;
  int products = 0;
  for (particle const& p : e.particles)
    if (e.is_product(p) && ++products > 3) sum = sum + p.momentum;
  return sum;
}

/// What the hadrons took up.
inline four_momentum taken_of(event const& e) { return hadrons_of(e) - e.struck().momentum; }

inline double kinetic(particle const& p) { return p.momentum.e - p.mass; }

/// The invariant mass of leptons that may have been measured.
inline double mass_of_pair(event const& e) { return pair_of(e).mass(); }

inline double recoil_energy(event const& e) {
  auto const p = hadrons_of(e);
  return p.e - p.mass();
}

inline constexpr std::array<event_observable, 29> event_observables = {{
    {"E_nu", "GeV", "energy of the incoming neutrino",
     [](event const& e) { return e.neutrino_in().momentum.e; }, "E_ν"},
    {"E_minus", "GeV", "energy of l-, with its mass", [](event const& e) { return minus_of(e).e; }, "E_{ℓ−}"},
    {"E_plus", "GeV", "energy of l+, with its mass", [](event const& e) { return plus_of(e).e; }, "E_{ℓ+}"},
    {"K_minus", "GeV", "kinetic energy of l-", [](event const& e) { return kinetic(e.lepton_minus()); },
     "E_{ℓ−} − m"},
    {"K_plus", "GeV", "kinetic energy of l+", [](event const& e) { return kinetic(e.lepton_plus()); },
     "E_{ℓ+} − m"},
    {"E_leading", "GeV", "the larger of the energies of the charged leptons",
     [](event const& e) { return leading_of(e).e; }, "E of the leading lepton"},
    {"E_trailing", "GeV", "the smaller of the energies of the charged leptons",
     [](event const& e) { return trailing_of(e).e; }, "E of the trailing lepton"},
    {"E_sum", "GeV", "energy of both charged leptons", [](event const& e) { return pair_of(e).e; },
     "E_{ℓ−} + E_{ℓ+}"},
    {"E_asymmetry", "", "(E of l+ - E of l-)/(their sum)",
     [](event const& e) { return (plus_of(e).e - minus_of(e).e) / pair_of(e).e; },
     "(E_{ℓ+} − E_{ℓ−})/(E_{ℓ+} + E_{ℓ−})"},
    {"E_had", "GeV", "energy that the hadrons take up, above what was there at rest",
     [](event const& e) { return taken_of(e).e; }, "E_{had}"},
    {"E_visible", "GeV", "energy of both charged leptons and what the hadrons take up",
     [](event const& e) { return pair_of(e).e + taken_of(e).e; }, "E_{visible}"},
    {"p_minus", "GeV", "momentum of l-", [](event const& e) { return minus_of(e).momentum(); }, "p_{ℓ−}"},
    {"p_plus", "GeV", "momentum of l+", [](event const& e) { return plus_of(e).momentum(); }, "p_{ℓ+}"},
    {"theta_minus", "deg", "angle of l- to the beam",
     [](event const& e) { return degrees_to_beam(e, minus_of(e)); }, "θ_{ℓ−}"},
    {"theta_plus", "deg", "angle of l+ to the beam",
     [](event const& e) { return degrees_to_beam(e, plus_of(e)); }, "θ_{ℓ+}"},
    {"theta_leading", "deg", "angle of the lepton with more energy to the beam",
     [](event const& e) { return degrees_to_beam(e, leading_of(e)); }, "θ of the leading lepton"},
    {"theta_trailing", "deg", "angle of the lepton with less energy to the beam",
     [](event const& e) { return degrees_to_beam(e, trailing_of(e)); }, "θ of the trailing lepton"},
    {"theta_pair", "deg", "angle of the pair's momentum to the beam",
     [](event const& e) { return degrees_to_beam(e, pair_of(e)); }, "θ_{ℓℓ, beam}"},
    {"theta_ll", "deg", "opening angle between the charged leptons",
     [](event const& e) { return degrees_between(minus_of(e), plus_of(e)); }, "θ_{ℓℓ}"},
    {"mll", "GeV", "mass of the pair", mass_of_pair, "m_{ℓℓ}"},
    {"pT_minus", "GeV", "momentum of l- across the beam",
     [](event const& e) { return transverse_to_beam(e, minus_of(e)); }, "p_{T,ℓ−}"},
    {"pT_plus", "GeV", "momentum of l+ across the beam",
     [](event const& e) { return transverse_to_beam(e, plus_of(e)); }, "p_{T,ℓ+}"},
    {"pT_ll", "GeV", "momentum of the pair across the beam",
     [](event const& e) { return transverse_to_beam(e, pair_of(e)); }, "p_{T,ℓℓ}"},
    {"Q2", "GeV2", "photon virtuality, given to the target", [](event const& e) { return e.q2; }, "Q^2"},
    {"q", "GeV", "momentum that the hadrons take up", [](event const& e) { return taken_of(e).momentum(); },
     "|q|"},
    {"T", "GeV2", "-(k - k')^2 of the neutrinos", [](event const& e) { return e.transfer; }, "T"},
    {"s", "GeV2", "(k + q)^2 of neutrino and photon", [](event const& e) { return e.s; }, "s"},
    {"T_recoil", "GeV", "kinetic energy of what leaves the vertex beside leptons", recoil_energy,
     "T_{recoil}"},
    {"W", "GeV", "mass of what leaves the vertex beside leptons",
     [](event const& e) { return hadrons_of(e).mass(); }, "W"},
}};

} // namespace detail

/// All that can be asked for.
constexpr std::span<event_observable const> event_observables() { return detail::event_observables; }

/// By its name, or null.
inline event_observable const* find_event_observable(std::string_view name) {
  return detail::find_named(detail::event_observables, name, &event_observable::name);
}

/// By its name; `what` is what a user gave it for, such as "--cut". Throws input_error.
inline event_observable const& event_observable_named(std::string_view what, std::string_view name) {
  if (auto const* const found = find_event_observable(name)) return *found;
  throw input_error(std::string(what) + ": \"" + std::string(name) + "\" is not an observable: allowed are " +
                    detail::joined(detail::event_observables, &event_observable::name));
}

} // namespace trident
