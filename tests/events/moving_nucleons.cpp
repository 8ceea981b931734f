// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cmath>
#include <memory>
#include <random>
#include <sstream>
#include <vector>

#include <trident/event/event_amplitude.hpp>
#include <trident/flux/flux.hpp>
#include <trident/format/lhef.hpp>
#include <trident/format/lhef_reader.hpp>
#include <trident/format/nuhepmc.hpp>
#include <trident/format/nuhepmc_reader.hpp>
#include <trident/model/resolved_model.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/spectral_function.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

// Nucleons that move in their nucleus: drawn given the leptons, so that cross sections are those of W1 and W2.

using namespace trident;
using namespace trident_test;

namespace {

isotope const& argon = isotopes::argon_40;

/// A mean field and a tail of correlated nucleons, some of them space-like before they are struck.
spectral_function_table toy_table() {
  std::vector<double> p, e, values;
  for (int i = 0; i < 60; ++i) p.push_back(0.01 + 0.02 * i);
  for (int k = 0; k < 80; ++k) e.push_back(0.0025 + 0.005 * k);
  for (double const one : p)
    for (double const other : e)
      values.push_back(std::exp(-one * one / 0.02) * std::exp(-std::pow((other - 0.03) / 0.012, 2)) +
                       0.01 * std::exp(-one / 0.3) *
                           std::exp(-std::pow((other - 0.05 - 0.3 * one) / 0.1, 2)));
  double const norm = spectral_function_table(p, e, values).norm();
  for (double& one : values) one *= 18 / norm;
  return {p, e, values};
}

std::vector<resolved_model> models_of_pair(channel const& process) {
  return {resolve(standard_model{}, process, pdg{}),
          resolve(four_fermion({.g_v = 0.3, .g_a = 2}), process, pdg{}),
          resolve(z_prime({.coupling = 1e-3, .mass = 0.02, .vector_charges = {0.5, 1, -1}}), process, pdg{})};
}

/// Events of a response, with the weights of the models above.
template <class Response>
std::vector<event> events_of(channel const& process, Response const& response, double energy,
                             std::uint64_t count, integral_estimate* cross_section = nullptr) {
  auto const with = [&](resolved_model const& model) {
    return Trident{process, response, monoenergetic{energy}, model};
  };
  using sigma_type = decltype(with(std::declval<resolved_model const&>()));
  std::vector<sigma_type> others;
  for (auto const& model : models_of_pair(process)) others.push_back(with(model));
  source_description description;
  description.process = process;
  description.regime = scattering_regime::quasi_elastic;
  description.target_pdg_code = response.pdg_code();
  description.parents = {{argon.pdg_code(), pdg::nuclear_mass(argon), 1.0}};
  auto const source = std::make_shared<cross_section_source<sigma_type>>(others.front(), description,
                                                                         quick_preparation(), others);
  if (cross_section != nullptr) *cross_section = source->cross_section();
  std::vector<event> events;
  event_generator({source}, 1).generate(0, count, events);
  return events;
}

/// Calls use(point, current, density, all, leptons) at points that are inside.
template <class P, class Response, class Use>
void at_points(P const& process, Response const& response, double energy, int count, Use const& use) {
  Trident const sigma{process, response, monoenergetic{energy}, standard_model{}};
  std::mt19937_64 generator(11);
  std::uniform_real_distribution<double> uniform(0, 1);
  for (int i = 0; i < count; ++i) {
    std::array<double, decltype(sigma)::dimension> u;
    for (double& one : u) one = uniform(generator);
    auto const point = sigma.template point<double>(u).state;
    if (!point.inside() || !(sigma.density(point) > 0)) continue;
    auto const current = sigma.current().at(point.leptons);
    detail::transfer_frame const frame(point);
    auto const leptons = detail::lepton_weights_of(current, point);
    std::array<double, 4> const four{uniform(generator), uniform(generator), uniform(generator),
                                     uniform(generator)};
    auto const all = response.struck(point.nu, point.leptons.q2, leptons, four, pdg{});
    use(point, frame, current, leptons, all, struck_nucleon_density(frame, current, leptons, all));
  }
}

/// Averages of the density over all nucleons are the tensor of W1 and W2, times what the response says is their number.
template <class P, class Response>
void check_average(P const& process, Response const& response, double energy, double accuracy) {
  int points = 0;
  double worst = 0;
  at_points(process, response, energy, 2000,
            [&](auto const& point, auto const&, auto const&, auto const& leptons, auto const& all,
                auto const& density) {
              auto const w = response.structure(point.nu, point.leptons.q2, pdg{});
              double sum = 0;
              constexpr int shares = 100, turns = 5; // exact in the azimuth
              for (int i = 0; i < shares; ++i)
                for (int k = 0; k < turns; ++k)
                  sum += density(response.struck_energy(all, (i + 0.5) / shares),
                                 detail::unit_vector((k + 0.3) / turns));
              double number = 0;
              if constexpr (requires { response.depths(); })
                number = response.depths().motion(all.transfer, all.mass).number;
              else
                number = response.sphere(all.mass).motion(all.transfer, all.mass).number;
              double const tensor = w.electric * leptons.electric + w.magnetic * leptons.magnetic;
              worst = std::max(worst, std::abs(number * sum / (shares * turns) / tensor - 1));
              ++points;
            });
  REQUIRE(points > 1000);
  CHECK(worst < accuracy);
}

template <class P, class Response>
void check_bound(P const& process, Response const& response, double energy) {
  double largest = 0, smallest = 1;
  std::mt19937_64 generator(5);
  std::uniform_real_distribution<double> uniform(0, 1);
  at_points(process, response, energy, 4000,
            [&](auto const&, auto const&, auto const&, auto const&, auto const& all, auto const& density) {
              double const bound = density.bound();
              for (double const share : {0.0, 0.5, 1.0, uniform(generator)})
                for (int k = 0; k < 16; ++k) {
                  double const value =
                      density(response.struck_energy(all, share), detail::unit_vector(k / 16.0));
                  largest = std::max(largest, value / bound);
                  smallest = std::min(smallest, value / bound);
                }
            });
  CHECK(largest <= 1 + 1e-12);
  CHECK(largest > 0.5); // and it is not far above
  CHECK(smallest > -1e-9);
}

void check_event(event const& e, double rounding_of_moved) {
  auto const& struck = e.struck();
  auto const& nucleus = e.target();
  REQUIRE(e.has_struck_nucleon());
  REQUIRE(e.remnant() != nullptr);
  // at both vertices, and of the whole
  auto const rest = nucleus.momentum - struck.momentum - e.remnant()->momentum;
  auto taken = e.neutrino_in().momentum;
  for (auto const* p : {&e.neutrino_out(), &e.lepton_minus(), &e.lepton_plus()}) taken = taken - p->momentum;
  auto const left = struck.momentum + taken - e.recoil().momentum;
  for (double const one : {rest.e, rest.x, rest.y, rest.z, left.e, left.x, left.y, left.z})
    REQUIRE(std::abs(one) < rounding_of_moved);
  for (auto const* p : {&struck, &e.recoil(), e.remnant()})
    REQUIRE(std::abs(dot(p->momentum, p->momentum) - p->mass * std::abs(p->mass)) <
            1e-14 * p->momentum.e * p->momentum.e);
  REQUIRE(e.recoil().pdg_code == struck.pdg_code);
  REQUIRE(e.recoil().mass == (struck.pdg_code == 2212 ? pdg::proton_mass : pdg::neutron_mass));
  REQUIRE(struck.mass < e.recoil().mass);
  // Q2 and nu are those of the point
  REQUIRE(std::abs(-dot(taken, taken) - e.q2) < rounding_of_moved * e.neutrino_in().momentum.e);
}

struct means {
  double cross_section, q, nu, p, kinetic, above; ///< above: T > 50 MeV
};

/// Means over events, and their cross section [fb].
template <class Response>
means means_of(channel const& process, Response const& response, double energy) {
  integral_estimate total{};
  auto const events = events_of(process, response, energy, 20000, &total);
  means sum{};
  double weights = 0;
  for (auto const& e : events) {
    auto const taken = e.recoil().momentum - e.struck().momentum;
    double const kinetic = e.recoil().momentum.e - e.recoil().mass;
    weights += e.weight;
    sum.q += e.weight * taken.momentum();
    sum.nu += e.weight * taken.e;
    sum.p += e.weight * e.struck().momentum.momentum();
    sum.kinetic += e.weight * kinetic;
    sum.above += e.weight * (kinetic > 0.05);
  }
  return {total.value,     sum.q / weights,       sum.nu / weights,
          sum.p / weights, sum.kinetic / weights, sum.above / weights};
}

/// Of Z protons and N neutrons of argon.
means of_argon(means const& p, means const& n) {
  double const protons = 18 * p.cross_section, neutrons = 22 * n.cross_section, all = protons + neutrons;
  auto const mean = [&](double a, double b) { return (protons * a + neutrons * b) / all; };
  return {all,
          mean(p.q, n.q),
          mean(p.nu, n.nu),
          mean(p.p, n.p),
          mean(p.kinetic, n.kinetic),
          mean(p.above, n.above)};
}

void check_means(means const& is, means const& expected) {
  CHECK(is.cross_section == Approx(expected.cross_section).epsilon(0.015));
  CHECK(is.q == Approx(expected.q).epsilon(0.015));
  CHECK(is.nu == Approx(expected.nu).epsilon(0.02));
  CHECK(is.p == Approx(expected.p).epsilon(0.008));
  CHECK(is.kinetic == Approx(expected.kinetic).epsilon(0.025));
  CHECK(is.above == Approx(expected.above).epsilon(0.02));
}

} // namespace

