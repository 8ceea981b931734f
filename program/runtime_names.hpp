// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident::runtime {}

/// The command line speaks of what the library's front door at run time does.
namespace trident::program {
using namespace trident::runtime;
}
