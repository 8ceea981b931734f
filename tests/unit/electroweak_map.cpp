// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include <trident/kinematics/concepts.hpp>
#include <trident/kinematics/electroweak_map.hpp>
#include <trident/mc/philox_source.hpp>

#include "catch.hpp"

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

using namespace trident;

static_assert(PhaseSpaceMap<basic_phase_space<q2_map, elastic_limits, flat_k_dot_q, electroweak_map>>);
static_assert(PhaseSpaceMap<basic_phase_space<q2_table, continuum_limits, flat_k_dot_q, electroweak_map>>);

namespace {

/// Leptons at one s and Q2.
struct lepton_point {
  pair_masses<double> masses;
  double s, q2;

  double k_dot_q() const { return (s + q2) / 2; }
};

constexpr double me = 0.00051099895, mmu = 0.1056583755, mtau = 1.77686;
constexpr std::array<lepton_point, 6> lepton_points = {{{{mmu, mmu}, 7000, 0.1},
                                                        {{mmu, me}, 20000, 0.01},
                                                        {{me, mmu}, 9000, 1e-3},
                                                        {{mmu, mmu}, 50, 0.1},
                                                        {{mtau, me}, 1e5, 0.1},
                                                        {{me, mtau}, 1e6, 1}}};

pair_masses<double> exchanged(pair_masses<double> const& m) { return {m.plus, m.minus}; }

template <class Map>
phase_space_point<> drawn(Map const& map, lepton_point const& at, std::array<double, 4> const& u) {
  phase_space_point<> point{};
  map.draw(point, at.k_dot_q(), at.q2, u, 1.0, true);
  return point;
}

/// (k' + p)^2 of the lepton that is not made with the W.
double w_mass_squared(lepton_state<double> const& l, bool is_exchanged, double mass) {
  auto const kappa = is_exchanged ? l.kappa_minus : l.kappa_plus;
  double const x = is_exchanged ? l.x_minus : l.x_plus;
  double const of_neutrino = l.kappa_nu * l.kappa_nu / l.x_nu, of_lepton = (mass * mass + norm(kappa)) / x;
  double const across = std::pow(l.kappa_nu + kappa.re, 2) + kappa.im * kappa.im;
  return (l.x_nu + x) * (of_neutrino + of_lepton) - across;
}

double largest_violation(lepton_state<double> const& l, pair_masses<double> const& m, double pair_mass) {
  auto const shell = [&](double x, detail::complex<double> kappa, double mass, double d) {
    return std::abs((l.q2 * (1 - x) + (mass * mass + norm(kappa)) / x) / d - 1);
  };
  auto const sum = l.kappa_minus + l.kappa_plus + l.kappa_nu;
  return std::max({std::abs(l.x_nu + l.x_minus + l.x_plus - 1),
                   shell(l.x_minus, l.kappa_minus, m.minus, l.d_minus),
                   shell(l.x_plus, l.kappa_plus, m.plus, l.d_plus),
                   std::abs((l.d_minus + l.d_plus) / (l.q2 + pair_mass + l.transfer) - 1),
                   std::sqrt(norm(sum) / (norm(l.kappa_minus) + norm(l.kappa_plus)))});
}

struct map_sums {
  double value = 0, squares = 0;

  void add(double x) {
    value += x;
    squares += x * x;
  }
  double mean(double n) const { return value / n; }
  double error(double n) const { return std::sqrt(squares) / n; }
};

} // namespace

TEST_CASE("Leptons drawn around the W are on shell, their fractions sum to 1, and the map has an inverse") {
  philox_source<4> const source(11, 0);
  for (bool const is_exchanged : {false, true})
    for (auto at : lepton_points) {
      if (at.s < 1000) continue; // far below the W nothing is drawn here
      if (is_exchanged) at.masses = exchanged(at.masses);
      electroweak_map map(at.masses, std::numeric_limits<double>::infinity(), {}, true, is_exchanged);
      map.use(lepton_channel::w_share);
      double worst = 0, worst_inverse = 0;
      for (std::uint64_t i = 0; i < 20'000; ++i) {
        auto const u = source(i);
        auto const point = drawn(map, at, u);
        worst = std::max(worst, largest_violation(point.leptons, at.masses, point.pair_mass_squared));
        auto const back = map.inverse(point);
        for (std::size_t axis = 0; axis < 4; ++axis) {
          double const off = std::abs(back[axis] - u[axis]);
          worst_inverse = std::max(worst_inverse, axis == 3 ? std::min(off, 1 - off) : off);
        }
      }
      CAPTURE(at.masses.minus, at.masses.plus, at.s, worst, worst_inverse);
      CHECK(worst < 1e-9);
      CHECK(worst_inverse < 1e-6);
    }
}

