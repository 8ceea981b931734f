// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <trident/cross_section/integrate.hpp>
#include <trident/target/composite.hpp>

namespace trident {

/// A configuration on a target that is a sum of targets, such as incoherent{argon40{}} or total{argon40{}}: nothing to
/// evaluate at a point, but the front door takes it like any other.
template <Process P, CompositeTarget N, Flux F, class M, Constants C>
  requires(!HadronicResponse<N, C> && (ModelFor<M, P, C> || CurrentModelFor<M, P, C>))
class Trident<P, N, F, M, C> {
public:
  using process_type = P;
  using target_type = N;
  using flux_type = F;
  using model_type = M;
  using constants_type = C;

  Trident(P channel, N target, F flux, M model, C = {})
      : process_(std::move(channel)), target_(std::move(target)), flux_(std::move(flux)),
        model_(std::move(model)) {}

  P const& process() const { return process_; }
  N const& target() const { return target_; }
  F const& flux() const { return flux_; }
  M const& model() const { return model_; }

  /// Calls visit(configuration of the component, multiplicity).
  template <class Visit>
  void for_each_component(Visit const& visit) const {
    target_.for_each_component([&](auto const& component, double multiplicity) {
      visit(trident::Trident{process_, component, flux_, model_, C{}}, multiplicity);
    });
  }

private:
  [[no_unique_address]] P process_;
  [[no_unique_address]] N target_;
  [[no_unique_address]] F flux_;
  [[no_unique_address]] M model_;
};

/// Cross section of all components together, each by integrate_one(component, options). A rough run of each says how
/// precise each must be for the sum to have options.relative_error at the least cost: error_i^2 in proportion to value_i.
/// Evaluation budget and time limit are those of each component. Fields that have no meaning for a sum keep their defaults.
template <Process P, CompositeTarget N, Flux F, class M, Constants C, class IntegrateOne>
  requires(!HadronicResponse<N, C>)
cross_section_estimate integrate_components(Trident<P, N, F, M, C> const& sigma, vegas_options const& options,
                                            IntegrateOne const& integrate_one) {
  require_valid(options);
  constexpr double rough = 0.05;
  vegas_options pilot = options;
  pilot.relative_error = std::max(rough, options.relative_error);
  std::vector<double> values;
  double total = 0;
  sigma.for_each_component([&](auto const& component, double multiplicity) {
    pilot.stream = options.stream + 2 * values.size() + 1;
    values.push_back(multiplicity * integrate_one(component, pilot).value);
    total += values.back();
  });
  cross_section_estimate sum;
  std::size_t i = 0;
  sigma.for_each_component([&](auto const& component, double multiplicity) {
    vegas_options precise = options;
    // [PHYS:cross_section.allocation]
    double const wanted = values[i] > 0 ? options.relative_error * std::sqrt(total / values[i]) : rough;
    precise.relative_error = std::min(wanted, std::max(rough, options.relative_error));
    precise.stream = options.stream + 2 * i++ + 2;
    detail::add_component(sum, integrate_one(component, precise), multiplicity);
  });
  return sum;
}

/// The same by adaptive Monte Carlo.
template <Process P, CompositeTarget N, Flux F, class M, Constants C>
  requires(!HadronicResponse<N, C>)
cross_section_estimate integrate(Trident<P, N, F, M, C> const& sigma, vegas_options const& options = {}) {
  return integrate_components(sigma, options, [](auto const& component, vegas_options const& precise) {
    return integrate(component, precise);
  });
}

} // namespace trident
