// SPDX-License-Identifier: BSL-1.0

// Writes cross sections of common targets as functions of the neutrino energy as headers of include/trident/quadrature/data.
//
//   generate_sigma generate HEADER_DIRECTORY    computes them from the tables of structure functions
//   generate_sigma --check  HEADER_DIRECTORY    status 1 if a header strays from the quadrature by more than it says
//   generate_sigma --report HEADER_DIRECTORY    sizes, and the largest deviations at many random energies
//
// The last digits depend on compiler and machine, so the check compares functions, not text.

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <numbers>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/quadrature/data/structure_ee.hpp>
#include <trident/quadrature/data/structure_emu.hpp>
#include <trident/quadrature/data/structure_etau.hpp>
#include <trident/quadrature/data/structure_mumu.hpp>
#include <trident/quadrature/data/structure_mutau.hpp>
#include <trident/quadrature/data/structure_tautau.hpp>
#include <trident/quadrature/sigma_table.hpp>
#include <trident/quadrature/tabulated_cross_section.hpp>
#include <trident/target/any_target.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/target.hpp>

#include "header_text.hpp"

namespace fs = std::filesystem;

namespace {

using namespace trident;
using namespace trident_tables;

constexpr double maximum_energy = 1e5; // [GeV]
constexpr double negligible = 1e-15;   // [fb]
constexpr double accuracy = 1e-5;      // of the tables
constexpr int decimals = 8;            // of a coefficient
constexpr std::size_t pair_count = 6;
constexpr std::array<std::string_view, pair_count> pair_names = {"ee",  "mumu", "tautau",
                                                                 "emu", "etau", "mutau"};

/// A channel with each pair. One type for all channels and one for all targets: what differs is numbers.
constexpr std::array<channel, pair_count> channels = {numu_to_numu_ee{},     numu_to_numu_mumu{},
                                                      numu_to_numu_tautau{}, nue_to_numu_mue{},
                                                      nue_to_nutau_taue{},   numu_to_nutau_taumu{}};

constexpr std::array<structure_table const*, pair_count> tables = {
    &structure_ee, &structure_mumu, &structure_tautau, &structure_emu, &structure_etau, &structure_mutau};

/// V2, A2 and VA at one energy, on one target, for one pair of leptons.
sigma_coefficients coefficients(std::size_t pair, registry::any_target const& target, double energy) {
  channel const& process = channels[pair];
  auto const at = [&](double g_v, double g_a) {
    Trident const sigma{process, target, monoenergetic{energy}, four_fermion({.g_v = g_v, .g_a = g_a})};
    return inclusive_cross_section(sigma, *tables[pair], {.relative_error = 1e-6}).value;
  };
  double const vector = at(1, 0), axial = at(0, 1);
  bool const equal = process.minus_family == process.plus_family;
  return {vector, axial, equal ? 0 : at(1, 1) - vector - axial};
}

constexpr std::array<pair_masses<double>, pair_count> masses = {
    structure_ee.masses,  structure_mumu.masses, structure_tautau.masses,
    structure_emu.masses, structure_etau.masses, structure_mutau.masses};

// -------------------------------------------------------------------------------------------------------- computation

/// One pair on one target, as sigma_table::pair_entry holds it.
struct entry {
  double threshold = 0, start = 0;
  std::vector<double> vector, axial, interference;

