// SPDX-License-Identifier: BSL-1.0

// Turns the published limits of tables/limits/*.csv into the header include/trident/limits/data/published_limits.hpp.
//
//   generate_limits generate CSV_DIRECTORY HEADER_DIRECTORY   writes the header
//   generate_limits --check  CSV_DIRECTORY HEADER_DIRECTORY   status 1 unless the header is up to date
//
// ranges.csv has what is stated in words; every other file is a curve, described by the lines that start with #.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "header_text.hpp"

namespace fs = std::filesystem;

namespace {

struct limit {
  std::map<std::string, std::string> words; ///< name, source, ...; numbers as their digits
  std::string array;                        ///< prefix of the arrays of a curve, empty without one
  std::vector<std::string> masses, couplings;
};

[[noreturn]] void fail(std::string const& problem) { throw std::runtime_error(problem); }

std::vector<std::string> split(std::string const& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line + ',');
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

double number(std::string const& digits) {
  char* end = nullptr;
  double const value = std::strtod(digits.c_str(), &end);
  if (digits.empty() || *end != '\0') fail("\"" + digits + "\" is not a number");
  return value;
}

bool smaller(std::string const& a, std::string const& b) { return number(a) < number(b); }

limit read_curve(fs::path const& path) {
  limit result;
  result.array = path.stem().string();
  std::istringstream file(trident_tables::read_text(path));
  for (std::string line; std::getline(file, line);) {
    if (auto const colon = line.find(": "); line.starts_with("# ") && colon != std::string::npos) {
      result.words[line.substr(2, colon - 2)] = line.substr(colon + 2);
    } else if (line != "mass_GeV,coupling") {
      auto const fields = split(line);
      if (fields.size() != 2) fail(path.string() + ": \"" + line + "\" is not a mass and a coupling");
      if (!result.masses.empty() && !smaller(result.masses.back(), fields[0]))
        fail(path.string() + ": masses do not increase at " + fields[0]);
      result.masses.push_back(fields[0]);
      result.couplings.push_back(fields[1]);
    }
  }
  auto const [strongest, weakest] =
      std::minmax_element(result.couplings.begin(), result.couplings.end(), smaller);
  result.words["mass_low_GeV"] = result.masses.front();
  result.words["mass_high_GeV"] = result.masses.back();
  result.words["coupling_low"] = *strongest;
  result.words["coupling_high"] = *weakest;
  return result;
}

std::vector<limit> read_ranges(fs::path const& path) {
  std::istringstream file(trident_tables::read_text(path));
  std::string line;
  std::getline(file, line);
  auto const columns = split(line);
  std::vector<limit> result;
  while (std::getline(file, line)) {
    auto const fields = split(line);
    if (fields.size() != columns.size())
      fail(path.string() + ": \"" + line + "\" has another number of fields");
    result.emplace_back();
    for (std::size_t i = 0; i < fields.size(); ++i) result.back().words[columns[i]] = fields[i];
  }
  return result;
}

std::vector<limit> read_all(fs::path const& directory) {
  std::vector<fs::path> curves;
  for (auto const& entry : fs::directory_iterator(directory))
    if (entry.path().extension() == ".csv" && entry.path().stem() != "ranges") curves.push_back(entry.path());
  std::sort(curves.begin(), curves.end());
  std::vector<limit> all;
  for (auto const& path : curves) all.push_back(read_curve(path));
  auto const ranges = read_ranges(directory / "ranges.csv");
  all.insert(all.end(), ranges.begin(), ranges.end());
  return all;
}

/// The digits, or 0 for what is not stated.
std::string digits_of(limit const& one, std::string const& key) {
  auto const found = one.words.find(key);
  if (found == one.words.end()) fail(one.words.at("name") + " has no " + key);
  if (found->second.empty() || found->second == "not stated") return "0";
  number(found->second);
  return found->second;
}

std::string word_of(limit const& one, std::string const& key) {
  auto const found = one.words.find(key);
  if (found == one.words.end() || found->second.empty()) fail(one.words.at("name") + " has no " + key);
  return found->second;
}

/// A curve is drawn by its kind, so that a wrong one must not pass.
std::string kind_of(limit const& one) {
  auto const kind = word_of(one, "kind");
  if (kind != "exclusion" && kind != "contour" && kind != "projection")
    fail(one.words.at("name") + ": its kind \"" + kind + "\" is not exclusion, contour or projection");
  return kind;
}

std::string header_of(std::vector<limit> const& limits) {
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n"
         "// Written by tables/generate_limits.cpp from tables/limits/*.csv: do not edit.\n"
         "#pragma once\n\n#include <trident/limits/published_limit.hpp>\n\n"
         "// clang-format off\n\nnamespace trident::tables {\n\n";
  for (auto const& one : limits) {
    if (one.array.empty()) continue;
    trident_tables::write_array(out, "double", one.array + "_masses", one.masses);
    trident_tables::write_array(out, "double", one.array + "_couplings", one.couplings);
  }
  out << "\n} // namespace trident::tables\n\nnamespace trident {\n\n"
         "/// Limits on L_mu - L_tau as published.\ninline constexpr published_limit published_limits[] = "
         "{\n";
  for (auto const& one : limits) {
    out << "    {";
    out << '"' << one.array << "\",\n     ";
    for (char const* key : {"name", "source", "process", "precision", "trust"})
      out << '"' << word_of(one, key) << "\",\n     ";
    out << "limit_kind::" << kind_of(one) << ", ";
    for (char const* key : {"confidence", "mass_low_GeV", "mass_high_GeV", "coupling_low", "coupling_high"})
      out << digits_of(one, key) << ", ";
    if (one.array.empty())
      out << "{}, {}},\n";
    else
      out << "tables::" << one.array << "_masses, tables::" << one.array << "_couplings},\n";
  }
  out << "};\n\n} // namespace trident\n";
  return out.str();
}

} // namespace

int main(int argc, char** argv) {
  try {
    std::string const mode = argc > 1 ? argv[1] : "";
    if (argc != 4 || (mode != "generate" && mode != "--check"))
      fail("usage: generate_limits generate|--check CSV_DIRECTORY HEADER_DIRECTORY");
    fs::path const header = fs::path(argv[3]) / "published_limits.hpp";
    auto const text = header_of(read_all(argv[2]));
    if (mode == "generate") {
      std::ofstream(header) << text;
    } else if (trident_tables::read_text(header) != text) {
      fail(header.string() + " is not what the generator writes");
    }
    return 0;
  } catch (std::exception const& error) {
    std::cerr << "generate_limits: " << error.what() << '\n';
    return 1;
  }
}
