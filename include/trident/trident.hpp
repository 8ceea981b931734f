// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything that a cross section needs, but the big tables (fluxes.hpp, the folders data/), names for users (runtime/),
// events (event/) and packs (simd.hpp).

#include <trident/base/units.hpp>
#include <trident/cross_section/composite.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/cross_section/integrate.hpp>
#include <trident/flux/flux.hpp>
#include <trident/model/model.hpp>
#include <trident/physics/process.hpp>
#include <trident/quadrature/composite.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/output.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>
