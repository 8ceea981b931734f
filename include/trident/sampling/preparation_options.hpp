// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/parallel/execution.hpp>

namespace trident {

/// How the cube is cut into cells below whose maxima events are drawn. Muon pairs on argon in the DUNE spectrum, with
/// 0.1 % of the cross section above the maxima, share of points that become events (e- e+ in brackets): adapted map
/// 0.17 (0.20); 2000 cells on top 0.43 (0.39); dependences between pairs of coordinates first, then cells 0.51 (0.41); three
/// times the cells 0.53 (0.44); dependences learnt twice 0.51 (0.43). What is left is in how the angles of the leptons
/// depend on three and more coordinates together.
struct partition_options {
  std::size_t points_to_learn = 150'000; ///< from which dependences between coordinates are learnt
  std::size_t cells = 1500;
  std::size_t points_to_cut = 128;      ///< seen in a cell before it is cut
  std::size_t points_for_maximum = 128; ///< seen in a cell before its maximum is taken
  /// Share of the cross section allowed above the maxima: what clipping would lose. The events that reach above them carry
  /// about ten times as much. With about 1e-4 here these carry 0.1 %, and 0.40 (mu- mu+), 0.34 (mu- e+), 0.32 (e- e+) of
  /// the points become events in place of 0.52, 0.44 and 0.43.
  double overweight = 9e-4;
};

/// For each of several integrands that sum to one, with these integrals: what is allowed above the maxima is a share of the
/// sum, the same for all, and more points are seen, so that a small share with a long tail does not cost most of the points.
/// Muon pairs on argon at 1e6 GeV, where the share around the pair is a tenth: 0.34 of the points become events, 0.17 with
/// `whole` for each share.
inline std::vector<partition_options> partitions_of_shares(partition_options const& whole,
                                                           std::span<double const> integrals) {
  if (integrals.size() < 2) return {integrals.size(), whole};
  constexpr double most = 0.1;
  constexpr std::size_t learnt = 2, seen = 3; // times what one integrand has
  double sum = 0;
  for (double const one : integrals) sum += one;
  std::vector<partition_options> all;
  for (double const one : integrals) {
    partition_options own = whole;
    double const part = one * static_cast<double>(integrals.size());
    own.overweight = part > 0 ? std::min(whole.overweight * sum / part, most) : whole.overweight;
    own.points_to_learn *= learnt;
    own.points_to_cut *= seen;
    own.points_for_maximum *= seen;
    all.push_back(own);
  }
  return all;
}

/// How sources are prepared.
struct preparation_options {
  std::uint64_t seed = 1;
  std::uint64_t stream = 0;     ///< a different one for each source of a sample
  double relative_error = 1e-3; ///< of the cross section
  execution_policy threads = 1;
  partition_options partition;
  double maximum_factor = 1; ///< on all maxima: above 1 fewer events exceed them
  stop_question go_on = {};  ///< where it says no, computation_stopped is thrown
};

} // namespace trident
