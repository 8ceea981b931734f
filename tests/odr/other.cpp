// SPDX-License-Identifier: BSL-1.0
#include "headers_backwards.hpp"

std::string_view other_unit_version();

std::string_view other_unit_version() { return trident::version; }
