// SPDX-License-Identifier: BSL-1.0
#pragma once

// What neutrinos scatter on: nucleons, nuclei with your own form factor, and sums of them. The nuclei with measured
// charge densities are in nuclei.hpp.

#include <trident/target/composite.hpp>
#include <trident/target/nucleon.hpp>
#include <trident/target/nucleus.hpp>
