// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/target/form_factor/tabulated.hpp>

namespace trident {

namespace detail {

/// Gauss-Legendre on [-1, 1] with 10 points: positive nodes and weights
/// [Abramowitz, Stegun, Handbook of Mathematical Functions, table 25.4].
inline constexpr std::array<std::array<double, 2>, 5> gauss_legendre_10 = {
    {{0.1488743389816312, 0.2955242247147529},
     {0.4333953941292472, 0.2692667193099964},
     {0.6794095682990244, 0.2190863625159820},
     {0.8650633666889845, 0.1494513491505806},
     {0.9739065285171717, 0.0666713443086881}}};

/// The charge 4 pi r^2 rho(r) dr in thin shells; F is their sum with sin(Q r)/(Q r).
class charged_shells {
public:
  template <class Density>
  charged_shells(Density const& density, double end, double q_max) : hbar_c{pdg::hbar_c}, q_max_{q_max} {
    auto const panels = static_cast<std::size_t>(std::ceil(end * std::max(3.0, q_max / (hbar_c * 4))));
    double const half = end / static_cast<double>(2 * panels);
    for (std::size_t i = 0; i < panels; ++i)
      for (auto const& [node, weight] : gauss_legendre_10)
        for (double const sign : {-1.0, 1.0}) {
          double const r = half * (static_cast<double>(2 * i + 1) + sign * node);
          shells_.emplace_back(r, weight * r * r * density(r));
        }
    normalise();
  }

  double operator()(double q) const {
    double const scale = q / hbar_c;
    double sum = 0;
    for (auto const& [r, charge] : shells_) {
      double const y = scale * r;
      // [PHYS:nucleus.density]
      sum += charge * (y < 1e-4 ? 1 - y * y / 6 : std::sin(y) / y);
    }
    return sum;
  }

  double rms_radius() const {
    double sum = 0;
    for (auto const& [r, charge] : shells_) sum += charge * r * r;
    return std::sqrt(sum);
  }

  double maximum_q() const { return q_max_; }

  double hbar_c; ///< [GeV fm]

private:
  void normalise() {
    double sum = 0;
    for (auto const& shell : shells_) sum += shell.second;
    if (!detail::is_finite(sum) || !(sum > 0))
      throw input_error("charge density: its integral is " + std::to_string(sum) +
                        ", but it must be positive");
    for (auto& shell : shells_) shell.second /= sum;
  }

  double q_max_;
  std::vector<std::pair<double, double>> shells_;
};

} // namespace detail

/// The form factor of any spherical charge density rho(r), r [fm], in any normalisation, smooth up to r_max [fm] and
/// negligible (or cut) above: tabulated up to Q = q_max [GeV]. Accurate to about 1e-14 of F(0).
template <class Density>
tabulated_form_factor form_factor_of_density(Density const& density, double r_max, double q_max = 3.0) {
  if (!(r_max > 0 && r_max <= 1000))
    throw input_error("charge density: r_max is " + std::to_string(r_max) +
                      " fm, but it must be above 0 and at most 1000 fm");
  if (!(q_max > 0 && q_max <= 100))
    throw input_error("charge density: q_max is " + std::to_string(q_max) +
                      " GeV, but it must be above 0 and at most 100 GeV");
  return tabulated_form_factor{detail::charged_shells(density, r_max, q_max)};
}

} // namespace trident
