// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

namespace trident::program {

/// "trident 0.1.0 (commit 0123abc, g++ 12.2.0, avx512bw: packs of 8 doubles)": on what bits of results may depend.
std::string build_text();

} // namespace trident::program
