// SPDX-License-Identifier: BSL-1.0
#pragma once

// Nuclear charge form factors: F(Q), Q [GeV], F(0) = 1, lengths in fm.

#include <trident/target/form_factor/fermi.hpp>
#include <trident/target/form_factor/fourier_bessel.hpp>
#include <trident/target/form_factor/kind.hpp>
#include <trident/target/form_factor/of_density.hpp>
#include <trident/target/form_factor/point.hpp>
#include <trident/target/form_factor/sphere.hpp>
#include <trident/target/form_factor/tabulated.hpp>
