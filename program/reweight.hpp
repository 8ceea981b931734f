// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trident::program {

/// What `trident reweight` is to do.
struct reweight_request {
  std::string file;
  std::vector<std::string> models; ///< each as in "LmuLtau --coupling 0.01 --mass 0.1"
  std::optional<std::string> out;  ///< the file itself if not given
};

/// Adds weights of other models to a file of events; returns the exit status.
int run_reweight(reweight_request const& request);

} // namespace trident::program
