// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/number_text.hpp>
#include <trident/event/event.hpp>
#include <trident/sampling/trial_source.hpp>

namespace trident {

/// Turns the z axis into a direction, by the shortest way.
class beam_frame {
public:
  beam_frame() = default;

  /// Of any length but zero; throws input_error for that.
  explicit beam_frame(std::array<double, 3> const& direction) {
    double const length = std::hypot(direction[0], direction[1], direction[2]);
    if (!(detail::is_finite(length) && length > 0))
      throw input_error("beam direction " + detail::number_text(direction[0]) + "," +
                        detail::number_text(direction[1]) + "," + detail::number_text(direction[2]) +
                        ": it must be finite and longer than 0");
    double const x = direction[0] / length, y = direction[1] / length, z = direction[2] / length;
    if (x == 0 && y == 0) {
      rows_ = {{{1, 0, 0}, {0, z, 0}, {0, 0, z}}}; // half a turn around x, or none
      return;
    }
    double const across = x * x + y * y;
    double const f = z > 0 ? 1 / (1 + z) : (1 - z) / across; // (1 - z)/(1 - z^2)
    rows_ = {{{1 - x * x * f, -x * y * f, x}, {-x * y * f, 1 - y * y * f, y}, {-x, -y, z}}};
  }

  void turn(four_momentum& p) const {
    auto const row = [&](std::array<double, 3> const& r) { return r[0] * p.x + r[1] * p.y + r[2] * p.z; };
    p = {p.e, row(rows_[0]), row(rows_[1]), row(rows_[2])};
  }

  void turn_back(four_momentum& p) const {
    auto const column = [&](std::size_t i) {
      return rows_[0][i] * p.x + rows_[1][i] * p.y + rows_[2][i] * p.z;
    };
    p = {p.e, column(0), column(1), column(2)};
  }

private:
  std::array<std::array<double, 3>, 3> rows_ = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
};

/// Where and when an event happens: anything called with its number that gives x, y, z [cm] and t [ns].
template <class S>
concept VertexSampler = requires(S const& sampler, std::uint64_t number) {
  { sampler(number) } -> std::same_as<four_momentum>;
};

/// Evenly spread over a box in space and time; a function of the seed and the event's number.
class box_sampler {
public:
  using interval_type = std::array<double, 2>;

  /// x, y, z [cm], t [ns]; throws input_error if one ends before it begins.
  box_sampler(std::array<interval_type, 4> const& sides, std::uint64_t seed)
      : sides_(sides), random_(seed, stream) {
    for (auto const& [from, to] : sides_)
      if (!(detail::is_finite(from) && detail::is_finite(to) && from <= to))
        throw input_error("box side " + detail::number_text(from) + ":" + detail::number_text(to) +
                          ": it must be finite and end where it begins or after that");
  }

  four_momentum operator()(std::uint64_t number) const {
    auto const u = random_.four({number, 0}, 0);
    auto const along = [&](std::size_t i) { return sides_[i][0] + u[i] * (sides_[i][1] - sides_[i][0]); };
    return {along(3), along(0), along(1), along(2)};
  }

private:
  static constexpr std::uint64_t stream = ~std::uint64_t{0} - 1;
  std::array<interval_type, 4> sides_;
  trial_source random_;
};

/// Moves events from the target's own frame, beam along z and vertex at the origin, to where a detector has them.
template <VertexSampler Vertex>
class placed {
public:
  placed(beam_frame const& frame, Vertex vertex) : frame_(frame), vertex_(vertex) {}

  void operator()(event& e) const {
    for (particle& p : e.particles)
      if (p.momentum.momentum() > 0)
        frame_.turn(p.momentum); // what is at rest stays so, without a sign at its zeros
    for (particle& p : e.constituents) frame_.turn(p.momentum);
    e.vertex = vertex_(e.number);
  }

private:
  beam_frame frame_;
  Vertex vertex_;
};

} // namespace trident
