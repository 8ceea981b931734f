// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>

#include <trident/base/version.hpp>
#include <trident/event/process_id.hpp>
#include <trident/format/format.hpp>
#include <trident/format/text.hpp>

namespace trident {

/// NuHepMC 1.0 (arXiv:2310.13211, github.com/NuHepMC/Spec) as HepMC3 ASCII, version 3. Letters and numbers in brackets
/// are those of the specification. Momenta and lengths in GeV and cm, or in MeV and mm as run_description::units asks; the
/// time of lab_pos in seconds [E.C.5], that of a vertex as the length that light goes in it, as in HepMC3. Where
/// nuclei that come out are left out, [E.R.8] is not kept: such files are for simulations that cannot do with a nucleus.
class nuhepmc_format {
public:
  static constexpr std::string_view name = "nuhepmc";
  static constexpr std::string_view extension = "hepmc3";
  static constexpr format_contents contents{.weights = true,
                                            .positions = true,
                                            .bare_nucleons = false,
                                            .own_layout = true,
                                            .last_number = detail::last_int};

  void begin(std::string& text, run_description const& run) const {
    text += "HepMC::Version 3.02.07\nHepMC::Asciiv3-START_EVENT_LISTING\nW CV";
    for (auto const& one : run.models) detail::append_all(text, "\\|", one.name); // [G.R.7]
    text += '\n';
    detail::append_all(text, "T trident\\|", version, "\\|neutrino trident production, nu N -> nu l- l+ N\n");
    attribute(text, "NuHepMC.Version.Major", 1); // [G.R.2]
    attribute(text, "NuHepMC.Version.Minor", 0);
    attribute(text, "NuHepMC.Version.Patch", 0);
    attribute(text, "NuHepMC.Conventions", conventions(run)); // [G.R.4]
    if (run.exposure) exposure(text, *run.exposure);
    cross_section(text, run);
    processes(text, run);
    bool const inelastic = std::any_of(run.processes.begin(), run.processes.end(),
                                       [](auto const& one) { return is_inelastic_process(one.id); });
    statuses(text, inelastic);
    particle_numbers(text, inelastic);
    beams(text, run);
    target(text, run);
    attribute(text, "NuHepMC.Citations.Generator.arXiv", "1902.06765 1807.10973"); // [G.C.3]
    provenance(text, run);
  }

  void end(std::string& text) const { text += "HepMC::Asciiv3-END_EVENT_LISTING\n\n"; }

  void write(std::string& text, event const& e, run_description const& run) const {
    bool const bound = e.has_struck_nucleon();
    auto const stands = [&](particle const& p) {
      return run.recoil == recoil_writing::written || p.status != particle_status::outgoing || !is_nucleus(p);
    };
    scale const of = scale_of(run.units);
    detail::append_line(text, 'E', e.number, bound ? 2 : 1,
                        std::count_if(e.particles.begin(), e.particles.end(), stands));
    text += run.units == event_units::gev_cm ? "U GEV CM\n" : "U MEV MM\n"; // [E.R.4]
    detail::append_all(text, "W ", e.weight);
    for (double const ratio : e.ratios) detail::append_all(text, ' ', e.weight * ratio);
    text += '\n';
    constexpr double seconds_in_ns = 1e-9;
    detail::append_line(text, "A 0 lab_pos", e.vertex.x * of.length, e.vertex.y * of.length,
                        e.vertex.z * of.length, e.vertex.e * seconds_in_ns); // [E.R.5]
    detail::append_line(text, "A 0 signal_process_id", e.process_id);
    if (run.of_rays) detail::append_line(text, "A 0 ray", e.ray);
    describe_helicities(text, e, run);
    describe_hadrons(text, e, run);
    int id = 0;
    line(text, ++id, 0, e.neutrino_in(), of);
    line(text, ++id, 0, e.target(), of);
    if (bound) { // first what comes of the nucleus [V.C.1]
      vertex(text, "V -1 21 [2]", e, run);
      for (particle const& p : e.particles)
        if (p.mother == 1 && stands(p)) line(text, ++id, -1, p, of);
    }
    vertex(text, bound ? "V -2 1 [1,3]" : "V -1 1 [1,2]", e, run);
    for (particle const& p : e.particles)
      if (e.is_product(p) && stands(p)) line(text, ++id, bound ? -2 : -1, p, of);
  }

private:
  // [P.R.1, P.C.1]
  static constexpr int beam_status = static_cast<int>(particle_status::beam),
                       target_status = static_cast<int>(particle_status::target),
                       struck_status = static_cast<int>(particle_status::struck),
                       system_status = static_cast<int>(particle_status::system);
  static constexpr double pb_in_fb = 1e-3;

