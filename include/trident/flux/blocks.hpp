// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text.hpp>
#include <trident/flux/table.hpp>

// Tables of fluxes in several blocks, of which each has a line such as "cosZ = 0.90 -- 1.00, phi_Az = 0 -- 360" above it.

namespace trident {

/// Directions from one to the other.
struct flux_directions {
  double low = -1, high = 1;                 ///< cos of the zenith angle
  double from_azimuth = 0, to_azimuth = 360; ///< [degrees]

  /// [sr]
  double solid_angle() const {
    // [PHYS:flux.solid_angle]
    return (high - low) * (to_azimuth - from_azimuth) * std::numbers::pi / 180;
  }
};

namespace detail {

/// The number at the start; what follows it stays in `text`.
inline std::optional<double> leading_number(std::string_view& text) {
  double value = 0;
  auto const [end, problem] = read_number(text.data(), text.data() + text.size(), value);
  if (end == text.data() || problem != std::errc{} || !is_finite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

/// "= 0.90 -- 1.00", "from -0.2 to -0.1", "0.9-1": two numbers, behind signs that are none of theirs.
inline std::optional<std::array<double, 2>> range_behind(std::string_view text) {
  auto const starts = [&](std::string_view all) {
    bool const sign = all.size() > 1 && (all[0] == '-' || all[0] == '+');
    char const c = all[sign ? 1 : 0];
    return is_digit(c) || (c == '.' && all.size() > (sign ? 2u : 1u) && is_digit(all[sign ? 2 : 1]));
  };
  std::array<double, 2> ends{};
  for (std::size_t i = 0; i < 2; ++i) {
    if (i == 1 && !text.empty() && text.front() == '-')
      text.remove_prefix(1); // "0.9-1": no sign of the second
    std::size_t skipped = 0;
    constexpr std::size_t farthest = 20;
    while (!text.empty() && !starts(text) && ++skipped < farthest) text.remove_prefix(1);
    if (text.empty() || !starts(text)) return std::nullopt;
    if (text.front() == '+') text.remove_prefix(1);
    auto const value = leading_number(text);
    if (!value) return std::nullopt;
    ends[i] = *value;
  }
  if (ends[0] > ends[1]) std::swap(ends[0], ends[1]);
  return ends;
}

inline std::optional<std::array<double, 2>> range_behind_word(std::string_view text, std::string_view word) {
  auto const at = text.find(word);
  if (at == text.npos) return std::nullopt;
  return range_behind(text.substr(at + word.size()));
}

} // namespace detail

/// The directions that a line above a block states, if it does.
inline std::optional<flux_directions> flux_directions_in(std::string_view line) {
  std::string small(line);
  std::transform(small.begin(), small.end(), small.begin(), detail::lower_case);
  auto const zenith = detail::range_behind_word(small, "cos");
  if (!zenith || (*zenith)[0] < -1 || (*zenith)[1] > 1 || !((*zenith)[0] < (*zenith)[1])) return std::nullopt;
  flux_directions found{(*zenith)[0], (*zenith)[1]};
  if (auto const azimuth = detail::range_behind_word(small, "phi")) {
    if ((*azimuth)[1] - (*azimuth)[0] > 360 || !((*azimuth)[0] < (*azimuth)[1])) return std::nullopt;
    found.from_azimuth = (*azimuth)[0], found.to_azimuth = (*azimuth)[1];
  }
  return found;
}

/// The directions of a block, by the lines of its own above it.
inline std::optional<flux_directions> flux_directions_of(flux_table const& block) {
  for (std::size_t i = block.first_head; i < block.heads.size(); ++i)
    if (auto const found = flux_directions_in(block.heads[i].text)) return found;
  return std::nullopt;
}

/// Which blocks of a file make the spectrum, and in which solid angle.
struct flux_selection {
  std::string block = {};                 ///< "3", "0.9:1" of cos zenith, "all"; empty of a file with one
  std::optional<double> solid_angle = {}; ///< of a spectrum per steradian [sr]
};

/// A block of a spectrum, and what it counts with.
struct flux_share {
  flux_table const* block = nullptr;
  double steradians = 0; ///< 0: nothing is said
};

namespace detail {

class flux_block_choice {
public:
  flux_block_choice(std::vector<flux_table> const& blocks, flux_selection selection)
      : blocks_(blocks), selection_(std::move(selection)) {
    for (auto const& one : blocks) directions_.push_back(flux_directions_of(one));
  }

  std::vector<flux_share> shares() const {
    std::string_view text = selection_.block;
    if (text.empty() && blocks_.size() == 1) return {{&blocks_.front(), selection_.solid_angle.value_or(0)}};
    if (text.empty()) blocks_.front().refuse("has " + list() + "; --flux-block takes " + allowed());
    if (text.find(':') == text.npos && text != "all") return {by_number(text)};
    if (selection_.solid_angle)
      throw input_error("--flux-solid-angle says again what --flux-block \"" + selection_.block +
                        "\" says: leave it out");
    auto const range = text == "all" ? std::array{-1.0, 1.0} : range_of(text);
    return by_range(range, text == "all");
  }

  /// "20 blocks: 1 (cos zenith 0.9:1), ..."
  std::string list() const {
    std::string text = std::to_string(blocks_.size()) + " blocks: ";
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_.size() > most && i == most - 2) {
        text += "..., ";
        i = blocks_.size() - 1;
      }
      text += std::to_string(i + 1) + " (";
      text += directions_[i] ? "cos zenith " + range_text(*directions_[i])
                             : "line " + std::to_string(blocks_[i].lines.front()) + ", " +
                                   std::to_string(blocks_[i].columns) + " columns";
      text += i + 1 < blocks_.size() ? "), " : ")";
    }
    return text;
  }

private:
  static constexpr double tolerance = 1e-6; // of cos zenith

  std::string allowed() const {
    return "the number of one" +
           std::string(directions_.front()
                           ? ", a range of cos zenith such as " + range_text(*directions_.front()) +
                                 ", or all, integrated over the solid angle"
                           : "");
  }

  static std::string range_text(flux_directions const& one) {
    return number_text(one.low) + ':' + number_text(one.high);
  }

  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error("--flux-block \"" + shown(selection_.block) + "\" " + problem + ": flux file " +
                      blocks_.front().file + " has " + list() + "; allowed is " + allowed());
  }

