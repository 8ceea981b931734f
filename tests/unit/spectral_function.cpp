// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <sstream>
#include <string>
#include <vector>

#include <trident/target/nuclei.hpp>
#include <trident/target/spectral_function.hpp>

#include "containing.hpp"

using namespace trident;

namespace {

constexpr double pi = std::numbers::pi;
isotope const& argon = isotopes::argon_40;

std::vector<double> middles(double end, std::size_t cells) {
  std::vector<double> centres;
  for (std::size_t i = 0; i < cells; ++i)
    centres.push_back(end * (static_cast<double>(i) + 0.5) / static_cast<double>(cells));
  return centres;
}

/// A table whose value at (p, E) is a function.
template <class F>
spectral_function_table table_of(double largest_p, std::size_t momenta, double largest_e,
                                 std::size_t energies, F const& value) {
  auto const p = middles(largest_p, momenta), e = middles(largest_e, energies);
  std::vector<double> values;
  for (double const one : p)
    for (double const other : e) values.push_back(value(one, other));
  return {p, e, values};
}

spectral_function_table read(std::string const& text) {
  std::istringstream stream(text);
  return read_spectral_function(stream, "mine.data");
}

/// As public tables are laid out: 18 nucleons, up to 200 MeV.
std::string layout(std::string const& head) {
  std::ostringstream text;
  text << head << '\n';
  for (int i = 0; i < 4; ++i) {
    text << 25 + 50 * i << '\n';
    for (int k = 0; k < 5; ++k)
      text << "  " << 5 + 10 * k << "   " << 18 / (4 * pi / 3 * 8e6 * 50) << (k % 2 ? "\n" : " ");
    text << '\n';
  }
  return text.str();
}

} // namespace

TEST_CASE("Spectral functions are read in both layouts of public tables", "[spectral_function]") {
  for (auto const* head : {"5 4", "5 4\n0 0\n50 200"}) {
    auto const table = read(layout(head));
    REQUIRE(table.momenta().size() == 5);
    for (std::size_t i = 0; i < 5; ++i)
      CHECK(table.momenta()[i] == Approx(0.05 * static_cast<double>(i)).margin(1e-15));
    REQUIRE(table.energies().size() == 6);
    CHECK(table.energies()[1] == Approx(0.01));
    CHECK(table.norm() == Approx(18).epsilon(1e-4));
    CHECK_NOTHROW(spectral_function_nucleon<true>(table, argon));
  }
}

TEST_CASE("Tables that are no spectral functions are refused in a sentence", "[spectral_function]") {
  auto const refuses = [](std::string const& text, std::string const& why) {
    CHECK_THROWS_WITH(read(text), containing(why));
  };
  refuses("", "must begin with the number of removal energies");
  refuses("5 4.5", "each a whole number");
  refuses("5 1000001", "from 2 to 1000000");
  refuses("2 2\n10 1 1 2 x\n20 1 1 2 1", "mine.data, line 2: what stands there is no number");
  refuses("2 2\n10 1 1 2 1\n20 1 1 2", "are 10 numbers, and there are 9");
  refuses("2 2\n10 1 1 2 1\n20 1 1 3 1", "all momenta must have the same removal energies");
  refuses("2 2\n20 1 1 2 1\n10 1 1 2 1", "its momenta must increase from 0 or more to 10000 MeV at most");
  refuses("2 2\n10 2 1 1 1\n20 2 1 1 1", "its removal energies must increase");
  refuses("2 2\n-10 1 1 2 1\n20 1 1 2 1", "number 1 is -10 MeV");
  refuses("2 2\n10 1 1 2 -1\n20 1 1 2 1", "must be finite and not negative");
  refuses("2 2\n10 1 inf 2 1\n20 1 1 2 1", "must be finite");
  refuses("2 2\n5000 1000 1e295 9000 1e295\n9999 1000 1e295 9000 1e295", "too large");
  refuses("2 2\n10 1 0 2 0\n20 1 0 2 0", "all of its values are zero");
  auto const table = table_of(0.2, 4, 0.05, 5, [](double, double) { return 30.0; });
  CHECK_THROWS_WITH(spectral_function_nucleon<true>(table, argon),
                    containing("Ar40 has 18 protons and 22 neutrons"));
}

