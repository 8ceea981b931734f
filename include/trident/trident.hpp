// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/cross_section.hpp>
#include <trident/flux.hpp>
#include <trident/integrand.hpp>
#include <trident/model.hpp>
#include <trident/nuclei.hpp>
#include <trident/process.hpp>
#include <trident/units.hpp>
