// SPDX-License-Identifier: BSL-1.0
// The summary figure of limits as gnuplot draws it, with names beside the curves.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/runtime/number_option.hpp>

#include "label_places.hpp"
#include "plot_limits.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr double lowest_mass = 1e-3, highest_mass = 1e3, highest_coupling = 1; // of the axes
constexpr double label_font = 12, caption_font = 10.5;                         // [pixels]
constexpr double letter_width = 0.6;                                           // of the height

/// The frame within the picture [pixels].
struct frame_sides {
  double left = 88, right = 22, top = 20, bottom;
};

/// Down to a decade below all curves that are meant to be seen whole.
double lowest_coupling_of(limits_picture const& picture) {
  constexpr double usual = 1e-4, lowest = 1e-9;
  double low = usual;
  for (auto const& one : picture.limits) {
    bool const whole = one.line.find("dt (8,4)") != std::string::npos || one.line.starts_with("lw 2.8");
    for (auto const& row : one.curve.rows)
      if (whole && row[0] >= lowest_mass && row[0] <= highest_mass && row[1] > 0)
        low = std::min(low, row[1] / 2);
  }
  return std::max(lowest, std::pow(10, std::floor(std::log10(low) + 1e-9)));
}

/// Lines of at most so many letters, broken at blanks.
std::vector<std::string> broken(std::string const& text, std::size_t letters) {
  std::vector<std::string> lines = {""};
  for (auto const& word : trident::detail::split(text, ' ')) {
    if (!lines.back().empty() && letters_in(lines.back()) + letters_in(word) + 1 > letters)
      lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
  }
  return lines;
}

/// "95 % C.L.: CCFR, CHARM-II; 90 %: BaBar"
std::string levels_text(limits_picture const& picture) {
  std::vector<std::string> levels;
  std::map<std::string, std::string> names;
  for (auto const& one : picture.limits) {
    if (one.level.empty()) continue;
    if (!names.contains(one.level)) levels.push_back(one.level);
    auto& list = names[one.level];
    list += (list.empty() ? "" : ", ") + one.label;
  }
  std::string text;
  for (auto const& level : levels)
    text += (text.empty() ? "" : "; ") + level + (text.empty() ? " C.L.: " : ": ") + names[level];
  return text;
}

std::vector<std::string> caption_of(limits_picture const& picture) {
  auto const letters = static_cast<std::size_t>((picture.size.width - 20) / (caption_font * letter_width));
  std::vector<std::string> lines;
  auto const add = [&](std::string const& text) {
    for (auto& line : broken(text, letters)) lines.push_back(std::move(line));
  };
  add(levels_text(picture) + ". " + picture.values + '.');
  if (!picture.without_curve.empty())
    add("Not drawn, for want of a curve: " + trident::detail::joined(picture.without_curve) + '.');
  return lines;
}

constexpr double caption_line = caption_font * 1.35;

std::string caption_commands(limits_picture const& picture, std::vector<std::string> const& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    double const from_foot = 10 + caption_line * static_cast<double>(lines.size() - 1 - i);
    text += "set label " + gnuplot_quoted(lines[i]) + " at screen 0.5, " +
            number_text(from_foot / picture.size.height) +
            " center font small_font textcolor rgb '#404040'\n";
  }
  return text;
}

/// Where masses and couplings lie in the frame.
struct limit_axes {
  label_frame frame;
  double lowest_coupling;

  picture_point at(double mass, double coupling) const {
    return {frame.width * std::log(mass / lowest_mass) / std::log(highest_mass / lowest_mass),
            frame.height * std::log(coupling / lowest_coupling) /
                std::log(highest_coupling / lowest_coupling)};
  }
};

/// The line, of an area with its upright sides, of a band with both of its edges.
std::vector<picture_point> points_of(drawn_limit const& one, limit_axes const& axes) {
  std::vector<picture_point> points, upper;
  for (auto const& row : one.curve.rows) {
    if (!(row[0] > 0)) continue;
    constexpr double least = 1e-12; // where an edge of a band is 0
    points.push_back(axes.at(row[0], std::max(row[1], least)));
    if (one.style == limit_style::band) upper.push_back(axes.at(row[0], row[2]));
  }
  if (one.style == limit_style::area && !points.empty()) {
    points.insert(points.begin(), {points.front().x, axes.frame.height});
    points.push_back({points.back().x, axes.frame.height});
  }
  points.insert(points.end(), upper.rbegin(), upper.rend());
  return points;
}

