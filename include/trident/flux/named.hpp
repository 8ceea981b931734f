// SPDX-License-Identifier: BSL-1.0
#pragma once

// All named spectra: dune_tdr_numu{}, ccfr_numu{}, dune_nd_fhc<neutrino::nu_mu>{}, ...
// Each can be included alone.

#include <trident/flux/data/ccfr_numu.hpp>
#include <trident/flux/data/dune_cdr_optimized_anti_numu.hpp>
#include <trident/flux/data/dune_cdr_optimized_numu.hpp>
#include <trident/flux/data/dune_cdr_reference_anti_numu.hpp>
#include <trident/flux/data/dune_cdr_reference_numu.hpp>
#include <trident/flux/data/dune_nd_fhc.hpp>
#include <trident/flux/data/dune_nd_rhc.hpp>
#include <trident/flux/data/dune_nd_tau_optimized_fhc.hpp>
#include <trident/flux/data/dune_nd_tau_optimized_rhc.hpp>
#include <trident/flux/data/dune_tdr_anti_numu.hpp>
#include <trident/flux/data/dune_tdr_numu.hpp>
#include <trident/flux/data/fasernu.hpp>
#include <trident/flux/data/miniboone_fhc.hpp>
#include <trident/flux/data/minos_nd_fhc.hpp>
#include <trident/flux/data/minos_plus_nd_fhc.hpp>
#include <trident/flux/data/sbnd_fhc.hpp>
#include <trident/flux/data/ship.hpp>
#include <trident/flux/data/t2k_ingrid_fhc.hpp>
#include <trident/flux/data/t2k_nd280_fhc.hpp>
