// SPDX-License-Identifier: BSL-1.0
#include "overlay.hpp"

#include <filesystem>
#include <istream>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/runtime/number_option.hpp>
#include <trident/storage/input_file.hpp>

namespace trident::program {

namespace {

constexpr std::size_t most_rows = 100'000, most_curves = 20;

/// Collects the curves of one file.
class overlay_reader {
public:
  explicit overlay_reader(std::string file) : file_(std::move(file)) {}

  std::vector<overlay_curve> read() {
    input_file stream(file_);
    for (std::string line; std::getline(stream, line); ++number_) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.starts_with("#"))
        read_comment(line);
      else if (line.find_first_not_of(" \t") != std::string::npos && !line.starts_with("mass_GeV"))
        read_row(line);
    }
    for (auto const& one : curves_)
      if (one.masses.size() < 2) refuse("curve \"" + one.name + "\" has fewer than two masses");
    if (curves_.empty()) refuse("no row \"mass_GeV,coupling\" in it");
    return std::move(curves_);
  }

private:
  [[noreturn]] void refuse(std::string const& why) const {
    throw input_error("--overlay \"" + file_ + "\": " + why);
  }

  std::string where() const { return "--overlay \"" + file_ + "\", line " + std::to_string(number_); }

  /// "# name: X" and "# kind: X" are about the curve that follows.
  void read_comment(std::string const& line) {
    if (line.starts_with("# name: ")) {
      name_ = clean(line.substr(8));
      is_projection_ = false;
      begins_ = true;
    }
    if (line.starts_with("# kind: ")) is_projection_ = line.substr(8) == "projection";
  }

  /// As a column of comma-separated values and a text of gnuplot take it.
  static std::string clean(std::string name) {
    constexpr std::size_t longest = 60;
    for (char& c : name)
      if (c == ',' || c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' ') c = ' ';
    return name.substr(0, longest);
  }

  void begin() {
    if (curves_.size() == most_curves) refuse("at most " + std::to_string(most_curves) + " curves are drawn");
    auto const otherwise = file_ == "-" ? "standard input" : std::filesystem::path(file_).stem().string();
    curves_.push_back({name_.empty() ? clean(otherwise) : name_, is_projection_, {}, {}});
    begins_ = false;
  }

  void read_row(std::string const& line) {
    auto const cells = trident::detail::split(line);
    if (cells.size() < 2) throw input_error(where() + ": \"" + line + "\" is not a mass and a coupling");
    if (begins_ || curves_.empty()) begin();
    double const mass = runtime::number_in_range(where() + ": mass", cells[0], ranges::z_prime_mass);
    double const coupling =
        runtime::number_in_range(where() + ": coupling", cells[1], ranges::z_prime_coupling);
    auto& curve = curves_.back();
    if (!curve.masses.empty() && curve.masses.back() == mass) {
      curve.couplings.back() = coupling;
      return;
    }
    if (++rows_ > most_rows) refuse("it has more than " + std::to_string(most_rows) + " rows");
    curve.masses.push_back(mass);
    curve.couplings.push_back(coupling);
  }

  std::string file_, name_;
  bool is_projection_ = false, begins_ = true;
  std::size_t number_ = 1, rows_ = 0;
  std::vector<overlay_curve> curves_;
};

} // namespace

std::vector<overlay_curve> read_overlays(std::string const& files) {
  std::vector<overlay_curve> all;
  for (auto const& file : trident::detail::split(files))
    for (auto& one : overlay_reader(file).read()) all.push_back(std::move(one));
  if (all.size() > most_curves)
    throw input_error("--overlay \"" + files + "\": at most " + std::to_string(most_curves) +
                      " curves are drawn");
  return all;
}

} // namespace trident::program
