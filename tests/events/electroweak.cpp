// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/event/event_amplitude.hpp>
#include <trident/flux/flux.hpp>
#include <trident/model/resolved_model.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "channels.hpp"
#include "event_samples.hpp"
#include "helicity_points.hpp"

// Events of the full electroweak amplitude: ratios of models and helicities from their momenta, and that an antineutrino's
// event is the mirror image of a neutrino's once, not twice.

using namespace trident;
using namespace trident_test;

namespace {

using full_model = full_electroweak<resolved_model>;

std::vector<full_model> full_models(channel const& process) {
  return {full_model{resolve(standard_model{}, process, pdg{})},
          full_model{resolve(four_fermion({.g_v = 0.3, .g_a = 2}), process, pdg{})},
          full_model{resolve(z_prime({.coupling = 0.3, .mass = 5, .vector_charges = {0.5, 1, -1}}), process,
                             pdg{})}};
}

struct full_deviation {
  double ratios = 0; ///< of models, over those of the generator
  double chi2 = 0;   ///< of helicities that were drawn
};

template <Target N>
full_deviation full_deviation_of(channel const& process, N const& target, scattering_regime regime,
                                 double energy) {
  auto const models = full_models(process);
  auto const with = [&](full_model const& model) {
    return Trident{process, target, monoenergetic{energy}, model};
  };
  using sigma_type = decltype(with(models.front()));
  std::vector<sigma_type> others;
  for (auto const& model : models) others.push_back(with(model));
  source_description description;
  description.process = process;
  description.regime = regime;
  description.target_pdg_code = target.pdg_code();
  description.parents = {{1000180400, 37.2155, 1.0}};
  auto const source = std::make_shared<cross_section_source<sigma_type>>(others.front(), description,
                                                                         quick_preparation(), others);
  std::vector<event> events;
  event_generator({source}, 1).generate(0, 400, events);
  full_deviation result;
  std::array<double, 4> drawn{}, expected{}, variance{};
  auto const current = models.front().current(process, pdg{});
  for (auto const& one : events) {
    event_amplitude const amplitude(one, pdg{});
    double const nominal = amplitude(models.front(), process, pdg{});
    for (std::size_t i = 0; i < models.size(); ++i)
      result.ratios = std::max(result.ratios,
                               std::abs(amplitude(models[i], process, pdg{}) / nominal / one.ratios[i] - 1));
    auto const squares = amplitude.helicities(current, process);
    drawn[helicity_squares::place({one.lepton_minus().helicity, one.lepton_plus().helicity})] += 1;
    for (std::size_t i = 0; i < 4; ++i) {
      double const share = squares.values[i] / squares.sum();
      expected[i] += share;
      variance[i] += share * (1 - share);
    }
  }
  for (std::size_t i = 0; i < 4; ++i)
    result.chi2 += std::pow(drawn[i] - expected[i], 2) / std::max(variance[i], 1.0);
  return result;
}

/// The density that the generator has at a point over the square of the explicit amplitude at the momenta of its event.
double generated_over_explicit(channel const& process, exact_point<quad> const& exact, double target_mass) {
  argon40 const target;
  Trident const sigma{process, target, monoenergetic{1000}, full_electroweak{standard_model{}}};
  auto const point = phase_space_point_of(exact, target_mass);
  auto const lab = exact_in_laboratory(exact, target_mass);
  // what an event has, are the momenta that the amplitude is asked for
  auto const event_momenta = to_lab_frame(point, sigma.masses(), target_mass, 0);
  auto const require_same = [](four_momentum const& made, light_cone<quad> const& p) {
    double const e = static_cast<double>((p.plus.re + p.minus.re) / 2);
    CHECK(made.x == Approx(static_cast<double>(p.perp.re)).margin(1e-12 * e));
    CHECK(made.y == Approx(static_cast<double>(p.perp.im)).margin(1e-12 * e));
    CHECK(made.z == Approx(static_cast<double>((p.plus.re - p.minus.re) / 2)).margin(1e-12 * e));
  };
  require_same(event_momenta.lepton_minus, lab.momenta.p_minus);
  require_same(event_momenta.lepton_plus, lab.momenta.p_plus);
  require_same(event_momenta.neutrino_out, lab.momenta.k_prime);

  auto const& bosons = sigma.current().bosons();
  quad const transfer = 2 * product(exact.momenta.k, exact.momenta.k_prime);
  auto const neutral = sigma.current().neutral_couplings(transfer);
  auto const squares = exact_helicity_squares(
      lab.momenta, lab.target, process, rules_of<quad>(bosons.w, bosons.w_width, bosons.z),
      {neutral[0], neutral[1], process.has_charged_current}, target.structure(point.leptons.q2, pdg{}));
  double const scale = point.leptons.q2 * point.energy;
  return sigma.density(point) * scale * scale / static_cast<double>(spin_sum(squares));
}

/// How much larger the explicit amplitude is at a point than at its mirror image, over their sum.
double oddness(channel const& process, exact_point<quad> const& exact) {
  boson_masses const bosons;
  auto const rules = rules_of<quad>(bosons.w, bosons.w_width, bosons.z);
  auto const couplings = [&] {
    auto const current = full_electroweak{standard_model{}}.current(process, pdg{});
    quad const transfer = 2 * product(exact.momenta.k, exact.momenta.k_prime);
    auto const neutral = current.neutral_couplings(transfer);
    return pair_couplings<quad>{neutral[0], neutral[1], process.has_charged_current};
  }();
  auto const kind = process.is_antineutrino ? neutrino_kind::antiparticle : neutrino_kind::particle;
  auto const square = [&](exact_point<quad> const& p) {
    return spin_sum(squares_along(electroweak_current_of(p.momenta, kind, rules, couplings), p.target));
  };
  quad const here = square(exact), there = square(mirrored(exact));
  return static_cast<double>((here - there) / (here + there));
}

} // namespace