  struct scale {
    double momentum, length; ///< of a GeV and a cm
  };
  static scale scale_of(event_units units) {
    return units == event_units::gev_cm ? scale{1, 1} : scale{1e3, 10};
  }

  /// Of the outgoing neutrino, which l-, l+ and what recoils follow.
  static int id_of_neutrino(event const& e, run_description const& run) {
    bool const remnant = e.remnant() != nullptr && run.recoil == recoil_writing::written;
    return (e.has_struck_nucleon() ? 3 : 2) + (remnant ? 1 : 0) + 1;
  }

  /// Of charged leptons, and the direction of their spin as HepMC3 has it: polar angle and azimuth.
  static void describe_helicities(std::string& text, event const& e, run_description const& run) {
    int id = id_of_neutrino(e, run);
    for (particle const* p : {&e.lepton_minus(), &e.lepton_plus()}) {
      ++id;
      if (p->helicity == 0) continue;
      double const sign = p->helicity, x = sign * p->momentum.x, y = sign * p->momentum.y;
      detail::append_line(text, 'A', id, "helicity", p->helicity);
      detail::append_line(text, 'A', id, "theta", std::atan2(std::hypot(x, y), sign * p->momentum.z));
      detail::append_line(text, 'A', id, "phi", std::atan2(y, x));
    }
  }

  /// Of a system of hadrons, which is the last but nuclei.
  static void describe_hadrons(std::string& text, event const& e, run_description const& run) {
    if (e.recoil().status != particle_status::system) return;
    int const id = id_of_neutrino(e, run) + 3;
    detail::append_line(text, 'A', id, "baryon_number", 1);
    detail::append_line(text, 'A', id, "charge", e.struck_pdg_code() == detail::proton_code ? 1 : 0);
    detail::append_line(text, 'A', id, "M_X", e.recoil().mass * scale_of(run.units).momentum);
  }

