// SPDX-License-Identifier: BSL-1.0
#pragma once

// What neutrinos scatter on: nucleons, nuclei with your own form factor, and sums of them. The nuclei with measured
// charge densities are in nuclei.hpp.

#include <trident/composite_target.hpp>
#include <trident/nucleon.hpp>
#include <trident/nucleus.hpp>
