// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include <trident/cross_section/integrate.hpp>
#include <trident/fluxes.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

// Unweighted events, with the weights of those above the maximum, have the distributions of weighted ones.

using namespace trident;
using namespace trident_test;

namespace {

double cosine(particle const& p) { return p.momentum.z / p.momentum.momentum(); }

struct compared_quantity {
  char const* name;
  std::function<double(event const&)> of;
};

std::vector<compared_quantity> const observables = {
    {"m_ll", [](event const& e) { return e.pair_mass_squared; }},
    {"T", [](event const& e) { return e.transfer; }},
    {"Q2", [](event const& e) { return e.q2; }},
    {"s", [](event const& e) { return e.s; }},
    {"E_nu", [](event const& e) { return e.neutrino_in().momentum.e; }},
    {"E of l-", [](event const& e) { return e.lepton_minus().momentum.e; }},
    {"E of l+", [](event const& e) { return e.lepton_plus().momentum.e; }},
    {"angle of l-", [](event const& e) { return cosine(e.lepton_minus()); }},
    {"angle of l+", [](event const& e) { return cosine(e.lepton_plus()); }},
    {"azimuth of l-",
     [](event const& e) { return std::atan2(e.lepton_minus().momentum.y, e.lepton_minus().momentum.x); }},
    {"handedness", [](event const& e) { // odd under reflection: both mirror images are there
       auto const& a = e.lepton_minus().momentum;
       auto const& b = e.lepton_plus().momentum;
       return (a.x * b.y - a.y * b.x) / (a.transverse() * b.transverse());
     }}};

struct weighted_value {
  double value, weight;
};

struct distribution {
  std::vector<weighted_value> sorted;
  double sum = 0, squares = 0;

  distribution(std::vector<event> const& events, compared_quantity const& what) {
    for (auto const& e : events) {
      sorted.push_back({what.of(e), e.weight});
      sum += e.weight;
      squares += e.weight * e.weight;
    }
    std::sort(sorted.begin(), sorted.end(), [](auto const& a, auto const& b) { return a.value < b.value; });
  }

  double effective_size() const { return sum * sum / squares; }
};

/// Largest distance of the cumulative distributions, in units of 1/sqrt(effective size): 1.95 for a probability of 1e-3.
double kolmogorov(distribution const& a, distribution const& b) {
  double left = 0, right = 0, largest = 0;
  std::size_t i = 0, j = 0;
  while (i < a.sorted.size() && j < b.sorted.size()) {
    if (a.sorted[i].value <= b.sorted[j].value)
      left += a.sorted[i++].weight / a.sum;
    else
      right += b.sorted[j++].weight / b.sum;
    largest = std::max(largest, std::abs(left - right));
  }
  double const n = 1 / (1 / a.effective_size() + 1 / b.effective_size());
  return largest * std::sqrt(n);
}

/// chi^2 over 40 bins of equal content, minus its mean, in units of its standard deviation.
double chi2_pull(distribution const& a, distribution const& b) {
  constexpr std::size_t bins = 40;
  double chi2 = 0;
  std::size_t j = 0, i = 0;
  for (std::size_t k = 1; k <= bins; ++k) {
    double wa = 0, va = 0, wb = 0, vb = 0, limit = INFINITY;
    for (std::size_t const end = a.sorted.size() * k / bins; i < end; ++i) {
      wa += a.sorted[i].weight / a.sum;
      va += std::pow(a.sorted[i].weight / a.sum, 2);
      if (k < bins) limit = a.sorted[i].value;
    }
    for (; j < b.sorted.size() && b.sorted[j].value <= limit; ++j) {
      wb += b.sorted[j].weight / b.sum;
      vb += std::pow(b.sorted[j].weight / b.sum, 2);
    }
    chi2 += (wa - wb) * (wa - wb) / (va + vb);
  }
  return (chi2 - (bins - 1)) / std::sqrt(2.0 * (bins - 1));
}

template <Target N>
void check_closure(channel const& process, N const& target, scattering_regime kind) {
  auto options = quick_preparation();
  options.partition.cells = 200;
  auto const source = make_source(process, target, dune_tdr_numu{}, kind, options);
  std::vector<event> unweighted, weighted;
  auto const statistics = event_generator({source}, 1).generate(0, 40'000, unweighted);
  event_generator({source}, 2, weighting::weighted).generate(0, 150'000, weighted);
  for (auto const& what : observables) {
    distribution const a(unweighted, what), b(weighted, what);
    INFO(process.text() << " on " << target.name() << ": " << what.name);
    CHECK(kolmogorov(a, b) < 2.2); // probability 1e-4
    CHECK(chi2_pull(a, b) < 4.5);  // likewise
  }
  // the attempts give the cross section too: against an integration with other random numbers
  Trident const sigma{process, target, dune_tdr_numu{}, standard_model{}};
  auto const exact = integrate(sigma, {.relative_error = 3e-3, .seed = 99});
  CHECK(std::abs(statistics.cross_section() - exact.value) <
        4 * std::hypot(statistics.cross_section_error(), exact.error)); // four standard errors
  CHECK(statistics.efficiency() > 0.15);
  CHECK(statistics.excess_cross_section() < 0.005);
}

} // namespace

TEST_CASE("unweighted events close on weighted ones: mu- mu+ on argon") {
  check_closure(numu_to_numu_mumu{}, argon40{}, scattering_regime::coherent);
}

TEST_CASE("unweighted events close on weighted ones: e- e+ on argon") {
  check_closure(numu_to_numu_ee{}, argon40{}, scattering_regime::coherent);
}

TEST_CASE("unweighted events close on weighted ones: mu- e+ on protons") {
  check_closure(numu_to_nue_emu{}, proton{}, scattering_regime::quasi_elastic);
}
