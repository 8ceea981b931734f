// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text.hpp>
#include <trident/base/text_lines.hpp>
#include <trident/physics/neutrino.hpp>
#include <trident/physics/parameter_range.hpp>

namespace trident {

/// One neutrino of a simulated beam, or as many as its weight says, all of them on one line.
struct neutrino_ray {
  neutrino flavour;
  double energy;                   ///< [GeV]
  std::array<double, 3> direction; ///< of length 1
  std::array<double, 3> position;  ///< of a point on it [cm]
  double time = 0;                 ///< when it is there [ns]
  double weight = 1;
  std::uint64_t number = 0; ///< place in its list, from 1
};

/// More are not read at once.
inline constexpr std::size_t most_rays = 1'000'000;

namespace detail {

/// What the columns of a list of rays may be called; the first name of each is ours, the others are those of dk2nu and of
/// what is written from it.
struct ray_column {
  enum kind { pdg, energy, dx, dy, dz, x, y, z, time, weight, importance, left_out } what;
  std::array<std::string_view, 4> names;
};

inline constexpr std::array<ray_column, 12> ray_columns = {{
    {ray_column::pdg, {"pdg", "ntype", "pdg_code", "pdgid"}},
    {ray_column::energy, {"E", "energy", "Enu", "nuray.E"}},
    {ray_column::dx, {"dx", "px", "nuray.px", "dirx"}},
    {ray_column::dy, {"dy", "py", "nuray.py", "diry"}},
    {ray_column::dz, {"dz", "pz", "nuray.pz", "dirz"}},
    {ray_column::x, {"x", "vx", "x_cm", "posx"}},
    {ray_column::y, {"y", "vy", "y_cm", "posy"}},
    {ray_column::z, {"z", "vz", "z_cm", "posz"}},
    {ray_column::time, {"t", "time", "t_ns", "vt"}},
    {ray_column::weight, {"weight", "wgt", "nuray.wgt", "w"}},
    {ray_column::importance, {"importance", "nimpwt", "nimp", "impwt"}},
    {ray_column::left_out, {"-", "ignore", "skip", "_"}},
}};

/// Reads a list of rays, line by line.
class ray_reader {
public:
  ray_reader(std::istream& stream, std::string title)
      : title_(std::move(title)), lines_(stream, "file " + title_) {}

  std::vector<neutrino_ray> read() {
    std::string line;
    while (lines_.next(line)) {
      std::string_view const code = std::string_view(line).substr(0, line.find('#'));
      words_ = words_in(code);
      if (words_.empty() || (columns_.empty() && take_names())) continue;
      if (columns_.empty()) take_number_of_columns();
      add();
    }
    if (rays_.empty()) throw input_error(title_ + " has no neutrino whose weight is above 0");
    return std::move(rays_);
  }

private:
  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error(title_ + ", line " + std::to_string(lines_.number()) + ": " + problem);
  }

  /// Separated by blanks, tabs or commas.
  static std::vector<std::string_view> words_in(std::string_view text) {
    constexpr std::string_view between = " \t,;";
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(between); at != std::string_view::npos;) {
      std::size_t const end = std::min(text.find_first_of(between, at), text.size());
      words.push_back(text.substr(at, end - at));
      at = text.find_first_not_of(between, end);
    }
    return words;
  }

  /// True if the line has the names of the columns.
  bool take_names() {
    if (number_from<double>(words_.front())) return false;
    for (auto const word : words_) {
      auto const found = std::find_if(ray_columns.begin(), ray_columns.end(), [&](auto const& one) {
        return std::find(one.names.begin(), one.names.end(), word) != one.names.end();
      });
      if (found == ray_columns.end())
        refuse("column \"" + std::string(word) + "\" is not known: allowed are " +
               joined(ray_columns, [](auto const& one) { return one.names.front(); }));
      bool const again = std::find(columns_.begin(), columns_.end(), found->what) != columns_.end();
      if (again && found->what != ray_column::left_out)
        refuse("column \"" + std::string(word) + "\" is there twice");
      columns_.push_back(found->what);
    }
    for (auto const needed : {ray_column::pdg, ray_column::energy, ray_column::dx, ray_column::dy,
                              ray_column::dz, ray_column::weight})
      if (std::find(columns_.begin(), columns_.end(), needed) == columns_.end())
        refuse("there is no column \"" + std::string(ray_columns[needed].names.front()) + '"');
    return true;
  }

