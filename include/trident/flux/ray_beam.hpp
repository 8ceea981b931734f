// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/flux/flux.hpp>
#include <trident/flux/rays.hpp>
#include <trident/physics/neutrino.hpp>

namespace trident {

/// A box in space [cm].
using ray_box = std::array<std::array<double, 2>, 3>;

/// Where a ray enters a box and leaves it, from its point and along it [cm]; nothing where it misses it, or only touches
/// it. The ray is the whole line: what was seen of it may lie behind.
inline std::optional<std::array<double, 2>> passage(neutrino_ray const& ray, ray_box const& box) {
  double first = -1e300, last = 1e300;
  for (std::size_t i = 0; i < 3; ++i) {
    double const along = ray.direction[i];
    auto const [low, high] = box[i];
    if (along == 0) {
      if (ray.position[i] < low || ray.position[i] > high) return std::nullopt;
      continue;
    }
    double const a = (low - ray.position[i]) / along, b = (high - ray.position[i]) / along;
    first = std::max(first, std::min(a, b));
    last = std::min(last, std::max(a, b));
  }
  if (!(first < last)) return std::nullopt;
  return std::array{first, last};
}

/// A list of rays as a beam: the spectrum of each flavour holds every energy of the list, each with the weight of its rays,
/// and nothing between; of the energy of an event follows its ray. Where a box is given, a ray counts with its path in
/// it, on which events happen, and not at all where it misses it.
class ray_beam {
public:
  /// Throws input_error if no ray passes the box.
  explicit ray_beam(std::vector<neutrino_ray> rays, std::optional<ray_box> const& box = std::nullopt) {
    box_ = box;
    rays_ = std::move(rays);
    if (box_) keep_those_in_box();
    std::stable_sort(rays_.begin(), rays_.end(), &comes_before);
    double total = 0;
    for (auto const& one : rays_) total += weight_of(one);
    for (auto const flavour : all_neutrinos) add(flavour, total);
  }

  std::optional<ray_box> const& box() const { return box_; }
  std::vector<neutrino_ray> const& rays() const { return rays_; } ///< by flavour and energy

  /// The neutrinos of a flavour: of all of them, with an integral that is their share of the whole; none if there is none.
  std::optional<histogram_flux> spectrum(neutrino flavour) const {
    auto const found = lines_.find(flavour);
    if (found == lines_.end()) return std::nullopt;
    return found->second.spectrum;
  }

  /// The ray of a neutrino of this energy; `u`, uniform from 0 to 1, chooses among those that have it.
  neutrino_ray const& ray_at(neutrino flavour, double energy, double u) const {
    auto const& all = lines_.at(flavour);
    auto const above =
        std::upper_bound(all.energies.begin(), all.energies.end(), energy * (1 + 1.5 * half_width));
    auto const line = static_cast<std::size_t>(std::max<std::ptrdiff_t>(above - all.energies.begin() - 1, 0));
    std::size_t const first = all.first[line], last = all.first[line + 1];
    double sum = 0, before = 0;
    for (std::size_t i = first; i < last; ++i) sum += weight_of(rays_[i]);
    for (std::size_t i = first; i + 1 < last; ++i) {
      before += weight_of(rays_[i]);
      if (u * sum < before) return rays_[i];
    }
    return rays_[last - 1];
  }

private:
  /// Of a line, over its energy.
  static constexpr double half_width = 1e-9;

  struct lines {
    std::vector<double> energies;   ///< smallest of each line
    std::vector<std::size_t> first; ///< ray of each, and one past the last
    histogram_flux spectrum;
  };

  static bool comes_before(neutrino_ray const& a, neutrino_ray const& b) {
    if (a.flavour != b.flavour) return index_of(a.flavour) < index_of(b.flavour);
    return a.energy < b.energy;
  }

  void keep_those_in_box() {
    std::erase_if(rays_, [&](auto const& one) { return !passage(one, *box_); });
    if (rays_.empty())
      throw input_error("none of the rays passes the box: are both in the same frame, in cm?");
  }

  double weight_of(neutrino_ray const& ray) const {
    if (!box_) return ray.weight;
    auto const [from, to] = *passage(ray, *box_);
    return ray.weight * (to - from);
  }

  void add(neutrino flavour, double total) {
    std::vector<double> edges, contents, energies;
    std::vector<std::size_t> first;
    double last = 0;
    std::size_t i = 0;
    while (i < rays_.size() && rays_[i].flavour != flavour) ++i;
    for (; i < rays_.size() && rays_[i].flavour == flavour; ++i) {
      double const energy = rays_[i].energy, share = weight_of(rays_[i]) / total;
      bool const same = !energies.empty() && energy <= last * (1 + 3 * half_width);
      if (!same) {
        if (!edges.empty()) contents.push_back(0);
        energies.push_back(energy);
        first.push_back(i);
        edges.push_back(energy * (1 - half_width));
        contents.push_back(share);
      } else {
        contents.back() += share;
        edges.pop_back();
      }
      edges.push_back(energy * (1 + half_width));
      last = energy;
    }
    if (energies.empty()) return;
    first.push_back(i);
    lines_.emplace(flavour, lines{std::move(energies), std::move(first),
                                  histogram_flux(std::move(edges), std::move(contents), bin_value::content,
                                                 {"rays", flux_normalisation::shape, flavour})});
  }

  std::optional<ray_box> box_;
  std::vector<neutrino_ray> rays_;
  std::map<neutrino, lines> lines_;
};

} // namespace trident