  sigma_table::pair_entry view() const { return {threshold, start, vector, axial, interference}; }
};

/// A table that knows one pair alone.
sigma_table table_of(std::size_t pair, entry const& one) {
  sigma_table table{"", maximum_energy, accuracy, {}};
  table.pairs[pair] = one.view();
  return table;
}

sigma_coefficients evaluate(std::size_t pair, entry const& one, double energy) {
  return table_of(pair, one)(channels[pair], energy);
}

/// The lowest energy at which the cross section is not negligible, rounded up to three digits above threshold.
double first_energy(std::size_t pair, registry::any_target const& target, double threshold) {
  double low = std::log(1e-4), high = std::log(maximum_energy / threshold - 1);
  while (high - low > 1e-3) {
    double const middle = (low + high) / 2;
    auto const c = coefficients(pair, target, threshold * (1 + std::exp(middle)));
    (c.vector > negligible / 2 && c.axial > 0 && c.vector + c.axial > negligible ? high : low) = middle;
  }
  return threshold * (1 + std::exp(high));
}

std::vector<double> chebyshev_coefficients(std::vector<double> const& samples) {
  std::size_t const n = samples.size();
  std::vector<double> result;
  for (std::size_t k = 0; k < n; ++k) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
      sum += samples[i] * std::cos(std::numbers::pi * static_cast<double>(k) *
                                   (static_cast<double>(i) + 0.5) / static_cast<double>(n));
    result.push_back(sum * (k == 0 ? 1.0 : 2.0) / static_cast<double>(n));
  }
  double const least = 0.5 * std::pow(10.0, -decimals);
  while (result.size() > 1 && std::abs(result.back()) < least) result.pop_back();
  return result;
}

entry interpolated(std::size_t pair, registry::any_target const& target, double threshold, double start,
                   std::size_t nodes) {
  std::vector<double> vector, axial, interference;
  double const low = std::log(start), high = std::log(maximum_energy);
  for (std::size_t i = 0; i < nodes; ++i) {
    double const energy = std::exp((low + high + (high - low) * chebyshev_node(i, nodes)) / 2);
    auto const c = coefficients(pair, target, energy);
    double const open = std::pow(1 - threshold / energy, 5);
    vector.push_back(std::log(c.vector / open));
    axial.push_back(std::log(c.axial / open));
    interference.push_back(c.interference / std::sqrt(c.vector * c.axial));
  }
  bool const equal = masses[pair].minus == masses[pair].plus;
  return {threshold, start, chebyshev_coefficients(vector), chebyshev_coefficients(axial),
          equal ? std::vector<double>{} : chebyshev_coefficients(interference)};
}

/// Largest relative deviation of V2, A2 and VA over the root of their product at random energies.
double deviation(std::size_t pair, registry::any_target const& target, entry const& one, int points) {
  std::mt19937_64 random(5);
  double worst = 0;
  for (int i = 0; i < points; ++i) {
    double const share = static_cast<double>(random() >> 11) * 0x1p-53;
    double const energy = one.start * std::pow(maximum_energy / one.start, share);
    auto const exact = coefficients(pair, target, energy), here = evaluate(pair, one, energy);
    worst =
        std::max({worst, std::abs(here.vector / exact.vector - 1), std::abs(here.axial / exact.axial - 1),
                  std::abs(here.interference - exact.interference) / std::sqrt(exact.vector * exact.axial)});
  }
  return worst;
}

/// With as many nodes as the accuracy needs.
entry compute(std::size_t pair, registry::any_target const& target) {
  double const threshold = threshold_energy(masses[pair].threshold(), target.mass(pdg{}));
  double const start = first_energy(pair, target, threshold);
  for (std::size_t nodes = 32;; nodes += 16) {
    entry const one = interpolated(pair, target, threshold, start, nodes);
    if (deviation(pair, target, one, 12) < accuracy / 3 || nodes >= 160) return one;
  }
}

// ------------------------------------------------------------------------------------------------------------ headers

std::vector<std::string> digits(std::vector<double> const& values) {
  std::vector<std::string> result;
  for (double const value : values) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(decimals) << value;
    result.push_back(text.str());
  }
  return result;
}

