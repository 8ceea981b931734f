// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text.hpp>
#include <trident/event/event.hpp>
#include <trident/physics/four_momentum.hpp>
#include <trident/sampling/trial_source.hpp>

namespace trident {

/// sigma/E of an energy: a/sqrt(E), b and c/E, added in quadrature, E in GeV.
struct energy_resolution {
  double stochastic = 0, constant = 0, noise = 0;

  /// Standard deviation over the energy.
  double operator()(double energy) const {
    // [PHYS:smearing.energy]
    return std::hypot(stochastic / std::sqrt(energy), constant, noise / energy);
  }
};

/// What a detector does to one charged lepton.
struct lepton_resolution {
  energy_resolution energy;
  double angle = 0; ///< standard deviation of the angle in each of two planes [degrees]
};

namespace detail {

/// Reads "E:0.05/sqrt(E)+0.01, theta:1deg".
class smearing_reader {
public:
  smearing_reader(std::string_view option, std::string_view text) : option_(option), text_(text) {}

  std::array<lepton_resolution, 2> resolutions() {
    for (auto const& part : split(text_)) read(part);
    return leptons_;
  }

private:
  [[noreturn]] void refuse(std::string const& why) const {
    throw input_error(std::string(option_) + " is \"" + std::string(text_) + "\": " + why);
  }

  static std::string without_blanks(std::string_view text) {
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](char c) { return c != ' ' && c != '\t'; });
    return kept;
  }

  void read(std::string_view part) {
    std::string const item = without_blanks(part);
    auto const colon = item.find(':');
    std::string const name = item.substr(0, colon);
    std::string const value = colon == std::string::npos ? "" : item.substr(colon + 1);
    bool const minus = name.ends_with("_minus"), plus = name.ends_with("_plus");
    std::string const kind = name.substr(0, name.find('_'));
    bool const known = (kind == "E" || kind == "theta") && (minus || plus || name == kind);
    if (!known || value.empty())
      refuse(
          "\"" + item +
          "\" must be E:A/sqrt(E)+B+C/E (relative, the terms in quadrature) or theta:Ddeg, for both charged "
          "leptons, or of one of them with E_minus, E_plus, theta_minus or theta_plus");
    for (std::size_t i = 0; i < 2; ++i) {
      if ((i == 0 && plus) || (i == 1 && minus)) continue;
      if (kind == "E")
        leptons_[i].energy = energy_from(value);
      else
        leptons_[i].angle = angle_from(value);
    }
  }

  energy_resolution energy_from(std::string const& text) const {
    energy_resolution found;
    for (auto const& term : split(text, '+')) {
      if (term.ends_with("/sqrt(E)"))
        found.stochastic = number_from(term.substr(0, term.size() - 8), 10);
      else if (term.ends_with("/E"))
        found.noise = number_from(term.substr(0, term.size() - 2), 10);
      else
        found.constant = number_from(term, 10);
    }
    return found;
  }

  double angle_from(std::string const& text) const {
    if (text.ends_with("mrad"))
      return number_from(text.substr(0, text.size() - 4), 1000) * 0.18 / std::numbers::pi;
    if (text.ends_with("deg")) return number_from(text.substr(0, text.size() - 3), 60);
    refuse("the angle \"" + text + "\" must be a number with its unit, such as 1deg or 20mrad");
  }

  double number_from(std::string const& text, double largest) const {
    double value = 0;
    char const* const end = text.data() + text.size();
    auto const [at, problem] = read_number(text.data(), end, value);
    if (problem == std::errc{} && at == end && is_finite(value) && value >= 0 && value <= largest)
      return value;
    refuse("\"" + text + "\" must be a number from 0 to " + std::to_string(static_cast<int>(largest)));
  }

  std::string_view option_, text_;
  std::array<lepton_resolution, 2> leptons_{};
};

/// Two numbers that are distributed as Gaussians of width 1 and do not depend on each other.
inline std::array<double, 2> two_gaussians(double u, double v) {
  // [PHYS:smearing.gaussian]
  double const length = std::sqrt(-2 * std::log(u)), angle = 2 * std::numbers::pi * v;
  return {length * std::cos(angle), length * std::sin(angle)};
}

/// The same particle with another energy: its direction and mass are kept, and a thousandth of its kinetic energy at least.
inline void set_energy(particle& p, double energy) {
  constexpr double least = 1e-3;
  double const kinetic = std::max(energy - p.mass, least * (p.momentum.e - p.mass));
  double const before = p.momentum.momentum();
  if (!(before > 0)) return;
  double const scale = std::sqrt(kinetic * (kinetic + 2 * p.mass)) / before;
  p.momentum = {p.mass + kinetic, scale * p.momentum.x, scale * p.momentum.y, scale * p.momentum.z};
}

/// Turns a momentum by two small angles [degrees] in planes that are at right angles.
inline void deflect(four_momentum& p, double first, double second) {
  double const length = p.momentum(), turned = std::hypot(first, second);
  if (!(length > 0) || !(turned > 0)) return;
  // unit vectors across: the first across the smallest component, so that none is lost
  std::array<double, 3> const n = {p.x / length, p.y / length, p.z / length};
  std::size_t least = 0;
  for (std::size_t i = 1; i < 3; ++i)
    if (std::abs(n[i]) < std::abs(n[least])) least = i;
  std::array<double, 3> axis{};
  axis[least] = 1;
  std::array<double, 3> a, b;
  double const width = std::sqrt(1 - n[least] * n[least]);
  for (std::size_t i = 0; i < 3; ++i) a[i] = (axis[i] - n[least] * n[i]) / width;
  for (std::size_t i = 0; i < 3; ++i)
    b[i] = n[(i + 1) % 3] * a[(i + 2) % 3] - n[(i + 2) % 3] * a[(i + 1) % 3];
  double const angle = turned * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
  auto const along = [&](std::size_t i) {
    return length * (c * n[i] + s * (first * a[i] + second * b[i]) / turned);
  };
  p = {p.e, along(0), along(1), along(2)};
}

} // namespace detail

/// What a detector sees of an event: energies and angles of the charged leptons, spread by Gaussians. What is spread is a
/// function of the seed and the trial alone.
class smearing {
public:
  smearing() = default;

  /// Of "E:0.05/sqrt(E)+0.01, theta:1deg" and the like. `option` is named in errors. Throws input_error.
  static smearing from_text(std::string_view text, std::string_view option = "--smear") {
    smearing made;
    made.text_ = std::string(text);
    made.leptons_ = detail::smearing_reader(option, text).resolutions();
    return made;
  }

  void operator()(event& e, trial_source const& random, trial const& which) const {
    if (!leptons_) return;
    auto const minus = static_cast<std::size_t>(e.struck_place()) + 2;
    spread(e.particles[minus], (*leptons_)[0], random.four(which, 0));
    spread(e.particles[minus + 1], (*leptons_)[1], random.four(which, 1));
  }

  std::string const& text() const { return text_; } ///< as it was given; empty for none

private:
  static void spread(particle& p, lepton_resolution const& by, std::array<double, 4> const& u) {
    auto const energy = detail::two_gaussians(u[0], u[1]), angle = detail::two_gaussians(u[2], u[3]);
    detail::set_energy(p, p.momentum.e * (1 + by.energy(p.momentum.e) * energy[0]));
    detail::deflect(p.momentum, by.angle * angle[0], by.angle * angle[1]);
  }

  std::optional<std::array<lepton_resolution, 2>> leptons_;
  std::string text_;
};

} // namespace trident
