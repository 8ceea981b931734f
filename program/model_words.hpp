// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/runtime/event_source.hpp>

#include "runtime_names.hpp"

namespace trident::program {

/// Models in one word each, "LmuLtau --coupling 0.01 --mass 0.1", with grids written out: a parameter
/// FROM:TO:N[:log] stands for N models. Throws input_error for a range that is none.
std::vector<std::string> expanded_models(std::vector<std::string> const& texts);

/// The models that such words name, in their order; `option` is where they came from. Throws input_error for a model or
/// parameter that is not there, and for one that is named twice.
model_list models_from_words(std::string const& option, std::vector<std::string> const& texts);

} // namespace trident::program
