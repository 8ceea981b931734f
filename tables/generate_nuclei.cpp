// SPDX-License-Identifier: BSL-1.0

// Turns the figures of tables/nuclei/*.csv into headers of include/trident/target/data.
//
//   generate_nuclei generate CSV_DIRECTORY HEADER_DIRECTORY    writes the headers
//   generate_nuclei --check  CSV_DIRECTORY HEADER_DIRECTORY    status 1 unless the headers are what would be written
//   generate_nuclei --report CSV_DIRECTORY                     where each row goes, with its rms radius and charge
//
// Digits of the CSV go into the headers as they are. The form factors of three-parameter Gauss densities are computed
// with 50 digits, so that no compiler or machine changes what is printed.

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <trident/target/form_factor/fermi.hpp>
#include <trident/target/form_factor/fourier_bessel.hpp>

namespace fs = std::filesystem;

namespace {

using real50 = boost::multiprecision::cpp_bin_float_50;
using fields = std::vector<std::string>;

[[noreturn]] void fail(std::string const& problem) { throw std::runtime_error(problem); }

fields split(std::string const& line, char separator) {
  fields parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  if (line.ends_with(separator)) parts.emplace_back();
  return parts;
}

double number(std::string const& digits) {
  char* end = nullptr;
  double const value = std::strtod(digits.c_str(), &end);
  if (digits.empty() || *end != '\0') fail("\"" + digits + "\" is not a number");
  return value;
}

/// The rows of a CSV file, without remarks and titles; the titles must be the ones expected.
std::vector<fields> read_rows(fs::path const& path, std::string_view titles) {
  std::ifstream file(path);
  std::vector<fields> rows;
  std::size_t const columns = split(std::string(titles), ',').size();
  bool titled = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    if (!titled && line != titles) fail(path.string() + ": the titles must be " + std::string(titles));
    if (titled) rows.push_back(split(line, ','));
    if (titled && rows.back().size() != columns) fail(path.string() + ": wrong number of fields in " + line);
    titled = true;
  }
  if (rows.empty()) fail(path.string() + ": no rows");
  return rows;
}

// ---------------------------------------------------------------------------------------------------------- sources

struct nuclide_row {
  std::string name, element, symbol, z, a, mass, abundance, weight;
  bool usual; ///< what the symbol alone stands for
};

struct fermi_entry {
  std::string nucleus, z, a, model, radius, diffuseness, w, rms, confidence, note;
  bool used = true;
};

struct fourier_bessel_entry {
  std::string nucleus, z, a, radius, rms;
  fields coefficients;
};

struct nucleon_entry {
  std::string name;
  fields values;
};

struct separation_entry {
  std::string nucleus, z, a, proton, neutron; // [MeV]
};

struct sources {
  std::vector<nuclide_row> nuclides;
  std::vector<fermi_entry> fermi;
  std::vector<fourier_bessel_entry> fourier_bessel;
  std::vector<nucleon_entry> nucleons;
  std::vector<separation_entry> separations;
};

/// MANIFEST.csv says how many rows a file has, which header they go into and where they come from: with the numbers of
/// rows that were read.
std::string manifest(fs::path const& directory, sources const& all) {
  std::map<std::string, std::size_t> const read = {{"isotopes.csv", all.nuclides.size()},
                                                   {"fermi_densities.csv", all.fermi.size()},
                                                   {"fourier_bessel.csv", all.fourier_bessel.size()},
                                                   {"nucleon_form_factors.csv", all.nucleons.size()},
                                                   {"separation_energies.csv", all.separations.size()}};
  constexpr std::string_view titles = "file,rows,headers,source";
  std::string text = std::string(titles) + '\n';
  for (auto const& row : read_rows(directory / "MANIFEST.csv", titles)) {
    auto const found = read.find(row[0]);
    if (found == read.end()) fail("MANIFEST.csv: no generator reads " + row[0]);
    text += row[0] + ',' + std::to_string(found->second) + ',' + row[2] + ',' + row[3] + '\n';
  }
  return text;
}

/// Of two rows for the same nucleus and model the first counts.
void drop_repeated(std::vector<fermi_entry>& rows) {
  std::map<std::string, int> seen;
  for (auto& row : rows) row.used = seen[row.nucleus + row.model]++ == 0;
}

