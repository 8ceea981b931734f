// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <trident/amplitude/helicities.hpp>
#include <trident/cross_section/integrate.hpp>
#include <trident/event/process_id.hpp>
#include <trident/event/response_variations.hpp>
#include <trident/event/source.hpp>
#include <trident/event/struck_nucleon.hpp>
#include <trident/kinematics/lab_frame.hpp>
#include <trident/sampling/alias_table.hpp>
#include <trident/sampling/prepared_source.hpp>

namespace trident {

/// Other models for the same events: |M|^2 at a point over that of the nominal model.
template <class Integrand>
class model_ratios {
public:
  /// The same integrand with other models.
  explicit model_ratios(std::vector<Integrand> models = {}) : models_(std::move(models)) {}

  /// Of a nucleon that was struck within a nucleus, `nucleon`, those for its momentum.
  template <class Nominal>
  std::vector<double> operator()(Nominal const& nominal, phase_space_point<> const& point,
                                 std::optional<struck_nucleon> const& nucleon) const {
    std::vector<double> ratios;
    if (models_.empty()) return ratios;
    auto const density = [&](auto const& sigma) {
      return nucleon ? nucleon->density(sigma.current().at(point.leptons), point) : sigma.density(point);
    };
    double const own = density(nominal);
    for (auto const& one : models_) ratios.push_back(density(one) / own);
    return ratios;
  }

private:
  std::vector<Integrand> models_;
};

/// Events of a Trident cross section: points of the adapted map and of what its coordinates depend on, drawn below the
/// maxima of cells.
template <CrossSectionIntegrand S>
class cross_section_source final : public event_source, public event_integrand {
public:
  static constexpr std::size_t dimension = S::dimension;
  using point_type = std::array<double, dimension>;
  using scalar_type = std::remove_cvref_t<decltype(detail::scalar_integrand(std::declval<S const&>()))>;

  /// Throws input_error if no neutrino is above threshold.
  /// Events carry the ratios of `other_models`, the same integrand with other models, to this one, and those of
  /// `other_responses` behind them.
  cross_section_source(S const& sigma, source_description description, preparation_options const& options,
                       std::vector<scalar_type> other_models = {},
                       std::shared_ptr<response_variations const> other_responses = {})
      : cross_section_source(sigma, std::move(description), prepare(sigma, options), std::move(other_models),
                             std::move(other_responses)) {}

  /// Of what was prepared before, for the same integrand.
  cross_section_source(S const& sigma, source_description description, prepared_source<dimension> prepared,
                       std::vector<scalar_type> other_models = {},
                       std::shared_ptr<response_variations const> other_responses = {})
      : description_(std::move(description)), cross_section_(prepared.cross_section),
        integrand_(sigma, prepared.map, std::move(prepared.layers)),
        random_(prepared.seed, detail::event_streams + prepared.stream),
        process_id_(process_id_of(description_.process, description_.regime)),
        cells_(std::move(prepared.cells)), other_models_(std::move(other_models)),
        other_responses_(std::move(other_responses)) {
    target_mass_ = detail::scalar_integrand(sigma).target().mass(typename scalar_type::constants_type{});
    std::vector<double> weights;
    for (auto const& one : cells_) {
      weights.push_back(one.volume() * one.maximum);
      envelope_ += weights.back();
    }
    table_ = alias_table(weights);
  }

  source_description const& description() const override { return description_; }
  integral_estimate const& cross_section() const override { return cross_section_; }
  double envelope() const override { return envelope_; }

  void ratios(std::span<trial const> trials, std::span<double const> choices,
              std::span<double> values) const override {
    std::vector<point_type> points(trials.size());
    for (std::size_t i = 0; i < trials.size(); ++i)
      points[i] = point_in(cells_[table_(choices[i])], trials[i]);
    integrand_.evaluate(points, values);
    for (std::size_t i = 0; i < trials.size(); ++i) values[i] /= cells_[table_(choices[i])].maximum;
  }

  event make(trial const& which, double choice, double azimuth, double parent) const override {
    return made_at(point_in(cells_[table_(choice)], which), which, azimuth, parent);
  }

  std::vector<event_integrand const*> integrands() const override { return {this}; }

  std::size_t coordinates() const override { return dimension; }

  void densities(std::span<double const> points, std::span<double> values) const override {
    std::vector<point_type> own(values.size());
    for (std::size_t i = 0; i < own.size(); ++i) own[i] = point_of(points.subspan(i * dimension, dimension));
    integrand_.evaluate(own, values);
  }

  event event_at(std::span<double const> point, trial const& which, double azimuth,
                 double parent) const override {
    return made_at(point_of(point), which, azimuth, parent);
  }

private:
  static point_type point_of(std::span<double const> coordinates) {
    point_type point;
    std::copy(coordinates.begin(), coordinates.end(), point.begin());
    return point;
  }

