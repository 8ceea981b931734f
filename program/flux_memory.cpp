// SPDX-License-Identifier: BSL-1.0
#include "flux_memory.hpp"

#include "configuration.hpp"

namespace trident::program {

std::shared_ptr<flux_memory> empty_flux_memory() { return std::make_shared<flux_memory>(); }

} // namespace trident::program
