// SPDX-License-Identifier: BSL-1.0
#include "frozen_events.hpp"

#include <iostream>

#include <trident/sampling/prepared_text.hpp>
#include <trident/storage/output_place.hpp>

#include "events_exposure.hpp"
#include "interrupt.hpp"
#include "run_file.hpp"

namespace trident::program {

namespace {

void write_prepared(record_writer& out, std::optional<any_prepared> const& one) {
  if (!one) return out.line("source_of_dimension", 0);
  std::visit(
      [&]<std::size_t D>(prepared_source<D> const& known) {
        out.line("source_of_dimension", D);
        write(out, known);
      },
      *one);
}

std::optional<any_prepared> read_prepared(record_reader& in) {
  switch (in.number<std::size_t>("source_of_dimension")) {
  case 0:
    return std::nullopt;
  case 7:
    return read_prepared_source<7>(in);
  case 8:
    return read_prepared_source<8>(in);
  case 9:
    return read_prepared_source<9>(in);
  default:
    in.refuse("the dimension 0, 7, 8 or 9");
  }
}

} // namespace

int freeze_events(events_request request, execution_policy threads) {
  if (request.slice || request.count || request.out || request.file_format || request.units ||
      request.weights == weighting::weighted || request.recoil == recoil_writing::left_out)
    throw input_error("--freeze only prepares: -n, --out, --slice, --weighted and how files are written are "
                      "for `trident events --run " +
                      *request.freeze + '`');
  understand_sample(request);
  interrupt_guard const interrupts;
  auto const files = files_to_freeze(files_read_by(request), *request.freeze);
  std::uint64_t const seed = make_settings(request.run).seed;
  auto const prepared = prepare_sources(request, seed, threads, until_signal());
  make_sample(request, seed, prepared, 1); // or says that there are no events
  record_writer out;
  out.line("sources", prepared.size());
  for (auto const& one : prepared) write_prepared(out, one);
  auto words = words_of(request);
  words.emplace_back("seed", std::to_string(seed));
  write_run_file(*request.freeze, "events", words, files, out.text());
  (output_place_of(*request.freeze).is_standard_output() ? std::cerr : std::cout)
      << "Frozen in " << *request.freeze << ": `"
      << shell_text({"trident", "events", "--run", *request.freeze})
      << " -n COUNT --slice 1/N --out FILE` and its like make pieces, `trident merge` the whole\n";
  return 0;
}

frozen_events read_frozen_events(events_request request) {
  run_file file(*request.run_file, "events");
  auto const& words = file.words();
  request.physics = physics_from(words);
  request.detector = with_amount_of(detector_from(words), request.detector);
  request.run.seed = whole_number_in(words, "seed", file.name());
  for (auto const& [name, value] : words) {
    if (name == "also-model") request.other_models.push_back(value);
    if (name == "vary") request.vary = value;
    if (name == "beam-direction" && !request.beam_direction) request.beam_direction = value;
    if (name == "box" && !request.box) request.box = value;
    if (name == "rays") request.rays = value;
  }
  auto& in = file.prepared();
  prepared_list prepared;
  in.expect("sources");
  for (std::size_t left = in.count(trident::detail::most_stored); left > 0; --left) {
    prepared.push_back(read_prepared(in));
    if (auto const& last = prepared.back())
      std::visit(
          [&](auto const& source) {
            if (source.seed != *request.run.seed || source.stream != prepared.size() - 1)
              in.refuse("sources with the seed of the run, in its order");
          },
          *last);
  }
  in.expect_end();
  return {std::move(request), std::move(prepared), file.fingerprint()};
}

} // namespace trident::program