sources read_sources(fs::path const& directory) {
  sources all;
  for (auto const& f :
       read_rows(directory / "isotopes.csv",
                 "isotope,element,symbol,Z,A,mass_u,natural_abundance,standard_atomic_weight,usual"))
    all.nuclides.push_back({f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8] == "1"});
  for (auto const& f :
       read_rows(directory / "fermi_densities.csv", "nucleus,Z,A,model,c_fm,z_fm,w,rms_fm,confidence,note"))
    all.fermi.push_back({f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9]});
  for (auto const& f : read_rows(directory / "fourier_bessel.csv", "nucleus,Z,A,R_fm,rms_fm,a_1..a_n"))
    all.fourier_bessel.push_back({f[0], f[1], f[2], f[3], f[4], split(f[5], ' ')});
  for (auto const& f : read_rows(directory / "nucleon_form_factors.csv", "name,values"))
    all.nucleons.push_back({f[0], split(f[1], ' ')});
  for (auto const& f : read_rows(directory / "separation_energies.csv", "isotope,Z,A,S_p_MeV,S_n_MeV"))
    all.separations.push_back({f[0], f[1], f[2], f[3], f[4]});
  drop_repeated(all.fermi);
  return all;
}

// ---------------------------------------------------------------------- form factors of three-parameter Gauss densities

/// Grid of the interpolation: step and number of intervals. (h rms)^6/46080 keeps the quintic within 1e-10 of F.
constexpr int gauss_steps_per_inverse_fm = 30;
constexpr int gauss_intervals = 450;

/// r and 4 pi r^2 rho(r) on a uniform grid. The integrand is even and analytic in r, so the trapezoidal rule converges
/// exponentially: the step 1/16 fm and the end at 24 fm leave less than 1e-40.
struct gauss_density {
  std::vector<real50> radius, weight;
  real50 norm = 0;
  real50 square = 0; // of the rms radius

  explicit gauss_density(fermi_entry const& row) {
    real50 const c{row.radius};
    real50 const z{row.diffuseness};
    real50 const w{row.w};
    for (int i = 1; i <= 24 * 16; ++i) {
      real50 const r = real50(i) / 16;
      real50 const ratio = r * r / (c * c);
      radius.push_back(r);
      // [PHYS:nucleus.gauss]
      weight.push_back(r * r * (1 + w * ratio) / (1 + exp((r * r - c * c) / (z * z))));
      norm += weight.back();
      square += weight.back() * r * r;
    }
    square /= norm;
  }

  /// F, h F' and h^2 F'' at q [1/fm]; the sines at equidistant r by rotation.
  std::array<real50, 3> node(real50 const& q, real50 const& h) const {
    if (q == 0) return {1, 0, -h * h * square / 3};
    real50 const turn_sine = sin(q * radius[0]);
    real50 const turn_cosine = cos(q * radius[0]);
    real50 sine = 0;
    real50 cosine = 1;
    std::array<real50, 3> sums{};
    for (std::size_t i = 0; i < radius.size(); ++i) {
      real50 const before = sine;
      sine = before * turn_cosine + cosine * turn_sine;
      cosine = cosine * turn_cosine - before * turn_sine;
      real50 const y = q * radius[i];
      real50 const spherical = sine / y;
      sums[0] += weight[i] * spherical;
      sums[1] += weight[i] * (cosine - spherical);
      sums[2] += weight[i] * (2 * (spherical - cosine) - y * sine);
    }
    real50 const scale = h / q;
    return {sums[0] / norm, sums[1] / norm * scale, sums[2] / norm * scale * scale};
  }
};

std::string digits(real50 const& value) { return value.str(17, std::ios_base::scientific); }

// ---------------------------------------------------------------------------------------------------------- headers

std::string preamble(std::string_view source, std::string_view includes) {
  std::ostringstream out;
  out << "// SPDX-License-Identifier: BSL-1.0\n// Written by tables/generate_nuclei.cpp from tables/nuclei/"
      << source << "; do not edit.\n#pragma once\n\n// clang-format off\n\n"
      << includes << "\nnamespace trident {\n\n";
  return out.str();
}

