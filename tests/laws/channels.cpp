// SPDX-License-Identifier: BSL-1.0

// What must hold for each of the 30 channels, whatever the numbers are.

#include "catch.hpp"

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>

#include <trident/model/model.hpp>
#include <trident/physics/constants.hpp>
#include <trident/physics/process.hpp>
#include <trident/runtime/processes.hpp>

#include "channels.hpp"

using namespace trident;
using namespace trident_test;

namespace {

int number_of(int pdg_code, int family) {
  int const charged = 11 + 2 * family, neutral = charged + 1;
  return std::abs(pdg_code) == charged || std::abs(pdg_code) == neutral ? (pdg_code > 0 ? 1 : -1) : 0;
}

bool same_flavour_pair(channel const& p) { return p.minus_family == p.plus_family; }

/// Flavour of the charged lepton that a neutrino of the beam turns into by W exchange.
flavour charged_partner(channel const& p) { return p.is_antineutrino ? p.plus_family : p.minus_family; }

} // namespace

TEST_CASE("There are thirty channels, numbered in order", "[process]") {
  auto const channels = all_channels();
  REQUIRE(channels.size() == 30);
  std::set<std::string> texts;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    CHECK(channels[i].number == static_cast<int>(i) + 1);
    texts.insert(channels[i].text());
  }
  CHECK(texts.size() == 30);
}

TEST_CASE("Numbers 1 to 15 are those of the reference interface", "[process]") {
  // arXiv:1902.06765, the reference generator, for 1 to 12
  std::map<int, std::string> const expected = {{1, "nu_e -> nu_e e+ e-"},
                                               {2, "nu_e -> nu_e mu+ mu-"},
                                               {3, "nu_e -> nu_mu mu+ e-"},
                                               {4, "anti-nu_e -> anti-nu_e e+ e-"},
                                               {5, "anti-nu_e -> anti-nu_e mu+ mu-"},
                                               {6, "anti-nu_e -> anti-nu_mu e+ mu-"},
                                               {7, "nu_mu -> nu_mu e+ e-"},
                                               {8, "nu_mu -> nu_mu mu+ mu-"},
                                               {9, "nu_mu -> nu_e e+ mu-"},
                                               {10, "anti-nu_mu -> anti-nu_mu e+ e-"},
                                               {11, "anti-nu_mu -> anti-nu_mu mu+ mu-"},
                                               {12, "anti-nu_mu -> anti-nu_e mu+ e-"},
                                               {13, "nu_mu -> nu_mu tau+ tau-"},
                                               {14, "nu_mu -> nu_tau tau+ mu-"},
                                               {15, "nu_e -> nu_tau tau+ e-"}};
  for (auto const& [number, text] : expected) CHECK(channel_with_number(number).text() == text);
}

TEST_CASE("The text of a channel is read back as the same channel", "[process]") {
  for (auto const& process : all_channels()) {
    CHECK(registry::find_process(process.text()).number == process.number);
    CHECK(registry::find_process(std::to_string(process.number)).number == process.number);
  }
}

TEST_CASE("Charge and each lepton number are conserved", "[process]") {
  for (auto const& p : all_channels()) {
    CAPTURE(p.text());
    CHECK(p.minus_pdg_code() > 0);
    CHECK(p.plus_pdg_code() < 0);
    CHECK((p.incoming_pdg_code() < 0) == p.is_antineutrino);
    for (int family = 0; family < 3; ++family)
      CHECK(number_of(p.incoming_pdg_code(), family) == number_of(p.outgoing_pdg_code(), family) +
                                                            number_of(p.minus_pdg_code(), family) +
                                                            number_of(p.plus_pdg_code(), family));
  }
}

TEST_CASE("Types and run-time channels say the same", "[process]") {
  auto const check = [](auto process) {
    using type = decltype(process);
    channel const c = process;
    CHECK(c.incoming_pdg_code() == type::incoming::pdg_code);
    CHECK(c.outgoing_pdg_code() == type::outgoing::pdg_code);
    CHECK(c.minus_pdg_code() == type::lepton_minus::pdg_code);
    CHECK(c.plus_pdg_code() == type::lepton_plus::pdg_code);
    CHECK(type::text() == c.text());
    CHECK(type::number == c.number);
  };
  std::apply([&](auto... p) { (check(p), ...); }, process_list{});
}

TEST_CASE("Every channel has one conjugate", "[process]") {
  for (auto const& p : all_channels()) {
    channel const other = conjugate(p);
    CHECK(other.is_antineutrino != p.is_antineutrino);
    CHECK(conjugate(other).number == p.number);
    CHECK(other.incoming_pdg_code() == -p.incoming_pdg_code());
    CHECK(other.minus_pdg_code() == -p.plus_pdg_code());
  }
}