TEST_CASE("Averaged over nucleons the density of a struck one is the tensor of W1 and W2 at any leptons") {
  check_average(numu_to_numu_mumu{}, fermi_gas_nucleon<true>{0.251, 0.028}, 1.0, 2e-5);
  check_average(numu_to_numu_mumu{}, fermi_gas_nucleon<false>{0.15, 0.0125}, 5.0, 2e-5);
  check_average(numu_to_numu_ee{}, fermi_gas_nucleon<true>{0.235, 0}, 5.0, 2e-5);
  check_average(numu_to_numu_mumu{}, local_fermi_gas_nucleon<true>(argon), 3.0, 5e-3);
}

TEST_CASE("The density of a struck nucleon is never above its bound, and never negative") {
  check_bound(numu_to_numu_mumu{}, fermi_gas_nucleon<true>{0.251, 0.028}, 1.0);
  check_bound(numu_to_numu_ee{}, fermi_gas_nucleon<false>{0.265, 0.044}, 5.0);
  check_bound(numu_to_numu_ee{}, local_fermi_gas_nucleon<true>(argon), 100.0);
  check_bound(numu_to_numu_mumu{}, spectral_function_nucleon<true>(toy_table(), argon), 3.0);
}

TEST_CASE("Events of moving nucleons conserve four-momentum and have squared amplitudes from their momenta") {
  channel const pairs[] = {numu_to_numu_mumu{}, numu_to_numu_ee{}};
  auto const check = [&](auto const& response, std::vector<double> const& energies) {
    for (auto const& process : pairs)
      for (double const energy : energies) {
        auto const models = models_of_pair(process);
        for (auto const& e : events_of(process, response, energy, 60)) {
          check_event(e, 1e-13 * energy + 2e-14 * 38);
          event_amplitude const amplitude(e, pdg{});
          double const nominal = amplitude(models.front(), process, pdg{});
          for (std::size_t i = 0; i < models.size(); ++i)
            REQUIRE(amplitude(models[i], process, pdg{}) / nominal == Approx(e.ratios[i]).epsilon(1e-9));
        }
      }
  };
  check(fermi_gas_nucleon<true>{0.251, 0.028}, {1, 5, 1000});
  check(local_fermi_gas_nucleon<false>(argon), {1, 5, 1000});
  check(any_continuum(local_fermi_gas_nucleon<true>(argon)), {5});
  check(spectral_function_nucleon<true>(toy_table(), argon), {5});
}

