// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/target/fermi_depths.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/spectral_function_table.hpp>

namespace trident {

namespace detail {

/// A range of removal energies at one momentum [GeV].
struct removal_window {
  double low, high;
};

/// The nucleons of one momentum: its removal energies as integrals of P E^n from the first to any energy.
class removal_energies {
public:
  removal_energies(spectral_function_table const& table, std::size_t row) : edges_(&table.energies()) {
    for (std::size_t k = 0; k + 1 < edges_->size(); ++k) values_.push_back(table.value(row, k));
    sums_.resize(edges_->size());
    for (std::size_t k = 0; k < values_.size(); ++k) sums_[k + 1] = at(k, (*edges_)[k + 1]);
  }

  /// Of P, P E and P E^2 within a window.
  std::array<double, 3> within(removal_window const& window) const {
    auto const high = below(window.high), low = below(window.low);
    return {high[0] - low[0], high[1] - low[1], high[2] - low[2]};
  }

  /// The energy at which the integral of P weight(E) over the window has reached `share` of all.
  template <class Weight>
  double quantile(removal_window const& window, double share, Weight const& weight) const {
    std::vector<std::array<double, 3>> parts; // from, to, content
    double all = 0;
    for (std::size_t k = cell(window.low); k < values_.size() && (*edges_)[k] < window.high; ++k) {
      double const from = std::max((*edges_)[k], window.low), to = std::min((*edges_)[k + 1], window.high);
      if (!(to > from && values_[k] > 0)) continue;
      all += values_[k] * (to - from) * std::max(0.0, weight((from + to) / 2));
      parts.push_back({from, to, all});
    }
    double before = 0;
    for (auto const& [from, to, content] : parts) {
      if (content > before && share * all <= content)
        return from + (to - from) * std::clamp((share * all - before) / (content - before), 0.0, 1.0);
      before = content;
    }
    return (window.low + window.high) / 2;
  }

private:
  /// A guess that is right on even grids, and steps from there.
  std::size_t cell(double energy) const {
    auto const& edges = *edges_;
    std::size_t const last = values_.size() - 1;
    double const guess =
        (energy - edges.front()) / (edges.back() - edges.front()) * static_cast<double>(values_.size());
    std::size_t k = guess > 0 ? std::min(static_cast<std::size_t>(guess), last) : 0;
    while (k > 0 && energy < edges[k]) --k;
    while (k < last && energy >= edges[k + 1]) ++k;
    return k;
  }

  std::array<double, 3> at(std::size_t k, double energy) const {
    double const low = (*edges_)[k], width = energy - low, value = values_[k];
    double const middle = (energy + low) / 2;
    return {sums_[k][0] + value * width, sums_[k][1] + value * width * middle,
            sums_[k][2] + value * width * (middle * middle + width * width / 12)};
  }

  std::array<double, 3> below(double energy) const {
    double const inside = std::clamp(energy, edges_->front(), edges_->back());
    return at(cell(inside), inside);
  }

  std::vector<double> const* edges_; ///< of the table, which whoever has this has too
  std::vector<double> values_;
  std::vector<std::array<double, 3>> sums_;
};

} // namespace detail

/// A proton or a neutron of a nucleus with a spectral function, without final-state interactions but for one: a nucleon does
/// not end below the mean Fermi momentum of a local Fermi gas. Immutable; copies share the table.
template <bool IsProton, NucleonFormFactors Set = kelly>
class spectral_function_nucleon {
public:
  static constexpr auto kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr scattering_regime regime = scattering_regime::quasi_elastic;

  /// Throws input_error if the table holds neither about Z nor about N nucleons, nor one.
  spectral_function_nucleon(spectral_function_table const& table, isotope const& nuclide) {
    auto const near = [&](double count) { return std::abs(table.norm() / count - 1) < 0.2; };
    if (!near(nuclide.atomic_number) && !near(nuclide.neutron_number()) && !near(1))
      throw input_error("spectral function: it holds " + detail::number_text(table.norm()) +
                        " nucleons, but " + nuclide.text() + " has " + std::to_string(nuclide.atomic_number) +
                        " protons and " + std::to_string(nuclide.neutron_number()) +
                        " neutrons: it must hold as many, or one, within 20 %");
    double const nucleons = IsProton ? nuclide.atomic_number : nuclide.neutron_number();
    double const m = mass();
    auto made = std::make_shared<content>(table);
    made->blocked =
        detail::fermi_depths(charge_density_of(nuclide), nucleons, m, pdg::hbar_c).mean_momentum();
    fill(*made, pdg::nuclear_mass(nuclide) - m);
    content_ = std::move(made);
  }

  template <Constants C = pdg>
  static constexpr double mass(C = {}) {
    return IsProton ? C::proton_mass : C::neutron_mass;
  } ///< [GeV]

