// SPDX-License-Identifier: BSL-1.0
#include "headers_forwards.hpp"

std::string_view other_unit_version();

// Linked with other.cpp: anything in a header that is not inline is defined twice and the linker refuses.
int main() { return trident::version == other_unit_version() ? 0 : 1; }
