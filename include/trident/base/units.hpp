// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

// Internal units: energies, momenta and masses in GeV, lengths in fm, cross sections in fb.

inline constexpr double GeV = 1.0;
inline constexpr double TeV = 1e3;
inline constexpr double MeV = 1e-3;
inline constexpr double keV = 1e-6;

inline constexpr double femtometre = 1.0;

inline constexpr double femtobarn = 1.0;
inline constexpr double picobarn = 1e3;
inline constexpr double square_centimetre = 1e39; ///< 1 cm^2 in fb

} // namespace trident
