// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/runtime/configuration.hpp>

#include "figure.hpp"
#include "requests.hpp"
#include "runtime_names.hpp"

// `trident flux`: what is understood of a file of fluxes, before anything is computed with it.

namespace trident::program {

/// The options as they were given.
struct flux_command_request {
  std::vector<std::string> words; ///< files, FLAVOUR=FILE each if they are several, or the name of a spectrum
  flux_request flux;              ///< how to read them
  output_format format = output_format::text;
  std::optional<std::string> out; ///< a picture
};

int run_flux(flux_command_request const& request);

/// Densities of spectra over the energy, in one panel.
figure spectra_figure(std::string const& title, std::vector<histogram_flux> const& spectra);

} // namespace trident::program
