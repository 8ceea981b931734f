// SPDX-License-Identifier: BSL-1.0
// What clang-tidy reads: all front doors, and what they leave to be included.
#include <trident/compiled.hpp>
#include <trident/electroweak.hpp>
#include <trident/event/cross_section_source.hpp>
#include <trident/event/generator.hpp>
#include <trident/fluxes.hpp>
#include <trident/format/any_format.hpp>
#include <trident/format/event_reader.hpp>
#include <trident/limits/anomalous_magnetic_moment.hpp>
#include <trident/limits/trident_ratio.hpp>
#include <trident/quadrature/distribution.hpp>
#include <trident/quadrature/energy_scan.hpp>
#include <trident/quasi_random.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/rates/tabulated_cross_sections.hpp>
#include <trident/runtime.hpp>
#include <trident/simd.hpp>
#include <trident/trident.hpp>
