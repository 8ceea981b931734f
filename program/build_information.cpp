// SPDX-License-Identifier: BSL-1.0
#include "build_information.hpp"

#include <trident/base/version.hpp>

#if __has_include(<xsimd/xsimd.hpp>)
#include <xsimd/xsimd.hpp>
#endif

namespace trident::program {

extern char const* const commit_of_sources; // in a source of its own, which the build writes

namespace {

std::string compiler_text() {
#if defined(__clang__)
  return "clang++ " + std::to_string(__clang_major__) + '.' + std::to_string(__clang_minor__) + '.' +
         std::to_string(__clang_patchlevel__);
#elif defined(__GNUC__)
  return "g++ " + std::to_string(__GNUC__) + '.' + std::to_string(__GNUC_MINOR__) + '.' +
         std::to_string(__GNUC_PATCHLEVEL__);
#else
  return "unknown compiler";
#endif
}

std::string packs_text() {
#if __has_include(<xsimd/xsimd.hpp>)
  return std::string(xsimd::default_arch::name()) + ": packs of " +
         std::to_string(xsimd::batch<double>::size) + " doubles";
#else
  return "no packs";
#endif
}

} // namespace

std::string build_text() {
  return "trident " + std::string(version) + " (" + commit_of_sources + ", " + compiler_text() + ", " +
         packs_text() + ')';
}

} // namespace trident::program
