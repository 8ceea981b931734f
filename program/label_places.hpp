// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Where the names of curves stand in a figure: beside them, covering neither each other nor, as far as there is room, other
// curves.

namespace trident::program {

/// A place in a picture [pixels], from the lower left corner of its frame.
struct picture_point {
  double x, y;
};

/// A curve in the frame, and its name.
struct labelled_curve {
  std::vector<picture_point> points; ///< those outside of the frame are where the curve leaves it
  double label_width = 0;            ///< 0 without a label
};

/// The room for labels.
struct label_frame {
  double width, height; ///< [pixels]
  double label_height;
  double key_width = 0, key_height = 0; ///< of the lower right corner, which is taken
};

/// The middle of each label, of one that has none nothing: the first curves choose first. A label stands at most a few pixels above or
/// below its curve, where it crosses the fewest curves.
std::vector<std::optional<picture_point>> label_places(label_frame const& frame,
                                                       std::vector<labelled_curve> const& curves);

/// The width of a text of gnuplot in letters: markup and the bytes of letters beyond ASCII are not counted.
std::size_t letters_in(std::string const& text);

} // namespace trident::program
