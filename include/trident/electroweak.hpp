// SPDX-License-Identifier: BSL-1.0
#pragma once

// W and Z as particles: the full electroweak amplitude for all channels, `full_electroweak{model}` in place of a model, its
// quadrature at any energy, and real W bosons.

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/quadrature/electroweak_cross_section.hpp>
#include <trident/quadrature/w_production.hpp>
