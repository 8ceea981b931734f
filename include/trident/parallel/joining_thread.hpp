// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <thread>
#include <utility>

namespace trident::detail {

/// A thread that its owner waits for at the end of its life: what std::jthread is where the standard library has one.
class joining_thread {
public:
  template <class Work>
  explicit joining_thread(Work&& work) : thread_(std::forward<Work>(work)) {}
  ~joining_thread() {
    if (thread_.joinable()) thread_.join();
  }
  joining_thread(joining_thread&&) noexcept = default;
  joining_thread& operator=(joining_thread&&) = delete;

private:
  std::thread thread_;
};

} // namespace trident::detail
