// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

namespace trident::program {

/// One curve of a figure: rows of numbers, one for each column; NaN where there is nothing.
struct figure_curve {
  std::string name; ///< without commas
  std::vector<std::vector<double>> rows;
};

/// The numbers of a figure. In its file the name of the curve is the first column; gnuplot counts columns from there, and
/// finds curve i as `index i`.
struct figure_data {
  std::vector<std::string> remarks; ///< lines of comment: what was computed, and from which sources
  std::vector<std::string> columns; ///< their names, with units
  std::vector<figure_curve> curves;
};

/// A figure: its numbers, and how gnuplot draws them.
struct figure {
  figure_data data;
  std::string script; ///< gnuplot commands; the variable `data` is the name of the file with the numbers
  int width = 900;    ///< [pixels of 1/100 inch]
  int height = 640;
};

/// The file of numbers: comments, a line of names, and blocks of rows with blank lines between them, which gnuplot
/// needs and readers of comma-separated values skip.
std::string csv_text(figure_data const& data);

/// Text between single quotes of gnuplot, which substitutes nothing there.
std::string gnuplot_quoted(std::string const& text);

/// Writes PICTURE.svg, .pdf or .png, and beside it PICTURE.csv with the numbers and PICTURE.gp with the script, each under
/// its name when it is complete; "-" is SVG on standard output, with nothing beside it. Throws input_error for another
/// ending, for files that cannot be written, where the numbers would replace one of `sources`, and, with numbers and script
/// written, if there is no gnuplot or it fails.
void write_figure(figure const& what, std::string const& picture,
                  std::vector<std::string> const& sources = {});

} // namespace trident::program
