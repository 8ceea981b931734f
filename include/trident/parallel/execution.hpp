// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>

#include <trident/base/function_ref.hpp>
#include <trident/parallel/allowed_processors.hpp>
#include <trident/parallel/chunks.hpp>

namespace trident {

/// On how many threads to work: a value that every driver takes (integration, events, scans), with nothing global behind
/// it. Work is cut into chunks without asking it, so results have the same bits for any policy.
class execution_policy {
public:
  /// The calling thread alone.
  constexpr execution_policy() = default;

  /// So many threads, the caller being one of them; drivers refuse 0.
  constexpr execution_policy(unsigned threads) : threads_(threads) {}

  /// As many as the machine runs side by side for this process: within its processor affinity, the quota of its control
  /// group, and what SLURM_CPUS_PER_TASK, NSLOTS or OMP_NUM_THREADS say.
  static execution_policy whole_machine() { return detail::allowed_processors(); }

  constexpr unsigned threads() const { return threads_; }

  /// Calls work(0) ... work(chunks - 1), each once, in any order; the caller alone asks `go_on()` between its chunks. An
  /// exception from any thread comes out here. Threads live as long as the call.
  chunks_outcome for_each(std::size_t chunks, detail::function_ref<void(std::size_t)> work,
                          detail::function_ref<bool()> go_on) const {
    return detail::for_each_chunk(chunks, threads_, work, go_on);
  }

  void for_each(std::size_t chunks, detail::function_ref<void(std::size_t)> work) const {
    detail::for_each_chunk(chunks, threads_, work, [] { return true; });
  }

  /// Calls work(first, last) for pieces that make up 0 ... size, each once, in any order.
  void for_each_piece(std::size_t size, detail::function_ref<void(std::size_t, std::size_t)> work) const {
    constexpr std::size_t piece = 1 << 16;
    auto const one = [&](std::size_t i) { work(i * piece, std::min(size, (i + 1) * piece)); };
    for_each((size + piece - 1) / piece, one);
  }

private:
  unsigned threads_ = 1;
};

} // namespace trident
