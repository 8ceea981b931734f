// SPDX-License-Identifier: BSL-1.0
#include <trident/trident.hpp>
