// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <trident/format/any_format.hpp>
#include <trident/format/production.hpp>
#include <trident/storage/running_fingerprint.hpp>

#include "events.hpp"
#include "events_journal.hpp"

namespace trident::program {

/// By name, or by how the file ends; throws input_error that lists the names or endings.
any_event_format find_format(std::optional<std::string> const& name, std::string const& out);

/// How a file of events is made of head, events and foot [bytes].
struct file_layout {
  std::uint64_t head, foot, size;
};

/// Told of a file that is complete under the name `written`, before it gets its name.
using seal_function =
    std::function<void(std::string const& name, std::string const& written, file_layout const& layout)>;

/// What is to be written, and where.
struct writing_plan {
  std::string out;
  any_event_format format;
  event_range range;
  std::uint64_t pieces;
  execution_policy threads;
  maximum_policy maximum;
  seal_function seal; ///< may be empty
};

/// Files of a plan: the name itself, or numbered ones.
std::vector<std::string> files_of(writing_plan const& plan);

/// Events of one of them.
event_range range_of_piece(writing_plan const& plan, std::uint64_t piece);

/// Where an interrupted run is, or where a new one begins.
struct writing_start {
  journal_state state;
  running_fingerprint begun; ///< of the bytes that stay
};

/// The latest of some states that what lies on the disk agrees with. Throws input_error if none does, or if they are not of
/// this plan.
writing_start start_from(writing_plan const& plan, std::vector<journal_state> const& states);

/// An event above the maximum where there may be none.
struct maximum_exceeded {
  double weight;
};

/// Writes all events that are not written yet, after the bytes that are `begun`, and keeps the journal;
/// `go_on(events so far)` may stop it. Files that are complete get their names, one that is not stays .partial, closed as a
/// valid file. True: all is written. Throws
/// input_error if something cannot be written, maximum_exceeded under maximum_policy::strict.
bool write_sample(sample const& made, writing_plan const& plan, journal& book,
                  running_fingerprint const& begun, std::function<bool(std::uint64_t)> const& go_on);

/// The text of one event alone.
std::string text_of_event(sample const& made, any_event_format const& format, std::uint64_t number);

} // namespace trident::program
