// SPDX-License-Identifier: BSL-1.0
#include "progress_display.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

#include <unistd.h>

#include "number_text.hpp"

namespace trident::program {

namespace {

/// "812", "12.3 million".
std::string amount(double count) {
  return count < 1e5 ? formatted("%.0f", count) : formatted("%.1f million", count * 1e-6);
}

/// "43 %, 12.3 million points, 4.1 million/s, 3.2 s left".
std::string numbers(progress_report const& report, std::string const& counted) {
  double const points = static_cast<double>(report.evaluations);
  std::string text = formatted("%3.0f %%", std::floor(100 * report.fraction));
  text += ", " + amount(points) + ' ' + counted;
  if (report.elapsed_seconds > 0) text += ", " + amount(points / report.elapsed_seconds) + "/s";
  if (report.fraction > 0)
    text += formatted(", %.1f s left", report.elapsed_seconds * (1 - report.fraction) / report.fraction);
  return text;
}

std::string bar(double fraction) {
  constexpr std::size_t width = 30;
  auto const filled = static_cast<std::size_t>(std::clamp(fraction, 0.0, 1.0) * width);
  return '[' + std::string(filled, '#') + std::string(width - filled, ' ') + ']';
}

} // namespace

progress_style style_of_standard_error() {
  return isatty(STDERR_FILENO) ? progress_style::bar : progress_style::lines;
}

void progress_display::show(progress_report const& report) {
  if (style_ == progress_style::bar) {
    std::cerr << "\r\033[K" << bar(report.fraction) << ' ' << numbers(report, counted_) << std::flush;
    drawn_ = true;
  } else if (style_ == progress_style::lines && 10 * report.fraction >= next_tenth_) {
    std::cerr << numbers(report, counted_) << std::endl;
    next_tenth_ = static_cast<int>(10 * report.fraction) + 1;
  }
}

void progress_display::clear() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

} // namespace trident::program
