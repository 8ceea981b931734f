// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/limits/data/published_limits.hpp>

#include "figure.hpp"
#include "plot.hpp"

// How the summary figure of limits is drawn.

namespace trident::program {

enum class limit_style {
  line, ///< nothing is filled
  area, ///< couplings above are excluded
  band  ///< between two couplings
};

/// A curve of the figure, named beside itself.
struct drawn_limit {
  figure_curve curve; ///< mass, coupling, and of a band its upper end
  std::string label;  ///< as gnuplot's enhanced text writes it
  std::string colour; ///< "#0072B2"
  std::string line;   ///< width and dashes, "lw 2 dt 1"
  limit_style style;
  std::string level; ///< of confidence, "95 %"; empty where there is none
};

/// Width and height [pixels of 1/100 inch].
struct picture_size {
  int width = 860, height = 760;
};

/// All of it; labels of the first curves are placed first.
struct limits_picture {
  picture_size size;
  std::vector<drawn_limit> limits;
  std::vector<std::string> without_curve; ///< searches that are named at the foot
  std::string values;                     ///< a sentence for the foot
  std::vector<std::string> remarks;
};

/// As --size WIDTHxHEIGHT says. Throws input_error.
picture_size picture_size_of(plot_request const& request);

/// The text with nothing that gnuplot takes for markup.
std::string plain_text(std::string const& text);

figure figure_of(limits_picture const& picture);

} // namespace trident::program
