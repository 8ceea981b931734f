// SPDX-License-Identifier: BSL-1.0

// Writes the photon structure functions of each lepton pair as headers of include/trident/quadrature/data.
//
//   generate_structure generate HEADER_DIRECTORY    computes them by quadrature and writes the headers
//   generate_structure --check  HEADER_DIRECTORY    status 1 if a header strays from the quadrature by more than it says
//   generate_structure --report HEADER_DIRECTORY    sizes, and the largest deviations at many random points
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
#include <numbers>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <trident/physics/constants.hpp>
#include <trident/quadrature/structure_table.hpp>

#include "header_text.hpp"

namespace fs = std::filesystem;

namespace {

using namespace trident;
using namespace trident_tables;

constexpr double unit = 1e-9;

/// Number of Chebyshev nodes in s and Q2, with which the deviation is `error`.
struct table_settings {
  structure_domain domain;
  std::size_t rows, columns;
  double error;
};

/// Two tables a pair: elastic targets need no Q2 above 100 GeV^2, where form factors have fallen off.
struct pair_settings {
  std::string_view name, leptons;
  pair_masses<double> masses;
  table_settings lower, upper;

  bool equal() const { return masses.minus == masses.plus; }
};

constexpr table_settings lower(std::size_t rows, std::size_t columns, double error) {
  return {{1e6, 100}, rows, columns, error};
}
constexpr table_settings upper(std::size_t rows, std::size_t columns, double error) {
  return {{1e6, 1e6, 100}, rows, columns, error};
}

constexpr std::array all_pairs = {
    pair_settings{
        "ee", "e- e+", {pdg::electron_mass, pdg::electron_mass}, lower(92, 64, 3e-7), upper(80, 28, 1e-6)},
    pair_settings{
        "mumu", "mu- mu+", {pdg::muon_mass, pdg::muon_mass}, lower(62, 40, 1e-7), upper(48, 26, 3e-7)},
    pair_settings{
        "tautau", "tau- tau+", {pdg::tau_mass, pdg::tau_mass}, lower(38, 22, 5e-8), upper(34, 28, 3e-7)},
    pair_settings{"emu",
                  "e- mu+ (or mu- e+)",
                  {pdg::electron_mass, pdg::muon_mass},
                  lower(72, 72, 5e-7),
                  upper(60, 30, 3e-7)},
    pair_settings{"etau",
                  "e- tau+ (or tau- e+)",
                  {pdg::electron_mass, pdg::tau_mass},
                  lower(60, 64, 3e-7),
                  upper(62, 30, 3e-7)},
    pair_settings{"mutau",
                  "mu- tau+ (or tau- mu+)",
                  {pdg::muon_mass, pdg::tau_mass},
                  lower(48, 40, 1e-7),
                  upper(42, 28, 3e-7)}};

/// What a table holds, in this order; the right-handed parts of equal leptons equal the left-handed ones.
constexpr std::array<std::string_view, 7> parts = {"logarithm",   "transverse_left", "transverse_mixed",
                                                   "scalar_left", "scalar_mixed",    "transverse_right",
                                                   "scalar_right"};

std::size_t part_count(pair_settings const& pair) { return pair.equal() ? 5 : 7; }

using part_values = std::array<double, parts.size()>;

part_values values_at(structure_scaling const& scaling, photon_structure const& l, double room, double q2) {
  auto const transverse = l.transverse.chiral(), scalar = l.scalar.chiral();
  double const sum = transverse.left + transverse.right + scalar.left + scalar.right;
  double const scalar_unit = sum * scaling.scalar_factor(q2);
  return {std::log(sum / scaling.leading(room)),
          transverse.left / sum,
          transverse.mixed / sum,
          scalar.left / scalar_unit,
          scalar.mixed / scalar_unit,
          transverse.right / sum,
          scalar.right / scalar_unit};
}

// ------------------------------------------------------------------------------------------------------- coefficients

/// Coefficients of one part in units, row by row without the zeros at the end.
struct coefficients {
  std::vector<std::uint8_t> columns;
  std::vector<double> values;
};

using grid = std::vector<double>; // rows * columns

/// By the discrete orthogonality of the polynomials, in x and then in y.
grid chebyshev_transform(grid const& samples, std::size_t rows, std::size_t columns) {
  auto const cosine = [](std::size_t k, std::size_t i, std::size_t n) {
    return std::cos(std::numbers::pi * static_cast<double>(k) * (static_cast<double>(i) + 0.5) /
                    static_cast<double>(n)) *
           (k == 0 ? 1.0 : 2.0) / static_cast<double>(n);
  };
  grid half(samples.size()), result(samples.size());
  for (std::size_t k = 0; k < rows; ++k)
    for (std::size_t i = 0; i < rows; ++i) {
      double const factor = cosine(k, i, rows);
      for (std::size_t j = 0; j < columns; ++j) half[k * columns + j] += factor * samples[i * columns + j];
    }
  for (std::size_t k = 0; k < columns; ++k)
    for (std::size_t j = 0; j < columns; ++j) {
      double const factor = cosine(k, j, columns);
      for (std::size_t i = 0; i < rows; ++i) result[i * columns + k] += factor * half[i * columns + j];
    }
  return result;
}

coefficients rounded(grid const& values, std::size_t rows, std::size_t columns) {
  coefficients result;
  for (std::size_t i = 0; i < rows; ++i) {
    std::vector<double> row;
    for (std::size_t j = 0; j < columns; ++j) row.push_back(std::round(values[i * columns + j] / unit) + 0.0);
    while (!row.empty() && row.back() == 0) row.pop_back();
    result.columns.push_back(static_cast<std::uint8_t>(row.size()));
    result.values.insert(result.values.end(), row.begin(), row.end());
  }
  while (!result.columns.empty() && result.columns.back() == 0) result.columns.pop_back();
  return result;
}

std::vector<coefficients> compute(pair_settings const& pair, table_settings const& of) {
  structure_scaling const scaling(pair.masses);
  structure_function_quadrature<> const quadrature(pair.masses, 1e-10);
  double const x_end = scaling.s_variable(of.domain.maximum_s - scaling.threshold());
  chebyshev_surface::range const y{scaling.q2_variable(of.domain.minimum_q2),
                                   scaling.q2_variable(of.domain.maximum_q2)};
  std::vector<grid> samples(part_count(pair), grid(of.rows * of.columns));
  for (std::size_t i = 0; i < of.rows; ++i)
    for (std::size_t j = 0; j < of.columns; ++j) {
      double const room = scaling.room_at(x_end * (1 + chebyshev_node(i, of.rows)) / 2);
      double const q2 = scaling.q2_at(y.from_unit(chebyshev_node(j, of.columns)));
      auto const here = values_at(scaling, quadrature.components(room, q2), room, q2);
      for (std::size_t p = 0; p < samples.size(); ++p) samples[p][i * of.columns + j] = here[p];
    }
  std::vector<coefficients> result;
  for (grid const& one : samples)
    result.push_back(rounded(chebyshev_transform(one, of.rows, of.columns), of.rows, of.columns));
  return result;
}

// ------------------------------------------------------------------------------------------------------------- headers

fs::path header_path(fs::path const& directory, pair_settings const& pair) {
  return directory / ("structure_" + std::string(pair.name) + ".hpp");
}

/// Coefficients are whole numbers of units.
template <class Number>
std::vector<std::string> digits(std::vector<Number> const& values) {
  std::vector<std::string> result;
  for (Number const value : values) result.push_back(std::to_string(static_cast<long long>(value)));
  return result;
}

/// The arrays of one table, in a namespace of their own.
void write_data(std::ostream& out, std::string const& name, std::vector<coefficients> const& all) {
  out << "namespace tables::" << name << "_data {\n\n";
  for (std::size_t p = 0; p < all.size(); ++p) {
    write_array(out, "std::uint8_t", std::string(parts[p]) + "_columns", digits(all[p].columns));
    write_array(out, "double", std::string(parts[p]), digits(all[p].values));
  }
  out << "\n} // namespace tables::" << name << "_data\n\n";
}

void write_table(std::ostream& out, std::string const& name, pair_settings const& pair,
                 table_settings const& of, std::string const& above) {
  auto const series = [&](std::string const& part) {
    return "{tables::" + name + "_data::" + part + "_columns, tables::" + name + "_data::" + part + "}";
  };
  std::string const right = pair.equal() ? "left" : "right";
  out << std::setprecision(17) << "inline constexpr structure_table " << name << "{\n    {"
      << pair.masses.minus << ", " << pair.masses.plus << "}, {" << of.domain.maximum_s << ", "
      << of.domain.maximum_q2 << ", " << of.domain.minimum_q2 << "}, " << std::setprecision(6) << of.error
      << ", " << unit << ",\n    " << series("logarithm");
  for (std::string const kind : {"transverse_", "scalar_"})
    out << ",\n    {" << series(kind + "left") << ",\n     " << series(kind + right) << ",\n     "
        << series(kind + "mixed") << "}";
  out << above << "};\n";
}

std::string header_text(pair_settings const& pair, std::vector<coefficients> const& low,
                        std::vector<coefficients> const& high) {
  std::string const name = "structure_" + std::string(pair.name);
  auto const numbers = [](std::vector<coefficients> const& all) {
    std::size_t sum = 0;
    for (auto const& one : all) sum += one.values.size();
    return sum;
  };
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n"
         "// Written by tables/generate_structure.cpp; do not edit.\n"
         "//\n"
         "// Photon structure functions L_T and L_S of "
      << pair.leptons << " for all contact couplings, constants pdg,\n";
  auto const describe = [&](table_settings const& of, std::vector<coefficients> const& all) {
    out << "// for s up to " << of.domain.maximum_s << " GeV^2 and Q2 from " << of.domain.minimum_q2 << " to "
        << of.domain.maximum_q2 << " GeV^2: at most " << of.rows << " x " << of.columns
        << " Chebyshev coefficients of\n// each of " << all.size() << " functions, " << numbers(all)
        << " in all, within " << of.error << " of the quadrature relative to the sum of all parts.\n";
  };
  describe(pair.lower, low);
  describe(pair.upper, high);
  out << "// A compiler reads them in 0.1 s.\n"
         "#pragma once\n\n// clang-format off\n\n#include <cstdint>\n\n"
         "#include <trident/quadrature/structure_table.hpp>\n\nnamespace trident {\n\n";
  write_data(out, name, low);
  write_data(out, name + "_above", high);
  write_table(out, name + "_above", pair, pair.upper, "");
  out << '\n';
  write_table(out, name, pair, pair.lower, ",\n    &" + name + "_above");
  out << "\n} // namespace trident\n";
  return out.str();
}

/// A header read back, with the memory that its table looks at.
class table_of_header {
public:
  table_of_header(pair_settings const& pair, table_settings const& of, std::string const& text) {
    for (std::size_t p = 0; p < part_count(pair); ++p) {
      auto const columns = parse_array(text, std::string(parts[p]) + "_columns");
      memory_.push_back({{columns.begin(), columns.end()}, parse_array(text, std::string(parts[p]))});
    }
    std::size_t const transverse_right = pair.equal() ? 1 : 5, scalar_right = pair.equal() ? 3 : 6;
    table_ = {pair.masses,
              of.domain,
              of.error,
              unit,
              series(0),
              {series(1), series(transverse_right), series(2)},
              {series(3), series(scalar_right), series(4)}};
  }

