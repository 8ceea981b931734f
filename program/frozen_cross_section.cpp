// SPDX-License-Identifier: BSL-1.0
#include "frozen_cross_section.hpp"

#include <algorithm>
#include <iostream>
#include <numeric>
#include <sstream>

#include <trident/mc/frozen_text.hpp>
#include <trident/mc/progress.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/sealed_file.hpp>

#include "interrupt.hpp"
#include "piece.hpp"
#include "progress_display.hpp"
#include "report.hpp"
#include "run_file.hpp"
#include "runtime_names.hpp"
#include "sampled_run.hpp"

namespace trident::program {

namespace {

word_list words_of_run(physics_request const& physics, run_settings const& settings) {
  word_list words = words_of(physics);
  words.emplace_back("seed", std::to_string(settings.seed));
  words.emplace_back("precision", trident::detail::number_text(settings.precision));
  words.emplace_back("max-evaluations", std::to_string(settings.max_evaluations));
  return words;
}

run_settings settings_from(word_list const& words, std::string const& file) {
  run_settings settings;
  settings.how = method::vegas;
  settings.seed = whole_number_in(words, "seed", file);
  settings.precision = positive_number_in(words, "precision", file);
  settings.max_evaluations = whole_number_in(words, "max-evaluations", file);
  return settings;
}

/// Says on standard error that nothing came of it, and gives the exit status.
int end_of_interrupted(interrupt_guard const& interrupts) {
  std::cerr << "trident: interrupted: nothing was written; the same command starts anew\n";
  constexpr int first_signal_status = 128;
  return first_signal_status + interrupts.signal().value_or(0);
}

/// A frozen run, read and ready.
class frozen_run {
public:
  explicit frozen_run(std::string const& name)
      : file_(name, "cross-section"), asked_(make_configuration(physics_from(file_.words()))) {
    auto& in = file_.prepared();
    auto const settings = settings_from(file_.words(), name);
    for (auto& part : parts_of(asked_)) {
      integrands_.push_back(std::move(part.integrand));
      component_summary summary{{}, integrands_.back().threshold};
      productions_.push_back(read(in, dimension_of(integrands_.back())));
      if (productions_.back())
        std::visit(
            [&](auto const& one) {
              summary.production = one.summary();
              std::uint64_t const calls = one.iterations * one.calls_of_iteration();
              if (one.seed != settings.seed || calls > settings.max_evaluations)
                in.refuse("a production with the seed and within the budget of the run");
              calls_ += calls;
            },
            *productions_.back());
      whole_.components.push_back(summary);
    }
    in.expect_end();
  }

  std::string const& fingerprint() const { return file_.fingerprint(); }
  word_list const& words() const { return file_.words(); }
  word_list const& files() const { return file_.files(); }
  std::size_t chunks() const { return whole_.chunks(); }

  /// Some chunks; nothing if it was interrupted.
  std::optional<sampled_run> sample(item_range wanted, run_request const& request,
                                    interrupt_guard const& interrupts) const {
    progress_display display(request.quiet ? progress_style::none : style_of_standard_error());
    trident::detail::stopwatch const watch;
    auto const threads = make_settings(request).threads;
    sampled_run run = whole_;
    std::size_t before = 0;
    std::uint64_t calls_before = 0;
    double const share = static_cast<double>(wanted.last - wanted.first) /
                         static_cast<double>(std::max<std::size_t>(chunks(), 1));
    for (std::size_t i = 0; i < productions_.size(); ++i) {
      std::size_t const size = whole_.components[i].production.chunks;
      std::size_t const first = std::clamp<std::size_t>(wanted.first, before, before + size);
      std::size_t const last = std::clamp<std::size_t>(wanted.last, before, before + size);
      auto const go_on = [&](std::uint64_t calls) {
        double const done = static_cast<double>(calls_before + calls) / (share * static_cast<double>(calls_));
        display.show({std::min(done, 1.0), calls_before + calls, 0, 0, watch.seconds()});
        return !interrupts.signal();
      };
      if (first < last) {
        auto const sums = sample_component(integrands_[i], *productions_[i], {first - before, last - before},
                                           threads, go_on);
        if (!sums) return std::nullopt;
        run.sums.insert(run.sums.end(), sums->begin(), sums->end());
        for (auto const& one : *sums) calls_before += one.counts.all;
      }
      before += size;
    }
    run.seconds = watch.seconds();
    return run;
  }

private:
  /// 0 below threshold.
  static std::size_t dimension_of(component_integrand const& sigma) {
    if (sigma.below_threshold) return 0;
    return std::visit([]<std::size_t D>(erased_integrand<D> const&) { return D; }, sigma.function);
  }

