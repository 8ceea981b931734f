// SPDX-License-Identifier: BSL-1.0

// Photon structure functions of the full electroweak amplitude.

#include <cmath>
#include <cstdint>
#include <string>

#include "catch.hpp"

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/numerics/pack.hpp>
#include <trident/quadrature/electroweak_structure.hpp>
#include <trident/runtime/processes.hpp>

#include "../data/electroweak_structure.hpp"

using namespace trident;
using namespace trident_test;

namespace {

channel channel_called(std::string const& text) {
  for (channel const& one : registry::all_channels())
    if (one.text() == text) return one;
  FAIL("no channel " << text);
  return {};
}

template <class Real = pack>
auto full_structure(channel const& process, double tolerance, boson_masses const& bosons = {}) {
  auto const current = full_electroweak{standard_model{}, bosons}.current(process, pdg{});
  return electroweak_structure<Real, decltype(current)>(current, tolerance);
}

/// Of two pairs over the sum of the second.
double deviation_of_pair(photon_pair const& a, photon_pair const& b) {
  return (std::abs(a.transverse - b.transverse) + std::abs(a.scalar - b.scalar)) / (b.transverse + b.scalar);
}

} // namespace

TEST_CASE("full electroweak structure functions: reference") {
  int rows = 0;
  for (auto const& row : electroweak_structure_rows) {
    auto const process = channel_called(row.channel);
    auto const l = full_structure(process, 1e-6);
    auto const found = l(row.s - l.masses().threshold_squared(), row.q2);
    INFO(row.channel << ", s = " << row.s << ", Q2 = " << row.q2);
    // figures have nine digits, s six
    bool const z_only = !process.has_charged_current;
    double const floor = z_only ? 5e-7 : 5e-6, errors = row.by_quadrature ? 1 : 4;
    CHECK(std::abs(found.transverse / row.transverse - 1) <
          floor + errors * row.transverse_error / row.transverse);
    double const scalar_floor = floor * (row.transverse + row.scalar) / row.scalar;
    CHECK(std::abs(found.scalar / row.scalar - 1) < scalar_floor + errors * row.scalar_error / row.scalar);
    ++rows;
  }
  CHECK(rows == 61);
}

TEST_CASE("full electroweak structure functions: Z alone to 1e-8") {
  for (auto const& row : electroweak_structure_rows) {
    auto const process = channel_called(row.channel);
    bool const precise = row.transverse_error < 1e-9 * row.transverse && row.s > 1; // s has six digits
    if (process.has_charged_current || !precise) continue;
    auto const l = full_structure(process, 1e-9);
    auto const found = l(row.s - l.masses().threshold_squared(), row.q2);
    // s has the digits that are printed: L goes at most as s^4 here
    double const printed = row.s == std::round(row.s) ? 0 : 4 * 5e-7;
    INFO(row.channel << ", s = " << row.s << ", Q2 = " << row.q2);
    CHECK(std::abs(found.transverse / row.transverse - 1) < 1e-8 + printed);
    CHECK(std::abs(found.scalar / row.scalar - 1) < 1e-8 + printed);
  }
}

TEST_CASE("full electroweak structure functions: contact for infinite masses") {
  for (char const* text : {"nu_mu -> nu_mu mu+ mu-", "nu_tau -> nu_e e+ tau-", "nu_e -> nu_e mu+ mu-"}) {
    auto const process = channel_called(text);
    auto const full = full_structure(process, 1e-8, {1e9, 1, 1e9});
    contact_current<channel, standard_model> const contact(process, standard_model{});
    structure_function_quadrature<pack> const exact(full.masses(), 1e-9);
    for (double const room : {0.1, 30.0, 3000.0})
      for (double const q2 : {1e-4, 0.3}) {
        auto const l = exact(room, q2, [&](double transfer) { return contact.chiral_couplings(transfer); });
        INFO(text << ", room = " << room << ", Q2 = " << q2);
        CHECK(deviation_of_pair(full(room, q2), l) < 1e-6);
      }
  }
}

TEST_CASE("full electroweak structure functions: the error is what is asked for") {
  std::uint64_t state = 17;
  auto const uniform = [&state] {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state >> 11) * 0x1p-53;
  };
  auto const channels = registry::all_channels();
  for (int i = 0; i < 60; ++i) {
    auto const& process = channels[static_cast<std::size_t>(30 * uniform())];
    auto const fine = full_structure(process, 1e-7);
    double const threshold = fine.masses().threshold_squared();
    double const room =
        std::exp(std::log(0.1 * threshold) + (std::log(1e8) - std::log(0.1 * threshold)) * uniform());
    double const q2 = std::exp(std::log(1e-8) + std::log(1e11) * uniform());
    auto const exact = fine(room, q2);
    INFO(process.text() << ", room = " << room << ", Q2 = " << q2);
    for (double const tolerance : {1e-3, 1e-4, 1e-5})
      CHECK(deviation_of_pair(full_structure(process, tolerance)(room, q2), exact) < 4 * tolerance);
  }
}

TEST_CASE("full electroweak structure functions: antineutrinos have those of the conjugate channel") {
  auto const neutrino = full_structure(channel_called("nu_mu -> nu_e e+ mu-"), 1e-5);
  auto const antineutrino = full_structure(channel_called("anti-nu_mu -> anti-nu_e mu+ e-"), 1e-5);
  CHECK(deviation_of_pair(antineutrino(7000, 0.02), neutrino(7000, 0.02)) < 1e-12);
}

TEST_CASE("full electroweak structure functions: packs and scalars") {
  auto const process = channel_called("nu_e -> nu_e e+ e-");
  CHECK(deviation_of_pair(full_structure<pack>(process, 1e-6)(9000, 0.1),
                          full_structure<double>(process, 1e-6)(9000, 0.1)) < 3e-6);
}
