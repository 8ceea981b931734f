// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <trident/cross_section/integrand.hpp>
#include <trident/event/for_each_event.hpp>
#include <trident/event/generator.hpp>
#include <trident/format/run_description.hpp>
#include <trident/model/model.hpp>

namespace trident_test {

/// Prepares in a few milliseconds: fewer cells and fewer points than users get.
inline trident::preparation_options quick_preparation(std::uint64_t stream = 0) {
  trident::preparation_options options;
  options.stream = stream;
  options.relative_error = 0.02;
  options.partition.points_to_learn = 5000;
  options.partition.cells = 20;
  options.partition.points_to_cut = 64;
  options.partition.points_for_maximum = 64;
  return options;
}

template <trident::Target N, trident::Flux F>
std::shared_ptr<trident::event_source const>
make_source(trident::channel const& process, N const& target, F const& flux, trident::scattering_regime kind,
            trident::preparation_options const& options, double multiplicity = 1) {
  trident::Trident const sigma{process, target, flux, trident::standard_model{}};
  trident::source_description description;
  description.process = process;
  description.regime = kind;
  description.target_pdg_code = target.pdg_code();
  description.multiplicity = multiplicity;
  bool const bound =
      kind == trident::scattering_regime::quasi_elastic || kind == trident::scattering_regime::inelastic;
  if (bound) description.parents = {{1000180400, 37.2155, 1.0}};
  return trident::make_event_source(sigma, std::move(description), options);
}

inline trident::run_description describe(trident::event_generator const& generator) {
  trident::run_description run;
  run.seed = 1;
  run.cross_section = generator.cross_section();
  run.error = generator.cross_section_error();
  run.processes = trident::processes_of(generator);
  run.beams = {{14, 0, {0, 5, 10}, {0.1, 0.2}, ""}};
  run.targets = {{1000180400, 1}};
  run.configuration = {{"process", "nu_mu -> nu_mu mu+ mu-"}, {"target", "Ar"}};
  return run;
}

} // namespace trident_test
