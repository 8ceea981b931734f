// SPDX-License-Identifier: BSL-1.0
// A differential distribution with cuts: the opening angle of muon pairs, filled from weighted points into a histogram of
// Boost.Histogram, which keeps the statistical error of each bin.
#include <cmath>
#include <cstdio>
#include <iostream>
#include <numbers>

#include <boost/histogram/axis/regular.hpp>
#include <boost/histogram/make_histogram.hpp>
#include <boost/histogram/storage_adaptor.hpp>
#include <boost/histogram/weight.hpp>

#include <trident/event/for_each_event.hpp>
#include <trident/fluxes.hpp>
#include <trident/trident.hpp>

using namespace trident;
namespace bh = boost::histogram;

/// Angle between two momenta [degrees].
double opening_angle(four_momentum const& a, four_momentum const& b) {
  double const cross = std::hypot(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
  return std::atan2(cross, a.x * b.x + a.y * b.y + a.z * b.z) * 180 / std::numbers::pi;
}

int main() {
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, dune_tdr_numu{}, standard_model{}};
  source_description const what = {
      numu_to_numu_mumu{}, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  event_generator const generator({make_event_source(sigma, what)}, 1, weighting::weighted);
  auto histogram = bh::make_histogram_with(bh::weight_storage(),
                                           bh::axis::regular<>(12, 0, 60, "opening angle [degrees]"));
  std::vector<event> points;
  constexpr int count = 50'000;
  generator.generate(0, count, points);
  double passed = 0, below_20 = 0;
  for (auto const& e : points) {
    double const share = e.weight * generator.cross_section() / count; // [fb]
    double const angle = opening_angle(e.lepton_minus().momentum, e.lepton_plus().momentum);
    if (angle < 20) below_20 += share;
    constexpr double threshold = 0.03; // on the kinetic energy of both [GeV]
    bool const seen = e.lepton_minus().momentum.e - e.lepton_minus().mass > threshold &&
                      e.lepton_plus().momentum.e - e.lepton_plus().mass > threshold;
    if (!seen) continue;
    passed += share;
    histogram(angle, bh::weight(share));
  }
  for (auto const& bin : bh::indexed(histogram))
    std::printf("%3.0f to %2.0f degrees  %.3e +- %.1e fb/degree\n", bin.bin().lower(), bin.bin().upper(),
                bin->value() / bin.bin().width(), std::sqrt(bin->variance()) / bin.bin().width());
  double const all = inclusive_cross_section(sigma).value;
  std::cout << "both muons above 30 MeV: " << 100 * passed / all
            << " %; below 20 degrees: " << 100 * below_20 / all << " %\n";
  // 99 % and 90 % in arXiv:1807.10973
  return std::abs(passed / all - 0.99) < 0.015 && std::abs(below_20 / all - 0.90) < 0.03 ? 0 : 1;
}
