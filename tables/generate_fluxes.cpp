// SPDX-License-Identifier: BSL-1.0

// Turns the spectra of tables/flux/*.csv into the headers include/trident/flux/data/NAME.hpp.
//
//   generate_fluxes generate CSV_DIRECTORY HEADER_DIRECTORY   writes the headers
//   generate_fluxes --check  CSV_DIRECTORY HEADER_DIRECTORY   status 1 unless the headers are up to date
//   generate_fluxes --report CSV_DIRECTORY                    what each file holds and what its header gets
//
// The digits of the CSV go into the header as they are, so the result does not depend on compiler or machine.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct column {
  std::string flavour; // enumerator of trident::neutrino
  std::vector<std::string> digits;
};

struct table {
  std::string name;
  std::string description;
  std::string source;
  std::string flavour; // of a file with one column, as the file spells it
  std::string unit;
  std::string reference_number = "0"; ///< in the menu of the reference generator, 0: not in it
  bool content = false;
  std::vector<std::string> edges;
  std::vector<column> columns;
};

[[noreturn]] void fail(std::string const& problem) { throw std::runtime_error(problem); }

std::vector<std::string> split(std::string const& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

double number(std::string const& digits) {
  char* end = nullptr;
  double const value = std::strtod(digits.c_str(), &end);
  if (digits.empty() || *end != '\0') fail("\"" + digits + "\" is not a number");
  return value;
}

std::string flavour_of_column(std::string const& title, table const& t) {
  constexpr std::array<std::array<std::string_view, 2>, 8> names = {{{"nue", "nu_e"},
                                                                     {"numu", "nu_mu"},
                                                                     {"nutau", "nu_tau"},
                                                                     {"anti_nue", "anti_nu_e"},
                                                                     {"anti_numu", "anti_nu_mu"},
                                                                     {"anti_nutau", "anti_nu_tau"},
                                                                     {"nu_mu", "nu_mu"},
                                                                     {"anti-nu_mu", "anti_nu_mu"}}};
  std::string const& key = title == "probability" ? t.flavour : title;
  for (auto const& [spelling, enumerator] : names)
    if (spelling == key) return std::string(enumerator);
  fail("column \"" + title + "\" has no known flavour");
}

void read_remark(table& t, std::string const& line) {
  auto const colon = line.find(": ");
  if (colon == std::string::npos) fail("remark without a key: " + line);
  std::string const key = line.substr(2, colon - 2);
  std::string const value = line.substr(colon + 2);
  if (key == "description")
    t.description = value;
  else if (key == "source")
    t.source = value;
  else if (key == "flavour")
    t.flavour = value;
  else if (key == "unit")
    t.unit = value;
  else if (key == "reference_number")
    t.reference_number = value;
  else if (key != "bins")
    fail("unknown remark \"" + key + "\"");
}

void read_titles(table& t, std::vector<std::string> const& titles) {
  if (titles.size() < 3 || titles[0] != "e_low_GeV" || titles[1] != "e_high_GeV")
    fail("the columns must start with e_low_GeV,e_high_GeV");
  t.content = titles[2] == "probability";
  for (std::size_t i = 2; i < titles.size(); ++i) t.columns.push_back({flavour_of_column(titles[i], t), {}});
}

void read_row(table& t, std::vector<std::string> const& row) {
  if (row.size() != t.columns.size() + 2) fail("row with " + std::to_string(row.size()) + " fields");
  if (t.edges.empty()) t.edges.push_back(row[0]);
  if (row[0] != t.edges.back()) fail("gap between bins before " + row[0] + " GeV");
  if (!(number(row[1]) > number(row[0]))) fail("bin without width at " + row[0] + " GeV");
  t.edges.push_back(row[1]);
  for (std::size_t i = 0; i < t.columns.size(); ++i) {
    if (!(number(row[i + 2]) >= 0)) fail("negative flux " + row[i + 2] + " at " + row[0] + " GeV");
    t.columns[i].digits.push_back(row[i + 2]);
  }
}

table read_table(fs::path const& path) {
  table t;
  t.name = path.stem().string();
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# "))
      read_remark(t, line);
    else if (t.columns.empty())
      read_titles(t, split(line));
    else
      read_row(t, split(line));
  }
  if (t.edges.empty() || t.description.empty() || t.source.empty() || t.unit.empty()) fail("incomplete");
  return t;
}

