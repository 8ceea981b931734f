// SPDX-License-Identifier: BSL-1.0
#pragma once

// Catch2 3 where it is installed, else 2.13; tests include this header and never Catch2's own.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
