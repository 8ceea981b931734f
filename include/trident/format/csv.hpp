// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/format/format.hpp>
#include <trident/format/text.hpp>

namespace trident {

/// A table for spreadsheets and data frames: lines with # in front that say what it is, a line of names, then one line an
/// event. Energies and momenta in GeV, T, Q2 and s in GeV^2; where and when an event
/// happens [cm, ns] if it has a place, and the number of its ray if it has one.
struct csv_format {
  static constexpr std::string_view name = "csv";
  static constexpr std::string_view extension = "csv";
  static constexpr format_contents contents{.weights = true, .positions = true};

  void begin(std::string& text, run_description const& run) const {
    text += "# trident events\n";
    for (auto const& [key, value] : run.provenance())
      detail::append_all(text, "# ", key, " = ", detail::in_one_line(value), '\n');
    detail::append_all(text, "# cross_section_fb = ", run.cross_section, '\n');
    detail::append_all(text, "# cross_section_error_fb = ", run.error, '\n');
    if (run.exposure)
      for (auto const& [key, value] : run.exposure->words())
        detail::append_all(text, "# ", key, " = ", detail::in_one_line(value), '\n');
    for (std::size_t i = 0; i < run.models.size(); ++i)
      detail::append_all(text, "# weight_", i + 1, " = ", run.models[i].text, '\n');
    text += "event,weight,process_id,process,kind,target_pdg,struck_pdg,E_nu,m_ll,T,Q2,s";
    for (std::string_view const who : {"nu_out", "minus", "plus", "recoil"})
      for (std::string_view const what : {"pdg", "px", "py", "pz", "E"})
        detail::append_all(text, ',', who, '_', what);
    if (run.placed) text += ",x_cm,y_cm,z_cm,t_ns";
    if (run.of_rays) text += ",ray";
    for (std::size_t i = 0; i < run.models.size(); ++i) detail::append_all(text, ",weight_", i + 1);
    text += '\n';
  }

  void end(std::string&) const {}

  void write(std::string& text, event const& e, run_description const& run) const {
    constexpr std::array<std::string_view, 4> kinds = {"coherent", "bound", "inelastic", "free"};
    detail::append_all(text, e.number, ',', e.weight, ',', e.process_id, ',', e.process_number, ',',
                       kinds[static_cast<std::size_t>(e.regime)], ',', e.target().pdg_code, ',',
                       e.struck_pdg_code(), ',', e.neutrino_in().momentum.e, ',',
                       std::sqrt(e.pair_mass_squared), ',', e.transfer, ',', e.q2, ',', e.s);
    for (auto const* p : {&e.neutrino_out(), &e.lepton_minus(), &e.lepton_plus(), &e.recoil()})
      detail::append_all(text, ',', p->pdg_code, ',', p->momentum.x, ',', p->momentum.y, ',', p->momentum.z,
                         ',', p->momentum.e);
    if (run.placed)
      detail::append_all(text, ',', e.vertex.x, ',', e.vertex.y, ',', e.vertex.z, ',', e.vertex.e);
    if (run.of_rays) detail::append_all(text, ',', e.ray);
    for (double const ratio : e.ratios) detail::append_all(text, ',', e.weight * ratio);
    text += '\n';
  }
};

static_assert(EventFormat<csv_format>);

} // namespace trident
