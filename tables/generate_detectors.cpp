// SPDX-License-Identifier: BSL-1.0

// Turns the detectors of tables/detectors/*.csv into the header include/trident/rates/data/detectors.hpp.
//
//   generate_detectors generate CSV_DIRECTORY HEADER_DIRECTORY   writes the header
//   generate_detectors --check  CSV_DIRECTORY HEADER_DIRECTORY   status 1 unless it is up to date
//
// detectors.csv has a row for each detector; `modes` names those of modes.csv that it has, the default first. The column `beam`
// of modes.csv is one of
//   flux NAME                          a spectrum of tables/flux, all flavours
//   flux NAME at METRES                the same of the Booster beam, taken from 541 m to another distance
//   flux NAME within LOW HIGH          between two energies [GeV]
//   flux NAME extended LOW HIGH        the same where it ends before: a power of the energy goes on
//   frame NAME WIDTH NAME WIDTH        between two squares around the axis [m]
//   shape MEAN K INTEGRAL              nu_mu, E^(K-1) exp(-K E/MEAN), per m2 and proton
//   events NUMBER TONNES flux NAME     nu_mu of this shape, for so many charged-current events
//   events NUMBER TONNES shape MEAN K
//   ingrid, nustorm +1, nustorm -1     of their own

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "header_text.hpp"

namespace fs = std::filesystem;