  flux_share by_number(std::string_view text) const {
    auto const number = number_from<std::size_t>(text);
    if (!number || *number < 1 || *number > blocks_.size()) refuse("is none");
    auto const& where = directions_[*number - 1];
    bool const known = !selection_.solid_angle && where;
    return {&blocks_[*number - 1], known ? where->solid_angle() : selection_.solid_angle.value_or(0)};
  }

  std::array<double, 2> range_of(std::string_view text) const {
    auto const colon = text.find(':');
    auto const low = number_from<double>(text.substr(0, colon)),
               high = number_from<double>(text.substr(colon + 1));
    if (!low || !high || !(*low >= -1) || !(*high <= 1) || !(*low < *high))
      refuse("is no range of cos zenith within -1:1");
    return {*low, *high};
  }

  std::vector<flux_share> by_range(std::array<double, 2> const& range, bool all) const {
    std::vector<flux_share> shares;
    double covered = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      auto const& one = directions_[i];
      if (!one)
        refuse("needs blocks with their cos zenith above them, and block " + std::to_string(i + 1) +
               " has none");
      bool const inside = one->low > range[0] - tolerance && one->high < range[1] + tolerance;
      bool const outside = one->high < range[0] + tolerance || one->low > range[1] - tolerance;
      if (!inside && !outside) refuse("cuts block " + std::to_string(i + 1) + " in two");
      if (!inside) continue;
      shares.push_back({&blocks_[i], one->solid_angle()});
      covered += one->solid_angle();
    }
    double const wanted = flux_directions{range[0], range[1]}.solid_angle();
    if (shares.empty() || covered > wanted * (1 + tolerance) || (!all && covered < wanted * (1 - tolerance)))
      refuse(shares.empty()
                 ? "holds no block"
                 : "is covered by blocks that overlap or leave gaps, " + number_text(covered) + " sr");
    return shares;
  }

  std::vector<flux_table> const& blocks_;
  flux_selection selection_;
  std::vector<std::optional<flux_directions>> directions_;
};

} // namespace detail

/// The blocks that make a spectrum. Throws input_error that lists them where none or a wrong one is chosen.
inline std::vector<flux_share> flux_shares(std::vector<flux_table> const& blocks,
                                           flux_selection const& selection) {
  return detail::flux_block_choice(blocks, selection).shares();
}

/// "12.57" [sr], "4pi", "2*pi". Throws input_error for what is no solid angle up to 4 pi.
inline double solid_angle_from_text(std::string_view text) {
  auto number = detail::trimmed(text);
  bool const of_pi = number.ends_with("pi");
  if (of_pi) number = detail::trimmed(number.substr(0, number.size() - 2));
  if (of_pi && number.ends_with("*")) number = detail::trimmed(number.substr(0, number.size() - 1));
  auto const value = of_pi && number.empty() ? 1.0 : detail::number_from<double>(number);
  double const steradians = value.value_or(0) * (of_pi ? std::numbers::pi : 1);
  if (value && steradians > 0 && steradians <= 4 * std::numbers::pi * (1 + 1e-6)) return steradians;
  throw input_error("--flux-solid-angle is \"" + detail::shown(text) +
                    "\": it must be a solid angle in sr, above 0 and up to 4pi, such as 4pi or 2.5");
}

} // namespace trident
