// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <trident/physics/neutrino.hpp>

namespace trident {

/// Charged-current events that the authors of a spectrum publish for a detector, of their mass and exposure.
struct published_charged_current {
  std::string_view detector, mode;
  neutrino flavour;
  double mass_tonnes, exposure;
  double events;
  std::string_view source;

  /// For another mass and exposure.
  constexpr double scaled_to(double tonnes, double exposed) const {
    return events * tonnes * exposed / (mass_tonnes * exposure);
  }
};

inline constexpr auto published_charged_currents = [] {
  using enum neutrino;
  constexpr std::string_view source = "public files of arXiv:2105.08270";
  return std::to_array<published_charged_current>({
      // clang-format off
      {"fasernu", "collider", nu_e, 1.2, 150, 1230.6, source},
      {"fasernu", "collider", nu_mu, 1.2, 150, 4452.5, source},
      {"fasernu", "collider", nu_tau, 1.2, 150, 27.559, source},
      {"fasernu", "collider", anti_nu_e, 1.2, 150, 480.04, source},
      {"fasernu", "collider", anti_nu_mu, 1.2, 150, 1329.8, source},
      {"fasernu", "collider", anti_nu_tau, 1.2, 150, 12.973, source},
      {"fasernu2", "collider", nu_e, 10, 3000, 47814, source},
      {"fasernu2", "collider", nu_mu, 10, 3000, 3.1473e+05, source},
      {"fasernu2", "collider", nu_tau, 10, 3000, 1115.8, source},
      {"fasernu2", "collider", anti_nu_e, 10, 3000, 26739, source},
      {"fasernu2", "collider", anti_nu_mu, 10, 3000, 85379, source},
      {"fasernu2", "collider", anti_nu_tau, 10, 3000, 606.68, source},
      {"flare", "collider", nu_e, 10, 3000, 25534, source},
      {"flare", "collider", nu_mu, 10, 3000, 1.6672e+05, source},
      {"flare", "collider", nu_tau, 10, 3000, 988.42, source},
      {"flare", "collider", anti_nu_e, 10, 3000, 13068, source},
      {"flare", "collider", anti_nu_mu, 10, 3000, 48798, source},
      {"flare", "collider", anti_nu_tau, 10, 3000, 526.31, source},
      {"sndlhc", "collider", nu_e, 0.8, 150, 166.23, source},
      {"sndlhc", "collider", nu_mu, 0.8, 150, 734.42, source},
      {"sndlhc", "collider", nu_tau, 0.8, 150, 7.7178, source},
      {"sndlhc", "collider", anti_nu_e, 0.8, 150, 79.54, source},
      {"sndlhc", "collider", anti_nu_mu, 0.8, 150, 256.62, source},
      {"sndlhc", "collider", anti_nu_tau, 0.8, 150, 3.5534, source},
      // clang-format on
  });
}();

} // namespace trident
