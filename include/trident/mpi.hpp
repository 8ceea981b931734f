// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <mpi.h>

#include <trident/cross_section/composite.hpp>
#include <trident/format/production.hpp>
#include <trident/parallel/team.hpp>
#include <trident/specialised/events.hpp>

// Many processes through MPI, for who links trident::mpi (CMake; any implementation of MPI 3). No other header needs
// it. MPI_Init and MPI_Finalize are the program's own; all calls of MPI are made by the thread that calls trident.

namespace trident {

/// The processes of a communicator as a Team: run_vegas(f, options, progress, state, mpi_team{}) gives all of them the
/// result, with the bits of one process alone. All processes give the same integrand and options; threads may differ. An
/// exception in one of them must end all of them (MPI_Abort): the others would wait for it.
class mpi_team {
public:
  explicit mpi_team(MPI_Comm communicator = MPI_COMM_WORLD) : communicator_(communicator) {
    int size = 1, rank = 0;
    MPI_Comm_size(communicator_, &size);
    MPI_Comm_rank(communicator_, &rank);
    size_ = static_cast<std::size_t>(size);
    rank_ = static_cast<std::size_t>(rank);
  }

  std::size_t size() const { return size_; }
  std::size_t rank() const { return rank_; }

  /// Gives all processes the items that others have. One broadcast a process, in pieces that the counts of MPI hold.
  template <class Item>
  void gather(std::span<Item> items, std::span<std::size_t const> bounds) const {
    static_assert(std::is_trivially_copyable_v<Item>);
    constexpr std::size_t most = (std::size_t{1} << 30) / sizeof(Item);
    for (std::size_t root = 0; root < size_; ++root)
      for (std::size_t first = bounds[root]; first < bounds[root + 1]; first += most) {
        std::size_t const count = std::min(most, bounds[root + 1] - first);
        MPI_Bcast(items.data() + first, static_cast<int>(count * sizeof(Item)), MPI_BYTE,
                  static_cast<int>(root), communicator_);
      }
  }

  unsigned largest(unsigned value) const {
    unsigned result = value;
    MPI_Allreduce(&value, &result, 1, MPI_UNSIGNED, MPI_MAX, communicator_);
    return result;
  }

  /// Process 0 gets the text of process `from`; others take no part.
  std::string receive(std::size_t from) const {
    MPI_Status status;
    MPI_Probe(static_cast<int>(from), text_tag, communicator_, &status);
    int size = 0;
    MPI_Get_count(&status, MPI_CHAR, &size);
    std::string text(static_cast<std::size_t>(size), ' ');
    MPI_Recv(text.data(), size, MPI_CHAR, static_cast<int>(from), text_tag, communicator_, MPI_STATUS_IGNORE);
    return text;
  }

  void send_to_first(std::string const& text) const {
    MPI_Send(text.data(), static_cast<int>(text.size()), MPI_CHAR, 0, text_tag, communicator_);
  }

private:
  static constexpr int text_tag = 1;

  MPI_Comm communicator_;
  std::size_t size_ = 1, rank_ = 0;
};

static_assert(Team<mpi_team>);

/// Cross section by adaptive Monte Carlo on all processes of a team, of any target or sum of targets: all get the result,
/// with the bits of integrate() in one process alone.
template <class Configuration>
cross_section_estimate integrate(Configuration const& sigma, vegas_options const& options,
                                 mpi_team const& team) {
  if constexpr (detail::is_composite<Configuration>) {
    return integrate_components(sigma, options, [&](auto const& component, vegas_options const& precise) {
      return integrate(component, precise, team);
    });
  } else {
    no_progress nobody;
    return detail::above_threshold(sigma, options, nobody,
                                   [&](auto const& one, vegas_options const& precise, auto& told) {
                                     return run_vegas(one, precise, told, {}, team).estimate;
                                   });
  }
}

/// On all processes of a team, each on so many threads. The work goes out in rounds, so that no process holds more than
/// `events_per_round` events, or one batch.
struct mpi_execution {
  mpi_team team;
  execution_policy threads;
  std::uint64_t events_per_round = 16'384;

  /// The first process has the file of events.
  bool has_file() const { return team.rank() == 0; }
};

namespace detail {

/// A batch as a message: its numbers and its text.
struct batch_numbers {
  event_range range;
  generation_statistics statistics;
};

inline std::string message_of(event_batch const& batch) {
  static_assert(std::is_trivially_copyable_v<batch_numbers>);
  batch_numbers const numbers{batch.range, batch.statistics};
  std::string message(sizeof numbers, ' ');
  std::memcpy(message.data(), &numbers, sizeof numbers);
  return message + batch.text;
}

inline event_batch batch_in(std::string const& message) {
  batch_numbers numbers;
  std::memcpy(&numbers, message.data(), sizeof numbers);
  return {numbers.range, message.substr(sizeof numbers), numbers.statistics};
}

} // namespace detail

/// What produce() does, on all processes of a team: `put` is called by process 0, with the batches of one process alone, in
/// order. `go_on` is asked between rounds, on each process; where one says no, all stop.
template <EventFormat Format, class Adjust, class Put, class GoOn>
production_outcome produce(event_generator const& generator, Format const& format, run_description const& run,
                           event_range range, mpi_execution const& execution, Adjust const& adjust, Put&& put,
                           GoOn&& go_on) {
  auto const& team = execution.team;
  std::uint64_t const each = std::max<std::uint64_t>(execution.events_per_round / events_per_batch, 1);
  std::uint64_t const round = each * events_per_batch * team.size();
  for (std::uint64_t first = range.first; first < range.last; first += std::min(round, range.last - first)) {
    std::uint64_t const last = first + std::min(round, range.last - first);
    std::uint64_t const batches = (last - first + events_per_batch - 1) / events_per_batch;
    auto const bounds = detail::even_bounds(static_cast<std::size_t>(batches), team.size());
    auto const bound = [&](std::size_t i) { return std::min(first + bounds[i] * events_per_batch, last); };
    std::vector<event_batch> mine;
    produce(
        generator, format, run, {bound(team.rank()), bound(team.rank() + 1)}, execution.threads, adjust,
        [&](event_batch batch) { mine.push_back(std::move(batch)); }, [] { return true; });
    for (auto const& batch : mine) {
      if (team.rank() == 0)
        put(batch);
      else
        team.send_to_first(detail::message_of(batch));
    }
    if (team.rank() == 0)
      for (std::size_t other = 1; other < team.size(); ++other)
        for (std::size_t left = bounds[other + 1] - bounds[other]; left > 0; --left)
          put(detail::batch_in(team.receive(other)));
    if (team.largest(go_on() ? 0U : 1U) > 0 && last < range.last) return production_outcome::stopped;
  }
  return production_outcome::complete;
}

} // namespace trident