std::string isotopes_header(sources const& all) {
  std::ostringstream out;
  out << preamble("isotopes.csv", "#include <array>\n\n#include <trident/physics/isotope.hpp>\n")
      << "namespace isotopes {\n\n// symbol, Z, A, atomic mass [u] (AME2020), standard atomic weight of the "
         "element\n";
  for (auto const& n : all.nuclides)
    out << "inline constexpr isotope " << n.element << '_' << n.a << "{\"" << n.symbol << "\", " << n.z
        << ", " << n.a << ", " << n.mass << ", " << n.weight << "};\n";
  out << "\ninline constexpr std::array all = {\n";
  for (auto const& n : all.nuclides) out << "    " << n.element << '_' << n.a << ",\n";
  out << "};\n\n/// Fractions by number in nature, in the order of `all`.\n"
         "inline constexpr std::array<double, all.size()> natural_abundances = {\n";
  for (auto const& n : all.nuclides) out << "    " << n.abundance << ", // " << n.symbol << n.a << '\n';
  out << "};\n\n/// One nuclide for each element, in order of charge: what the symbol alone stands for.\n"
         "inline constexpr std::array usual = {\n";
  for (auto const& n : all.nuclides)
    if (n.usual) out << "    " << n.element << '_' << n.a << ",\n";
  out << "};\n\n} // namespace isotopes\n\n} // namespace trident\n";
  return out.str();
}

std::string nuclei_header(sources const& all) {
  std::ostringstream out;
  out << preamble("isotopes.csv", "#include <trident/target/standard_nucleus.hpp>\n")
      << "// The nuclei of the symbols, as types.\n";
  for (auto const& n : all.nuclides)
    if (n.usual)
      out << "using " << n.element << n.a << " = standard_nucleus<isotopes::" << n.element << '_' << n.a
          << ">; // " << n.symbol << '\n';
  out << "\n} // namespace trident\n";
  return out.str();
}

std::string fermi_header(sources const& all) {
  std::ostringstream out;
  out << preamble("fermi_densities.csv",
                  "#include <array>\n\n#include <trident/target/form_factor/density_rows.hpp>\n")
      << "namespace tables {\n\n// Z, A, model, c [fm], z [fm], w\n"
      << "inline constexpr auto fermi_densities = std::to_array<fermi_row>({\n";
  for (auto const& row : all.fermi)
    if (row.used && row.model != "3pG")
      out << "    {" << row.z << ", " << row.a
          << ", form_factor_kind::" << (row.model == "3pF" ? "three_parameter_fermi" : "two_parameter_fermi")
          << ", " << row.radius << ", " << row.diffuseness << ", " << row.w << "},\n";
  out << "});\n\n} // namespace tables\n\n} // namespace trident\n";
  return out.str();
}

std::string fourier_bessel_header(sources const& all) {
  std::ostringstream out;
  out << preamble("fourier_bessel.csv",
                  "#include <array>\n\n#include <trident/target/form_factor/density_rows.hpp>\n")
      << "namespace tables {\n\n// Z, A, R [fm], n, a_1 ... a_n [e/fm^3]\n"
      << "inline constexpr auto fourier_bessel_densities = std::to_array<fourier_bessel_row>({\n";
  for (auto const& row : all.fourier_bessel) {
    out << "    {" << row.z << ", " << row.a << ", " << row.radius << ", " << row.coefficients.size()
        << ", {";
    for (std::size_t i = 0; i < row.coefficients.size(); ++i)
      out << (i == 0 ? "" : i % 6 == 0 ? ",\n      " : ", ") << row.coefficients[i];
    out << "}},\n";
  }
  out << "});\n\n} // namespace tables\n\n} // namespace trident\n";
  return out.str();
}

void write_gauss_nodes(std::ostream& out, fermi_entry const& row, gauss_density const& density) {
  real50 const h = real50(1) / gauss_steps_per_inverse_fm;
  out << "inline constexpr std::array<hermite_node, " << gauss_intervals + 1 << "> gauss_nodes_"
      << row.nucleus << " = {{\n";
  for (int i = 0; i <= gauss_intervals; ++i) {
    auto const node = density.node(h * i, h);
    out << "    {" << digits(node[0]) << ", " << digits(node[1]) << ", " << digits(node[2]) << "},\n";
  }
  out << "}};\n\n";
}