bool is_empty(column const& c) {
  return std::all_of(c.digits.begin(), c.digits.end(), [](std::string const& d) { return number(d) == 0; });
}

/// The columns that hold any neutrinos: only these go into the header.
std::vector<column> filled(table const& t) {
  std::vector<column> columns;
  for (auto const& c : t.columns)
    if (!is_empty(c)) columns.push_back(c);
  if (columns.empty()) fail("no neutrinos in any column");
  return columns;
}

std::string_view normalisation(table const& t) {
  if (t.content) return "shape";
  if (t.unit.starts_with("neutrinos / m^2 / GeV / proton on target")) return "per_area_and_proton";
  if (t.unit == "neutrinos / m^2 / GeV / fb^-1") return "per_area_and_inverse_femtobarn";
  if (t.unit.starts_with("neutrinos / m^2 / GeV / s,")) return "per_area_and_second";
  fail("unknown unit \"" + t.unit + "\"");
}

std::string quoted(std::string const& text) {
  std::string result = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

void write_text(std::ostream& out, std::string_view name, std::string const& text) {
  out << "  static constexpr std::string_view " << name << " =\n      " << quoted(text) << ";\n";
}

void write_numbers(std::ostream& out, std::vector<std::string> const& digits, bool more) {
  std::string line = "     ";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    std::string const item = " " + digits[i] + (more || i + 1 < digits.size() ? "," : "");
    if (line.size() + item.size() > 108) {
      out << line << '\n';
      line = "     ";
    }
    line += item;
  }
  out << line;
}

void write_values(std::ostream& out, table const& t, std::vector<column> const& columns) {
  std::size_t const bins = t.edges.size() - 1;
  out << "  static constexpr std::array<double, " << bins + 1 << "> edges = {\n";
  write_numbers(out, t.edges, false);
  out << "};\n";
  out << "  static constexpr std::array<double, " << columns.size() * bins << "> values = {";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    out << "\n      // " << columns[i].flavour << '\n';
    write_numbers(out, columns[i].digits, i + 1 < columns.size());
  }
  out << "};\n";
}

void write_flavours(std::ostream& out, std::vector<column> const& columns) {
  out << "  static constexpr std::array<neutrino, " << columns.size() << "> flavours = {";
  for (std::size_t i = 0; i < columns.size(); ++i)
    out << (i == 0 ? "" : ",") << "\n      neutrino::" << columns[i].flavour;
  out << "};\n";
}

void write_spectrum(std::ostream& out, table const& t, std::vector<column> const& columns) {
  out << "/// " << t.description << ".\n/// Source: " << t.source << ".\n";
  if (t.columns.size() == 1)
    out << "struct " << t.name << " : tabulated_flux<tables::" << t.name
        << ", neutrino::" << columns[0].flavour << "> {};\n";
  else
    out << "template <neutrino Flavour>\nstruct " << t.name << " : tabulated_flux<tables::" << t.name
        << ", Flavour> {};\n";
}

std::string header(table const& t) {
  auto const columns = filled(t);
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n// Written by tables/generate_fluxes.cpp from tables/flux/"
      << t.name << ".csv; do not edit.\n#pragma once\n\n// clang-format off\n\n"
      << "#include <array>\n#include <string_view>\n\n#include <trident/flux/tabulated_flux.hpp>\n\n"
      << "namespace trident {\n\nnamespace tables {\n\nstruct " << t.name << " {\n"
      << "  static constexpr std::string_view name = " << quoted(t.name) << ";\n";
  write_text(out, "description", t.description);
  write_text(out, "source", t.source);
  write_text(out, "unit", t.unit);
  out << "  static constexpr bin_value kind = bin_value::" << (t.content ? "content" : "density") << ";\n"
      << "  static constexpr flux_normalisation normalisation = flux_normalisation::" << normalisation(t)
      << ";\n";
  if (t.reference_number != "0")
    out << "  static constexpr int reference_number = " << t.reference_number
        << "; ///< in the menu of arXiv:1902.06765\n";
  write_flavours(out, columns);
  write_values(out, t, columns);
  out << "};\n\n} // namespace tables\n\n";
  write_spectrum(out, t, columns);
  out << "\n} // namespace trident\n";
  return out.str();
}