std::string header_text(std::string const& name, std::string_view target,
                        std::array<entry, pair_count> const& all) {
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n"
         "// Written by tables/generate_sigma.cpp; do not edit.\n"
         "//\n"
         "// Cross sections on "
      << target << " for all channels and contact couplings, constants pdg, up to " << maximum_energy
      << " GeV,\n"
      << "// default form factor, within " << accuracy
      << " of the quadrature.\n"
         "#pragma once\n\n// clang-format off\n\n#include <trident/quadrature/sigma_table.hpp>\n\nnamespace "
         "trident {\n\n"
      << "namespace tables::sigma_" << name << "_data {\n\n";
  for (std::size_t p = 0; p < pair_count; ++p) {
    std::string const pair(pair_names[p]);
    std::ostringstream limits;
    limits << std::setprecision(17) << all[p].threshold << ", " << all[p].start;
    out << "inline constexpr double " << pair << "_limits[] = {" << limits.str() << "};\n";
    write_array(out, "double", pair + "_vector", digits(all[p].vector));
    write_array(out, "double", pair + "_axial", digits(all[p].axial));
    if (!all[p].interference.empty())
      write_array(out, "double", pair + "_interference", digits(all[p].interference));
  }
  out << "\n} // namespace tables::sigma_" << name << "_data\n\ninline constexpr sigma_table sigma_" << name
      << "{\n    \"" << target << "\", " << maximum_energy << ", " << accuracy << ",\n    {{";
  for (std::size_t p = 0; p < pair_count; ++p) {
    std::string const data = "tables::sigma_" + name + "_data::" + std::string(pair_names[p]);
    out << (p == 0 ? "" : ",\n      ") << '{' << data << "_limits[0], " << data << "_limits[1], " << data
        << "_vector, " << data << "_axial, " << (all[p].interference.empty() ? "{}" : data + "_interference")
        << '}';
  }
  out << "}}};\n\n} // namespace trident\n";
  return out.str();
}

entry read_entry(std::string const& text, std::size_t p) {
  std::string const pair(pair_names[p]);
  auto const limits = parse_array(text, pair + "_limits");
  bool const equal = masses[p].minus == masses[p].plus;
  return {limits.at(0), limits.at(1), parse_array(text, pair + "_vector"), parse_array(text, pair + "_axial"),
          equal ? std::vector<double>{} : parse_array(text, pair + "_interference")};
}

// ----------------------------------------------------------------------------------------------------------- commands

registry::any_target nucleus(isotope const& nuclide) {
  return registry::any_target(make_nuclear_target(nuclide));
}

template <class Visitor>
void for_each_target(Visitor const& visit) {
  visit("carbon12", nucleus(isotopes::carbon_12));
  visit("oxygen16", nucleus(isotopes::oxygen_16));
  visit("argon40", nucleus(isotopes::argon_40));
  visit("iron56", nucleus(isotopes::iron_56));
  visit("tungsten184", nucleus(isotopes::tungsten_184));
  visit("lead208", nucleus(isotopes::lead_208));
  visit("proton", registry::any_target(proton{}));
  visit("neutron", registry::any_target(neutron{}));
}

fs::path header_path(fs::path const& directory, std::string const& name) {
  return directory / ("sigma_" + name + ".hpp");
}

int generate(fs::path const& directory) {
  for_each_target([&](std::string const& name, auto const& target) {
    std::array<entry, pair_count> all;
    for (std::size_t pair = 0; pair < pair_count; ++pair) all[pair] = compute(pair, target);
    std::ofstream(header_path(directory, name)) << header_text(name, target.name(), all);
  });
  return 0;
}

int compare(fs::path const& directory, int points) {
  int status = 0;
  for_each_target([&](std::string const& name, auto const& target) {
    fs::path const path = header_path(directory, name);
    std::string const text = read_text(path);
    std::cout << path.filename().string() << ": " << fs::file_size(path) << " bytes, largest deviations at "
              << points << " points (stated " << accuracy << "):";
    for (std::size_t pair = 0; pair < pair_count; ++pair) {
      double const worst = deviation(pair, target, read_entry(text, pair), points);
      std::cout << ' ' << pair_names[pair] << ' ' << std::setprecision(2) << worst;
      if (!(worst <= accuracy)) status = 1;
    }
    std::cout << std::endl;
  });
  return status;
}

} // namespace

int main(int argc, char** argv) {
  std::vector<std::string> const arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 2 && arguments[0] == "generate") return generate(arguments[1]);
    if (arguments.size() == 2 && arguments[0] == "--check") return compare(arguments[1], 3);
    if (arguments.size() == 2 && arguments[0] == "--report") return compare(arguments[1], 40);
    std::cerr << "usage: generate_sigma generate|--check|--report HEADER_DIRECTORY\n";
  } catch (std::exception const& problem) { std::cerr << "generate_sigma: " << problem.what() << '\n'; }
  return 1;
}