  /// Without names: nine numbers, or ten with the time before the weight.
  void take_number_of_columns() {
    using enum ray_column::kind;
    columns_ = {pdg, energy, dx, dy, dz, x, y, z, weight};
    if (words_.size() == 10) columns_.insert(columns_.end() - 1, time);
  }

  double value(std::size_t column) const {
    auto word = words_[column];
    if (word.starts_with('+')) word.remove_prefix(1);
    auto const number = number_from<double>(word);
    if (!number || !std::isfinite(*number))
      refuse('"' + std::string(words_[column]) + "\" is not a number, which " + name_of(column) + " must be");
    return *number;
  }

  std::string name_of(std::size_t column) const {
    return std::string(ray_columns[columns_[column]].names.front());
  }

  double in_range(std::size_t column, parameter_range const& range) const {
    double const number = value(column);
    if (!range.contains(number))
      refuse(name_of(column) + " is " + number_text(number) + ": it must be " + range.text());
    return number;
  }

  void add() {
    if (words_.size() != columns_.size())
      refuse(
          "it has " + std::to_string(words_.size()) + " numbers, and must have " +
          std::to_string(columns_.size()) +
          ": pdg, energy, three of the direction, three of the position, the time if there is one, weight, "
          "or as the line of names says");
    if (++number_ > most_rays) refuse("there are more than " + std::to_string(most_rays) + " rays");
    neutrino_ray ray{};
    ray.weight = 1;
    ray.number = number_;
    for (std::size_t i = 0; i < columns_.size(); ++i) set(ray, i);
    double const length = std::hypot(ray.direction[0], ray.direction[1], ray.direction[2]);
    if (!(length > 0)) refuse("the direction has no length");
    for (double& component : ray.direction) component /= length;
    if (ray.weight > 0) rays_.push_back(ray);
  }

  void set(neutrino_ray& ray, std::size_t column) const {
    constexpr parameter_range weights{"a weight", 0, 1e60};
    switch (columns_[column]) {
    case ray_column::pdg: {
      double const code = value(column);
      if (!(std::abs(code) < 100 && code == std::floor(code)))
        refuse("pdg is " + number_text(code) + ": allowed are 12, 14, 16, -12, -14, -16");
      ray.flavour = neutrino_from_pdg(static_cast<int>(code));
      return;
    }
    case ray_column::energy:
      ray.energy = in_range(column, ranges::neutrino_energy);
      return;
    case ray_column::dx:
    case ray_column::dy:
    case ray_column::dz:
      ray.direction[static_cast<std::size_t>(columns_[column] - ray_column::dx)] =
          in_range(column, {"a component of the direction", -1e9, 1e9});
      return;
    case ray_column::x:
    case ray_column::y:
    case ray_column::z:
      ray.position[static_cast<std::size_t>(columns_[column] - ray_column::x)] =
          in_range(column, ranges::length);
      return;
    case ray_column::time:
      ray.time = in_range(column, ranges::time);
      return;
    case ray_column::weight:
    case ray_column::importance:
      ray.weight *= in_range(column, weights);
      return;
    case ray_column::left_out:
      return;
    }
  }

  std::string title_;
  text_lines_of lines_;
  std::vector<std::string_view> words_;
  std::vector<ray_column::kind> columns_;
  std::uint64_t number_ = 0;
  std::vector<neutrino_ray> rays_;
};

} // namespace detail

/// A neutrino a line: PDG code, energy [GeV], direction of any length, position [cm], time [ns] if it has ten numbers,
/// weight; or in the order of a line of names. What stands behind # is left out. Throws input_error.
inline std::vector<neutrino_ray> read_rays(std::istream& stream, std::string const& name) {
  return detail::ray_reader(stream, "rays \"" + name + '"').read();
}

} // namespace trident
