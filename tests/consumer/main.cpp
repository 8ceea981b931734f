// SPDX-License-Identifier: BSL-1.0
#include <cstdio>

#include <trident/version.hpp>

int main() { std::printf("trident %s\n", trident::version.data()); }
