// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trident::program {

/// What a batch system says in the environment of each job of an array. Names that it does not have are empty.
struct batch_system {
  std::string name;
  char const* job;    ///< number of this job
  char const* first;  ///< of the jobs
  char const* last;   ///< or count
  char const* count;  ///<
  char const* step;   ///< between numbers
  bool counts_from_1; ///< with a count of the user's own, jobs are numbered from 1, or else from 0
};

std::vector<batch_system> const& batch_systems();

/// The number in a variable of the environment; nothing if it is not set, or is what batch systems write outside of arrays.
/// Throws input_error for what is no number.
std::optional<std::uint64_t> environment_number(char const* name);

/// For a job that is one of an array, of which all that are given the same draw the same random numbers: a note for its
/// result, which is also written to standard error. `given` is the option that fixes them, such as "--seed 1". Nothing
/// outside of an array.
std::optional<std::string> note_on_shared_seed(std::string const& given, std::string const& consequence);

} // namespace trident::program
