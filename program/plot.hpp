// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figure.hpp"

// `trident plot`: each figure is a function from the options to numbers and a script, and a line of figures().

namespace trident::program {

/// What a user says about a figure.
struct plot_request {
  std::string name;
  std::optional<std::string> file; ///< of events
  std::optional<std::string> out;
  std::map<std::string, std::string> options; ///< those given, such as {"--target", "Fe"}

  /// The value of an option, or the default.
  std::string option(std::string const& name_of_option, std::string const& otherwise) const {
    auto const found = options.find(name_of_option);
    return found != options.end() ? found->second : otherwise;
  }
  bool has(std::string const& name_of_option) const { return options.contains(name_of_option); }
};

/// Energies from one to the other [GeV].
struct energy_range {
  double low, high;
};

/// As --energies FROM:TO says, or `otherwise` [GeV]. Throws input_error.
energy_range energies_of(plot_request const& request, std::string const& otherwise = "0.1:1000",
                         std::string const& highest = "1e6");

/// An option of `trident plot`, which some of the figures take.
struct plot_option {
  std::string_view name, type;
  std::string help;
};

/// All of them.
std::vector<plot_option> const& plot_options();

/// A figure that can be asked for.
struct figure_entry {
  std::string name;
  std::string description;
  std::vector<std::string> options; ///< that it takes
  figure (*make)(plot_request const&);
};

std::vector<figure_entry> const& figures();

/// Makes a figure and writes it; returns the exit status.
int run_plot(plot_request const& request);

figure cross_section_figure(plot_request const&);
figure form_factor_figure(plot_request const&);
figure photon_figure(plot_request const&);
figure mediator_figure(plot_request const&);
figure limits_figure(plot_request const&);
figure measurement_figure(plot_request const&);
figure flux_figure(plot_request const&);
figure event_figure(plot_request const&);
figure electroweak_figure(plot_request const&);
figure regimes_figure(plot_request const&);
figure w_production_figure(plot_request const&);
figure distribution_figure(plot_request const&);

} // namespace trident::program
