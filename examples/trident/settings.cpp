// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <random>
#include <thread>

#include "requests.hpp"

namespace trident::program {

namespace {

std::uint64_t drawn_seed() { return std::random_device{}(); }

} // namespace

run_settings make_settings(run_request const& request) {
  if (request.method != "vegas")
    throw input_error("--method is \"" + request.method + "\": vegas is the only method of this version");
  unsigned const threads =
      request.threads > 0 ? request.threads : std::max(std::thread::hardware_concurrency(), 1u);
  return {request.precision, request.seed ? *request.seed : drawn_seed(), threads, request.max_evaluations,
          request.time_limit_seconds};
}

} // namespace trident::program
