// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/version.hpp>
#include <trident/event/generator.hpp>
#include <trident/event/process_id.hpp>
#include <trident/format/exposure_entry.hpp>
#include <trident/format/weight_names.hpp>

namespace trident {

/// A process of a sample.
struct process_entry {
  int id;
  std::string name;
  std::string description;
  double cross_section; ///< [fb]
  double error;         ///< [fb]
  double maximum;       ///< envelope [fb]
};

/// The neutrinos of a sample: one energy, or a histogram.
struct beam_entry {
  int pdg_code = 0;
  double energy = 0;             ///< [GeV], unless there are edges
  std::vector<double> edges;     ///< [GeV]
  std::vector<double> densities; ///< one a bin
  std::string density_unit;      ///< empty: arbitrary

  double largest_energy() const { return edges.empty() ? energy : edges.back(); }
};

/// A nucleus in the target.
struct target_entry {
  int pdg_code;
  double count;    ///< in what the cross section is per
  double mass = 0; ///< [GeV]
};

/// Units of momenta and lengths in files of NuHepMC.
enum class event_units { gev_cm, mev_mm };

/// Whether nuclei that come out (one that recoils, the rest of one that lost a nucleon) stand in a file of NuHepMC.
enum class recoil_writing { written, left_out };

/// What the head of an event file says of all events in it. A function of configuration and seed alone, so that files
/// with more or fewer events begin with the same bytes; but for an exposure, which is that of the events.
struct run_description {
  std::uint64_t seed = 0;
  weighting weights = weighting::unweighted;
  double cross_section = 0; ///< [fb], sum of the processes
  double error = 0;         ///< [fb]
  std::vector<process_entry> processes;
  std::vector<beam_entry> beams;
  std::vector<target_entry> targets;
  /// Of models beside the nominal one, in the order of event::ratios: see name_weights().
  std::vector<weight_entry> models;
  bool placed = false;                    ///< the events have positions of their own
  bool of_rays = false;                   ///< each event has the number of its ray
  std::optional<exposure_entry> exposure; ///< what all events together stand for
  event_units units = event_units::gev_cm;
  recoil_writing recoil = recoil_writing::written;
  std::vector<std::pair<std::string, std::string>>
      configuration; ///< names and values that make the same events again

  using named_value = std::pair<std::string, std::string>;

  /// All that makes the same events again, and with what it was done.
  std::vector<named_value> provenance() const {
    std::vector<named_value> all = {
        {"version", std::string(version)},
        {"seed", std::to_string(seed)},
        {"weighting", weights == weighting::weighted ? "weighted" : "unweighted"}};
    all.insert(all.end(), configuration.begin(), configuration.end());
    return all;
  }

  /// Atoms in what the cross section is per.
  double atoms() const {
    double sum = 0;
    for (auto const& one : targets) sum += one.count;
    return sum > 0 ? sum : 1;
  }
};

/// The processes of a generator's sources; those with the same number are one.
inline std::vector<process_entry> processes_of(event_generator const& generator) {
  std::vector<process_entry> processes;
  for (auto const& source : generator.sources()) {
    auto const& described = source->description();
    int const id = process_id_of(described.process, described.regime);
    auto found = std::find_if(processes.begin(), processes.end(), [&](auto const& p) { return p.id == id; });
    if (found == processes.end()) {
      std::string const number = std::to_string(described.process.number);
      processes.push_back({id, process_name(described.process, described.regime),
                           "channel " + number + ", matrix element of arXiv:1902.06765", 0, 0, 0});
      found = processes.end() - 1;
    }
    double const n = described.multiplicity;
    found->cross_section += n * source->cross_section().value;
    found->error = std::hypot(found->error, n * source->cross_section().error);
    found->maximum += n * source->envelope();
  }
  return processes;
}

} // namespace trident