TEST_CASE("events of the full amplitude have ratios and helicities from their momenta") {
  using enum scattering_regime;
  auto const check = [](full_deviation const& found, double allowed) {
    CHECK(found.ratios < allowed);
    CHECK(found.chi2 < 20); // of 3 to 4 degrees of freedom
  };
  for (int const number : {1, 8, 9, 11, 12, 14, 18}) {
    auto const process = channel_with_number(number);
    INFO(process.text());
    check(full_deviation_of(process, argon40{}, coherent, 300), 1e-9);
    check(full_deviation_of(process, proton{}, quasi_elastic, 2e4), 1e-9);
  }
  check(full_deviation_of(numu_to_nutau_taumu{}, local_fermi_gas_nucleon<true>(isotopes::argon_40),
                          quasi_elastic, 300),
        1e-7);
}

TEST_CASE("events of antineutrinos are mirror images of those of neutrinos once") {
  double const target_mass = argon40{}.mass(pdg{});
  boson_masses const bosons;
  double odd = 0, front = 0;
  for (int const number : {9, 12, 8, 11, 14, 18}) {
    auto const process = channel_with_number(number);
    INFO(process.text());
    auto const masses = full_electroweak{standard_model{}}.current(process, pdg{}).masses();
    cube_points draw(7);
    for (int n = 0; n < 40; ++n) {
      double const w2 =
          bosons.w * bosons.w + bosons.w * bosons.w_width * std::tan(1.2 * (2 * draw.uniform() - 1));
      auto const exact = random_point_of<quad>(draw, {quad(masses.minus), quad(masses.plus)},
                                               process.is_antineutrino, w2, target_mass);
      if (exact.momenta.q.plus.re < -0.04) continue; // the nucleus has no form factor left
      double const ratio = generated_over_explicit(process, exact, target_mass);
      if (front == 0) front = ratio;
      CHECK(ratio == Approx(front).epsilon(1e-9));
      double const here = oddness(process, exact);
      odd = std::max(odd, std::abs(here));
      // the same point with particles for antiparticles, not mirrored: as odd, the other way
      CHECK(oddness(conjugate(process), exchanged(exact)) == Approx(-here).margin(1e-12));
    }
  }
  CHECK(odd > 0.02); // or nothing would be seen
}
