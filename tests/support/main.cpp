// SPDX-License-Identifier: BSL-1.0

// The one translation unit that compiles Catch2's own main (version 2), or calls it (version 3).
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
#else
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