  structure_table const& table() const { return table_; }
  std::size_t size() const {
    std::size_t sum = 0;
    for (auto const& one : memory_) sum += one.values.size();
    return sum;
  }

private:
  chebyshev_series series(std::size_t part) const { return {memory_[part].columns, memory_[part].values}; }

  std::vector<coefficients> memory_;
  structure_table table_;
};

// -------------------------------------------------------------------------------------------------------- deviations

/// Largest deviation from the quadrature over N at random points, spread evenly in the variables of the table, over
/// couplings that pick out each part.
double largest_deviation(pair_settings const& pair, structure_table const& table, int points) {
  structure_scaling const scaling(pair.masses);
  structure_function_quadrature<> const quadrature(pair.masses, 1e-10);
  constexpr std::array<std::array<double, 2>, 4> couplings = {{{1, 0}, {0, 1}, {0.7, 0.7}, {0.7, -0.7}}};
  std::vector<tabulated_structure> tabulated;
  for (auto const& one : couplings) tabulated.emplace_back(table, pair.masses, one);
  std::mt19937_64 random(1);
  auto const uniform = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  auto const& domain = table.domain;
  double const s_end = scaling.s_variable(domain.maximum_s - scaling.threshold());
  double const q2_start = scaling.q2_variable(domain.minimum_q2);
  double const q2_length = scaling.q2_variable(domain.maximum_q2) - q2_start;
  double worst = 0;
  for (int n = 0; n < points; ++n) {
    double const room = scaling.room_at(s_end * uniform());
    double const q2 = scaling.q2_at(q2_start + q2_length * uniform());
    constexpr double digits_lost = 1e-10; // at so small a part of Q2 the quadrature itself loses digits
    if (room < digits_lost * q2) continue;
    photon_structure const exact = quadrature.components(room, q2);
    double const sum =
        (exact.transverse.vector + exact.transverse.axial + exact.scalar.vector + exact.scalar.axial) / 2;
    for (std::size_t c = 0; c < couplings.size(); ++c) {
      photon_pair const here = tabulated[c](room, q2);
      auto const [left, right] = couplings[c];
      worst = std::max({worst, std::abs(here.transverse - exact.transverse(left, right)) / sum,
                        std::abs(here.scalar - exact.scalar(left, right)) / sum});
    }
  }
  return worst;
}

// ------------------------------------------------------------------------------------------------------------ commands

int generate(fs::path const& directory) {
  for (auto const& pair : all_pairs)
    std::ofstream(header_path(directory, pair))
        << header_text(pair, compute(pair, pair.lower), compute(pair, pair.upper));
  return 0;
}

int compare(fs::path const& directory, int points) {
  int status = 0;
  for (auto const& pair : all_pairs) {
    fs::path const path = header_path(directory, pair);
    std::string const text = read_text(path);
    std::size_t const above =
        text.find("namespace tables::structure_" + std::string(pair.name) + "_above_data");
    for (auto const* of : {&pair.lower, &pair.upper}) {
      table_of_header const read(pair, *of, of == &pair.lower ? text : text.substr(above));
      double const deviation = largest_deviation(pair, read.table(), points);
      std::cout << path.filename().string() << ": " << fs::file_size(path) << " bytes, Q2 from "
                << of->domain.minimum_q2 << " to " << of->domain.maximum_q2 << " GeV^2: " << read.size()
                << " coefficients, largest deviation " << deviation << " at " << points << " points (stated "
                << of->error << ")\n";
      if (!(deviation <= of->error)) status = 1;
    }
  }
  return status;
}

} // namespace

int main(int argc, char** argv) {
  std::vector<std::string> const arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() == 2 && arguments[0] == "generate") return generate(arguments[1]);
    if (arguments.size() == 2 && arguments[0] == "--check") return compare(arguments[1], 40);
    if (arguments.size() == 2 && arguments[0] == "--report") return compare(arguments[1], 1000);
    std::cerr << "usage: generate_structure generate|--check|--report HEADER_DIRECTORY\n";
  } catch (std::exception const& problem) { std::cerr << "generate_structure: " << problem.what() << '\n'; }
  return 1;
}
