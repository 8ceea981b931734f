// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include <trident/format/format.hpp>
#include <trident/format/text.hpp>

namespace trident {

/// HEPEVT in the dialect of LArSoft's TextFileGen: "event particles", then one line of 15 fields a particle: status pdg
/// mother1 mother2 daughter1 daughter2 px py pz E m x y z t (GeV, cm, ns). Status 1 is tracked, 0 is not. The rest of a
/// nucleus that lost a nucleon stays where it was and has no code that a simulation knows: it is left out. A system of
/// hadrons below 2 GeV is a nucleon and a pion; a heavier one is not tracked.
struct hepevt_format {
  static constexpr std::string_view name = "hepevt";
  static constexpr std::string_view extension = "hepevt";
  static constexpr format_contents contents{.positions = true, .last_number = detail::last_int};

  void begin(std::string&, run_description const&) const {}
  void end(std::string&) const {}

  void write(std::string& text, event const& e, run_description const&) const {
    auto const products = e.simulated_products();
    std::size_t const last = 2 + products.size();
    detail::append_line(text, e.number, last);
    line(text, e, e.neutrino_in(), 0, " 0 0 3 ", last);
    line(text, e, e.struck(), 0, " 0 0 3 ", last);
    for (particle const& p : products)
      line(text, e, p, p.status == particle_status::outgoing ? 1 : 0, " 1 2 0 ", 0);
  }

private:
  /// Mothers are the first two, daughters the third to the last.
  static void line(std::string& text, event const& e, particle const& p, int status,
                   std::string_view relatives, std::size_t last) {
    detail::append_all(text, status, ' ', p.pdg_code, relatives, last, ' ');
    detail::append_line(text, p.momentum.x, p.momentum.y, p.momentum.z, p.momentum.e, p.mass, e.vertex.x,
                        e.vertex.y, e.vertex.z, e.vertex.e);
  }
};

static_assert(EventFormat<hepevt_format>);

} // namespace trident