  event made_at(point_type const& place, trial const& which, double azimuth, double parent) const {
    auto const& sigma = detail::scalar_integrand(integrand_.integrand());
    auto const u = integrand_.position(place);
    auto const point = sigma.point(u).state;
    auto const momenta = to_lab_frame(point, sigma.masses(), target_mass_, azimuth);
    auto nucleon = struck_at(sigma, point, which);
    if (nucleon) nucleon->turn(detail::unit_vector(azimuth));
    event result;
    describe(result, momenta, point, sigma.masses(), parent, which, nucleon);
    auto const target = nucleon ? nucleon->tensor(point) : sigma.target_at(point);
    result.set_helicities(find_helicity_squares(sigma.current(), description_.process, point, target)
                              .draw(random_.four(which, four_of_helicities)[0]));
    result.ratios = other_models_(sigma, point, nucleon);
    if (other_responses_)
      other_responses_->append(result.ratios, sigma.current().at(point.leptons), point,
                               sigma.target_at(point));
    result.transfer = point.leptons.transfer;
    result.q2 = point.leptons.q2;
    result.pair_mass_squared = point.pair_mass_squared;
    result.s = 2 * point.leptons.k_dot_q - point.leptons.q2;
    return result;
  }

  static prepared_source<dimension> prepare(S const& sigma, preparation_options const& options) {
    if (sigma.below_threshold())
      throw input_error("no neutrino of the flux is above the threshold " +
                        detail::number_text(detail::scalar_integrand(sigma).threshold()) +
                        " GeV: there are no events to make");
    return prepare_source(sigma, options);
  }

  point_type point_in(cell<dimension> const& one, trial const& which) const {
    return one.place(random_.template point<dimension>(which));
  }

  /// Behind the fours of any point.
  static constexpr std::uint64_t four_of_helicities = 15;

  /// Products of the response are made with random numbers of their own, behind those of the point.
  static constexpr std::uint64_t fours_of_products = 16;

  /// A nucleon of a nucleus in which nucleons move.
  std::optional<struck_nucleon> struck_at(scalar_type const& sigma, phase_space_point<> const& point,
                                          trial const& which) const {
    if constexpr (TellsStruckNucleons<typename scalar_type::target_type>)
      if (tells_struck_nucleons(sigma.target()))
        return draw_struck_nucleon(
            sigma.target(), typename scalar_type::constants_type{}, sigma.current().at(point.leptons), point,
            [&](std::uint64_t n) { return random_.four(which, fours_of_products + n); });
    return std::nullopt;
  }

  void describe(event& e, lab_momenta const& p, phase_space_point<> const& point,
                pair_masses<double> const& masses, double parent, trial const& which,
                std::optional<struck_nucleon> const& nucleon) const {
    channel const& process = description_.process;
    e.process_number = process.number;
    e.process_id = process_id_;
    e.regime = description_.regime;
    particle struck{description_.target_pdg_code, target_mass_, p.target_in};
    if (nucleon) struck = {struck.pdg_code, nucleon->before.mass(), nucleon->before};
    bool const bound = !description_.parents.empty();
    particle nucleus = struck;
    if (bound)
      nucleus = parent_of(parent);
    else if (description_.free_pdg_code != 0)
      nucleus.pdg_code = description_.free_pdg_code;
    e.begin({process.incoming_pdg_code(), 0, p.neutrino_in}, nucleus, struck, bound);
    e.add_product({process.outgoing_pdg_code(), 0, p.neutrino_out});
    e.add_product({process.minus_pdg_code(), masses.minus, p.lepton_minus});
    e.add_product({process.plus_pdg_code(), masses.plus, p.lepton_plus});
    if (nucleon)
      e.add_product({struck.pdg_code, nucleon->all.mass, nucleon->after});
    else
      add_hadrons(e, struck, p.target_out, point, which);
    if (!bound) return;
    // what the nucleon leaves behind has the rest of the energy and the opposite momentum
    auto const left = nucleus.momentum - struck.momentum;
    e.add_remnant({detail::remnant_code, left.mass(), left});
  }

  /// What the response says that it makes, or the target itself, recoiling.
  void add_hadrons(event& e, particle const& struck, four_momentum const& momentum,
                   phase_space_point<> const& point, trial const& which) const {
    auto const& response = detail::scalar_integrand(integrand_.integrand()).target();
    if constexpr (requires(hadronic_vertex const& vertex) { response.products(vertex); }) {
      hadronic_vertex const vertex{struck, momentum, point.nu, point.leptons.q2,
                                   random_.four(which, fours_of_products)};
      for (particle const& one : response.products(vertex)) e.add_product(one);
      if constexpr (requires { response.constituents(vertex); })
        for (particle const& one : response.constituents(vertex)) e.add_constituent(one);
    } else {
      e.add_product({struck.pdg_code, struck.mass, momentum});
    }
  }

  particle parent_of(double choice) const {
    parent_nucleus const* nucleus = &description_.parents.front();
    for (auto const& one : description_.parents) {
      nucleus = &one;
      if ((choice -= one.share) < 0) break;
    }
    return {nucleus->pdg_code, nucleus->mass, {nucleus->mass, 0, 0, 0}};
  }

  source_description description_;
  integral_estimate cross_section_;
  adapted_integrand<S> integrand_;
  trial_source random_;
  int process_id_;
  double target_mass_ = 0;
  std::vector<cell<dimension>> cells_;
  alias_table table_;
  double envelope_ = 0;
  model_ratios<scalar_type> other_models_;
  std::shared_ptr<response_variations const> other_responses_;
};

} // namespace trident
