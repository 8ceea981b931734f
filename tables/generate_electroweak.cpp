// SPDX-License-Identifier: BSL-1.0

// Writes the photon structure functions of the full electroweak amplitude as headers of include/trident/quadrature/data.
//
//   generate_electroweak generate HEADER_DIRECTORY         computes them and writes the headers
//   generate_electroweak --check  HEADER_DIRECTORY         status 1 if a header strays from the quadrature by more than it
//                                                          says
//   generate_electroweak --report HEADER_DIRECTORY         sizes, and the largest deviations at many random points
//
// Each takes the name of one table besides.
//
// The last digits of the coefficients depend on compiler and machine, so the check compares functions, not text.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/quadrature/electroweak_cross_section.hpp>
#include <trident/quadrature/electroweak_surface.hpp>
#include <trident/quadrature/electroweak_table.hpp>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/numerics/pack.hpp>
#endif

#include "header_text.hpp"

namespace fs = std::filesystem;

namespace {

using namespace trident;
using namespace trident_tables;

#if __has_include(<xsimd/xsimd.hpp>)
using real = pack;
#else
using real = double;
#endif

constexpr double unit = 1e-7;
constexpr double tolerance = 1e-6, stated_error = 9e-6;
/// Where the tables reach: what elastic targets need for neutrinos up to this energy [GeV^2, GeV].
constexpr double largest_s = 1e10, largest_q2 = 100, largest_energy = 1e9;

/// A table and a channel that has it.
struct table_settings {
  std::string_view name;
  channel process;
};

template <class In, class Out, class Minus, class Plus>
constexpr table_settings settings(std::string_view name) {
  return {name, process<In, Out, Minus, Plus>{}};
}

constexpr std::array all_tables = {
    settings<nu_mu, nu_mu, electron, positron>("z_ee"),  settings<nu_e, nu_e, muon, antimuon>("z_mumu"),
    settings<nu_e, nu_e, tau, antitau>("z_tautau"),      settings<nu_e, nu_e, electron, positron>("zw_ee"),
    settings<nu_mu, nu_mu, muon, antimuon>("zw_mumu"),   settings<nu_tau, nu_tau, tau, antitau>("zw_tautau"),
    settings<nu_e, nu_mu, electron, antimuon>("w_emu"),  settings<nu_mu, nu_e, muon, positron>("w_mue"),
    settings<nu_e, nu_tau, electron, antitau>("w_etau"), settings<nu_tau, nu_e, tau, positron>("w_taue"),
    settings<nu_mu, nu_tau, muon, antitau>("w_mutau"),   settings<nu_tau, nu_mu, tau, antimuon>("w_taumu")};

auto current_of(table_settings const& of) {
  return full_electroweak{standard_model{}}.current(of.process, pdg{});
}

electroweak_surface surface_of(table_settings const& of, double precision,
                               electroweak_table const* table = nullptr) {
  auto const current = current_of(of);
  return electroweak_surface(
      trident::detail::electroweak_scaling_of(current),
      [current](double room, double q2, double relative_error) {
        return electroweak_structure<real, decltype(current)>(current, relative_error / 4)(room, q2);
      },
      precision, {}, table);
}

// ------------------------------------------------------------------------------------------------------- coefficients

/// What a table is made of.
struct table_memory {
  std::vector<std::uint8_t> panels, columns;
  std::vector<double> coefficients;