std::string label_commands(limits_picture const& picture, limit_axes const& axes) {
  std::vector<labelled_curve> curves;
  for (auto const& one : picture.limits)
    curves.push_back(
        {points_of(one, axes), static_cast<double>(letters_in(one.label)) * label_font * letter_width});
  auto const places = label_places(axes.frame, curves);
  std::string text;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i])
      text += "set label " + gnuplot_quoted(picture.limits[i].label) + " at graph " +
              number_text(places[i]->x / axes.frame.width) + ", " +
              number_text(places[i]->y / axes.frame.height) +
              " center front font label_font textcolor rgb '" + picture.limits[i].colour + "'\n";
  return text;
}

/// Areas below bands below lines, of which the first are on top.
std::string lines_of(limits_picture const& picture) {
  std::vector<std::string> areas, bands, lines;
  for (std::size_t i = 0; i < picture.limits.size(); ++i) {
    auto const& one = picture.limits[i];
    std::string const colour = " lc rgb '" + one.colour + "'";
    if (one.style == limit_style::area)
      areas.push_back(line_of(i, "2:3:(" + number_text(highest_coupling) + ")",
                              "filledcurves fillstyle solid 1 noborder lc rgb '#e4eef6'", ""));
    if (one.style == limit_style::band)
      bands.push_back(line_of(i, "2:3:4", "filledcurves fillstyle solid 0.35 noborder" + colour, ""));
    else
      lines.push_back(line_of(i, "2:3", "lines " + one.line + colour, ""));
  }
  areas.insert(areas.end(), bands.begin(), bands.end());
  areas.insert(areas.end(), lines.rbegin(), lines.rend());
  areas.emplace_back("NaN with boxes fillstyle solid 1 border lc rgb '#9fb8cc' dt 1 fc rgb '#e4eef6' title "
                     "'excluded above the line'");
  areas.emplace_back("NaN with lines lw 1.6 dt (8,4) lc rgb '#404040' title 'expected'");
  return plot_command(areas);
}

} // namespace

picture_size picture_size_of(plot_request const& request) {
  picture_size const usual;
  std::string const text =
      request.option("--size", std::to_string(usual.width) + "x" + std::to_string(usual.height));
  auto const cross = text.find('x');
  std::string const allowed = "WIDTHxHEIGHT, each a whole number from 500 to 3000, such as 1200x600";
  auto const side = [&](std::string const& digits) {
    return runtime::number_from_text<int>("--size " + text + ": a side", digits, 500, 3000, allowed);
  };
  if (cross == std::string::npos) throw input_error("--size is \"" + text + "\": it must be " + allowed);
  return {side(text.substr(0, cross)), side(text.substr(cross + 1))};
}

std::string plain_text(std::string const& text) {
  std::string plain;
  for (char const c : text)
    plain += std::string_view("{}_^@&~\\").find(c) == std::string_view::npos ? c : ' ';
  return plain;
}

figure figure_of(limits_picture const& picture) {
  figure result;
  result.data.remarks = picture.remarks;
  result.data.columns = {"mass_GeV", "coupling_low", "coupling_high"};
  for (auto const& one : picture.limits) result.data.curves.push_back(one.curve);
  auto const caption = caption_of(picture);
  auto const& [width, height] = picture.size;
  frame_sides const sides{.bottom = 84 + caption_line * static_cast<double>(caption.size())};
  constexpr double key_width = 200, key_height = 48;
  limit_axes const axes{{width - sides.left - sides.right, height - sides.top - sides.bottom,
                         label_font * 1.2, key_width, key_height},
                        lowest_coupling_of(picture)};
  result.width = width;
  result.height = height;
  result.script = panel_sides(sides.left / width, 1 - sides.right / width, sides.bottom / height,
                              1 - sides.top / height) +
                  mediator_axes + "set yrange [" + number_text(axes.lowest_coupling) + ':' +
                  number_text(highest_coupling) + "]\n" +
                  // fonts are in pixels for one terminal, in points for the others
                  "unit = (GPVAL_TERM eq 'svg') ? 1.0 : 11.0 / 15\nlabel_font = sprintf(',%g', unit * " +
                  number_text(label_font) + ")\nsmall_font = sprintf(',%g', unit * " +
                  number_text(caption_font) +
                  ")\nset xlabel \"mass of the Z' of L_μ − L_τ [GeV]\"\nset ylabel \"coupling g'\"\n"
                  "set key bottom right Left reverse samplen 2 font label_font\n" +
                  caption_commands(picture, caption) + label_commands(picture, axes) + lines_of(picture);
  return result;
}

} // namespace trident::program
