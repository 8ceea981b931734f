// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>

namespace trident::program {

/// One of several jobs that share a run.
struct job_slice {
  std::uint64_t number; ///< 1 to count
  std::uint64_t count;
};

inline constexpr std::uint64_t most_slices = 1'000'000;

inline bool is_possible(job_slice const& slice) {
  return slice.number >= 1 && slice.number <= slice.count && slice.count <= most_slices;
}

/// "3/8"; or "auto", or "auto/8", where a batch system says in the environment which job this is: Slurm
/// (SLURM_ARRAY_TASK_ID), Grid Engine (SGE_TASK_ID), PBS (PBS_ARRAY_INDEX, PBS_ARRAYID), LSF (LSB_JOBINDEX), HTCondor
/// (ProcId, which the submit file passes on), OpenMPI (OMPI_COMM_WORLD_RANK). Throws input_error.
job_slice slice_from_text(std::string const& text);

/// Items first ... last - 1 of so many.
struct item_range {
  std::uint64_t first, last;
};

/// The share of a slice.
item_range share_of(job_slice const& slice, std::uint64_t items);

/// "a_3.lhe" for "a.lhe", "a_3.lhe.gz" for "a.lhe.gz", with as many digits as the count has: as --split names its pieces.
std::string name_of_piece(std::string const& out, std::uint64_t number, std::uint64_t count);

} // namespace trident::program
