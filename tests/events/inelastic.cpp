// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include <trident/flux/flux.hpp>
#include <trident/format/hepevt.hpp>
#include <trident/format/teg.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/inelastic_nucleon.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

// Events in which a nucleon becomes a system of hadrons: what the system is, and what it is taken apart into.

using namespace trident;
using namespace trident_test;

namespace {

template <class Nucleon>
std::vector<event> sample(Nucleon const& nucleon, double energy, std::size_t count) {
  std::vector<event> events;
  event_generator({make_source(channel(numu_to_numu_mumu{}), nucleon, monoenergetic{energy},
                               scattering_regime::inelastic, quick_preparation())},
                  1)
      .generate(0, count, events);
  return events;
}

double largest(four_momentum const& p) {
  return std::max({std::abs(p.e), std::abs(p.x), std::abs(p.y), std::abs(p.z)});
}

double off_shell(particle const& p) {
  return std::abs(dot(p.momentum, p.momentum) - p.mass * p.mass) / (p.momentum.e * p.momentum.e);
}

int charge_of(int code) {
  switch (code) {
  case 2212:
  case 211:
    return 1;
  case -211:
    return -1;
  default:
    return 0;
  }
}

/// A vertex of a nucleon at rest, with the mass of hadrons that is asked for.
hadronic_vertex vertex_at(bool proton, double mass, double q2, std::array<double, 4> const& random) {
  double const m = proton ? pdg::proton_mass : pdg::neutron_mass, nu = (mass * mass - m * m + q2) / (2 * m);
  double const q = std::sqrt(nu * nu + q2), s = 0.6, c = 0.8;
  return {{proton ? 2212 : 2112, m, {m, 0, 0, 0}}, {m + nu, s * q, 0, c * q}, nu, q2, random};
}

} // namespace

TEMPLATE_TEST_CASE("A nucleon becomes one system with all the momentum", "[inelastic]", inelastic_proton,
                   inelastic_neutron) {
  bool const proton = TestType::pdg_code() == 2212;
  for (double const energy : {5.0, 500.0}) {
    double heaviest = 0;
    for (auto const& e : sample(TestType{}, energy, 400)) {
      CHECK(e.regime == scattering_regime::inelastic);
      CHECK(is_inelastic_process(e.process_id));
      auto left = e.neutrino_in().momentum + e.target().momentum;
      for (auto const& p : e.particles)
        if (p.mother == e.struck_place() || (p.mother == 1 && p.status == particle_status::outgoing))
          left = left - p.momentum;
      CHECK(largest(left) < 1e-13 * (energy + 40));
      particle const& hadrons = e.recoil();
      CHECK(hadrons.pdg_code == 91);
      CHECK(hadrons.status == particle_status::system);
      CHECK(off_shell(hadrons) < 1e-13);
      CHECK(e.struck().mass == (proton ? pdg::proton_mass : pdg::neutron_mass));
      // W^2 of the fits is that of the proton's mass
      double const m = e.struck().mass, nu = hadrons.momentum.e - m, m_p = pdg::proton_mass;
      double const w2 = m_p * m_p + 2 * m_p * nu - e.q2;
      CHECK(hadrons.mass * hadrons.mass == Approx(w2 + (m - m_p) * (m + m_p + 2 * nu)).epsilon(1e-9));
      CHECK(w2 > std::pow(detail::pion_threshold, 2) * (1 - 1e-9));
      heaviest = std::max(heaviest, hadrons.mass);
      REQUIRE(e.constituents.size() == 2);
      CHECK(largest(e.constituents[0].momentum + e.constituents[1].momentum - hadrons.momentum) <
            1e-13 * energy);
      for (auto const& part : e.constituents) CHECK(off_shell(part) < 1e-12);
      REQUIRE(e.remnant() != nullptr);
      CHECK(e.remnant()->momentum.momentum() == 0);
    }
    CHECK(heaviest > (energy > 10 ? 5 : 1.5));
  }
}

