// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include <mpi.h>

#include <trident/format/production.hpp>
#include <trident/parallel/team.hpp>

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

/// Makes events on all processes of a team, each on so many threads, and gives them to `put(text)` on process 0, in
/// order: the same bytes as produce() has for one process. The work goes out in rounds, so that no process holds more
/// than `events_per_round` events.
template <EventFormat Format, class Adjust, class Put>
void produce_together(mpi_team const& team, event_generator const& generator, Format const& format,
                      run_description const& run, event_range range, execution_policy threads,
                      Adjust const& adjust, Put&& put, std::uint64_t events_per_round = 16'384) {
  for (std::uint64_t first = range.first; first < range.last;) {
    std::uint64_t const last = std::min(first + events_per_round * team.size(), range.last);
    auto const bounds = detail::even_bounds(static_cast<std::size_t>(last - first), team.size());
    event_range const mine{first + bounds[team.rank()], first + bounds[team.rank() + 1]};
    std::string text;
    produce(
        generator, format, run, mine, threads, adjust, [&](event_batch const& batch) { text += batch.text; },
        [] { return true; });
    if (team.rank() > 0) {
      team.send_to_first(text);
    } else {
      put(text);
      for (std::size_t other = 1; other < team.size(); ++other) put(team.receive(other));
    }
    first = last;
  }
}

} // namespace trident