/// All spectra, those of the reference generator's menu first, in its order.
std::string list_header(std::vector<table> all) {
  std::stable_sort(all.begin(), all.end(), [](table const& a, table const& b) {
    auto const place = [](table const& t) { return t.reference_number == "0" ? "9" : t.reference_number; };
    return place(a) < place(b);
  });
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n// Written by tables/generate_fluxes.cpp from "
         "tables/flux/*.csv; do not "
         "edit.\n#pragma once\n\n// clang-format off\n\n#include <trident/base/type_list.hpp>\n";
  for (auto const& t : all) out << "#include <trident/flux/data/" << t.name << ".hpp>\n";
  out << "\nnamespace trident::tables {\n\nusing all_spectra = type_list<\n";
  for (auto const& t : all) out << "    " << t.name << (&t == &all.back() ? ">;\n" : ",\n");
  out << "\n} // namespace trident::tables\n";
  return out.str();
}

void report(table const& t, std::ostream& out) {
  std::size_t const bins = t.edges.size() - 1;
  out << t.name << ": " << bins << " rows in, " << bins << " bins out, " << t.edges.front() << " to "
      << t.edges.back() << " GeV, " << (t.content ? "content" : "density") << ", " << t.unit << '\n';
  for (auto const& c : t.columns) {
    double sum = 0;
    double first_moment = 0;
    for (std::size_t i = 0; i < bins; ++i) {
      double const low = number(t.edges[i]);
      double const high = number(t.edges[i + 1]);
      double const content = number(c.digits[i]) * (t.content ? 1 : high - low);
      sum += content;
      first_moment += content * (low + high) / 2;
    }
    out << "  " << std::left << std::setw(12) << c.flavour;
    if (is_empty(c))
      out << "all zero, left out\n";
    else
      out << "integral " << sum << ", mean energy " << first_moment / sum << " GeV\n";
  }
}

std::vector<fs::path> sources(fs::path const& directory) {
  std::vector<fs::path> paths;
  for (auto const& entry : fs::directory_iterator(directory))
    if (entry.path().extension() == ".csv") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) fail("no CSV files in " + directory.string());
  return paths;
}

std::string contents(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write(fs::path const& path, std::string const& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) fail("cannot write " + path.string());
}

/// Headers in the directory that no source file accounts for.
int strays(fs::path const& directory, std::vector<fs::path> const& expected) {
  int count = 0;
  for (auto const& entry : fs::directory_iterator(directory)) {
    auto const file = entry.path().filename();
    if (std::find(expected.begin(), expected.end(), file) != expected.end()) continue;
    std::cerr << file.string() << " has no source file\n";
    ++count;
  }
  return count;
}

int run(std::vector<std::string> const& arguments) {
  std::string const mode = arguments.empty() ? "" : arguments[0];
  if (arguments.size() != (mode == "--report" ? 2 : 3) ||
      (mode != "generate" && mode != "--check" && mode != "--report"))
    fail("usage: generate_fluxes generate|--check CSV_DIRECTORY HEADER_DIRECTORY, or --report CSV_DIRECTORY");
  int wrong = 0;
  std::vector<fs::path> headers;
  std::vector<table> all;
  auto const write_or_compare = [&](std::string const& name, std::string const& text,
                                    std::string const& source) {
    headers.emplace_back(name);
    fs::path const target = fs::path(arguments[2]) / name;
    if (mode == "generate") {
      write(target, text);
    } else if (contents(target) != text) {
      std::cerr << target.string() << " is not what " << source << " gives\n";
      ++wrong;
    }
  };
  for (auto const& source : sources(arguments[1])) {
    table const t = read_table(source);
    if (mode == "--report") {
      report(t, std::cout);
      continue;
    }
    write_or_compare(t.name + ".hpp", header(t), source.string());
    all.push_back(t);
  }
  if (mode != "--report") {
    write_or_compare("all_spectra.hpp", list_header(all), arguments[1]);
    wrong += strays(arguments[2], headers);
  }
  return wrong == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (std::exception const& error) {
    std::cerr << "generate_fluxes: " << error.what() << '\n';
    return 2;
  }
}
