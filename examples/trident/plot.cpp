// SPDX-License-Identifier: BSL-1.0
#include "plot.hpp"

#include <algorithm>

#include <trident/error.hpp>

namespace trident::program {

namespace {

figure_entry const& find_figure(std::string const& name) {
  std::string allowed;
  for (auto const& one : figures()) {
    if (one.name == name) return one;
    allowed.append(allowed.empty() ? "" : ", ").append(one.name);
  }
  throw input_error(
      (name.empty() ? "the name of a figure is missing" : "figure \"" + name + "\" is not known") +
      ": allowed are " + allowed);
}

void require_taken(figure_entry const& chosen, std::string const& name) {
  if (std::find(chosen.options.begin(), chosen.options.end(), name) != chosen.options.end()) return;
  std::string allowed;
  for (auto const& one : chosen.options) allowed.append(allowed.empty() ? "" : ", ").append(one);
  throw input_error("figure \"" + chosen.name + "\" takes no " + name + ": allowed " +
                    (allowed.empty() ? "is none" : "are " + allowed));
}

} // namespace

std::vector<plot_option> const& plot_options() {
  static std::vector<plot_option> const all = {
      {"--process", "P", "number or text; see trident list processes"},
      {"--target", "T", "nucleus; see trident list targets"},
      {"--flux", "NAME", "a named spectrum; see trident list fluxes"},
      {"--model", "NAME", "with a Z'; see trident list models"},
  };
  return all;
}

std::vector<figure_entry> const& figures() {
  static std::vector<figure_entry> const all = {
      {"cross-section",
       "coherent and incoherent cross sections over energy, with theory errors",
       {"--process", "--target"},
       cross_section_figure},
      {"form-factors", "nuclear form factors in all parametrisations", {"--target"}, form_factor_figure},
      {"equivalent-photons",
       "equivalent-photon approximations over the exact cross section",
       {"--process", "--target"},
       photon_figure},
      {"mediator",
       "sigma/sigma_SM over the mass and the coupling of a Z'",
       {"--process", "--target", "--flux", "--model"},
       mediator_figure},
      {"limits", "limits on L_mu - L_tau: g - 2, tridents, DUNE, published", {}, limits_figure},
      {"measurements", "measured tridents over the Standard Model", {}, measurement_figure},
      {"flux", "spectra of DUNE's near detector, or of a named flux", {"--flux"}, flux_figure},
      {"events", "lepton energies and angles, m_ll and Q2 of a CSV file of events", {"FILE"}, event_figure},
  };
  return all;
}

int run_plot(plot_request const& request) {
  auto const& chosen = find_figure(request.name);
  for (auto const& [name, value] : request.options) require_taken(chosen, name);
  if (request.file) require_taken(chosen, "FILE");
  if (!request.out)
    throw input_error("--out is missing: it needs the name of the picture, FILE.svg, .pdf or .png");
  write_figure(chosen.make(request), *request.out, request.file.value_or(""));
  return 0;
}

} // namespace trident::program