TEST_CASE("Events have the mean Q2 and s and the masses of an independent integration", "[inelastic]") {
  auto const check = [](auto const& process, auto const& nucleon, double energy, double mean_q2,
                        double mean_s, double below_2_GeV) {
    std::vector<event> events;
    event_generator({make_source(channel(process), nucleon, monoenergetic{energy},
                                 scattering_regime::inelastic, quick_preparation())},
                    1)
        .generate(0, 20'000, events);
    struct sums {
      double first = 0, second = 0;
    };
    double all = 0;
    sums q2, s, light;
    auto const add = [](sums& to, double weight, double value) {
      to.first += weight * value;
      to.second += weight * value * value;
    };
    for (auto const& e : events) {
      double const m = pdg::proton_mass, nu = e.recoil().momentum.e - e.struck().mass;
      all += e.weight;
      add(q2, e.weight, e.q2);
      add(s, e.weight, e.s);
      add(light, e.weight, m * m + 2 * m * nu - e.q2 < 4 ? 1 : 0);
    }
    INFO(channel(process).text() << ", " << energy << " GeV");
    for (auto const& [sum, expected] :
         {std::pair{q2, mean_q2}, std::pair{s, mean_s}, std::pair{light, below_2_GeV}}) {
      double const mean = sum.first / all, deviation = std::sqrt(sum.second / all - mean * mean);
      CHECK(mean == Approx(expected).epsilon(0).margin(
                        4.5 * deviation / std::sqrt(static_cast<double>(events.size())) + 5e-4 * expected));
    }
  };
  // mean Q2 and s [GeV^2] and the share of W < 2 GeV
  check(numu_to_numu_mumu{}, inelastic_proton{}, 4, 0.4224, 1.017, 0.9956);
  check(numu_to_numu_mumu{}, inelastic_neutron{}, 50, 0.9253, 13.55, 0.8155);
  check(numu_to_nue_emu{}, inelastic_neutron{}, 5, 0.3736, 1.172, 0.9900);
  check(numu_to_numu_ee{}, inelastic_proton{}, 200, 2.096, 53.91, 0.6539);
  check(numu_to_nutau_taumu{}, inelastic_proton{}, 10, 1.292, 6.911, 0.9990);
  check(numu_to_numu_mumu{}, inelastic_proton{}, 1000, 5.082, 262.4, 0.5233);
}

TEST_CASE("Light hadrons are a nucleon and a pion, two in three with the neutral one", "[inelastic]") {
  for (bool const proton : {true, false}) {
    std::map<int, int> pions;
    double along = 0, squared = 0;
    constexpr int n = 3000;
    for (int i = 0; i < n; ++i) {
      auto const random = trial_source(1, 2).four({static_cast<std::uint64_t>(i), 0}, 0);
      auto const vertex = vertex_at(proton, 1.5, 0.4, random);
      auto const parts = detail::hadronic_constituents(vertex, proton);
      CHECK(charge_of(parts[0].pdg_code) + charge_of(parts[1].pdg_code) == (proton ? 1 : 0));
      ++pions[parts[1].pdg_code];
      auto const at_rest = detail::boosted_back(parts[1].momentum, vertex.momentum, 1.5);
      double const c = at_rest.z / at_rest.momentum();
      along += c / n;
      squared += c * c / n;
      CHECK(off_shell(parts[0]) < 1e-13);
      CHECK(off_shell(parts[1]) < 1e-13);
    }
    CHECK(pions[111] / double(n) == Approx(2. / 3).margin(5 * std::sqrt(2. / 9 / n)));
    CHECK(pions[proton ? 211 : -211] + pions[111] == n);
    CHECK(along == Approx(0).margin(5 * std::sqrt(1. / 3 / n)));
    CHECK(squared == Approx(1. / 3).margin(5 * std::sqrt(4. / 45 / n)));
    // below 1.08 GeV the charged one is closed
    for (int i = 0; i < 200; ++i) {
      auto const random = trial_source(1, 2).four({static_cast<std::uint64_t>(i), 1}, 0);
      double const threshold = proton ? 1.079 : 1.0778;
      auto const parts = detail::hadronic_constituents(vertex_at(proton, threshold, 0.4, random), proton);
      CHECK(parts[1].pdg_code == 111);
    }
  }
}

TEST_CASE("Heavy hadrons are a quark along the photon and the diquark that it leaves", "[inelastic]") {
  for (bool const proton : {true, false}) {
    std::map<int, int> codes;
    constexpr int n = 9000;
    for (int i = 0; i < n; ++i) {
      auto const random = trial_source(1, 2).four({static_cast<std::uint64_t>(i), 0}, 0);
      auto const vertex = vertex_at(proton, 5, 3, random);
      auto const parts = detail::hadronic_constituents(vertex, proton);
      ++codes[parts[0].pdg_code];
      ++codes[parts[1].pdg_code];
      auto const quark = detail::boosted_back(parts[0].momentum, vertex.momentum, 5);
      auto const photon = detail::boosted_back(vertex.momentum - vertex.struck.momentum, vertex.momentum, 5);
      double const c = (quark.x * photon.x + quark.y * photon.y + quark.z * photon.z) /
                       (quark.momentum() * photon.momentum());
      CHECK(c == Approx(1).epsilon(1e-12));
      // flavour and charge are the nucleon's
      CHECK((parts[0].pdg_code == 2) ==
            (parts[1].pdg_code != (proton ? 2203 : 2101) && parts[1].pdg_code != (proton ? 2203 : 2103)));
    }
    double const up = codes[2] / double(n), expected = proton ? 8. / 9 : 2. / 3;
    CHECK(up == Approx(expected).margin(5 * std::sqrt(expected * (1 - expected) / n)));
    CHECK(codes[2] + codes[1] == n);
    double const mixed = codes[2101] + codes[2103];
    CHECK(mixed == codes[proton ? 2 : 1]);
    CHECK(codes[2101] / mixed == Approx(0.75).margin(5 * std::sqrt(0.1875 / mixed)));
  }
}

TEST_CASE("Any continuum makes what the response in it makes", "[inelastic]") {
  auto const vertex = vertex_at(true, 1.6, 0.4, {0.1, 0.2, 0.3, 0.4});
  any_continuum const any(inelastic_proton{});
  auto const all = any.products(vertex);
  REQUIRE(all.size() == 1);
  CHECK(all[0].pdg_code == 91);
  CHECK(all[0].mass == inelastic_proton::products(vertex)[0].mass);
  auto const parts = any.constituents(vertex);
  REQUIRE(parts.size() == 2);
  CHECK(parts[1].momentum.e == inelastic_proton::constituents(vertex)[1].momentum.e);
}

TEST_CASE("Formats of simulations have hadrons, or a system that is not tracked", "[inelastic]") {
  int light = 0, heavy = 0;
  for (auto const& e : sample(inelastic_proton{}, 100.0, 300)) {
    std::string hepevt, teg;
    hepevt_format{}.write(hepevt, e, {});
    teg_format{}.write(teg, e, {});
    bool const whole = e.recoil().mass > detail::partonic_mass;
    ++(whole ? heavy : light);
    CHECK((hepevt.find("\n0 91 1 2 0 0 ") != std::string::npos) == whole);
    CHECK((teg.find("\n91 1 ") != std::string::npos) == whole);
    bool const pion =
        hepevt.find("\n1 111 ") != std::string::npos || hepevt.find("\n1 211 ") != std::string::npos;
    CHECK(pion != whole);
    CHECK(hepevt.starts_with(std::to_string(e.number) + (whole ? " 6\n" : " 7\n")));
    CHECK(std::count(hepevt.begin(), hepevt.end(), '\n') == (whole ? 7 : 8));
  }
  CHECK(light > 20);
  CHECK(heavy > 20);
}
