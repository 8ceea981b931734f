// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <vector>

#include <trident/base/function_ref.hpp>
#include <trident/parallel/joining_thread.hpp>

namespace trident {

/// How work on chunks ended.
enum class chunks_outcome { complete, stopped };

namespace detail {

/// Hands out the numbers of chunks of work, and remembers why to stop. Once it stopped no chunk begins; those that were
/// begun are finished.
class chunk_queue {
public:
  explicit chunk_queue(std::size_t size) : size_(size) {}

  void run(function_ref<void(std::size_t)> work) {
    run(work, [] { return true; });
  }

  /// Works until the queue is empty or somebody stopped it; `go_on` is asked after each chunk.
  void run(function_ref<void(std::size_t)> work, function_ref<bool()> go_on) {
    try {
      while (auto const chunk = take()) {
        work(*chunk);
        ask(go_on);
      }
    } catch (...) {
      std::lock_guard const lock(mutex_);
      if (!failure_) { failure_ = std::current_exception(); }
      stopped_ = true;
    }
  }

  chunks_outcome outcome() const {
    if (failure_) { std::rethrow_exception(failure_); }
    return stopped_ ? chunks_outcome::stopped : chunks_outcome::complete;
  }

private:
  std::optional<std::size_t> take() {
    std::lock_guard const lock(mutex_);
    if (stopped_ || next_ == size_) { return std::nullopt; }
    return next_++;
  }

  /// Nobody takes a chunk between an answer and what follows from it.
  void ask(function_ref<bool()> go_on) {
    std::lock_guard const lock(mutex_);
    if (!go_on()) { stopped_ = true; }
  }

  std::size_t size_;
  std::mutex mutex_;
  std::size_t next_ = 0;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

/// Calls work(0) ... work(chunks - 1), each once, on so many threads, of which the caller is one; the caller alone
/// asks `go_on()` between its chunks. An exception from any thread comes out here.
inline chunks_outcome for_each_chunk(std::size_t chunks, unsigned threads,
                                     function_ref<void(std::size_t)> work, function_ref<bool()> go_on) {
  chunk_queue queue(chunks);
  {
    std::vector<joining_thread> helpers;
    for (unsigned i = 1; i < threads && i < chunks; ++i) {
      helpers.emplace_back([&] { queue.run(work); });
    }
    queue.run(work, go_on);
  }
  return queue.outcome();
}

} // namespace detail
} // namespace trident
