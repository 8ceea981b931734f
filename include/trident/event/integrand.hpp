// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>

#include <trident/event/event.hpp>
#include <trident/sampling/trial_source.hpp>

namespace trident {

struct source_description;

/// A cross section as a function on the unit cube, and the event that a point stands for: what distributions of events are
/// integrated from, with points that the caller chooses. Shares nothing mutable: any number of threads may ask.
class event_integrand {
public:
  virtual ~event_integrand() = default;

  virtual source_description const& description() const = 0;

  /// Coordinates of a point.
  virtual std::size_t coordinates() const = 0;

  /// Cross section [fb], on one target, per unit volume of the cube, at points that lie behind each other.
  virtual void densities(std::span<double const> points, std::span<double> values) const = 0;

  /// The event at a point, turned around the beam by `azimuth` in [0, 1). What a point leaves open (helicities, the nucleon
  /// that was struck) is drawn with the random numbers of `which`, and the nucleus that the nucleon was in with `parent`.
  virtual event event_at(std::span<double const> point, trial const& which, double azimuth,
                         double parent) const = 0;
};

} // namespace trident
