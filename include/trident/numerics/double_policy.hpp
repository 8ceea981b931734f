// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/math/policies/policy.hpp>

namespace trident::detail {

/// Boost.Math in double alone. Its default computes in long double, whose tables it prepares before main() begins: where
/// that has 64 bits only, as under valgrind, no program with such a function in it starts.
using double_policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

} // namespace trident::detail