std::string gauss_header(sources const& all) {
  std::ostringstream out;
  std::ostringstream list;
  out << preamble("fermi_densities.csv",
                  "#include <array>\n\n#include <trident/target/form_factor/density_rows.hpp>\n")
      << "namespace tables {\n\n// F, h F', h^2 F'' at Q/(hbar c) = 0, h, 2 h ..., h = 1/"
      << gauss_steps_per_inverse_fm << " fm^-1\n";
  for (auto const& row : all.fermi)
    if (row.used && row.model == "3pG") {
      gauss_density const density(row);
      write_gauss_nodes(out, row, density);
      list << "    {" << row.z << ", " << row.a << ", " << row.radius << ", " << row.diffuseness << ", "
           << row.w << ", " << digits(sqrt(density.square)) << ", 1.0 / " << gauss_steps_per_inverse_fm
           << ", gauss_nodes_" << row.nucleus << "},\n";
    }
  out << "// Z, A, c [fm], z [fm], w, rms radius [fm], step [1/fm], nodes\n"
      << "inline constexpr auto gauss_densities = std::to_array<gauss_row>({\n"
      << list.str() << "});\n\n} // namespace tables\n\n} // namespace trident\n";
  return out.str();
}

void write_kelly(std::ostream& out, nucleon_entry const& entry) {
  out << "inline constexpr kelly_";
  if (entry.values.size() == 2) {
    out << "galster " << entry.name << "{" << entry.values[0] << ", " << entry.values[1] << "};\n";
  } else if (entry.values.size() == 5) {
    out << "fit " << entry.name << "{" << entry.values[0] << ", " << entry.values[1] << ", {"
        << entry.values[2] << ", " << entry.values[3] << ", " << entry.values[4] << "}};\n";
  } else {
    fail(entry.name + " needs two or five values");
  }
}

void write_z_expansion(std::ostream& out, nucleon_entry const& entry) {
  if (entry.name == "z_parameters") {
    constexpr std::array names = {"z_pion_mass", "z_t0", "z_proton_moment", "z_neutron_moment"};
    if (entry.values.size() != names.size()) fail("z_parameters needs four values");
    for (std::size_t i = 0; i < names.size(); ++i)
      out << "inline constexpr double " << names[i] << " = " << entry.values[i] << ";\n";
    return;
  }
  out << "inline constexpr std::array<double, " << entry.values.size() << "> " << entry.name << " = {";
  for (std::size_t i = 0; i < entry.values.size(); ++i)
    out << (i == 0 ? "\n    " : i % 4 == 0 ? ",\n    " : ", ") << entry.values[i];
  out << "};\n";
}

std::string nucleon_header(sources const& all) {
  std::ostringstream out;
  out << preamble("nucleon_form_factors.csv", "#include <array>\n")
      << "namespace tables {\n\n/// G = normalisation (1 + a tau)/(1 + b_1 tau + b_2 tau^2 + b_3 tau^3).\n"
      << "struct kelly_fit {\n  double normalisation;\n  double a;\n  std::array<double, 3> b;\n};\n\n"
      << "/// G = numerator tau/(1 + denominator tau) G_D.\n"
      << "struct kelly_galster {\n  double numerator;\n  double denominator;\n};\n\n";
  for (auto const& entry : all.nucleons) {
    if (entry.name.starts_with("kelly_"))
      write_kelly(out, entry);
    else if (entry.name.starts_with("z_"))
      write_z_expansion(out, entry);
    else
      fail("unknown set of form factors " + entry.name);
  }
  out << "\n} // namespace tables\n\n} // namespace trident\n";
  return out.str();
}

std::string separation_header(sources const& all) {
  std::ostringstream out;
  out << preamble("separation_energies.csv", "#include <array>\n")
      << "namespace tables {\n\n/// What it takes to remove a nucleon from a nucleus in its ground state.\n"
      << "struct separation_row {\n  int atomic_number;\n  int mass_number;\n"
      << "  double proton;  ///< S_p [GeV]\n  double neutron; ///< S_n [GeV]\n};\n\n"
      << "// Z, A, S_p, S_n [GeV]\n"
      << "inline constexpr auto separation_energies = std::to_array<separation_row>({\n";
  for (auto const& row : all.separations)
    out << "    {" << row.z << ", " << row.a << ", " << row.proton << "e-3, " << row.neutron << "e-3},\n";
  out << "});\n\n} // namespace tables\n\n} // namespace trident\n";
  return out.str();
}

// ----------------------------------------------------------------------------------------------------------- report

