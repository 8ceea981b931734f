// SPDX-License-Identifier: BSL-1.0
#pragma once

// The contracts between the parts of trident. A type that meets one can stand wherever the library asks for it:
// your own nucleus, spectrum, model or integrand needs no base class and no registration.

#include <trident/mc/concepts.hpp>
#include <trident/physics/concepts.hpp>
