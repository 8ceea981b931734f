// SPDX-License-Identifier: BSL-1.0
#pragma once

// Random123's Philox. On x86 its headers take in all vector instructions of the compiler (<x86intrin.h>, 0.4 s to parse);
// those that Random123 uses are asked for one by one here. The macros are Random123's own, and gone behind it; its types
// and its other headers are the same either way.

#if (defined(__x86_64__) || defined(__i386__)) && defined(__SSE2__) && !defined(R123_USE_X86INTRIN_H)
#define R123_USE_X86INTRIN_H 0
#define R123_USE_EMMINTRIN_H 1
#ifdef __SSE4_1__
#define R123_USE_SMMINTRIN_H 1
#endif
#ifdef __AES__
#define R123_USE_WMMINTRIN_H 1
#endif
#include <Random123/philox.h>
#undef R123_USE_X86INTRIN_H
#undef R123_USE_EMMINTRIN_H
#undef R123_USE_SMMINTRIN_H
#undef R123_USE_WMMINTRIN_H
#else
#include <Random123/philox.h>
#endif
