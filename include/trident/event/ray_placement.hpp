// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <variant>

#include <trident/event/event.hpp>
#include <trident/event/placement.hpp>
#include <trident/flux/ray_beam.hpp>
#include <trident/sampling/trial_source.hpp>

namespace trident {

/// Puts events on the rays that their neutrinos came on: the beam goes as the ray does, and the vertex lies on its path in
/// the box, or where the ray was seen. A function of the event, its number and the seed.
class ray_placement {
public:
  ray_placement(std::shared_ptr<ray_beam const> beam, std::uint64_t seed)
      : beam_(std::move(beam)), random_(seed, stream) {}

  void operator()(event& e) const {
    auto const u = random_.four({e.number, 0}, 0);
    auto const& neutrino_in = e.neutrino_in();
    auto const& ray = beam_->ray_at(neutrino_from_pdg(neutrino_in.pdg_code), neutrino_in.momentum.e, u[0]);
    placed const place(beam_frame(ray.direction), [&](std::uint64_t) { return vertex_on(ray, u[1]); });
    place(e);
    e.ray = ray.number;
  }

private:
  static constexpr std::uint64_t stream = ~std::uint64_t{0} - 3; // the numbers of events have that below

  four_momentum vertex_on(neutrino_ray const& ray, double u) const {
    constexpr double speed_of_light = 29.9792458; // cm/ns, exact
    double along = 0;
    if (beam_->box()) {
      auto const [from, to] = *passage(ray, *beam_->box());
      along = from + u * (to - from);
    }
    auto const at = [&](std::size_t i) { return ray.position[i] + along * ray.direction[i]; };
    return {ray.time + along / speed_of_light, at(0), at(1), at(2)};
  }

  std::shared_ptr<ray_beam const> beam_;
  trial_source random_;
};

/// Where the events of a sample are: in a box with the beam along one direction, or on rays.
class event_placement {
public:
  event_placement(beam_frame const& frame, box_sampler const& box) : how_(placed<box_sampler>(frame, box)) {}
  explicit event_placement(ray_placement rays) : how_(std::move(rays)) {}

  void operator()(event& e) const {
    std::visit([&](auto const& one) { one(e); }, how_);
  }

private:
  std::variant<placed<box_sampler>, ray_placement> how_;
};

} // namespace trident
