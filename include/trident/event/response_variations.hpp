// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/target_tensor.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/phase_space_point.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/quadrature/continuum_source.hpp>
#include <trident/quadrature/contracted_moments.hpp>

// Other responses of the target for the same events: what the cross section at the point of an event would be with them, over
// what it is.

namespace trident {

/// Weights of one target with other responses. Where only structure functions change the ratio is that at the event's energy
/// transfer and Q2. Where nucleons take up other energies (a Fermi gas, nucleons at rest) it is the ratio of both integrals over the
/// energy transfer and the direction of the target's momentum, at the event's leptons: lepton spectra come out right, spectra of what
/// is left of the nucleus do not.
class response_variations {
public:
  /// W_E and W_M at (nu, Q2).
  using structure_function = std::function<hadron_structure<double>(double, double)>;

  /// Responses that are there in proportion to their weights.
  template <class Response>
  using mixture = std::vector<std::pair<double, Response>>;

  explicit response_variations(continuum_source nominal) : nominal_(std::move(nominal)) {}

  /// A ratio that is the same for all events.
  void add_constant(double ratio) { all_.push_back({ratio, 1, {}, {}}); }

  /// Of responses at the same (nu, Q2), of whose change `share` is taken.
  void add_at_point(mixture<structure_function> others, double share) {
    all_.push_back({1, share, normalised(std::move(others)), {}});
  }

  /// Of responses that take up other energies.
  void add_integrated(mixture<continuum_source> others, double share) {
    all_.push_back({1, share, {}, normalised(std::move(others))});
  }

  bool empty() const { return all_.empty(); }

  /// Appends the ratios at a point where the leptons have the current `current`, and the target has `nominal`.
  template <class At>
  void append(std::vector<double>& ratios, At const& current, phase_space_point<> const& point,
              target_tensor const& nominal) const {
    double const q2 = point.leptons.q2;
    auto const photon = contract_photon_parts(current, q2);
    auto const& [weight, h] = nominal.vectors[0];
    append(ratios, {photon.transverse, photon.scalar}, contract_vector(current, h), point,
           {weight, nominal.magnetic});
  }

private:
  /// How one differs.
  struct variation {
    double constant, share;
    mixture<structure_function> at_point;
    mixture<continuum_source> integrated;
  };

  template <class Response>
  static mixture<Response> normalised(mixture<Response> all) {
    double sum = 0;
    for (auto const& [weight, response] : all) sum += weight;
    for (auto& [weight, response] : all) weight /= sum;
    return all;
  }

  void append(std::vector<double>& ratios, photon_pair const& photon, double electric,
              phase_space_point<> const& point, hadron_structure<double> const& nominal) const {
    double const q2 = point.leptons.q2, x = point.leptons.k_dot_q / point.energy;
    double const magnetic = 2 * photon.transverse - photon.scalar;
    auto const contracted = [&](hadron_structure<double> const& w) {
      // [PHYS:target.spin_half]
      return w.electric * electric + w.magnetic * magnetic;
    };
    double const here = contracted(nominal);
    double integral = 0; // of the nominal one, made when it is needed
    for (auto const& one : all_) {
      double ratio = one.constant;
      if (!one.at_point.empty()) {
        double sum = 0;
        for (auto const& [weight, structure] : one.at_point)
          sum += weight * contracted(structure(point.nu, q2));
        ratio = sum / here;
      } else if (!one.integrated.empty()) {
        if (integral == 0) integral = integrated(nominal_, q2, x, photon);
        double sum = 0;
        for (auto const& [weight, source] : one.integrated) sum += weight * integrated(source, q2, x, photon);
        // [PHYS:events.integrated_ratio]
        ratio = integral > 0 ? sum / integral : 1;
      }
      ratios.push_back(1 + one.share * (ratio - 1));
    }
  }

  static double integrated(continuum_source const& source, double q2, double x, photon_pair const& photon) {
    constexpr double relative_error = 1e-3;
    double const largest = largest_energy_transfer(q2, x);
    if (q2 > source.maximum_q2() || !(largest > source.lowest_nu(q2))) return 0;
    return detail::contracted_moments(q2, x, photon,
                                      source.at_q2(q2, largest, relative_error).moments(largest));
  }

  continuum_source nominal_;
  std::vector<variation> all_;
};

} // namespace trident
