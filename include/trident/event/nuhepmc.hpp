// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/event/format.hpp>
#include <trident/event/text.hpp>
#include <trident/version.hpp>

namespace trident {

/// NuHepMC 1.0 (arXiv:2310.13211, github.com/NuHepMC/Spec) as HepMC3 ASCII, version 3. Letters and numbers in brackets
/// are those of the specification. Lengths in cm, the time of lab_pos in seconds [E.C.5].
class nuhepmc_format {
public:
  static constexpr std::string_view name = "nuhepmc";
  static constexpr std::string_view extension = "hepmc3";

  void begin(std::string& text, run_description const& run) const {
    text += "HepMC::Version 3.02.07\nHepMC::Asciiv3-START_EVENT_LISTING\nW CV";
    for (auto const& one : run.weight_names) detail::append_all(text, "\\|", one); // [G.R.7]
    text += '\n';
    detail::append_all(text, "T trident\\|", version, "\\|neutrino trident production, nu N -> nu l- l+ N\n");
    attribute(text, "NuHepMC.Version.Major", 1); // [G.R.2]
    attribute(text, "NuHepMC.Version.Minor", 0);
    attribute(text, "NuHepMC.Version.Patch", 0);
    attribute(text, "NuHepMC.Conventions",
              "G.C.2 G.C.3 G.C.4 G.C.5 G.S.1 G.S.2 G.S.3 E.C.1 E.C.5 V.C.1 P.C.1 P.C.2"); // [G.R.4]
    cross_section(text, run);
    processes(text, run);
    statuses(text);
    particle_numbers(text);
    for (auto const& one : run.beams) beam(text, one);
    target(text, run);
    attribute(text, "NuHepMC.Citations.Generator.arXiv", "1902.06765 1807.10973"); // [G.C.3]
    provenance(text, run);
  }

  void end(std::string& text) const { text += "HepMC::Asciiv3-END_EVENT_LISTING\n\n"; }

  void write(std::string& text, event const& e, run_description const&) const {
    bool const bound = e.kind == scattering::bound_nucleon;
    detail::append_line(text, 'E', e.number, bound ? 2 : 1, bound ? 8 : 6);
    text += "U GEV CM\n";
    detail::append_all(text, "W ", e.weight);
    for (double const ratio : e.ratios) detail::append_all(text, ' ', e.weight * ratio);
    text += '\n';
    constexpr double seconds_in_ns = 1e-9;
    detail::append_line(text, "A 0 lab_pos", e.vertex.x, e.vertex.y, e.vertex.z, e.vertex.e * seconds_in_ns);
    detail::append_line(text, "A 0 signal_process_id", e.process_id);
    line(text, 1, 0, e.neutrino_in, beam_status);
    line(text, 2, 0, e.nucleus, target_status);
    if (bound) {
      text += "V -1 21 [2]\n"; // [V.C.1]
      line(text, 3, -1, e.struck, struck_status);
      line(text, 4, -1, e.remnant, 1);
      text += "V -2 1 [1,3]\n";
      finals(text, e, 5, -2);
    } else {
      text += "V -1 1 [1,2]\n";
      finals(text, e, 3, -1);
    }
  }

private:
  static constexpr int beam_status = 4, target_status = 20, struck_status = 21; // [P.R.1, P.C.1]
  static constexpr double pb_in_fb = 1e-3;

  template <class... Words>
  static void attribute(std::string& text, std::string const& key, Words const&... values) {
    detail::append_line(text, 'A', key, values...);
  }

  static std::string indexed(std::string_view what, int id, std::string_view member) {
    return "NuHepMC." + std::string(what) + '[' + std::to_string(id) + "]." + std::string(member);
  }

  static void finals(std::string& text, event const& e, int id, int vertex) {
    line(text, id, vertex, e.neutrino_out, 1);
    line(text, id + 1, vertex, e.lepton_minus, 1);
    line(text, id + 2, vertex, e.lepton_plus, 1);
    line(text, id + 3, vertex, e.recoil, 1);
  }

  static void line(std::string& text, int id, int parent, particle const& p, int status) {
    detail::append_line(text, 'P', id, parent, p.pdg_code, p.momentum.x, p.momentum.y, p.momentum.z,
                        p.momentum.e, p.mass, status);
  }