  static std::optional<any_production> read(record_reader& in, std::size_t dimension) {
    if (in.number<std::size_t>("production_of_dimension") != dimension)
      in.refuse("the dimension " + std::to_string(dimension) + " of its integrand");
    if (dimension == 0) return std::nullopt;
    if (dimension == 7) return read_frozen_production<7>(in);
    if (dimension == 8) return read_frozen_production<8>(in);
    return read_frozen_production<9>(in);
  }

  run_file file_;
  configuration asked_;
  std::vector<component_integrand> integrands_; ///< of all parts
  std::vector<std::optional<any_production>> productions_;
  sampled_run whole_;       ///< without sums
  std::uint64_t calls_ = 0; ///< of the whole
};

/// Of which component each part of a run is.
std::vector<std::size_t> components_of_parts(configuration const& asked, std::size_t parts,
                                             std::string const& file) {
  std::size_t const components = asked.target.components.size();
  std::vector<std::size_t> of_parts;
  if (parts == components) {
    of_parts.resize(parts);
    std::iota(of_parts.begin(), of_parts.end(), std::size_t{0});
    return of_parts;
  }
  for (auto const& one : parts_of(asked)) of_parts.push_back(one.component);
  if (of_parts.size() != parts)
    throw input_error("file \"" + file + "\" is damaged: it has " + std::to_string(parts) +
                      " components, and its target " + std::to_string(components));
  return of_parts;
}

/// The report on a run whose sums are complete.
void write_merged_report(std::ostream& out, output_format format, word_list const& words,
                         std::string const& file, sampled_run const& run) {
  auto const asked = make_configuration(physics_from(words));
  auto const of_parts = components_of_parts(asked, run.components.size(), file);
  std::vector<std::vector<component_estimate>> estimates(asked.target.components.size());
  evaluation_counts counts;
  std::size_t before = 0;
  for (std::size_t i = 0; i < run.components.size(); ++i) {
    auto const& [production, threshold] = run.components[i];
    component_estimate one;
    one.threshold = threshold;
    one.below_threshold = production.chunks == 0;
    one.error = 0;
    if (!one.below_threshold) static_cast<integral_estimate&>(one) = estimate_of(run, i, before);
    before += production.chunks;
    counts += {one.evaluations, one.zero_evaluations, one.non_finite_evaluations, one.first_non_finite_index};
    estimates[of_parts[i]].push_back(one);
  }
  std::vector<component_result> results;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    auto const& part = asked.target.components[i];
    results.push_back({part.name, part.multiplicity, part.regime_in(asked.target.components.size()),
                       sum_of_shares(estimates[i])});
  }
  auto result = sum_of(std::move(results));
  result.counts = counts;
  result.seconds = run.seconds;
  write_report(out, format, asked, settings_from(words, file), result);
}

std::vector<std::string> command_of_pieces(cross_section_request const& request) {
  return {"trident", "cross-section", "--run", *request.run_file, "--out", *request.out};
}

} // namespace