TEST_CASE("Standard Model couplings per class", "[model]") {
  // arXiv:1902.06765, table I. Exact but for rounding.
  double const s = teg2019::sin2_theta_w;
  for (auto const& p : all_channels()) {
    CAPTURE(p.text());
    auto const g = standard_model{}.couplings(p, teg2019{}, 0.1);
    bool const neutral = p.incoming_family == p.outgoing_family;
    bool const charged = charged_partner(p) == p.incoming_family;
    CHECK((neutral || charged));
    CHECK(p.has_neutral_current == neutral);
    CHECK(p.has_charged_current == charged);
    CHECK(same_flavour_pair(p) == neutral);
    double const vector = !charged ? -1 + 4 * s : neutral ? 1 + 4 * s : 2;
    double const axial = !charged ? 1 : neutral ? -1 : -2;
    CHECK(g.vector == Approx(vector).epsilon(1e-15));
    CHECK(g.axial == axial);
    CHECK(g.vector == standard_model{}.couplings(conjugate(p), teg2019{}, 0.1).vector);
    CHECK(g.axial == standard_model{}.couplings(conjugate(p), teg2019{}, 0.1).axial);
  }
}

TEST_CASE("The L_mu - L_tau boson couples to its charges only", "[model]") {
  // arXiv:1902.06765 with the propagator kept: g_V -> g_V + sqrt2 Q_nu Q_l g'^2/(G_F (M^2 + T)), Q = 0, +1, -1. Exact but for rounding.
  constexpr double coupling = 0.02, mass = 0.3, transfer = 0.07;
  mu_minus_tau const model({.coupling = coupling, .mass = mass});
  std::array<int, 3> const charge = {0, 1, -1};
  double const unit = std::sqrt(2.0) * coupling * coupling / (pdg::fermi_constant * (mass * mass + transfer));
  int shifted = 0;
  for (auto const& p : all_channels()) {
    CAPTURE(p.text());
    auto const standard = standard_model{}.couplings(p, pdg{}, transfer);
    auto const g = model.couplings(p, pdg{}, transfer);
    int const product = p.incoming_family == p.outgoing_family && same_flavour_pair(p)
                            ? charge[static_cast<std::size_t>(p.incoming_family)] *
                                  charge[static_cast<std::size_t>(p.minus_family)]
                            : 0;
    CHECK(g.vector - standard.vector == Approx(product * unit).epsilon(1e-12).margin(1e-15));
    CHECK(g.axial == standard.axial);
    shifted += product != 0;
  }
  CHECK(shifted == 8); // nu_mu, nu_tau and their antineutrinos with mu mu (+, -) and tau tau (-, +)
  CHECK(model.couplings(numu_to_numu_mumu{}, pdg{}, transfer).vector > 1 + 4 * pdg::sin2_theta_w);
  CHECK(model.couplings(numu_to_numu_tautau{}, pdg{}, transfer).vector < -1 + 4 * pdg::sin2_theta_w);
}

TEST_CASE("A Z' with charges of one's own", "[model]") {
  // the neutrino is the partner of the left-handed lepton: its charge is Q_V - Q_A
  z_prime const model(
      {.coupling = 0.1, .mass = 2, .vector_charges = {0.5, 1, -2}, .axial_charges = {0.25, -0.5, 1}});
  constexpr double transfer = 0.4;
  double const unit = std::sqrt(2.0) * 0.01 / (pdg::fermi_constant * (4 + transfer));
  auto const shift = [&](auto const& p) {
    auto const standard = standard_model{}.couplings(p, pdg{}, transfer);
    auto const g = model.couplings(p, pdg{}, transfer);
    return std::array{(g.vector - standard.vector) / unit, (g.axial - standard.axial) / unit};
  };
  CHECK(shift(numu_to_numu_ee{})[0] == Approx(1.5 * 0.5).epsilon(1e-10)); // rounding of the subtraction
  CHECK(shift(numu_to_numu_ee{})[1] == Approx(1.5 * 0.25).epsilon(1e-10));
  CHECK(shift(nue_to_nue_tautau{})[0] == Approx(0.25 * -2).epsilon(1e-10));
  CHECK(shift(antinumu_to_antinumu_tautau{})[1] == Approx(1.5 * 1).epsilon(1e-10));
  CHECK(shift(numu_to_nue_emu{})[0] == 0);
  CHECK(shift(numu_to_nue_emu{})[1] == 0);
}