  electroweak_table table(table_settings const& of) const {
    auto const current = current_of(of);
    return {
        current.made_with_w(), current.has_neutral(), current.has_w(), stated_error, unit, panels, columns,
        coefficients};
  }
};

void append(table_memory& memory, chebyshev_surface const& one) {
  for (std::size_t i = 0; i < one.rows(); ++i) {
    std::vector<double> row;
    for (std::size_t j = 0; j < one.columns(); ++j)
      row.push_back(std::round(one.coefficients()[i * one.columns() + j] / unit) + 0.0);
    while (!row.empty() && row.back() == 0) row.pop_back();
    memory.columns.push_back(static_cast<std::uint8_t>(row.size()));
    memory.coefficients.insert(memory.coefficients.end(), row.begin(), row.end());
  }
}

table_memory compute(table_settings const& of) {
  auto const surface = surface_of(of, tolerance);
  auto const& scaling = surface.scaling();
  auto const last = surface.place_of(largest_s - scaling.threshold(), largest_q2);
  table_memory memory;
  for (int i = 0; i <= last.first; ++i)
    for (int j = 0; j <= last.second; ++j) {
      double const s = scaling.stretch().room_at(electroweak_surface::s_start(i)) + scaling.threshold();
      double const q2 = scaling.q2_at(electroweak_surface::q2_start(j + 1));
      if (2 * largest_energy * std::sqrt(q2) < s) continue; // no neutrino gets there
      auto const& panel = surface.at_place(i, j);
      memory.panels.insert(memory.panels.end(), {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(j),
                                                 static_cast<std::uint8_t>(panel.sum.rows())});
      append(memory, panel.sum);
      append(memory, panel.reduced);
    }
  return memory;
}

// ------------------------------------------------------------------------------------------------------------- headers

fs::path header_path(fs::path const& directory, table_settings const& of) {
  return directory / ("electroweak_" + std::string(of.name) + ".hpp");
}

template <class Number>
std::vector<std::string> digits(std::vector<Number> const& values) {
  std::vector<std::string> result;
  for (Number const value : values) result.push_back(std::to_string(static_cast<long long>(value)));
  return result;
}

std::string header_text(table_settings const& of, table_memory const& memory) {
  std::string const name = "electroweak_" + std::string(of.name), data = "tables::" + name + "_data";
  electroweak_table const table = memory.table(of);
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n"
         "// Written by tables/generate_electroweak.cpp; do not edit.\n"
         "//\n"
         "// Photon structure functions L_T and L_S of "
      << of.process.text()
      << " with W and Z as\n// particles, and of the channels that share them: Standard Model, constants "
         "pdg, "
         "boson_masses{}.\n// For s up to "
      << largest_s << " GeV^2 and Q2 up to " << largest_q2 << " GeV^2, as neutrinos up to " << largest_energy
      << " GeV reach them: " << memory.panels.size() / electroweak_table::numbers_per_panel
      << " panels\n// of " << memory.coefficients.size() << " Chebyshev coefficients in all, within "
      << stated_error
      << " of the quadrature.\n"
         "#pragma once\n\n// clang-format off\n\n#include <cstdint>\n\n"
         "#include <trident/quadrature/electroweak_table.hpp>\n\nnamespace trident {\n\nnamespace "
      << data << " {\n\n";
  write_array(out, "std::uint8_t", "panels", digits(memory.panels));
  write_array(out, "std::uint8_t", "columns", digits(memory.columns));
  write_array(out, "double", "coefficients", digits(memory.coefficients));
  out << "\n} // namespace " << data << "\n\n"
      << std::setprecision(17) << "inline constexpr electroweak_table " << name << "{\n    {"
      << table.masses.minus << ", " << table.masses.plus << "}, " << (table.has_neutral ? "true" : "false")
      << ", " << (table.has_w ? "true" : "false") << ", " << std::setprecision(6) << table.error << ", "
      << unit << ",\n    " << data << "::panels, " << data << "::columns, " << data
      << "::coefficients};\n\n} // namespace trident\n";
  return out.str();
}

table_memory read_header(std::string const& text) {
  auto const bytes = [&](std::string const& name) {
    auto const numbers = parse_array(text, name);
    return std::vector<std::uint8_t>(numbers.begin(), numbers.end());
  };
  return {bytes("panels"), bytes("columns"), parse_array(text, "coefficients")};
}

// -------------------------------------------------------------------------------------------------------- deviations

/// Largest deviation from the quadrature over L_T + L_S at random points, spread evenly in the variables of the table.
double largest_deviation(table_settings const& of, table_memory const& memory, int points) {
  electroweak_table const table = memory.table(of);
  auto const surface = surface_of(of, tolerance, &table);
  auto const& scaling = surface.scaling();
  auto const current = current_of(of);
  electroweak_structure<real, decltype(current)> const quadrature(current, 1e-7);
  std::mt19937_64 random(1);
  auto const uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  double const s_end = scaling.stretch()(largest_s - scaling.threshold()),
               q2_end = scaling.q2_variable(largest_q2);
  double worst = 0;
  for (int n = 0; n < points; ++n) {
    double const room = scaling.stretch().room_at(s_end * uniform()), q2 = scaling.q2_at(q2_end * uniform());
    constexpr double digits_lost = 1e-10; // at so small a part of Q2 the quadrature itself loses digits
    if (room < digits_lost * q2 || room > 2 * largest_energy * std::sqrt(q2)) continue;
    photon_pair const exact = quadrature(room, q2), here = surface(room, q2);
    double const sum = exact.transverse + exact.scalar;
    worst = std::max({worst, std::abs(here.transverse - exact.transverse) / sum,
                      std::abs(here.scalar - exact.scalar) / sum});
  }
  if (surface.evaluations() > 0) throw std::runtime_error("panels are missing");
  return worst;
}

// ------------------------------------------------------------------------------------------------------------ commands

int generate(fs::path const& directory, std::string const& name) {
  for (auto const& of : all_tables)
    if (name.empty() || name == of.name)
      std::ofstream(header_path(directory, of)) << header_text(of, compute(of));
  return 0;
}

int compare(fs::path const& directory, int points, std::string const& name) {
  int status = 0;
  for (auto const& of : all_tables) {
    if (!name.empty() && name != of.name) continue;
    fs::path const path = header_path(directory, of);
    table_memory const memory = read_header(read_text(path));
    double const deviation = largest_deviation(of, memory, points);
    std::cout << path.filename().string() << ": " << fs::file_size(path) << " bytes, "
              << memory.coefficients.size() << " coefficients, largest deviation " << deviation << " at "
              << points << " points (stated " << stated_error << ")\n";
    if (!(deviation <= stated_error)) status = 1;
  }
  return status;
}

} // namespace

int main(int argc, char** argv) {
  std::vector<std::string> const arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 2 || arguments.size() == 3) {
      std::string const name = arguments.size() == 3 ? arguments[2] : "";
      if (arguments[0] == "generate") return generate(arguments[1], name);
      if (arguments[0] == "--check") return compare(arguments[1], 30, name);
      if (arguments[0] == "--report") return compare(arguments[1], 400, name);
    }
    std::cerr << "usage: generate_electroweak generate|--check|--report HEADER_DIRECTORY [NAME]\n";
  } catch (std::exception const& problem) { std::cerr << "generate_electroweak: " << problem.what() << '\n'; }
  return 1;
}
