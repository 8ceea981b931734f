// SPDX-License-Identifier: BSL-1.0
#pragma once

// All named spectra: dune_tdr_numu{}, ccfr_numu{}, dune_nd_fhc<neutrino::nu_mu>{}, ...
// Each can be included alone: data/NAME.hpp.

#include <trident/flux/data/all_spectra.hpp>
