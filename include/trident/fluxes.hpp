// SPDX-License-Identifier: BSL-1.0
#pragma once

// All named spectra: dune_tdr_numu{}, ccfr_numu{}, dune_nd_fhc<neutrino::nu_mu>{}, ...
// Each can be included alone.

#include <trident/tables/flux_ccfr_numu.hpp>
#include <trident/tables/flux_dune_cdr_optimized_anti_numu.hpp>
#include <trident/tables/flux_dune_cdr_optimized_numu.hpp>
#include <trident/tables/flux_dune_cdr_reference_anti_numu.hpp>
#include <trident/tables/flux_dune_cdr_reference_numu.hpp>
#include <trident/tables/flux_dune_nd_fhc.hpp>
#include <trident/tables/flux_dune_nd_rhc.hpp>
#include <trident/tables/flux_dune_nd_tau_optimized_fhc.hpp>
#include <trident/tables/flux_dune_nd_tau_optimized_rhc.hpp>
#include <trident/tables/flux_dune_tdr_anti_numu.hpp>
#include <trident/tables/flux_dune_tdr_numu.hpp>
#include <trident/tables/flux_fasernu.hpp>
#include <trident/tables/flux_miniboone_fhc.hpp>
#include <trident/tables/flux_minos_nd_fhc.hpp>
#include <trident/tables/flux_minos_plus_nd_fhc.hpp>
#include <trident/tables/flux_sbnd_fhc.hpp>
#include <trident/tables/flux_ship.hpp>
#include <trident/tables/flux_t2k_ingrid_fhc.hpp>
#include <trident/tables/flux_t2k_nd280_fhc.hpp>
