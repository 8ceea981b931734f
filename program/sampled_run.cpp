// SPDX-License-Identifier: BSL-1.0
#include "sampled_run.hpp"

#include <span>

#include <trident/base/error.hpp>
#include <trident/mc/frozen_text.hpp>

namespace trident::program {

void write(record_writer& out, sampled_run const& run) {
  out.line("components", run.components.size());
  for (auto const& one : run.components) {
    trident::write(out, one.production);
    out.line("threshold", one.threshold);
  }
  out.line("seconds", run.seconds);
  trident::detail::write(out, "chunks", run.sums);
}

sampled_run read_sampled_run(record_reader& in) {
  sampled_run run;
  in.expect("components");
  for (std::size_t left = in.count(trident::detail::most_stored); left > 0; --left) {
    auto const production = read_summary(in);
    run.components.push_back({production, in.number<double>("threshold")});
  }
  run.seconds = in.number<double>("seconds");
  run.sums = trident::detail::read_all_sums(in, "chunks");
  return run;
}

void require_same_components(sampled_run const& one, std::string const& file, sampled_run const& first) {
  auto const text_of_components = [](sampled_run const& run) {
    record_writer out;
    for (auto const& [production, threshold] : run.components) {
      trident::write(out, production);
      out.line("threshold", threshold);
    }
    return out.text();
  };
  if (text_of_components(one) != text_of_components(first))
    throw input_error("file \"" + file + "\" is damaged: it has other components than the other pieces");
}

integral_estimate estimate_of(sampled_run const& whole, std::size_t component, std::size_t before) {
  auto const& production = whole.components[component].production;
  return estimate(production, std::span(whole.sums).subspan(before, production.chunks));
}

} // namespace trident::program