  static bool is_nucleus(particle const& p) { return p.pdg_code > 1'000'000'000; }

  template <class... Words>
  static void attribute(std::string& text, std::string const& key, Words const&... values) {
    detail::append_line(text, 'A', key, values...);
  }

  /// An attribute whose text comes from elsewhere.
  static void text_attribute(std::string& text, std::string const& key, std::string_view value) {
    attribute(text, key, detail::escaped_for_hepmc(value));
  }

  static std::string indexed(std::string_view what, int id, std::string_view member) {
    return "NuHepMC." + std::string(what) + '[' + std::to_string(id) + "]." + std::string(member);
  }

  static void vertex(std::string& text, std::string_view what, event const& e, run_description const& run) {
    text += what;
    if (run.placed) {
      constexpr double speed_of_light = 29.9792458; // cm/ns, exact
      double const length = scale_of(run.units).length;
      detail::append_all(text, " @ ", e.vertex.x * length, ' ', e.vertex.y * length, ' ', e.vertex.z * length,
                         ' ', e.vertex.e * speed_of_light * length);
    }
    text += '\n';
  }

  static void line(std::string& text, int id, int parent, particle const& p, scale const& of) {
    double const unit = of.momentum;
    detail::append_line(text, 'P', id, parent, p.pdg_code, p.momentum.x * unit, p.momentum.y * unit,
                        p.momentum.z * unit, p.momentum.e * unit, p.mass * unit, static_cast<int>(p.status));
  }

  /// Those that are followed: of an exposure in protons or seconds G.C.1 too.
  static std::string conventions(run_description const& run) {
    bool const known = run.exposure && (run.exposure->unit == exposure_unit::protons_on_target ||
                                        run.exposure->unit == exposure_unit::seconds);
    return std::string(known ? "G.C.1 " : "") +
           "G.C.2 G.C.3 G.C.4 G.C.5 G.S.1 G.S.2 G.S.3 E.C.1 E.C.5 V.C.1 P.C.1 P.C.2";
  }

  /// [G.C.1], and what that has no name for under names of our own.
  static void exposure(std::string& text, exposure_entry const& of) {
    if (of.unit == exposure_unit::protons_on_target) attribute(text, "NuHepMC.Exposure.POT", of.amount);
    if (of.unit == exposure_unit::seconds) attribute(text, "NuHepMC.Exposure.Livetime", of.amount);
    attribute(text, "NuHepMC.Exposure.NEvents", of.events);
    for (auto const& [key, value] : of.words()) text_attribute(text, "trident." + key, value);
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
      text_attribute(text, indexed("ProcessInfo", one.id, "Name"), one.name);
      text_attribute(text, indexed("ProcessInfo", one.id, "Description"), one.description);
    }
  }

  /// [G.R.9, G.R.10, G.S.2]
  static void statuses(std::string& text, bool inelastic) {
    auto const describe = [&](std::string_view info, int id, std::string_view title,
                              std::string_view description) {
      attribute(text, indexed(info, id, "Name"), title);
      attribute(text, indexed(info, id, "Description"), description);
    };
    attribute(text, "NuHepMC.VertexStatusIDs", 1, 21);
    describe("VertexStatusInfo", 1, "Primary", "The neutrino scatters");
    describe("VertexStatusInfo", 21, "NucleonSeparation", "A nucleon is taken out of the nucleus");
    detail::append_all(text, "A NuHepMC.ParticleStatusIDs 1 ", beam_status, ' ', target_status, ' ',
                       struck_status);
    if (inelastic) detail::append_all(text, ' ', system_status);
    text += '\n';
    describe("ParticleStatusInfo", 1, "Final", "Undecayed physical particle");
    describe("ParticleStatusInfo", beam_status, "Beam", "Incoming neutrino");
    describe("ParticleStatusInfo", target_status, "Target", "Nucleus or hydrogen at rest");
    describe("ParticleStatusInfo", struck_status, "StruckNucleon",
             "Nucleon of the target on which the neutrino scatters, off its mass shell where it moves");
    if (inelastic)
      describe("ParticleStatusInfo", system_status, "HadronicSystem",
               "What a nucleon became, all hadrons as one: as it is not of status 1, simulations of a "
               "detector do not see it and sums over final particles lack it");
  }

  /// [G.R.11], in the spelling of the specification and in that of readers.
  static void particle_numbers(std::string& text, bool inelastic) {
    constexpr int remnant = detail::remnant_code, system = detail::hadronic_system_code;
    detail::append_all(text, "A NuHepMC.AdditionalParticleNumbers ", remnant);
    if (inelastic) detail::append_all(text, ' ', system);
    text += '\n';
    for (std::string_view const key : {"AdditionalParticleNumber", "AdditionalParticleInfo"}) {
      attribute(text, indexed(key, remnant, "Name"), "NuclearRemnant");
      attribute(text, indexed(key, remnant, "Description"), "What is left of a nucleus that lost a nucleon");
      if (!inelastic) continue;
      attribute(text, indexed(key, system, "Name"), "HadronicSystem");
      attribute(text, indexed(key, system, "Description"),
                "Cluster of all hadrons that a nucleon became, with their momentum and invariant mass M_X");
    }
  }

