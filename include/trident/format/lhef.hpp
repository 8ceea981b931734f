// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <trident/base/version.hpp>
#include <trident/format/format.hpp>
#include <trident/format/text.hpp>

namespace trident {

/// Les Houches event files, version 3.0 (J. Butterworth et al., arXiv:1405.1067, appendix A): unweighted with IDWTUP 3,
/// where XWGTUP is 1, or more above the maximum; weighted with IDWTUP 4, where the mean of XWGTUP is the cross section [pb].
/// Names of weights stand in the header and in the init block, as some readers look there and some here; how many events
/// there are is not known when the head is written, so xsecinfo is left out. Where and when an event happens, if it has a
/// place, stands in a line "#lab_pos x y z t" behind its particles [cm, ns], and the number of its ray in a line "#ray N". In place of a system of hadrons stand a quark
/// and a diquark, or a nucleon and a pion, and its own momentum and mass in a line "#hadrons px py pz E m".
class lhef_format {
public:
  static constexpr std::string_view name = "lhef";
  static constexpr std::string_view extension = "lhe";
  static constexpr format_contents contents{.weights = true, .positions = true};

  void begin(std::string& text, run_description const& run) const {
    text += "<LesHouchesEvents version=\"3.0\">\n<header>\n<trident>\n";
    for (auto const& [key, value] : run.provenance())
      detail::append_all(text, detail::escaped_for_xml(key), " = ", detail::escaped_for_xml(value), '\n');
    if (run.exposure)
      for (auto const& [key, value] : run.exposure->words())
        detail::append_all(text, key, " = ", detail::escaped_for_xml(value), '\n');
    text += "</trident>\n";
    if (!run.models.empty()) detail::append_names(text, run.models);
    text += "</header>\n<init>\n";
    int const kind = run.weights == weighting::weighted ? 4 : 3;
    auto const target = run.targets.empty() ? target_entry{0, 1} : run.targets.front();
    double highest = 0; // of all flavours: the format has room for one beam
    for (auto const& one : run.beams) highest = std::max(highest, one.largest_energy());
    detail::append_line(text, run.beams.front().pdg_code, target.pdg_code, highest, target.mass, 0, 0, 0, 0,
                        kind, run.processes.size());
    for (auto const& one : run.processes)
      detail::append_line(text, one.cross_section * pb_in_fb, one.error * pb_in_fb,
                          run.weights == weighting::weighted ? one.maximum * pb_in_fb : 1.0, one.id);
    detail::append_all(text, "<generator name=\"trident\" version=\"", version,
                       "\">neutrino trident production</generator>\n");
    for (auto const& one : run.processes)
      detail::append_all(text, "<procinfo iproc=\"", one.id, "\">", detail::escaped_for_xml(one.name),
                         "</procinfo>\n");
    if (!run.models.empty()) detail::append_names(text, run.models);
    text += "</init>\n";
  }

  void end(std::string& text) const { text += "</LesHouchesEvents>\n"; }

  void write(std::string& text, event const& e, run_description const& run) const {
    double const unit = run.weights == weighting::weighted ? run.cross_section * pb_in_fb : 1;
    text += "<event>\n";
    auto const stands = [&](particle const& p) {
      return p.status != particle_status::system || e.constituents.empty();
    };
    detail::append_line(text, e.particles.size() + (e.constituents.empty() ? 0 : 1), e.process_id,
                        e.weight * unit, -1, -1, -1);
    for (particle const& p : e.particles) {
      if (stands(p)) line(text, e, p);
      if (!stands(p))
        for (particle const& part : e.constituents) line(text, e, part);
    }
    if (!e.constituents.empty()) {
      particle const& hadrons = e.recoil();
      detail::append_line(text, "#hadrons", hadrons.momentum.x, hadrons.momentum.y, hadrons.momentum.z,
                          hadrons.momentum.e, hadrons.mass);
    }
    if (run.placed) detail::append_line(text, "#lab_pos", e.vertex.x, e.vertex.y, e.vertex.z, e.vertex.e);
    if (run.of_rays) detail::append_line(text, "#ray", e.ray);
    if (!e.ratios.empty()) weights(text, e, run, unit);
    text += "</event>\n";
  }

private:
  static constexpr double pb_in_fb = 1e-3;
  static constexpr int unknown_spin = 9;
  static constexpr int colour_line = 501; ///< from a quark to the diquark that it leaves

  /// Products of the primary vertex have the neutrino for a mother too.
  static void line(std::string& text, event const& e, particle const& p) {
    bool const incoming = p.status == particle_status::beam || p.status == particle_status::target;
    int const status = incoming ? -1 : p.status == particle_status::struck ? 2 : 1;
    int const mother = p.mother + 1;
    int const colour = detail::is_quark(p.pdg_code) ? colour_line : 0,
              anticolour = detail::is_diquark(p.pdg_code) ? colour_line : 0;
    detail::append_line(text, p.pdg_code, status, e.is_product(p) ? 1 : mother, mother, colour, anticolour,
                        p.momentum.x, p.momentum.y, p.momentum.z, p.momentum.e, p.mass, 0,
                        p.helicity == 0 ? unknown_spin : p.helicity);
  }

  static void weights(std::string& text, event const& e, run_description const& run, double unit) {
    text += "<rwgt>\n";
    for (std::size_t i = 0; i < e.ratios.size(); ++i)
      detail::append_all(text, "<wgt id=\"", run.models[i].name, "\">", e.weight * unit * e.ratios[i],
                         "</wgt>\n");
    text += "</rwgt>\n";
  }
};

static_assert(EventFormat<lhef_format>);

} // namespace trident
