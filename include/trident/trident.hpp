// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything that a cross section needs, but the big tables (fluxes.hpp, tables/*), names for users (registry/*),
// events (event/*) and packs (simd.hpp).

#include <trident/composite_cross_section.hpp>
#include <trident/cross_section.hpp>
#include <trident/flux.hpp>
#include <trident/inclusive.hpp>
#include <trident/integrand.hpp>
#include <trident/io.hpp>
#include <trident/model.hpp>
#include <trident/nuclei.hpp>
#include <trident/nucleon.hpp>
#include <trident/process.hpp>
#include <trident/units.hpp>
