// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

/// k_F of the ideal Fermi gas in which bound nucleons are, unless another is asked for [GeV].
inline constexpr double default_fermi_momentum = 0.235;

} // namespace trident
