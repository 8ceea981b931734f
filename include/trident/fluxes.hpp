// SPDX-License-Identifier: BSL-1.0
#pragma once

// All spectra that have a name here, as types: dune_tdr_numu, ...

#include <trident/flux/named.hpp>