TEST_CASE("Each map knows its Jacobian at the leptons that it drew") {
  philox_source<4> const source(12, 0);
  for (auto const& at : lepton_points) {
    pair_map const z(at.masses, std::numeric_limits<double>::infinity());
    w_map const w(at.masses, {}, false);
    double worst_z = 0, worst_w = 0;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
      auto const by_z = drawn(z, at, source(2 * i)), by_w = drawn(w, at, source(2 * i + 1));
      double const of_z = z.measure(by_z.leptons, z.excess(by_z.leptons));
      if (by_z.inside()) worst_z = std::max(worst_z, std::abs(of_z / by_z.jacobian - 1));
      if (by_w.inside()) worst_w = std::max(worst_w, std::abs(w.measure(by_w.leptons) / by_w.jacobian - 1));
    }
    CAPTURE(at.masses.minus, at.masses.plus, at.s);
    CHECK(worst_z < 1e-7);
    CHECK(worst_w < 1e-6);
  }
}

TEST_CASE("Both maps and their shares together give the same integral over the leptons") {
  philox_source<4> const source(13, 0);
  constexpr double no_mediator = std::numeric_limits<double>::infinity(), width = 80.377 * 2.085;
  constexpr std::uint64_t n = 100'000;
  for (bool const is_exchanged : {false, true})
    for (auto at : lepton_points) {
      if (is_exchanged) at.masses = exchanged(at.masses);
      double const decayed = is_exchanged ? at.masses.minus : at.masses.plus;
      auto const value = [&](phase_space_point<> const& point) {
        double const off = w_mass_squared(point.leptons, is_exchanged, decayed) - 80.377 * 80.377;
        return point.jacobian / (off * off + width * width) / (1 + point.pair_mass_squared);
      };
      map_sums z, w, shares;
      electroweak_map map(at.masses, no_mediator, {}, true, is_exchanged);
      w_map const around_w(at.masses, {}, is_exchanged);
      pair_map const of_pair(at.masses, no_mediator);
      for (std::uint64_t i = 0; i < n; ++i) {
        auto const u = source(i);
        z.add(value(drawn(of_pair, at, u)));
        auto by_w = drawn(around_w, at, u);
        by_w.pair_mass_squared = at.masses.threshold_squared() + of_pair.excess(by_w.leptons);
        w.add(by_w.inside() ? value(by_w) : 0);
        map.use(lepton_channel::z_share);
        double const share = value(drawn(map, at, u));
        map.use(lepton_channel::w_share);
        auto const other = drawn(map, at, source(n + i));
        shares.add(share + (other.inside() ? value(other) : 0));
      }
      CAPTURE(at.masses.minus, at.masses.plus, at.s, z.mean(n), z.error(n), w.mean(n), w.error(n));
      CHECK(std::abs(z.mean(n) - w.mean(n)) < 4 * std::hypot(z.error(n), w.error(n)));
      CHECK(std::abs(shares.mean(n) - w.mean(n)) < 4 * std::hypot(shares.error(n), w.error(n)));
      CHECK(shares.error(n) < 0.05 * shares.mean(n));
    }
}

#if __has_include(<xsimd/xsimd.hpp>)

TEST_CASE("Packs draw the same leptons as numbers, in both shares") {
  philox_source<4> const source(14, 0);
  lepton_point const& at = lepton_points[1];
  electroweak_map map(at.masses, std::numeric_limits<double>::infinity(), {}, true, false);
  for (auto const share : {lepton_channel::z_share, lepton_channel::w_share}) {
    map.use(share);
    double worst = 0;
    for (std::uint64_t first = 0; first < 4096; first += pack::size) {
      std::array<std::array<double, pack::size>, 4> numbers{};
      std::array<pack, 4> u;
      for (std::size_t axis = 0; axis < 4; ++axis) {
        for (std::size_t i = 0; i < pack::size; ++i) numbers[axis][i] = source(first + i)[axis];
        u[axis] = pack::load_unaligned(numbers[axis].data());
      }
      phase_space_point<pack> all;
      map.draw(all, pack(at.k_dot_q()), pack(at.q2), u, pack(1.0), pack(1.0) > pack(0.0));
      for (std::size_t i = 0; i < pack::size; ++i) {
        auto const one = drawn(map, at, source(first + i));
        if (!(one.jacobian > 0)) continue;
        worst = std::max({worst, std::abs(all.jacobian.get(i) / one.jacobian - 1),
                          std::abs(all.leptons.d_minus.get(i) / one.leptons.d_minus - 1)});
      }
    }
    CHECK(worst < 1e-8);
  }
}

#endif
