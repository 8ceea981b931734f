// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <utility>

#include <trident/parallel/execution.hpp>

namespace trident::detail {

/// Brings what threads make in any order into order. Whoever brings the next in turn puts it out, and what waited for
/// it, while the others go on making; nobody runs ahead by more than a window.
template <class Item, class Put>
class ordered_output {
public:
  ordered_output(std::size_t window, Put& put) : window_(window), put_(put) {}

  void wait_for_room(std::size_t number) {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return broken_ || number < next_ + window_; });
  }

  /// Throws what putting out throws; nothing is put out after that.
  void deliver(std::size_t number, Item item) {
    std::unique_lock lock(mutex_);
    waiting_.emplace(number, std::move(item));
    if (std::exchange(putting_, true)) return; // who is at it sees this one too
    while (!waiting_.empty() && waiting_.begin()->first == next_ && !broken_) {
      auto first = waiting_.extract(waiting_.begin());
      lock.unlock();
      put_(std::move(first.mapped()));
      lock.lock();
      ++next_;
      moved_.notify_all();
    }
    putting_ = false;
  }

  /// Lets everybody go who waits.
  void give_up() {
    std::lock_guard const lock(mutex_);
    broken_ = true;
    moved_.notify_all();
  }

private:
  std::size_t window_;
  Put& put_;
  std::mutex mutex_;
  std::condition_variable moved_;
  std::map<std::size_t, Item> waiting_;
  std::size_t next_ = 0;
  bool putting_ = false;
  bool broken_ = false;
};

/// put(make(0)), put(make(1)), ..., in this order, with make on so many threads. `go_on` is asked between chunks; when
/// it says no, all that was begun is still put out. An exception from any thread comes out here.
template <class Make, class Put, class GoOn>
chunks_outcome for_each_in_order(std::size_t chunks, execution_policy threads, Make const& make, Put put,
                                 GoOn&& go_on) {
  using item = decltype(make(std::size_t{0}));
  std::size_t const window = 4 * std::size_t{threads.threads()};
  ordered_output<item, Put> output(window, put);
  auto const work = [&](std::size_t chunk) {
    try {
      output.wait_for_room(chunk);
      output.deliver(chunk, make(chunk));
    } catch (...) {
      output.give_up();
      throw;
    }
  };
  return threads.for_each(chunks, work, go_on);
}

} // namespace trident::detail
