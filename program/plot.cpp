// SPDX-License-Identifier: BSL-1.0
#include "plot.hpp"

#include <algorithm>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/runtime/models.hpp>
#include <trident/runtime/number_option.hpp>

#include "runtime_names.hpp"

namespace trident::program {

namespace {

figure_entry const& find_figure(std::string const& name) {
  if (auto const* const found = trident::detail::find_named(figures(), name, &figure_entry::name))
    return *found;
  throw input_error(
      (name.empty() ? "the name of a figure is missing" : "figure \"" + name + "\" is not known") +
      ": allowed are " + trident::detail::joined(figures(), &figure_entry::name));
}

void require_taken(figure_entry const& chosen, std::string const& name) {
  if (std::find(chosen.options.begin(), chosen.options.end(), name) != chosen.options.end()) return;
  throw input_error("figure \"" + chosen.name + "\" takes no " + name + ": allowed " +
                    (chosen.options.empty() ? "is none" : "are " + trident::detail::joined(chosen.options)));
}

} // namespace

energy_range energies_of(plot_request const& request, std::string const& otherwise,
                         std::string const& highest) {
  constexpr double lowest = 0.01; // [GeV]
  std::string const text = request.option("--energies", otherwise);
  auto const colon = text.find(':');
  auto const end = [&](std::string const& part) {
    return number_from_text("--energies " + text + ": an end", part, lowest, std::stod(highest),
                            "an energy from 0.01 to " + highest + " GeV");
  };
  if (colon == std::string::npos)
    throw input_error("--energies is \"" + text + "\": it must be FROM:TO in GeV, such as 0.1:1000");
  energy_range const range{end(text.substr(0, colon)), end(text.substr(colon + 1))};
  if (range.low < range.high) return range;
  throw input_error("--energies is \"" + text + "\": the first must be below the second");
}

std::vector<plot_option> const& plot_options() {
  static std::vector<plot_option> const all = {
      {"--process", "P", "number from 1 to 30, or text; see trident list processes (8 and its neighbours)"},
      {"--target", "T", "nucleus; see trident list targets (Ar, where one is needed)"},
      {"--energies", "FROM:TO",
       "of the axis [GeV], within 0.01 and 1e6, of electroweak, regimes and w-production 1e9 (0.1:1000; of "
       "cross-section "
       "0.1:10000, electroweak 10:1e8, regimes 0.1:1e9, w-production 3e3:1e9)"},
      {"--flux", "NAME", "a named spectrum; see trident list fluxes (of DUNE)"},
      {"--model", "NAME",
       "with a Z': " + registry::joined(registry::names_of(registry::fixed_z_prime_axis), ", ", " or ") +
           " (LmuLtau)"},
      {"--curves", "NAMES", "published ones: usual, all, none, or names of trident list limits (usual)"},
      {"--projections", "WORD", "published ones of experiments to come, on or off (off)"},
      {"--overlay", "FILES", "curves of your own, rows mass_GeV,coupling below a line \"# name: X\""},
      {"--size", "WxH", "of the picture in 1/100 inch, 500 to 3000 each (860x760)"},
      {"--regime", "REGIME", "coherent, incoherent, inelastic, total or a sum of them (coherent)"},
      {"--distribution", "X", "an observable of events; see trident list observables (theta_ll)"},
      {"--points", "FROM:TO:N[:log]", "edges of the bins (of 99 % of the cross section)"},
      {"--cut", "TEXT", "what passes is drawn before the whole, such as \"E_minus > 0.5, theta_ll < 20\""},
      {"--smear", "TEXT", "what a detector sees, such as \"E:0.05/sqrt(E)+0.01, theta:1deg\""},
  };
  return all;
}

std::vector<figure_entry> const& figures() {
  static std::vector<figure_entry> const all = {
      {"cross-section",
       "coherent and incoherent cross sections over energy, with theory errors",
       {"--process", "--target", "--energies"},
       cross_section_figure},
      {"form-factors", "nuclear form factors in all parametrisations", {"--target"}, form_factor_figure},
      {"electroweak",
       "full electroweak amplitude over contact interactions, all channels, coherent",
       {"--target", "--energies"},
       electroweak_figure},
      {"regimes",
       "cross section over energy in all regimes, full electroweak amplitude",
       {"--process", "--target", "--energies"},
       regimes_figure},
      {"w-production",
       "real W bosons over energy in all regimes",
       {"--target", "--energies"},
       w_production_figure},
      {"equivalent-photons",
       "equivalent-photon approximations over the exact cross section",
       {"--process", "--target", "--energies"},
       photon_figure},
      {"mediator",
       "sigma/sigma_SM over the mass and the coupling of a Z'",
       {"--process", "--target", "--flux", "--model"},
       mediator_figure},
      {"limits",
       "limits on L_mu - L_tau: g - 2, tridents, DUNE, published, your own",
       {"--curves", "--projections", "--overlay", "--size"},
       limits_figure},
      {"measurements", "measured tridents over the Standard Model", {}, measurement_figure},
      {"flux", "spectra of DUNE's near detector, or of a named flux", {"--flux"}, flux_figure},
      {"distribution",
       "cross section in bins of an observable of events, without and with cuts",
       {"--process", "--target", "--flux", "--regime", "--distribution", "--points", "--cut", "--smear"},
       distribution_figure},
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
  write_figure(chosen.make(request), *request.out, {request.file.value_or("")});
  return 0;
}

} // namespace trident::program
