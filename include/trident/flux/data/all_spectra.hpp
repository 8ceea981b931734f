// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/*.csv; do not edit.
#pragma once

// clang-format off

#include <trident/base/type_list.hpp>
#include <trident/flux/data/dune_cdr_reference_numu.hpp>
#include <trident/flux/data/dune_cdr_optimized_numu.hpp>
#include <trident/flux/data/dune_tdr_numu.hpp>
#include <trident/flux/data/dune_cdr_reference_anti_numu.hpp>
#include <trident/flux/data/dune_cdr_optimized_anti_numu.hpp>
#include <trident/flux/data/dune_tdr_anti_numu.hpp>
#include <trident/flux/data/ccfr_numu.hpp>
#include <trident/flux/data/atmospheric.hpp>
#include <trident/flux/data/atmospheric_down.hpp>
#include <trident/flux/data/atmospheric_horizontal.hpp>
#include <trident/flux/data/atmospheric_up.hpp>
#include <trident/flux/data/dune_nd_fhc.hpp>
#include <trident/flux/data/dune_nd_rhc.hpp>
#include <trident/flux/data/dune_nd_tau_optimized_fhc.hpp>
#include <trident/flux/data/dune_nd_tau_optimized_rhc.hpp>
#include <trident/flux/data/fasernu.hpp>
#include <trident/flux/data/fasernu2.hpp>
#include <trident/flux/data/flare.hpp>
#include <trident/flux/data/icarus_bnb.hpp>
#include <trident/flux/data/microboone_bnb.hpp>
#include <trident/flux/data/miniboone_fhc.hpp>
#include <trident/flux/data/minos_nd_fhc.hpp>
#include <trident/flux/data/minos_plus_nd_fhc.hpp>
#include <trident/flux/data/nova_fhc.hpp>
#include <trident/flux/data/sbnd_fhc.hpp>
#include <trident/flux/data/ship.hpp>
#include <trident/flux/data/sndlhc.hpp>
#include <trident/flux/data/t2k_ingrid_fhc.hpp>
#include <trident/flux/data/t2k_nd280_fhc.hpp>
#include <trident/flux/data/t2k_nd280_fhc_2016.hpp>

namespace trident::tables {

using all_spectra = type_list<
    dune_cdr_reference_numu,
    dune_cdr_optimized_numu,
    dune_tdr_numu,
    dune_cdr_reference_anti_numu,
    dune_cdr_optimized_anti_numu,
    dune_tdr_anti_numu,
    ccfr_numu,
    atmospheric,
    atmospheric_down,
    atmospheric_horizontal,
    atmospheric_up,
    dune_nd_fhc,
    dune_nd_rhc,
    dune_nd_tau_optimized_fhc,
    dune_nd_tau_optimized_rhc,
    fasernu,
    fasernu2,
    flare,
    icarus_bnb,
    microboone_bnb,
    miniboone_fhc,
    minos_nd_fhc,
    minos_plus_nd_fhc,
    nova_fhc,
    sbnd_fhc,
    ship,
    sndlhc,
    t2k_ingrid_fhc,
    t2k_nd280_fhc,
    t2k_nd280_fhc_2016>;

} // namespace trident::tables
