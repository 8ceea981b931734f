// SPDX-License-Identifier: BSL-1.0
#include "events_report.hpp"

#include <nlohmann/json.hpp>

#include <trident/base/version.hpp>
#include <trident/format/any_format.hpp>
#include <trident/storage/partial_file.hpp>

#include "json_text.hpp"
#include "number_text.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;

/// Whether what was written so far is kept for `trident resume`.
bool can_go_on(written_sample const& written) { return !output_place_of(written.out).file.empty(); }

std::vector<std::string> names_of_files(written_sample const& written) {
  auto files = written.files;
  if (written.complete || !can_go_on(written)) return files;
  files.resize(static_cast<std::size_t>(written.state.piece) + 1);
  files.back() = partial_file::partial_name(files.back());
  return files;
}

/// What was said while making them, and what the file does not hold.
std::vector<std::string> notes_of(written_sample const& written) {
  auto notes = written.made.notes;
  auto const& n = written.state.statistics;
  bool const weighted = written.made.description.weights == weighting::weighted;
  if (!weighted && n.overweight > 0 && !any_event_format::of_name(written.file_format).holds_weights())
    notes.push_back(
        "the format " + written.file_format + " has no place for weights: " + std::to_string(n.overweight) +
        " events have weights above 1, up to " + formatted("%.3g", n.largest_weight) +
        "; --strict makes events without, " +
        trident::detail::joined(any_event_format::names_with_weights(), ", ", " and ") + " hold them");
  return notes;
}

json to_json(written_sample const& written) {
  auto const& run = written.made.description;
  auto const& n = written.state.statistics;
  json object;
  for (auto const& [name, value] : run.configuration) object["configuration"][name] = value;
  object["events"] = written.events;
  object["complete"] = written.complete;
  object["files"] = names_of_files(written);
  object["file_format"] = written.file_format;
  object["cross_section_fb"] = run.cross_section;
  object["cross_section_error_fb"] = run.error;
  object["per"] = written.made.target;
  for (auto const& one : run.processes)
    object["processes"].push_back({{"id", one.id},
                                   {"name", one.name},
                                   {"cross_section_fb", one.cross_section},
                                   {"cross_section_error_fb", one.error}});
  if (run.exposure)
    for (auto const& [name, value] : run.exposure->words()) object["exposure"][name] = value;
  object["weighting"] = run.weights == weighting::weighted ? "weighted" : "unweighted";
  object["attempts"] = n.attempts;
  object["efficiency"] = n.efficiency();
  object["cross_section_of_attempts_fb"] = n.cross_section();
  object["cross_section_of_attempts_error_fb"] = n.cross_section_error();
  if (run.weights == weighting::unweighted) {
    object["overweight_events"] = n.overweight;
    object["overweight_event_fraction"] = n.overweight_events();
    object["overweight_cross_section_fraction"] = n.overweight_cross_section();
    object["cross_section_above_maximum_fraction"] = n.excess_cross_section();
    object["maximum_factor"] = written.state.factor;
  }
  object["largest_weight"] = n.largest_weight;
  object["sum_of_weights"] = n.sum_of_weights;
  object["effective_sample_size"] = n.effective_sample_size();
  object["preparation_seconds"] = written.made.seconds;
  object["seconds"] = written.seconds;
  object["seed"] = run.seed;
  object["seed_text"] = std::to_string(run.seed); // all digits for readers that take numbers for doubles
  object["version"] = version;
  if (auto const notes = notes_of(written); !notes.empty()) object["notes"] = notes;
  return object;
}

void write_summary_line(std::ostream& out, std::string label, std::string const& text) {
  label.resize(17, ' ');
  out << "  " << label << text << '\n';
}

void write_unweighting(std::ostream& out, generation_statistics const& n) {
  write_summary_line(out, "efficiency",
                     percent_text(n.efficiency()) + " of " + std::to_string(n.attempts) + " points");
  write_summary_line(out, "above maximum",
                     std::to_string(n.overweight) + " events with weights up to " +
                         formatted("%.3g", n.largest_weight) + "; they carry " +
                         percent_text(n.overweight_cross_section()) + " of the cross section, " +
                         percent_text(n.excess_cross_section()) + " is above the maximum");
  write_summary_line(out, "effective size", formatted("%.6g", n.effective_sample_size()) + " events");
}

void write_text(std::ostream& out, written_sample const& written) {
  auto const& run = written.made.description;
  auto const& n = written.state.statistics;
  out << written.events << (written.complete ? "" : " of " + std::to_string(*written.request.count))
      << " events, " << (run.weights == weighting::weighted ? "weighted" : "unweighted") << '\n';
  for (auto const& file : names_of_files(written))
    write_summary_line(out, "file", file + " (" + written.file_format + ")");
  write_summary_line(out, "cross section",
                     "( " + formatted("%.6e", run.cross_section) + " +- " + formatted("%.1e", run.error) +
                         " ) fb per " + written.made.target);
  if (run.exposure)
    write_summary_line(out, "exposure",
                       formatted("%.6g ", run.exposure->amount) + std::string(run.exposure->unit_text()) +
                           " of " + run.exposure->detector +
                           (run.exposure->mode.empty() ? "" : " " + run.exposure->mode) +
                           formatted(", %.6g t: ", run.exposure->mass_tonnes) +
                           formatted("%.6g events expected, ", run.exposure->expected_events) +
                           formatted("%.4g ", run.exposure->per_event()) +
                           std::string(run.exposure->unit_text()) + " per event");
  for (auto const& one : run.processes)
    write_summary_line(out, "process " + std::to_string(one.id),
                       one.name + ", " + percent_text(one.cross_section / run.cross_section));
  if (run.weights == weighting::unweighted) write_unweighting(out, n);
  write_summary_line(out, "time",
                     formatted("%.2f", written.made.seconds) + " s to prepare, " +
                         formatted("%.2f", written.seconds) + " s to generate and write");
  write_summary_line(out, "seed", std::to_string(run.seed));
  for (auto const& note : notes_of(written)) write_summary_line(out, "note", note);
  if (!written.complete)
    write_summary_line(out, "note",
                       can_go_on(written) ? "interrupted: `trident resume " + written.out + "` goes on"
                                          : "interrupted");
}

} // namespace

void write_events_report(std::ostream& out, written_sample const& written) {
  if (written.request.run.format == output_format::json)
    out << json_text(to_json(written));
  else
    write_text(out, written);
}

} // namespace trident::program