TEST_CASE("Means of moving nucleons in argon are those of another program") {
  // mu mu at 3 GeV: cross section of the nucleus [fb], <|q|>, <nu>, <p>, <T> [GeV], share of T > 50 MeV
  channel const process(numu_to_numu_mumu{});
  check_means(of_argon(means_of(process, fermi_gas_nucleon<true>{0.251, 0.028}, 3),
                       means_of(process, fermi_gas_nucleon<false>{0.251, 0.028}, 3)),
              {1.513981e-04, 0.4462, 0.1330, 0.1906, 0.1254, 0.8058});
  check_means(of_argon(means_of(process, local_fermi_gas_nucleon<true>(argon), 3),
                       means_of(process, local_fermi_gas_nucleon<false>(argon), 3)),
              {1.978858e-04, 0.4052, 0.1045, 0.1526, 0.1065, 0.6790});
}

TEST_CASE("Files hold events of moving nucleons, to the bit") {
  channel const process(numu_to_numu_mumu{});
  spectral_function_nucleon<true> const response(toy_table(), argon);
  source_description description;
  description.process = process;
  description.regime = scattering_regime::quasi_elastic;
  description.target_pdg_code = 2212;
  description.parents = {{argon.pdg_code(), pdg::nuclear_mass(argon), 1.0}};
  Trident const sigma{process, response, monoenergetic{3}, standard_model{}};
  event_generator const generator({make_event_source(sigma, description, quick_preparation())}, 1);
  std::vector<event> events;
  generator.generate(0, 200, events);
  bool space_like = false;
  for (auto const& e : events) space_like = space_like || e.struck().mass < 0;
  auto const run = describe(generator);
  auto const check = [&](auto const& format, auto&& read) {
    std::string text;
    format.begin(text, run);
    for (auto const& e : events) format.write(text, e, run);
    format.end(text);
    std::istringstream stream(text);
    auto reader = read(stream);
    for (auto const& e : events) {
      REQUIRE(reader.next());
      auto const& back = reader.current();
      REQUIRE(back.particles.size() == e.particles.size());
      for (std::size_t i = 0; i < e.particles.size(); ++i) {
        REQUIRE(back.particles[i].pdg_code == e.particles[i].pdg_code);
        REQUIRE(back.particles[i].mass == e.particles[i].mass);
        REQUIRE(back.particles[i].momentum.e == e.particles[i].momentum.e);
        REQUIRE(back.particles[i].momentum.x == e.particles[i].momentum.x);
        REQUIRE(back.particles[i].momentum.z == e.particles[i].momentum.z);
      }
    }
    REQUIRE_FALSE(reader.next());
  };
  check(nuhepmc_format{}, [](std::istream& stream) { return nuhepmc_reader(stream); });
  check(lhef_format{}, [](std::istream& stream) { return lhef_reader(stream); });
  CHECK(space_like);
}
