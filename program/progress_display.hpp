// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>

#include <trident/mc/progress.hpp>

namespace trident::program {

/// How progress is shown on standard error.
enum class progress_style {
  none,
  lines, ///< one line per 10 %
  bar,   ///< redrawn in place, for a terminal
};

/// A bar on a terminal, else lines.
progress_style style_of_standard_error();

class progress_display {
public:
  /// `counted` is what evaluations are: points, events.
  explicit progress_display(progress_style style, std::string counted = "points")
      : style_(style), counted_(std::move(counted)) {}
  ~progress_display() { clear(); }
  progress_display(progress_display const&) = delete;
  progress_display& operator=(progress_display const&) = delete;

  void show(progress_report const& report);

  /// Takes the bar away, so that other text can follow.
  void clear();

private:
  progress_style style_;
  std::string counted_;
  int next_tenth_ = 1;
  bool drawn_ = false;
};

} // namespace trident::program
