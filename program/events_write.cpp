// SPDX-License-Identifier: BSL-1.0
#include "events_write.hpp"

#include <atomic>
#include <filesystem>

#include <trident/mc/progress.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/partial_file.hpp>

#include "slice.hpp"

namespace trident::program {

namespace {

/// A format whose text goes through an encoder, block by block: head, batches of events, foot.
struct encoded_format {
  static constexpr std::string_view name = any_event_format::name;
  static constexpr std::string_view extension = any_event_format::extension;
  static constexpr format_contents contents = any_event_format::contents;

  any_event_format format;
  block_encoder encode;

  void begin(std::string& text, run_description const& run) const {
    format.begin(text, run);
    close_block(text);
  }
  void write(std::string& text, event const& e, run_description const& run) const {
    format.write(text, e, run);
  }
  void end(std::string& text) const {
    format.end(text);
    close_block(text);
  }
  void close_block(std::string& text) const {
    if (encode != nullptr && !text.empty()) text = encode(text);
  }
};

/// What is on the disk needs no more than this to be made again after a power failure.
constexpr double seconds_between_syncs = 30;

/// Writes one file of a plan.
class piece_writer {
public:
  piece_writer(sample const& made, writing_plan const& plan, journal& book, std::string name,
               running_fingerprint const& begun)
      : made_(made), format_{plan.format, encoder_for(name)}, plan_(plan), book_(book),
        name_(std::move(name)), written_(begun), file_(open()) {}

  /// True if the piece ends complete.
  bool write(event_range range, std::function<bool(std::uint64_t)> const& go_on) {
    if (book_.state().closed == 0 && !write_events(range, go_on)) return false;
    if (plan_.seal)
      plan_.seal(name_, partial_file::partial_name(name_), {head().size(), foot().size(), file_.size()});
    file_.complete();
    auto state = book_.state();
    ++state.piece;
    state.bytes = state.fingerprint = state.closed = 0;
    book_.store_synced(state);
    return true;
  }

private:
  /// True if all are written, and the foot.
  bool write_events(event_range range, std::function<bool(std::uint64_t)> const& go_on) {
    std::atomic<std::uint64_t> done = book_.state().events;
    trident::detail::stopwatch const watch;
    double next_sync = seconds_between_syncs;
    auto const put = [&](event_batch const& batch) {
      if (plan_.maximum == maximum_policy::strict && batch.statistics.overweight > 0)
        throw maximum_exceeded{batch.statistics.largest_weight};
      append(batch.text);
      auto state = state_of_bytes();
      state.events = batch.range.last;
      state.statistics += batch.statistics;
      done = state.events;
      if (watch.seconds() < next_sync) return book_.store(state);
      store_synced(state);
      next_sync = watch.seconds() + seconds_between_syncs;
    };
    auto const outcome = produce(made_.generator, format_, made_.description, range, plan_.threads,
                                 made_.placement, put, [&] { return go_on(done); });
    bool const stopped = outcome == production_outcome::stopped && done < range.last;
    append(foot());
    if (stopped) { // the foot is not in the journal: a run that goes on takes it away
      store_synced(book_.state());
      file_.close();
      return false;
    }
    auto state = state_of_bytes();
    state.closed = 1;
    store_synced(state);
    return true;
  }

  std::string head() const {
    std::string text;
    format_.begin(text, made_.description);
    return text;
  }

  std::string foot() const {
    std::string text;
    format_.end(text);
    return text;
  }

  journal_state state_of_bytes() const {
    auto state = book_.state();
    state.bytes = written_.size();
    state.fingerprint = written_.value();
    return state;
  }

  void store_synced(journal_state const& state) {
    file_.sync();
    book_.store_synced(state);
  }

  partial_file open() {
    std::uint64_t const kept = book_.state().bytes;
    return kept > 0 ? partial_file(name_, kept) : begun();
  }

  partial_file begun() {
    partial_file file(name_);
    std::string const text = head();
    file.append(text);
    written_ = {};
    written_.add(text);
    book_.store(state_of_bytes());
    return file;
  }

  /// A file that cannot grow is closed with what it has, as well as that goes.
  void append(std::string const& text) {
    try {
      file_.append(text);
      written_.add(text);
    } catch (input_error const& error) {
      if (!file_.is_replaced()) throw;
      close_short();
      throw input_error(std::string(error.what()) + "; " + std::to_string(book_.state().events) +
                        " events are complete, `trident resume " + plan_.out + "` goes on");
    }
  }

  void close_short() const {
    try {
      partial_file file(name_, book_.state().bytes);
      file.append(foot());
    } catch (input_error const&) { return; } // no room for that either
  }

  sample const& made_;
  encoded_format format_;
  writing_plan const& plan_;
  journal& book_;
  std::string name_;
  running_fingerprint written_; ///< of the whole file
  partial_file file_;
};

} // namespace

any_event_format find_format(std::optional<std::string> const& name, std::string const& out) {
  if (name) return any_event_format::of_name(*name);
  try {
    return any_event_format::of_file(out);
  } catch (input_error const& error) {
    throw input_error(std::string(error.what()) + ", or --file-format must name the format");
  }
}

bool write_sample(sample const& made, writing_plan const& plan, journal& book,
                  running_fingerprint const& begun, std::function<bool(std::uint64_t)> const& go_on) {
  auto const files = files_of(plan);
  for (std::uint64_t piece = book.state().piece; piece < plan.pieces; ++piece) {
    event_range range = range_of_piece(plan, piece);
    range.first = std::max(range.first, book.state().events);
    piece_writer writer(made, plan, book, files[piece], begun);
    if (!writer.write(range, go_on)) return false;
  }
  return true;
}

std::string text_of_event(sample const& made, any_event_format const& format, std::uint64_t number) {
  std::vector<event> events;
  made.generator.generate(number, 1, events);
  made.placement(events.front());
  std::string text;
  format.begin(text, made.description);
  format.write(text, events.front(), made.description);
  format.end(text);
  return text;
}

} // namespace trident::program