double rms_radius(fermi_entry const& row) {
  if (row.model == "3pG") return static_cast<double>(sqrt(gauss_density(row).square));
  return trident::three_parameter_fermi{number(row.radius), number(row.diffuseness), number(row.w)}
      .rms_radius();
}

void report_isotopes(sources const& all) {
  std::cout << "isotopes.csv: " << all.nuclides.size() << " rows, all used\n";
  for (auto const& n : all.nuclides)
    std::cout << "  " << std::setw(6) << n.name << "  used: isotopes::" << n.element << '_' << n.a << '\n';
}

void report_fermi(sources const& all) {
  std::cout << "fermi_densities.csv: " << all.fermi.size()
            << " rows; rms radius in fm: printed, of the density, difference\n";
  for (auto const& row : all.fermi) {
    double const rms = rms_radius(row);
    std::cout << "  " << std::setw(6) << row.nucleus << ' ' << row.model << " (" << row.confidence << ") "
              << std::setw(6) << (row.rms.empty() ? "-" : row.rms) << ' ' << rms;
    if (!row.rms.empty()) std::cout << ' ' << std::showpos << rms - number(row.rms) << std::noshowpos;
    std::cout << (row.used ? "  used" : "  not used: an earlier row has this nucleus and model")
              << (row.note.empty() ? "" : "; ") << row.note << '\n';
  }
}

void report_fourier_bessel(sources const& all) {
  std::cout << "fourier_bessel.csv: " << all.fourier_bessel.size()
            << " rows, all used; rms radius in fm: printed, of the density; charge, Z\n";
  for (auto const& row : all.fourier_bessel) {
    std::vector<double> coefficients;
    for (auto const& value : row.coefficients) coefficients.push_back(number(value));
    trident::fourier_bessel const density{number(row.radius), coefficients};
    std::cout << "  " << std::setw(6) << row.nucleus << "  " << row.rms << ' ' << density.rms_radius() << "  "
              << density.charge() << ' ' << row.z << "  used\n";
  }
}

void report(sources const& all) {
  std::cout << std::fixed << std::setprecision(4);
  report_isotopes(all);
  report_fermi(all);
  report_fourier_bessel(all);
  std::cout << "nucleon_form_factors.csv: " << all.nucleons.size() << " rows, all used\n";
  for (auto const& entry : all.nucleons)
    std::cout << "  " << entry.name << ": " << entry.values.size() << " values\n";
  std::cout << "separation_energies.csv: " << all.separations.size() << " rows, all used\n";
}

// ------------------------------------------------------------------------------------------------------------- modes

constexpr std::array<std::string_view, 7> header_names = {
    "isotopes.hpp",           "fermi_densities.hpp",      "fourier_bessel.hpp",
    "gauss_densities.hpp",    "nucleon_form_factors.hpp", "nuclei.hpp",
    "separation_energies.hpp"};

std::array<std::string, 7> headers(sources const& all) {
  return {isotopes_header(all), fermi_header(all),  fourier_bessel_header(all), gauss_header(all),
          nucleon_header(all),  nuclei_header(all), separation_header(all)};
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

int run(fields const& arguments) {
  std::string const mode = arguments.empty() ? "" : arguments[0];
  if (arguments.size() != (mode == "--report" ? 2 : 3) ||
      (mode != "generate" && mode != "--check" && mode != "--report"))
    fail("usage: generate_nuclei generate|--check CSV_DIRECTORY HEADER_DIRECTORY, or --report CSV_DIRECTORY");
  sources const all = read_sources(arguments[1]);
  if (mode == "--report") {
    report(all);
    return 0;
  }
  int wrong = 0;
  fs::path const listed = fs::path(arguments[1]) / "MANIFEST.csv";
  if (mode == "generate") {
    write(listed, manifest(arguments[1], all));
  } else if (contents(listed) != manifest(arguments[1], all)) { // so that no row is lost unseen
    std::cerr << listed.string() << " has other numbers of rows than the files\n";
    ++wrong;
  }
  auto const texts = headers(all);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    fs::path const target = fs::path(arguments[2]) / header_names[i];
    if (mode == "generate")
      write(target, texts[i]);
    else if (contents(target) != texts[i]) {
      std::cerr << target.string() << " is not what the figures in " << arguments[1] << " give\n";
      ++wrong;
    }
  }
  return wrong == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (std::exception const& error) {
    std::cerr << "generate_nuclei: " << error.what() << '\n';
    return 2;
  }
}
