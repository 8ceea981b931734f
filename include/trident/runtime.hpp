// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/runtime/catalogue.hpp>
#include <trident/runtime/component_body.hpp>
#include <trident/runtime/cross_section.hpp>
#include <trident/runtime/detector_rates.hpp>
#include <trident/runtime/distribution_body.hpp>
#include <trident/runtime/electroweak_body.hpp>
#include <trident/runtime/electroweak_source_body.hpp>
#include <trident/runtime/event_source_body.hpp>
#include <trident/runtime/events.hpp>
#include <trident/runtime/limits.hpp>
#include <trident/runtime/monte_carlo_body.hpp>
#include <trident/runtime/quadrature_body.hpp>
#include <trident/runtime/rates_body.hpp>
#include <trident/runtime/scan.hpp>
#include <trident/runtime/w_production_body.hpp>
#include <trident/runtime/write_sample.hpp>

// The front door at run time: what is to be computed is said by names, as the program trident and interpreted languages
// need it, and all that can be chosen is compiled where this is included, which takes a minute. It needs trident::runtime
// (CMake), which is the library and zlib.
//
//     using namespace trident;
//     runtime::physics_request physics;
//     physics.process = "nu_mu -> nu_mu mu+ mu-";
//     physics.target = "Ar";
//     physics.flux.energy = 5;
//     auto const result = runtime::cross_section(physics);            // result.value +- result.error, in fb
//
// Beside cross_section() and cross_sections() there are make_sample(), events_of() and write_events(), rates(),
// compute_exclusion(), compute_scan(), and catalogues() of all names. Nothing is printed; what is bad input is an input_error in the words of the
// command line; progress and questions whether to go on are functions that are passed.
//
// A program of many files includes runtime/cross_section.hpp and its like, which only declare what takes long to compile,
// and compiles that in a few files of its own, as program/integrate_*.cpp do.