  template <Constants C = pdg>
  hadron_structure<double> structure(double nu, double q2, C constants = {}) const {
    hadron_structure<double> sum{0, 0};
    for_each_row(nu, q2, constants, [&](std::size_t, hadron_structure<double> const& w) {
      sum.electric += w.electric;
      sum.magnetic += w.magnetic;
    });
    return sum;
  }

  template <Constants C = pdg>
  energy_transfer_line lowest_energy_transfer(C = {}) const {
    return {content_->least_removal + least_kinetic(0), std::numeric_limits<double>::infinity()};
  }

  /// From the beginning, with edges where nucleons of the smallest momenta and removal energies are and above. It has no end:
  /// a nucleon of p + E > M takes up any energy.
  template <Constants C = pdg>
  std::vector<energy_panel> panels(double q2, double largest_nu, C = {}) const {
    double const m = mass(), p = content_->rows.back().momentum;
    double const low = crossing(q2, [&](double q) { return content_->least_removal + least_kinetic(q - p); });
    double const peak = std::max(
        low, crossing(q2, [&](double q) { return content_->least_removal + std::sqrt(m * m + q * q) - m; }));
    double const width = 0.03 + 0.1 * std::sqrt(peak * peak + q2);
    std::vector<double> const edges{low,          (low + peak) / 2, peak,
                                    peak + width, peak + 3 * width, peak + 8 * width};
    auto all = detail::even_panels(edges, largest_nu);
    if (largest_nu > edges.back()) all.push_back({edges.back(), largest_nu, panel_shape::logarithmic, 0});
    return all;
  }

  /// The cells of the table have edges everywhere: panels are cut into small ones.
  template <Constants C = pdg>
  cumulative_response at_q2(double q2, double largest_nu, double relative_error, C constants = {}) const {
    std::vector<energy_panel> small;
    int const pieces = relative_error < 1e-6 ? 32 : 8;
    for (auto const& one : panels(q2, largest_nu, constants))
      for (int i = 0; i < pieces && one.high > one.low; ++i)
        small.push_back({one.at(static_cast<double>(i) / pieces), one.at((i + 1.0) / pieces)});
    return detail::moments_from_panels(*this, q2, std::move(small), 4, constants);
  }

  template <Constants C = pdg>
  response_moments moments(double q2, double nu, C constants = {}) const {
    return at_q2(q2, nu, 1e-5, constants)(nu);
  }

  /// One nucleon of those that take up (nu, Q2), drawn with the weight that it has for these leptons.
  template <Constants C = pdg>
  struck_nucleons struck(double nu, double q2, lepton_weights const& leptons, std::array<double, 4> const& u,
                         C constants = {}) const {
    auto const count = [&](hadron_structure<double> const& w) {
      return w.electric * leptons.electric + w.magnetic * leptons.magnetic;
    };
    std::vector<double> sums(content_->rows.size());
    double all = 0;
    for_each_row(nu, q2, constants, [&](std::size_t i, auto const& w) { sums[i] = all += count(w); });
    for (std::size_t i = 1; i < sums.size(); ++i) sums[i] = std::max(sums[i], sums[i - 1]);
    auto const found = std::upper_bound(sums.begin(), sums.end(), u[0] * all);
    auto const& row =
        content_->rows[std::min(static_cast<std::size_t>(found - sums.begin()), sums.size() - 1)];
    double const m = mass(constants), q = std::sqrt(nu * nu + q2);
    auto const form = detail::sachs_of<IsProton, Set>(q2, m);
    double const energy =
        content_->removals[row.of_table].quantile(window(row, nu, q), u[1], [&](double removal) {
          return count(one_nucleon(row, removal, nu, q2, q, form, m));
        });
    detail::nucleon_transfer<double> const transfer(nu, q2, nu - gained(row, energy, nu));
    return {transfer, {form, transfer, m}, m, row.energy, row.energy};
  }

  /// It has one energy.
  static double struck_energy(struck_nucleons const& all, double) { return all.lowest; }

  static constexpr double maximum_q2() { return detail::highest_q2_of_bound_nucleons; } ///< [GeV^2]
  static constexpr std::string_view name() { return IsProton ? "proton" : "neutron"; }
  static constexpr int pdg_code() { return IsProton ? 2212 : 2112; }

private:
  /// Nucleons of nearly one momentum.
  struct momentum_row {
    double momentum, energy; ///< p, sqrt(p^2 + M^2) [GeV]
    double recoil;           ///< p^2/2M_R, the energy of what is left [GeV]
    double volume;           ///< 4 pi p^2 dp over the norm [GeV^3]
    std::size_t of_table;
  };

  struct content {
    explicit content(spectral_function_table of) : table(std::move(of)) {
      for (std::size_t i = 0; i + 1 < table.momenta().size(); ++i) removals.emplace_back(table, i);
    }
    spectral_function_table table;
    std::vector<detail::removal_energies> removals;
    std::vector<momentum_row> rows;
    double blocked = 0; ///< [GeV]
    double least_removal = 0;
  };

