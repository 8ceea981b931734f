// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "requests.hpp"

// What the program does once the command line is read. Each returns the exit status.

namespace trident::program {

struct cross_section_request {
  physics_request physics;
  run_request run;
  std::optional<std::string> checkpoint; ///< file to go on from, of a Monte Carlo
  double checkpoint_seconds = 30;        ///< between two writings of it
  std::optional<std::string> freeze;     ///< file for what is prepared, instead of a result
  std::optional<std::string> run_file;   ///< with what was prepared, instead of the physics
  std::optional<std::string> slice;      ///< of a frozen run
  std::optional<std::string> out;        ///< for the piece of a slice
  std::optional<std::string> vary;       ///< theory variations: "all", "bands" or names
  std::optional<std::string> cut, smear; ///< of events
};

int run_cross_section(cross_section_request const& request);

struct resume_request {
  std::string file; ///< a checkpoint, or what --out named
  bool quiet = false;
};

/// Goes on with what was interrupted.
int run_resume(resume_request const& request);

struct merge_request {
  std::vector<std::string> files;
  std::string out;
  output_format format = output_format::text;
};

/// The whole of a run from its pieces.
int run_merge(merge_request const& request);

struct list_request {
  std::string
      what; ///< processes, targets, materials, fluxes, models, measurements, limits, detectors, figures, ...
  output_format format = output_format::text;
};

int run_list(list_request const& request);

struct menu_request {
  bool quiet = false; ///< no progress on standard error
};

/// The questions and answers of the reference interface (arXiv:1902.06765), on standard input and output.
int run_menu(menu_request const& request);

} // namespace trident::program
