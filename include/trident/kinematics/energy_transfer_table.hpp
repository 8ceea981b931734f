// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include <trident/kinematics/limits.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/numerics/rows_of_sums.hpp>
#include <trident/physics/concepts.hpp>

namespace trident {

/// The table of an energy_transfer_map, and what is drawn from it: valid as long as the map, copied freely, device code too.
///
/// At one Q2 the density in nu is constant in bins, in proportion to W2 ((2/x)(nu_max - nu) + 0.3) + 2 W1, which is what
/// leptons see, most of them transverse. Bins and their contents are kept at rows of Q2; between two rows their sums, and their edges less
/// Q2/2M, are linear in Q = sqrt(Q2), so that the Jacobian is exact. Such edges are exact where they stay at a mass of the
/// hadrons, and nearly so where nucleons move.
struct energy_transfer_table {
  double const* nodes; ///< see `record`
  std::int64_t first;  ///< key of the lowest row
  std::int64_t pairs;  ///< of neighbouring rows
  std::int64_t bins;
  double over_two_mass; ///< 1/2M [1/GeV]

  /// Of each pair of rows and each edge of a bin: sums below it of W2, of W2 times the distance of bins from the lowest edge,
  /// and of W1, and the edge itself less Q2/2M [GeV], each in both rows.
  static constexpr std::size_t record = 8;
  static constexpr int subdivisions_log2 = 1;
  static constexpr int key_shift = 52 - subdivisions_log2;
  /// Of W2 where R = 1, for leptons that are scalar: L_S over L_T, roughly.
  static constexpr double scalar_share = 0.3;

  static std::int64_t key(double q2) { return std::bit_cast<std::int64_t>(q2) >> key_shift; }
  static double row_q2(std::int64_t key) { return std::bit_cast<double>(key << key_shift); }

  /// W2 is kept over this, about its ratio to W1 at nu of 0.7 GeV, which varies most with Q2.
  template <class Real>
  static constexpr Real usual_ratio(Real q2) {
    return q2 / (q2 + Real(0.5));
  }

  /// nu below `largest` at given Q2 and x = k.q/E; the measure is 0 where there is none.
  template <class Real>
  constexpr energy_transfer_draw<Real> operator()(Real u, Real q2, Real largest, Real x) const {
    using detail::select;
    slice<Real> const at(*this, q2, largest, x);
    Real const goal = u * at.total;
    Real const bin =
        detail::last_within(at.last, bins, [&](Real const& edge) { return at.sum(at.node(edge)) > goal; });
    auto const is_last = bin > at.last - Real(0.5);
    auto const node = at.node(bin), next = at.node(bin + Real(1));
    Real const low = at.start_of(node), high = select(is_last, at.end, at.start_of(next));
    Real const below = at.sum(node), content = select(is_last, at.total, at.sum(next)) - below;
    auto const open = at.total > Real(0) && content > Real(0);
    // [PHYS:phase_space.energy_transfer]
    Real const inverse = select(open, (high - low) / content, Real(0));
    return {select(open, low + (goal - below) * inverse, low), at.total * inverse};
  }

  /// The integral of the density below nu_max, in a unit that depends on Q2 alone.
  double total(double q2, double x) const {
    return slice<double>(*this, q2, largest_energy_transfer(q2, x), x).total;
  }

  /// The lowest edge of all [GeV].
  double lowest(double q2) const {
    slice<double> const at(*this, q2, 0.0, 1.0);
    return at.start_of(at.node(0.0));
  }

private:
  /// The table at one Q2, with the density that belongs to an x.
  template <class Real>
  struct slice {
    using lanes = detail::lanes<Real>;
    using integer = typename lanes::integer;

    constexpr slice(energy_transfer_table const& owner, Real q2, Real largest, Real x) : table(owner) {
      using detail::select;
      using std::min;
      using std::sqrt;
      auto const pair = lanes::clamp((lanes::bits(q2) >> key_shift) - owner.first, 0, owner.pairs - 1);
      Real const low = lanes::from_bits((pair + owner.first) << key_shift);
      Real const high = lanes::from_bits((pair + (owner.first + 1)) << key_shift);
      Real const from_root = sqrt(low), position = (sqrt(q2) - from_root) / (sqrt(high) - from_root);
      t = min(detail::not_negative(position), Real(1));
      start = real_of(pair) * Real(static_cast<double>((owner.bins + 1) * static_cast<std::int64_t>(record)));
      base = q2 * Real(owner.over_two_mass);
      auto const lowest_node = node(Real(0));
      Real const lowest = start_of(lowest_node);
      last = detail::last_within(Real(static_cast<double>(owner.bins - 1)), owner.bins,
                                 [&](Real const& number) { return start_of(node(number)) > largest; });
      auto const here = node(last), next = node(last + Real(1));
      Real const left = start_of(here), width = start_of(next) - left, reached = largest - left;
      Real const part = select(width > reached, reached / width, Real(1));
      end = left + part * detail::not_negative(width);
      Real const zero = distance(lowest_node), from = distance(here) - zero;
      Real const last_width = part * (distance(next) - zero - from), to = from + last_width;
      // (2/x)(nu_max - nu), in bins with their distances in place of nu - lowest
      Real const electric = 2 * usual_ratio(q2) / x, scalar = Real(scalar_share) * usual_ratio(q2);
      over_distance = electric * (end - lowest) / to;
      weight = electric * (largest - lowest) + scalar;
      Real const mean = electric * (largest - end) + over_distance * last_width * Real(0.5) + scalar;
      Real const content =
          part * (mean * (value(next, 0) - value(here, 0)) + 2 * (value(next, 4) - value(here, 4)));
      total = select(largest > lowest && to > Real(0), sum(here) + content, Real(0));
    }

    static constexpr Real real_of(integer const& n) {
      return lanes::from_bits(n + lanes::bits(Real(0x1p52))) - Real(0x1p52);
    }

    constexpr integer node(Real const& number) const {
      return detail::whole_part(start + number * Real(static_cast<double>(record)));
    }

    /// Of a quantity that is kept in places `which` and `which` + 1.
    constexpr Real value(integer const& place, std::size_t which) const {
      Real const a = lanes::look_up(table.nodes + which, place),
                 b = lanes::look_up(table.nodes + which + 1, place);
      return a + t * (b - a);
    }

    /// Where a bin begins [GeV].
    constexpr Real start_of(integer const& place) const { return base + value(place, 6); }

    /// The same number in the whole pair of rows, from which nu differs by a factor and a constant, nearly.
    constexpr Real distance(integer const& place) const {
      return Real(0.5) * (lanes::look_up(table.nodes + 6, place) + lanes::look_up(table.nodes + 7, place));
    }

    /// Integral of the density below an edge.
    constexpr Real sum(integer const& place) const {
      return weight * value(place, 0) - over_distance * value(place, 2) + 2 * value(place, 4);
    }

    energy_transfer_table const& table;
    Real t;     ///< between both rows
    Real base;  ///< Q2/2M
    Real start; ///< place of the first record
    Real last;  ///< bin in which nu_max lies
    Real end;   ///< nu_max, or the end of that bin [GeV]
    Real weight, over_distance;
    Real total;
  };
};

} // namespace trident