TEST_CASE("A spectral function of a Fermi gas is the Fermi gas", "[spectral_function]") {
  // all nucleons of momenta below k_F, with the removal energy that leaves eps whatever p; nothing is blocked at these Q2
  double const k_F = 0.251, eps = 0.045, m = pdg::proton_mass, rest = pdg::nuclear_mass(argon) - m;
  double const cell = 1e-4;
  auto const table = table_of(k_F, 251, 0.05, 500, [&](double p, double e) {
    double const removal = eps + m - std::sqrt(p * p + m * m) - p * p / (2 * rest);
    return std::max(0.0, 1 - std::abs(e - removal) / cell) * 18 / (4 * pi / 3 * k_F * k_F * k_F * cell);
  });
  CHECK(table.norm() == Approx(18).epsilon(1e-5));
  spectral_function_nucleon<true> const gas(table, argon);
  fermi_gas_nucleon<true> const closed{k_F, eps};
  for (double const q2 : {0.35, 1.0, 4.0}) {
    auto const ends = closed.edges(q2);
    CHECK(gas.panels(q2, 100).front().low == Approx(ends.low).epsilon(1e-2));
    // momenta come in steps of 1 MeV, of which few take part close to the ends
    for (double const part : {0.2, 0.4, 0.6, 0.8}) {
      double const nu = ends.low + part * (ends.high - ends.low);
      auto const w = gas.structure(nu, q2), expected = closed.structure(nu, q2);
      CAPTURE(q2, part);
      CHECK(w.electric == Approx(expected.electric).epsilon(8e-3));
      CHECK(w.magnetic == Approx(expected.magnetic).epsilon(8e-3));
    }
    auto const moments = gas.at_q2(q2, ends.high, 1e-7, pdg{})(ends.high);
    auto const all = closed.moments(q2, ends.high);
    CHECK(moments.w2 == Approx(all.w2).epsilon(2e-4));
    CHECK(moments.w1 == Approx(all.w1).epsilon(2e-4));
  }
}

TEST_CASE("A spectral function of two parts against a sum over angles", "[spectral_function]") {
  // a mean field and a correlated tail; momenta and angles of all nucleons on a grid, nu from energies
  double const m = pdg::proton_mass, rest = pdg::nuclear_mass(argon) - m;
  auto const value = [](double p, double e) {
    double const mean = 0.8 * std::exp(-p * p / 0.02) * std::exp(-std::pow((e - 0.03) / 0.012, 2));
    return mean + 0.002 * std::exp(-p / 0.2) * std::exp(-std::pow((e - 0.03 - 0.4 * p * p) / 0.05, 2));
  };
  auto const raw = table_of(0.7, 140, 0.3, 100, value);
  auto const table =
      table_of(0.7, 140, 0.3, 100, [&](double p, double e) { return value(p, e) * 18 / raw.norm(); });
  spectral_function_nucleon<true> const response(table, argon);
  double const blocked = detail::fermi_depths(charge_density_of(argon), 18, m, pdg::hbar_c).mean_momentum();
  CHECK(blocked == Approx(0.2041).epsilon(1e-3)); // of another program
  double const q2 = 0.08, low = 0.09, high = 0.11;
  // int d nu W between two energies: nu at fixed Q2 is the root of nu + M - E - p^2/2M_R = E'(|q|(nu), p, cos), d nu from
  // its slope
  double w1 = 0, w2 = 0;
  int const angles = 200;
  auto const &p = table.momenta(), &e = table.energies();
  for (std::size_t i = 0; i + 1 < p.size(); ++i)
    for (std::size_t k = 0; k + 1 < e.size(); ++k)
      for (int a = 0; a < angles; ++a) {
        double const c = -1 + 2 * (a + 0.5) / angles, here = (p[i] + p[i + 1]) / 2,
                     removal = (e[k] + e[k + 1]) / 2;
        double const energy = std::sqrt(here * here + m * m),
                     content = table.value(i, k) / table.norm() * (e[k + 1] - e[k]) * 4 * pi / 3 *
                               (std::pow(p[i + 1], 3) - std::pow(p[i], 3)) / angles;
        auto const excess = [&](double nu) { // grows with nu
          double const q = std::sqrt(nu * nu + q2);
          return nu + m - removal - here * here / (2 * rest) -
                 std::sqrt(m * m + here * here + q * q + 2 * here * q * c);
        };
        double from = 0, to = 1;
        if (!(excess(from) < 0 && excess(to) > 0)) continue;
        for (int step = 0; step < 50; ++step) (excess((from + to) / 2) < 0 ? from : to) = (from + to) / 2;
        double const nu = to, after = nu + m - removal - here * here / (2 * rest);
        if (!(nu > low && nu < high && after > std::sqrt(m * m + blocked * blocked))) continue;
        double const slope = (excess(nu + 1e-6) - excess(nu - 1e-6)) / 2e-6;
        detail::nucleon_transfer<double> const t(nu, q2, nu - (after - energy));
        detail::off_shell_current<double> const w(kelly::proton(q2, q2 / (4 * m * m)), t, m);
        double const across = here * here * (1 - c * c), number = content * m * m / (energy * after) / slope;
        auto const one =
            detail::bound_structure(t, w, detail::struck_motion<double>{number, number * across / (m * m)});
        w1 += one.magnetic;
        w2 += one.electric;
      }
  auto const at = [&](double nu) { return response.at_q2(q2, nu, 1e-7, pdg{})(nu); };
  CHECK(at(high).w1 - at(low).w1 == Approx(w1).epsilon(4e-3));
  CHECK(at(high).w2 - at(low).w2 == Approx(w2).epsilon(4e-3));
}