  /// [G.C.4]: the names of the specification, and those that readers look for beside them.
  static void beams(std::string& text, run_description const& run) {
    std::vector<std::string> keys = {"NuHepMC.Beam."};
    for (auto const& one : run.beams) keys.push_back("NuHepMC.Beam[" + std::to_string(one.pdg_code) + "].");
    for (std::size_t i = 0; i < keys.size(); ++i) {
      auto const& one = run.beams[i == 0 ? 0 : i - 1];
      std::string const unit = one.density_unit.empty() ? "Arbitrary" : one.density_unit;
      attribute(text, keys[i] + "Type", one.edges.empty() ? "MonoEnergetic" : "Histogram");
      attribute(text, keys[i] + "EnergyUnit", "GEV");
      for (std::string_view const member : {"FluxUnit", "RateUnit"})
        text_attribute(text, keys[i] + std::string(member), unit);
      if (i > 0) distribution(text, keys[i], one);
    }
  }

  /// As many bins as fit into the longest line that HepMC3 reads, 2^18 bytes: neighbours are put together.
  static beam_entry with_fewer_bins(beam_entry const& one) {
    constexpr std::size_t most_bins = 8192;
    std::size_t const bins = one.densities.size(), together = (bins + most_bins - 1) / most_bins;
    if (together <= 1) return one;
    beam_entry coarse{one.pdg_code, one.energy, {one.edges.front()}, {}, one.density_unit};
    for (std::size_t first = 0; first < bins; first += together) {
      std::size_t const last = std::min(first + together, bins);
      double content = 0;
      for (std::size_t i = first; i < last; ++i)
        content += one.densities[i] * (one.edges[i + 1] - one.edges[i]);
      coarse.edges.push_back(one.edges[last]);
      coarse.densities.push_back(content / (one.edges[last] - one.edges[first]));
    }
    return coarse;
  }

  static void distribution(std::string& text, std::string const& key, beam_entry const& one) {
    if (one.edges.empty()) {
      attribute(text, key + "MonoEnergetic.Energy", one.energy);
      return;
    }
    beam_entry const coarse = with_fewer_bins(one);
    numbers(text, key + "Histogram.BinEdges", coarse.edges);
    numbers(text, key + "Histogram.BinContent", coarse.densities);
    attribute(text, key + "Histogram.ContentIsPerWidth", 1);
  }

  static void numbers(std::string& text, std::string const& key, std::vector<double> const& values) {
    detail::append_all(text, "A ", key);
    for (double const value : values) detail::append_all(text, ' ', value);
    text += '\n';
  }

  /// [G.S.3], under the name of the specification and under its older one.
  static void target(std::string& text, run_description const& run) {
    for (std::string_view const key : {"TargetMaterialRelativeAtomicAbundance", "TargetComposition"}) {
      detail::append_all(text, "A NuHepMC.", key);
      for (auto const& one : run.targets)
        detail::append_all(text, ' ', one.pdg_code, '[', one.count / run.atoms(), ']');
      text += '\n';
    }
  }

  /// [G.S.1]; of a name that is there several times readers keep the last one only, so models have the number of their
  /// weight. No name has more than 63 letters: HepMC3's reader has no more room.
  static void provenance(std::string& text, run_description const& run) {
    attribute(text, "NuHepMC.Provenance.Seed", run.seed);
    for (auto const& [key, value] : run.provenance())
      if (key != "seed" && key != "also-model") text_attribute(text, "NuHepMC.Provenance." + key, value);
    for (std::size_t i = 0; i < run.models.size(); ++i)
      text_attribute(text, "NuHepMC.Provenance.also-model[" + std::to_string(i + 1) + ']',
                     run.models[i].text);
    if (run.recoil == recoil_writing::left_out) attribute(text, "NuHepMC.Provenance.no-recoil", "yes");
  }
};

static_assert(EventFormat<nuhepmc_format>);

} // namespace trident
