// SPDX-License-Identifier: BSL-1.0
#pragma once

// Packs of doubles, and integrands that are evaluated in them: integrate(vectorised{sigma}). Needs the library xsimd.

#include <trident/mc/vectorised.hpp>
#include <trident/numerics/pack.hpp>
