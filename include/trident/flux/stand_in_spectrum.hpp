// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <boost/math/special_functions/gamma.hpp>

#include <trident/base/finite.hpp>
#include <trident/flux/flux.hpp>
#include <trident/numerics/double_policy.hpp>

namespace trident {

namespace detail {

/// Shares of the neutrinos between edges [GeV], where dN/dE ~ E^(shape-1) exp(-shape E/mean).
inline std::vector<double> gamma_shares(double mean, double shape, std::vector<double> const& edges) {
  std::vector<double> shares;
  // [PHYS:flux.model_spectrum]
  auto const below = [&](double e) { return boost::math::gamma_p(shape, shape * e / mean, double_policy{}); };
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) shares.push_back(below(edges[i + 1]) - below(edges[i]));
  return shares;
}

} // namespace detail

/// A spectrum to stand in for one of which only the mean energy [GeV] is published: dN/dE ~ E^(shape-1)
/// exp(-shape E/mean), which peaks at mean (shape-1)/shape and has the relative width 1/sqrt(shape). A histogram of 120
/// even bins in ln E from 1/100 of the mean to 10 times the mean, with the exact content of each. Its name says that it
/// is a model.
inline histogram_flux stand_in_spectrum(std::string const& beam, double mean, double shape,
                                        neutrino flavour) {
  if (!(detail::is_finite(mean) && mean > 0))
    throw input_error("mean energy " + detail::number_text(mean) + " GeV: it must be finite and above 0");
  if (!(detail::is_finite(shape) && shape >= 1 && shape <= 100))
    throw input_error("shape " + detail::number_text(shape) + " of a spectrum: it must be from 1 to 100");
  constexpr std::size_t bins = 120;
  constexpr double lowest = 0.01, highest = 10; // in units of the mean
  std::vector<double> edges;
  for (std::size_t i = 0; i <= bins; ++i)
    edges.push_back(mean * lowest * std::pow(highest / lowest, static_cast<double>(i) / bins));
  auto contents = detail::gamma_shares(mean, shape, edges);
  return {std::move(edges),
          std::move(contents),
          bin_value::content,
          {"model of " + beam + " (mean " + detail::number_text(mean) + " GeV, E^" +
               detail::number_text(shape - 1) + " exp(-" + detail::number_text(shape) + " E/mean))",
           flux_normalisation::shape, flavour}};
}

} // namespace trident
