// SPDX-License-Identifier: BSL-1.0
#include "events_write.hpp"

#include <atomic>
#include <filesystem>

#include <trident/format/write_events.hpp>
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
      : made_(made),
        description_(description_of(made, plan, book.state().piece)), format_{plan.format, encoder_for(name)},
        plan_(plan), book_(book), name_(std::move(name)), has_head_(book.state().bytes > 0),
        written_(has_head_ ? begun : running_fingerprint{}), file_(open()) {}

  /// True if the piece ends complete.
  bool write(event_range range, std::function<bool(std::uint64_t)> const& go_on) {
    if (book_.state().closed == 0 && !write_all(range, go_on)) return false;
    if (plan_.seal)
      plan_.seal(name_, partial_file::partial_name(name_),
                 {head_text(format_, description_).size(), foot_text(format_).size(), file_.size()});
    file_.complete();
    auto state = book_.state();
    ++state.piece;
    state.bytes = state.fingerprint = state.closed = 0;
    book_.store_synced(state);
    return true;
  }

private:
  /// The journal follows the file: head, batch by batch, and foot.
  struct journaling : event_file_hooks {
    piece_writer& writer;
    std::function<bool(std::uint64_t)> const& asked;
    std::atomic<std::uint64_t> done;
    trident::detail::stopwatch watch;
    double next_sync = seconds_between_syncs;

    journaling(piece_writer& of, std::function<bool(std::uint64_t)> const& go_on)
        : writer(of), asked(go_on), done(of.book_.state().events) {}

    bool has_head() const { return writer.has_head_; }
    void wrote_head() {
      writer.has_head_ = true;
      writer.book_.store(writer.state_of_bytes());
    }
    void adjust(event& one) const { writer.made_.placement(one); }
    void before(event_batch const& batch) const {
      if (writer.plan_.maximum == maximum_policy::strict && batch.statistics.overweight > 0)
        throw maximum_exceeded{batch.statistics.largest_weight};
    }
    void after(event_batch const& batch) {
      auto state = writer.state_of_bytes();
      state.events = batch.range.last;
      state.statistics += batch.statistics;
      done = state.events;
      if (watch.seconds() < next_sync) return writer.book_.store(state);
      writer.store_synced(state);
      next_sync = watch.seconds() + seconds_between_syncs;
    }
    bool go_on() { return asked(done); }
  };

  /// True if all are written, and the foot.
  bool write_all(event_range range, std::function<bool(std::uint64_t)> const& go_on) {
    journaling hooks(*this, go_on);
    auto const outcome = write_events(
        made_.generator, format_, description_, range, plan_.threads,
        [&](std::string const& text) { append(text); }, hooks);
    if (outcome == production_outcome::stopped && hooks.done < range.last) {
      store_synced(book_.state()); // the foot is not in the journal: a run that goes on takes it away
      file_.close();
      return false;
    }
    auto state = state_of_bytes();
    state.closed = 1;
    store_synced(state);
    return true;
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

  partial_file open() const {
    return has_head_ ? partial_file(name_, book_.state().bytes) : partial_file(name_);
  }

  /// A file that cannot grow is closed with what it has, as well as that goes.
  void append(std::string const& text) {
    try {
      file_.append(text);
      written_.add(text);
    } catch (input_error const& error) {
      if (!file_.is_replaced() || !has_head_) throw;
      close_short();
      throw input_error(std::string(error.what()) + "; " + std::to_string(book_.state().events) +
                        " events are complete, `trident resume " + plan_.out + "` goes on");
    }
  }

  void close_short() const {
    try {
      partial_file file(name_, book_.state().bytes);
      file.append(foot_text(format_));
    } catch (input_error const&) { return; } // no room for that either
  }

  /// One of several files has the share of the exposure that its events have.
  static run_description description_of(sample const& made, writing_plan const& plan, std::uint64_t piece) {
    auto description = made.description;
    if (plan.pieces == 1 || !description.exposure) return description;
    auto const range = range_of_piece(plan, piece);
    description.exposure = description.exposure->of_part(range.last - range.first);
    return description;
  }

  sample const& made_;
  run_description description_;
  encoded_format format_;
  writing_plan const& plan_;
  journal& book_;
  std::string name_;
  bool has_head_;
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
  struct placing : event_file_hooks {
    event_placement const& placement;
    explicit placing(event_placement const& where) : placement(where) {}
    void adjust(event& one) const { placement(one); }
  };
  std::string all;
  write_events(
      made.generator, format, made.description, {number, number + 1}, execution_policy{},
      [&](std::string const& text) { all += text; }, placing(made.placement));
  return all;
}

} // namespace trident::program
