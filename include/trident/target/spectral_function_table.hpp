// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <istream>
#include <memory>
#include <numbers>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text_lines.hpp>

namespace trident {

/// A spectral function P(p, E): how many nucleons of one kind have the momentum p and leave the rest of the nucleus with the
/// removal energy E. Constant in cells around the points of a grid. Immutable; copies share the numbers.
class spectral_function_table {
public:
  /// Momenta p [GeV] and energies E [GeV], both increasing, and P [GeV^-4] of each E at the first p, then at the next.
  /// `title` begins messages. Throws input_error.
  spectral_function_table(std::vector<double> const& momenta, std::vector<double> const& energies,
                          std::vector<double> values, std::string const& title = "spectral function") {
    auto cells = std::make_shared<grid>();
    require_increasing(momenta, title, "momenta", 10);
    require_increasing(energies, title, "removal energies", 10);
    if (values.size() != momenta.size() * energies.size())
      throw input_error(title + ": " + std::to_string(momenta.size()) + " momenta and " +
                        std::to_string(energies.size()) + " removal energies need " +
                        std::to_string(momenta.size() * energies.size()) + " values, and there are " +
                        std::to_string(values.size()));
    for (double const one : values)
      if (!(detail::is_finite(one) && one >= 0))
        throw input_error(title + ": one of its values is " + detail::number_text(one) +
                          ", but each must be finite and not negative");
    cells->momenta = edges_around(momenta);
    cells->energies = edges_around(energies);
    cells->values = std::move(values);
    cells_ = std::move(cells);
    norm_ = sum();
    if (!(norm_ > 0)) throw input_error(title + ": all of its values are zero");
    if (!detail::is_finite(norm_)) throw input_error(title + ": its values are too large");
  }

  std::vector<double> const& momenta() const { return cells_->momenta; }   ///< edges of cells [GeV]
  std::vector<double> const& energies() const { return cells_->energies; } ///< edges of cells [GeV]
  /// P in a cell [GeV^-4].
  double value(std::size_t momentum, std::size_t energy) const {
    return cells_->values[momentum * (cells_->energies.size() - 1) + energy];
  }
  /// 4 pi times the integral of p^2 P: the number of nucleons.
  double norm() const { return norm_; }

private:
  struct grid {
    std::vector<double> momenta, energies, values;
  };

  static void require_increasing(std::vector<double> const& points, std::string const& title,
                                 std::string const& what, double largest) {
    if (points.size() < 2) throw input_error(title + ": it needs at least two " + what);
    for (std::size_t i = 0; i < points.size(); ++i)
      if (!(detail::is_finite(points[i]) && points[i] >= 0 && points[i] <= largest &&
            (i == 0 || points[i] > points[i - 1])))
        throw input_error(title + ": its " + what +
                          " must increase from 0 or more to 10000 MeV at most, and number " +
                          std::to_string(i + 1) + " is " + detail::number_text(points[i] * 1e3) + " MeV");
  }

  /// Half-way between points, as far beyond the ends but not below zero.
  static std::vector<double> edges_around(std::vector<double> const& points) {
    std::size_t const n = points.size();
    std::vector<double> edges(n + 1);
    for (std::size_t i = 1; i < n; ++i) edges[i] = (points[i - 1] + points[i]) / 2;
    edges[0] = std::max(0.0, points[0] - (edges[1] - points[0]));
    edges[n] = points[n - 1] + (points[n - 1] - edges[n - 1]);
    return edges;
  }

  double sum() const {
    auto const &p = cells_->momenta, &e = cells_->energies;
    double total = 0;
    for (std::size_t i = 0; i + 1 < p.size(); ++i) {
      double const volume = 4 * std::numbers::pi / 3 * (p[i + 1] * p[i + 1] * p[i + 1] - p[i] * p[i] * p[i]);
      for (std::size_t k = 0; k + 1 < e.size(); ++k) total += volume * (e[k + 1] - e[k]) * value(i, k);
    }
    return total;
  }

  std::shared_ptr<grid const> cells_;
  double norm_ = 0;
};

namespace detail {

/// All numbers of a text, separated by blanks, with the line of each.
inline std::vector<double> numbers_of_text(std::istream& stream, std::string const& title) {
  text_lines_of lines(stream, title);
  std::vector<double> numbers;
  constexpr std::size_t most = 20'000'000;
  for (std::string line; lines.next(line);) {
    char const *at = line.data(), *const end = at + line.size();
    while (at != end) {
      if (*at == ' ' || *at == '\t') {
        ++at;
        continue;
      }
      double value = 0;
      auto const [next, problem] = read_number(at, end, value);
      if (problem == std::errc::result_out_of_range) value = 0; // below what a double holds
      bool const whole = next != at && (next == end || *next == ' ' || *next == '\t');
      if (!whole || numbers.size() == most)
        throw input_error(title + ", line " + std::to_string(lines.number()) + ": " +
                          (whole ? "there are too many numbers" : "what stands there is no number"));
      numbers.push_back(value);
      at = next;
    }
  }
  return numbers;
}

} // namespace detail

/// Reads the layout of public tables: the numbers of energies and momenta (and, in some, four numbers that give ranges),
/// then of each momentum p [MeV] the pairs E [MeV], P [MeV^-4]. Throws input_error in one sentence.
inline spectral_function_table read_spectral_function(std::istream& stream, std::string_view name) {
  std::string const title = "spectral function " + std::string(name);
  auto const numbers = detail::numbers_of_text(stream, title);
  auto const count = [&](std::size_t i) -> std::size_t {
    double const value = i < numbers.size() ? numbers[i] : 0;
    if (!(value >= 2 && value <= 1e6 && value == std::floor(value)))
      throw input_error(title + ": it must begin with the number of removal energies and that of momenta, " +
                        "each a whole number from 2 to 1000000");
    return static_cast<std::size_t>(value);
  };
  std::size_t const energies = count(0), momenta = count(1), body = momenta * (1 + 2 * energies);
  std::size_t const head = numbers.size() == body + 6 ? 6 : 2;
  if (numbers.size() != body + head)
    throw input_error(title + ": " + std::to_string(momenta) + " momenta with " + std::to_string(energies) +
                      " pairs of removal energy and value each are " + std::to_string(body) +
                      " numbers, and there are " + std::to_string(numbers.size() - 2));
  constexpr double mev = 1e-3, per_mev4 = 1e12;
  std::vector<double> p, e, values;
  for (std::size_t i = 0, at = head; i < momenta; ++i) {
    p.push_back(numbers[at++] * mev);
    for (std::size_t k = 0; k < energies; ++k) {
      double const energy = numbers[at++] * mev;
      if (i == 0)
        e.push_back(energy);
      else if (energy != e[k])
        throw input_error(title + ": all momenta must have the same removal energies, and number " +
                          std::to_string(i + 1) + " has " + detail::number_text(energy / mev) +
                          " MeV where the first has " + detail::number_text(e[k] / mev) + " MeV");
      values.push_back(numbers[at++] * per_mev4);
    }
  }
  return {p, e, std::move(values), title};
}

} // namespace trident
