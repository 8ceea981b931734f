// SPDX-License-Identifier: BSL-1.0
#include "quadrature.hpp"

#include <string_view>
#include <variant>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

#include <trident/mc/progress.hpp>

#include "run.hpp"

namespace trident::program {

namespace {

#if __has_include(<xsimd/xsimd.hpp>)
using quadrature_real = pack;
#else
using quadrature_real = double;
#endif

/// Any target as one type.
class any_target {
public:
  static constexpr target_spin spin = target_spin::half; // nobody contracts a tensor with this

  explicit any_target(registry::target_choice const& chosen) : chosen_(chosen) {}

  template <Constants C = pdg>
  double mass(C constants = {}) const {
    return std::visit([&](auto const& target) -> double { return target.mass(constants); }, chosen_);
  }
  template <Constants C = pdg>
  hadron_structure<double> structure(double q2, C constants = {}) const {
    return std::visit([&](auto const& target) { return target.structure(q2, constants); }, chosen_);
  }
  double maximum_q2() const {
    return std::visit([](auto const& target) -> double { return target.maximum_q2(); }, chosen_);
  }
  std::string_view name() const {
    return std::visit([](auto const& target) -> std::string_view { return target.name(); }, chosen_);
  }
  int pdg_code() const {
    return std::visit([](auto const& target) -> int { return target.pdg_code(); }, chosen_);
  }

private:
  registry::target_choice chosen_;
};

static_assert(Target<any_target>);

/// use(sigma) with the integrand of the configuration on one component.
template <class Use>
auto with_integrand(registry::target_choice const& target, configuration const& asked, Use const& use) {
  return std::visit(
      [&](auto const& flux, auto constants) {
        auto const model = registry::resolve(asked.model, asked.process, constants);
        return use(Trident{asked.process, any_target(target), flux, model, constants});
      },
      asked.flux, asked.constants);
}

} // namespace

component_estimate quadrature_on(registry::target_choice const& target, configuration const& asked,
                                 inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    auto const estimate = inclusive_cross_section<quadrature_real>(sigma, options);
    component_estimate result;
    result.value = estimate.value;
    result.error = estimate.error;
    result.evaluations = estimate.evaluations;
    result.below_threshold = estimate.below_threshold;
    result.threshold = sigma.threshold();
    return result;
  });
}

inclusive_estimate contact_part_on(registry::target_choice const& target, configuration const& asked,
                                   inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    return inclusive_contact_part<quadrature_real>(sigma, options);
  });
}

coupling_polynomial polynomial_on(registry::target_choice const& target, configuration const& asked,
                                  inclusive_estimate const& contact, inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    return inclusive_coupling_polynomial<quadrature_real>(sigma, contact, options);
  });
}

run_result compute_by_quadrature(configuration const& asked, double precision, photon_treatment treatment) {
  trident::detail::stopwatch const watch;
  run_result result;
  for (auto const& [target, multiplicity, name] : asked.target.components) {
    auto const estimate = quadrature_on(target, asked, {precision, treatment});
    result.components.push_back({name, multiplicity, estimate});
    result.value += multiplicity * estimate.value;
    result.error += multiplicity * estimate.error;
    result.counts.all += estimate.evaluations;
  }
  result.seconds = watch.seconds();
  return result;
}

} // namespace trident::program
