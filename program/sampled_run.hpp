// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <trident/mc/frozen_production.hpp>
#include <trident/storage/record.hpp>

namespace trident::program {

/// What a piece knows of a component, beside its sums.
struct component_summary {
  production_summary production; ///< no chunks: below threshold
  double threshold = 0;
};

/// Sums of neighbouring chunks, those of all components numbered one after the other.
struct sampled_run {
  std::vector<component_summary> components;
  std::vector<stratified_sums> sums;
  double seconds = 0;

  std::size_t chunks() const { // of a component 2^32 at most
    std::size_t all = 0;
    for (auto const& one : components) all += one.production.chunks;
    return all;
  }
};

void write(record_writer& out, sampled_run const& run);

/// Throws input_error for what is damaged. There are as many sums as the text has, whatever `components` say.
sampled_run read_sampled_run(record_reader& in);

/// Pieces of one run say the same of its components. Throws input_error if this one, of the file, does not.
void require_same_components(sampled_run const& one, std::string const& file, sampled_run const& first);

/// The result on a component, from the sums of all chunks in order; `before` of them are of the components before it.
integral_estimate estimate_of(sampled_run const& whole, std::size_t component, std::size_t before);

} // namespace trident::program
