// SPDX-License-Identifier: BSL-1.0
#include "events_write.hpp"

#include <atomic>
#include <filesystem>

#include <trident/event/partial_file.hpp>

#include "slice.hpp"

namespace trident::program {

namespace {

std::string extension_of(std::string const& out) {
  auto const extension = std::filesystem::path(out).extension().string();
  return extension.empty() ? extension : extension.substr(1);
}

/// Visits each format until one is taken.
template <std::size_t I = 0, class Take>
std::optional<format_choice> first_format(Take take) {
  if constexpr (I == std::variant_size_v<format_choice>) {
    return std::nullopt;
  } else {
    using format = std::variant_alternative_t<I, format_choice>;
    if (take(format::name, format::extension)) return format{};
    return first_format<I + 1>(take);
  }
}

/// Writes one file of a plan.
template <EventFormat Format>
class piece_writer {
public:
  piece_writer(sample const& made, Format const& format, writing_plan const& plan, journal& book,
               std::string name)
      : made_(made), format_(format), plan_(plan), book_(book), name_(std::move(name)), file_(open()) {}

  /// True if the piece ends complete.
  bool write(event_range range, std::function<bool(std::uint64_t)> const& go_on) {
    std::atomic<std::uint64_t> done = book_.state().events;
    auto const put = [&](event_batch const& batch) {
      if (plan_.maximum == maximum_policy::strict && batch.statistics.overweight > 0)
        throw maximum_exceeded{batch.statistics.largest_weight};
      append(batch.text);
      auto state = book_.state();
      state.events = batch.range.last;
      state.bytes = file_.size();
      state.statistics += batch.statistics;
      book_.store(state);
      done = state.events;
    };
    auto const outcome = produce(made_.generator, format_, made_.description, range, plan_.threads,
                                 made_.placement, put, [&] { return go_on(done); });
    std::string foot;
    format_.end(foot);
    append(foot); // not in the journal: a run that goes on takes it away
    if (outcome == production_outcome::stopped && done < range.last) {
      file_.close();
      return false;
    }
    file_.close();
    if (plan_.seal)
      plan_.seal(name_, partial_file::partial_name(name_), {head().size(), foot.size(), file_.size()});
    file_.complete();
    auto state = book_.state();
    ++state.piece;
    state.bytes = 0;
    book_.store(state);
    return true;
  }

private:
  std::string head() const {
    std::string text;
    format_.begin(text, made_.description);
    return text;
  }

  partial_file open() {
    std::uint64_t const kept = book_.state().bytes;
    return kept > 0 ? partial_file(name_, kept) : begun();
  }

  partial_file begun() {
    partial_file file(name_);
    file.append(head());
    auto state = book_.state();
    state.bytes = file.size();
    book_.store(state);
    return file;
  }

  /// A file that cannot grow is closed with what it has, as well as that goes.
  void append(std::string const& text) {
    try {
      file_.append(text);
    } catch (input_error const& error) {
      close_short();
      throw input_error(std::string(error.what()) + "; " + std::to_string(book_.state().events) +
                        " events are complete, `trident resume " + plan_.out + "` goes on");
    }
  }

  void close_short() const {
    try {
      partial_file file(name_, book_.state().bytes);
      std::string foot;
      format_.end(foot);
      file.append(foot);
    } catch (input_error const&) { return; } // no room for that either
  }

  sample const& made_;
  Format const& format_;
  writing_plan const& plan_;
  journal& book_;
  std::string name_;
  partial_file file_;
};

} // namespace

format_choice find_format(std::optional<std::string> const& name, std::string const& out) {
  std::string const ending = extension_of(out);
  auto const found = first_format([&](std::string_view known, std::string_view extension) {
    return name ? *name == known : ending == extension;
  });
  if (found) return *found;
  if (!name) return nuhepmc_format{};
  throw input_error("file format \"" + *name +
                    "\" is not known: allowed are nuhepmc, lhef, hepevt, teg, csv");
}

std::string_view name_of(format_choice const& format) {
  return std::visit([](auto const& one) { return std::remove_cvref_t<decltype(one)>::name; }, format);
}

std::vector<std::string> files_of(writing_plan const& plan) {
  if (plan.pieces == 1) return {plan.out};
  std::vector<std::string> files;
  for (std::uint64_t i = 1; i <= plan.pieces; ++i) files.push_back(name_of_piece(plan.out, i, plan.pieces));
  return files;
}

bool write_sample(sample const& made, writing_plan const& plan, journal& book,
                  std::function<bool(std::uint64_t)> const& go_on) {
  auto const files = files_of(plan);
  return std::visit(
      [&](auto const& format) {
        for (std::uint64_t piece = book.state().piece; piece < plan.pieces; ++piece) {
          std::uint64_t const events = plan.range.last - plan.range.first;
          event_range const range = {
              std::max(book.state().events, plan.range.first + events * piece / plan.pieces),
              plan.range.first + events * (piece + 1) / plan.pieces};
          piece_writer writer(made, format, plan, book, files[piece]);
          if (!writer.write(range, go_on)) return false;
        }
        return true;
      },
      plan.format);
}

std::string text_of_event(sample const& made, format_choice const& format, std::uint64_t number) {
  std::vector<event> events;
  made.generator.generate(number, 1, events);
  made.placement(events.front());
  std::string text;
  std::visit(
      [&](auto const& one) {
        one.begin(text, made.description);
        one.write(text, events.front(), made.description);
        one.end(text);
      },
      format);
  return text;
}

} // namespace trident::program