int freeze_cross_section(cross_section_request const& request) {
  auto const settings = make_settings(request.run);
  if (settings.how != method::vegas)
    throw input_error("--freeze is for --method vegas, not " + std::string(name_of(settings.how)) +
                      ": a quadrature has nothing to share among jobs");
  auto const files = files_to_freeze(files_read_by(request.physics), *request.freeze);
  auto const asked = make_configuration(request.physics);
  interrupt_guard const interrupts;
  progress_function const go_on = [&](progress_report const&) { return !interrupts.signal(); };
  auto const plan = plan_components(asked, settings, go_on);
  if (!plan) return end_of_interrupted(interrupts);
  record_writer out;
  auto const parts = parts_of(asked);
  for (std::size_t i = 0; i < plan->size(); ++i) {
    auto const& sigma = parts[i].integrand;
    if (sigma.below_threshold) {
      out.line("production_of_dimension", 0);
      continue;
    }
    auto const production = freeze_component(sigma, (*plan)[i], go_on);
    if (!production) return end_of_interrupted(interrupts);
    std::visit(
        [&]<std::size_t D>(frozen_production<D> const& one) {
          out.line("production_of_dimension", D);
          write(out, one);
        },
        *production);
  }
  write_run_file(*request.freeze, "cross-section", words_of_run(request.physics, settings), files,
                 out.text());
  (output_place_of(*request.freeze).is_standard_output() ? std::cerr : std::cout)
      << "Frozen in " << *request.freeze << ": `"
      << shell_text({"trident", "cross-section", "--run", *request.freeze})
      << " --slice 1/N --out FILE` and its like make pieces, `trident merge` the whole\n";
  return 0;
}

int run_frozen_cross_section(cross_section_request const& request) {
  if (request.slice && !request.out)
    throw input_error("--out is missing: a slice needs the name of its file");
  if (request.out && !request.slice)
    throw input_error("--out is for a --slice; the whole result goes to standard output");
  std::optional<job_slice> slice;
  if (request.slice) slice = slice_from_text(*request.slice);
  if (slice && output_place_of(*request.out).file.empty())
    throw input_error("--slice does not go with --out " + *request.out + ": a piece is a regular file");
  if (slice)
    require_no_input({name_of_piece(*request.out, slice->number, slice->count)}, {*request.run_file});
  frozen_run const frozen(*request.run_file);
  interrupt_guard const interrupts;
  item_range const range = slice ? share_of(*slice, frozen.chunks()) : item_range{0, frozen.chunks()};
  auto const run = frozen.sample(range, request.run, interrupts);
  if (!run) return end_of_interrupted(interrupts);
  if (!slice) {
    write_merged_report(std::cout, request.run.format, frozen.words(), *request.run_file, *run);
    return 0;
  }
  record_writer out;
  write(out, piece_head{"cross-section", frozen.fingerprint(), *slice, range, frozen.chunks(),
                        command_of_pieces(request), frozen.words(), frozen.files()});
  write(out, *run);
  std::string const name = name_of_piece(*request.out, slice->number, slice->count);
  write_atomically(name, sealed("piece", out.text()));
  std::cout << "Slice " << slice->number << " of " << slice->count << ", chunks " << range.first << " to "
            << range.last << " of " << frozen.chunks() << ": " << name << '\n';
  return 0;
}

int merge_cross_sections(std::vector<std::string> const& files, std::string const& out,
                         output_format format) {
  std::vector<piece_head> heads;
  std::vector<sampled_run> runs;
  for (auto const& file : files) {
    std::string const content = read_whole_file(file);
    record_reader in(file, unsealed("piece", file, content), 2);
    heads.push_back(read_piece_head(in));
    if (heads.back().what != "cross-section")
      throw input_error("file \"" + file + "\" only describes a piece of " + heads.back().what +
                        ": give the files of the pieces themselves");
    runs.push_back(read_sampled_run(in));
    in.expect_end();
    if (runs.back().sums.size() != heads.back().range.last - heads.back().range.first ||
        runs.back().chunks() != heads.back().items)
      in.refuse("as many sums as its range says");
  }
  sampled_run whole;
  whole.components = runs.front().components;
  for (std::size_t i = 0; i < runs.size(); ++i) require_same_components(runs[i], files[i], runs.front());
  require_unchanged(heads.front().files, files.front());
  for (std::size_t const i : order_of(heads, files)) {
    whole.sums.insert(whole.sums.end(), runs[i].sums.begin(), runs[i].sums.end());
    whole.seconds += runs[i].seconds;
  }
  if (!out.empty()) require_no_input({out}, files);
  std::ostringstream text;
  write_merged_report(text, format, heads.front().words, files.front(), whole);
  if (out.empty()) {
    std::cout << text.str();
    return 0;
  }
  partial_file file(out, encoder_for(out));
  file.append(text.str());
  file.complete();
  return 0;
}

} // namespace trident::program