  /// [G.R.5, G.R.6]
  static void cross_section(std::string& text, run_description const& run) {
    attribute(text, "NuHepMC.Units.CrossSection.Unit", "pb");
    attribute(text, "NuHepMC.Units.CrossSection.TargetScale", "PerAtom");
    attribute(text, "NuHepMC.FluxAveragedTotalCrossSection", run.cross_section * pb_in_fb / run.atoms());
    attribute(text, "NuHepMC.FluxAveragedTotalCrossSectionUncertainty", run.error * pb_in_fb / run.atoms());
  }

  /// [G.R.8]
  static void processes(std::string& text, run_description const& run) {
    text += "A NuHepMC.ProcessIDs";
    for (auto const& one : run.processes) detail::append_all(text, ' ', one.id);
    text += '\n';
    for (auto const& one : run.processes) {
      attribute(text, indexed("ProcessInfo", one.id, "Name"), one.name);
      attribute(text, indexed("ProcessInfo", one.id, "Description"), one.description);
    }
  }

  /// [G.R.9, G.R.10, G.S.2]
  static void statuses(std::string& text) {
    auto const describe = [&](std::string_view info, int id, std::string_view title,
                              std::string_view description) {
      attribute(text, indexed(info, id, "Name"), title);
      attribute(text, indexed(info, id, "Description"), description);
    };
    attribute(text, "NuHepMC.VertexStatusIDs", 1, 21);
    describe("VertexStatusInfo", 1, "Primary", "The neutrino scatters");
    describe("VertexStatusInfo", 21, "NucleonSeparation", "A nucleon is taken out of the nucleus");
    attribute(text, "NuHepMC.ParticleStatusIDs", 1, beam_status, target_status, struck_status);
    describe("ParticleStatusInfo", 1, "Final", "Undecayed physical particle");
    describe("ParticleStatusInfo", beam_status, "Beam", "Incoming neutrino");
    describe("ParticleStatusInfo", target_status, "Target", "Nucleus or hydrogen at rest");
    describe("ParticleStatusInfo", struck_status, "StruckNucleon",
             "Nucleon of the target on which the neutrino scatters");
  }

  /// [G.R.11], in the spelling of the specification and in that of readers.
  static void particle_numbers(std::string& text) {
    constexpr int remnant = 2009900000;
    attribute(text, "NuHepMC.AdditionalParticleNumbers", remnant);
    for (std::string_view const key : {"AdditionalParticleNumber", "AdditionalParticleInfo"}) {
      attribute(text, indexed(key, remnant, "Name"), "NuclearRemnant");
      attribute(text, indexed(key, remnant, "Description"),
                "What is left of a nucleus that lost a nucleon, at rest");
    }
  }

  /// [G.C.4], in both spellings too.
  static void beam(std::string& text, beam_entry const& one) {
    bool const fixed = one.edges.empty();
    for (std::string const& key :
         {"NuHepMC.Beam[" + std::to_string(one.pdg_code) + "].", std::string("NuHepMC.Beam.")}) {
      attribute(text, key + "Type", fixed ? "MonoEnergetic" : "Histogram");
      attribute(text, key + "EnergyUnit", "GEV");
      attribute(text, key + "RateUnit", one.density_unit.empty() ? "Arbitrary" : one.density_unit);
    }
    std::string const key = "NuHepMC.Beam[" + std::to_string(one.pdg_code) + "].";
    if (fixed) {
      attribute(text, key + "MonoEnergetic.Energy", one.energy);
      return;
    }
    numbers(text, key + "Histogram.BinEdges", one.edges);
    numbers(text, key + "Histogram.BinContent", one.densities);
    attribute(text, key + "Histogram.ContentIsPerWidth", 1);
  }

  static void numbers(std::string& text, std::string const& key, std::vector<double> const& values) {
    detail::append_all(text, "A ", key);
    for (double const value : values) detail::append_all(text, ' ', value);
    text += '\n';
  }

  /// [G.S.3]
  static void target(std::string& text, run_description const& run) {
    text += "A NuHepMC.TargetComposition";
    for (auto const& one : run.targets)
      detail::append_all(text, ' ', one.pdg_code, '[', one.count / run.atoms(), ']');
    text += '\n';
  }

  /// [G.S.1]
  static void provenance(std::string& text, run_description const& run) {
    attribute(text, "NuHepMC.Provenance.Seed", run.seed);
    for (auto const& [key, value] : run.provenance())
      if (key != "seed") attribute(text, "NuHepMC.Provenance." + key, value);
  }
};

static_assert(EventFormat<nuhepmc_format>);

} // namespace trident