  /// Rows of at most 5 MeV, those that hold anything.
  static void fill(content& all, double remnant_mass) {
    auto const &p = all.table.momenta(), &e = all.table.energies();
    double const m = mass();
    all.least_removal = e.back();
    for (std::size_t i = 0; i + 1 < p.size(); ++i) {
      double const inside = all.removals[i].within({e.front(), e.back()})[0];
      if (!(inside > 0)) continue;
      for (std::size_t k = 0; k + 1 < e.size(); ++k)
        if (all.table.value(i, k) > 0) all.least_removal = std::min(all.least_removal, e[k]);
      constexpr double widest = 0.005;
      auto const pieces = static_cast<std::size_t>(std::ceil((p[i + 1] - p[i]) / widest - 1e-9));
      double const step = (p[i + 1] - p[i]) / static_cast<double>(pieces);
      for (std::size_t k = 0; k < pieces; ++k) {
        double const low = p[i] + static_cast<double>(k) * step, high = low + step, middle = low + step / 2;
        double const volume = 4 * std::numbers::pi / 3 * (high * high * high - low * low * low);
        all.rows.push_back({middle, std::sqrt(middle * middle + m * m), middle * middle / (2 * remnant_mass),
                            volume / all.table.norm(), i});
      }
    }
  }

  /// Kinetic energy that a nucleon ends with at least when it gets the momentum q beyond what it had.
  double least_kinetic(double q) const {
    double const m = mass(), momentum = std::max(q, content_->blocked);
    return std::sqrt(m * m + momentum * momentum) - m;
  }

  /// The nu at which it is a function of |q|, which grows slower than |q|.
  template <class F>
  static double crossing(double q2, F const& f) {
    double low = 0, high = 1;
    while (high < f(std::sqrt(high * high + q2))) high *= 2;
    for (int i = 0; i < 80; ++i) {
      double const middle = (low + high) / 2;
      (middle < f(std::sqrt(middle * middle + q2)) ? low : high) = middle;
    }
    return high;
  }

  /// Removal energies for which a nucleon of this momentum can end on its mass shell, above what is occupied.
  detail::removal_window window(momentum_row const& row, double nu, double q) const {
    double const m = mass(), least = std::max(std::abs(q - row.momentum), content_->blocked),
                 most = q + row.momentum;
    // [PHYS:spectral_function.window]
    double const left = nu + m - row.recoil;
    return {left - std::sqrt(m * m + most * most), left - std::sqrt(m * m + least * least)};
  }

  static double gained(momentum_row const& row, double removal, double nu) {
    // [PHYS:spectral_function.gained]
    return nu + mass() - row.recoil - removal - row.energy;
  }

  /// Structure of a nucleon of this momentum and removal energy per unit of P.
  static hadron_structure<double> one_nucleon(momentum_row const& row, double removal, double nu, double q2,
                                              double momentum, sachs_form_factors<double> const& form,
                                              double m) {
    double const gain = gained(row, removal, nu);
    detail::nucleon_transfer<double> const q(q2, momentum * momentum, momentum, gain);
    // [PHYS:bound.longitudinal]
    double const along = (row.energy * gain - q.off_shell_q2 / 2) / momentum;
    double const across = (row.momentum - along) * (row.momentum + along);
    // [PHYS:spectral_function.number]
    double const number = row.volume * m * m / (2 * row.momentum * q.momentum * row.energy);
    return detail::bound_structure(q, detail::off_shell_current<double>(form, q, m),
                                   detail::struck_motion<double>{number, number * across / (m * m)});
  }

  /// Calls use(row, structure) for those that take up (nu, Q2). Removal energies of one momentum are two of their mean plus
  /// and minus their width: the structure is as good as quadratic within.
  template <class C, class Use>
  void for_each_row(double nu, double q2, C constants, Use const& use) const {
    double const m = mass(constants), q = std::sqrt(nu * nu + q2);
    auto const form = detail::sachs_of<IsProton, Set>(q2, m);
    for (std::size_t i = 0; i < content_->rows.size(); ++i) {
      auto const& row = content_->rows[i];
      auto const removals = window(row, nu, q);
      if (!(removals.high > content_->least_removal)) continue;
      auto const [number, first, second] = content_->removals[row.of_table].within(removals);
      if (!(number > 0)) continue;
      double const mean = first / number, width = std::sqrt(std::max(0.0, second / number - mean * mean));
      auto const below = one_nucleon(row, mean - width, nu, q2, q, form, m);
      auto const above = one_nucleon(row, mean + width, nu, q2, q, form, m);
      use(i, hadron_structure<double>{number * (below.electric + above.electric) / 2,
                                      number * (below.magnetic + above.magnetic) / 2});
    }
  }

  std::shared_ptr<content const> content_;
};

static_assert(Target<spectral_function_nucleon<true>> && Target<spectral_function_nucleon<false>>);

} // namespace trident