namespace {

using row = std::map<std::string, std::string>;

[[noreturn]] void fail(std::string const& problem) { throw std::runtime_error(problem); }

/// Fields with commas stand in quotation marks.
std::vector<std::string> fields_of(std::string const& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (char const c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  if (quoted) fail("a quotation mark is missing: " + line);
  return fields;
}

std::vector<row> rows_of(fs::path const& path) {
  std::istringstream text(trident_tables::read_text(path));
  std::vector<row> rows;
  std::vector<std::string> titles;
  for (std::string line; std::getline(text, line);) {
    auto const fields = fields_of(line);
    if (titles.empty()) {
      titles = fields;
      continue;
    }
    if (fields.size() != titles.size())
      fail(path.string() + ": " + std::to_string(fields.size()) + " fields: " + line);
    rows.emplace_back();
    for (std::size_t i = 0; i < titles.size(); ++i) rows.back()[titles[i]] = fields[i];
  }
  return rows;
}

/// The digits as they are, checked.
std::string const& number(std::string const& digits) {
  char* end = nullptr;
  std::strtod(digits.c_str(), &end);
  if (digits.empty() || *end != '\0') fail("\"" + digits + "\" is not a number");
  return digits;
}

std::string literal(std::string const& text) {
  if (text.find_first_of("\"\\") != std::string::npos) fail("a quotation mark in " + text);
  return '"' + text + '"';
}

/// What makes the beam, in C++.
std::string expression(std::string const& recipe) {
  std::istringstream stream(recipe);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  auto const is = [&](std::string_view pattern) { // * stands for any word
    std::istringstream wanted{std::string(pattern)};
    std::size_t i = 0;
    for (std::string word; wanted >> word; ++i)
      if (i >= words.size() || (word != "*" && word != words[i])) return false;
    return i == words.size();
  };
  auto const n = [&](std::size_t i) { return number(words[i]); };
  auto const named = [&](std::size_t i) { return literal(words[i]); };
  if (is("flux *")) return "beam_of(" + named(1) + ")";
  if (is("flux * at *")) return "beam_of(" + named(1) + ", inverse_square(" + n(3) + "))";
  if (is("flux * within * *") || is("flux * extended * *"))
    return "beam_within(" + named(1) + ", " + n(3) + ", " + n(4) + ")";
  if (is("frame * * * *"))
    return "frame_beam(" + named(1) + ", " + n(2) + ", " + named(3) + ", " + n(4) + ")";
  if (is("shape * * *")) return "model_beam(" + n(1) + ", " + n(2) + ", " + n(3) + ")";
  if (is("events * * flux *"))
    return "beam_for_events(flux_by_name(" + named(4) + ", neutrino::nu_mu).spectrum, " + n(1) + ", " + n(2) +
           ")";
  if (is("events * * shape * *"))
    return "beam_for_events(model_spectrum(" + n(4) + ", " + n(5) +
           ", 1, flux_normalisation::shape, neutrino::nu_mu), " + n(1) + ", " + n(2) + ")";
  if (is("ingrid")) return "ingrid_beam()";
  if (is("nustorm *")) return "nustorm_beam(" + n(1) + ")";
  fail("\"" + recipe + "\" is not a beam");
}

void write_modes(std::ostream& out, std::string const& set, std::vector<row> const& all) {
  std::vector<row> mine;
  std::copy_if(all.begin(), all.end(), std::back_inserter(mine),
               [&](row const& one) { return one.at("modes") == set; });
  if (mine.empty()) fail("no modes \"" + set + "\"");
  out << "inline constexpr std::array<detector_mode, " << mine.size() << "> " << set << "_modes = {{\n";
  for (auto const& one : mine)
    out << "    {" << literal(one.at("name")) << ", spectrum_origin::" << one.at("origin") << ",\n     "
        << literal(one.at("spectrum")) << ",\n     [] { return " << expression(one.at("beam")) << "; }}"
        << (&one == &mine.back() ? "}};\n" : ",\n");
}

void write_detector(std::ostream& out, row const& one) {
  auto const side = [&](std::string const& name) {
    return "{" + number(one.at(name + "_low_cm")) + ", " + number(one.at(name + "_high_cm")) + "}";
  };
  out << "    {" << literal(one.at("name")) << ", " << literal(one.at("description")) << ",\n     "
      << number(one.at("mass_tonnes")) << ", " << literal(one.at("material")) << ", "
      << number(one.at("exposure")) << ", " << literal(one.at("exposure_unit")) << ",\n     "
      << literal(one.at("source")) << ",\n     detail::" << one.at("modes") << "_modes, {{" << side("x")
      << ", " << side("y") << ", " << side("z") << "}},\n     " << literal(one.at("box_source")) << "}";
}

std::string header(fs::path const& folder) {
  auto const detectors = rows_of(folder / "detectors.csv"), modes = rows_of(folder / "modes.csv");
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n// Written by tables/generate_detectors.cpp from "
         "tables/detectors/*.csv; do not edit.\n#pragma once\n\n// clang-format off\n\n#include <array>\n\n"
         "#include <trident/rates/detector.hpp>\n#include <trident/rates/detector_beams.hpp>\n\n"
         "namespace trident {\n\nnamespace detail {\n\n";
  std::vector<std::string> sets;
  for (auto const& one : detectors)
    if (std::find(sets.begin(), sets.end(), one.at("modes")) == sets.end()) {
      sets.push_back(one.at("modes"));
      write_modes(out, sets.back(), modes);
    }
  for (auto const& one : modes)
    if (std::find(sets.begin(), sets.end(), one.at("modes")) == sets.end())
      fail("no detector has the modes \"" + one.at("modes") + "\"");
  out << "\n} // namespace detail\n\n/// The detectors that a user can name.\ninline constexpr "
         "std::array<detector, "
      << detectors.size() << "> all_detectors = {{\n";
  for (auto const& one : detectors) {
    write_detector(out, one);
    out << (&one == &detectors.back() ? "}};\n" : ",\n");
  }
  out << "\n} // namespace trident\n";
  return out.str();
}

int run(std::vector<std::string> const& arguments) {
  if (arguments.size() != 3 || (arguments[0] != "generate" && arguments[0] != "--check"))
    fail("usage: generate_detectors generate|--check CSV_DIRECTORY HEADER_DIRECTORY");
  auto const text = header(arguments[1]);
  fs::path const target = fs::path(arguments[2]) / "detectors.hpp";
  if (arguments[0] == "--check") {
    if (trident_tables::read_text(target) == text) return 0;
    std::cerr << target.string() << " is not what " << arguments[1] << " gives\n";
    return 1;
  }
  std::ofstream file(target, std::ios::binary);
  file << text;
  if (!file.flush()) fail("cannot write " + target.string());
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (std::exception const& error) {
    std::cerr << "generate_detectors: " << error.what() << '\n';
    return 2;
  }
}
