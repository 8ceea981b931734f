// SPDX-License-Identifier: BSL-1.0
#pragma once

// Cross sections by randomised quasi-random points: integrate_quasi_random(sigma).

#include <trident/cross_section/quasi_random.hpp>
