// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/format/format.hpp>
#include <trident/format/text.hpp>

namespace trident {

/// The listing of the reference generator (arXiv:1902.06765): pdg, state (-1 in, 1 out), px py pz E m with eight
/// decimals; in the order incoming neutrino, outgoing neutrino, l-, l+, and what a struck nucleon became: of a system of
/// hadrons below 2 GeV a nucleon and a pion.
struct teg_format {
  static constexpr std::string_view name = "teg";
  static constexpr std::string_view extension = "txt";
  static constexpr format_contents contents{};

  void begin(std::string&, run_description const&) const {}
  void end(std::string&) const {}

  void write(std::string& text, event const& e, run_description const&) const {
    text += "<event>\n";
    line(text, e.neutrino_in(), -1);
    for (particle const& p : e.simulated_products())
      if (!is_nucleus(p)) line(text, p, 1);
    text += "</event>\n";
  }

private:
  static bool is_nucleus(particle const& p) { return p.pdg_code > 1'000'000'000; }

  static void line(std::string& text, particle const& p, int state) {
    detail::append_all(text, p.pdg_code, ' ', state);
    for (double const value : {p.momentum.x, p.momentum.y, p.momentum.z, p.momentum.e, p.mass}) {
      text += ' ';
      detail::append_fixed(text, value, 8);
    }
    text += '\n';
  }
};

static_assert(EventFormat<teg_format>);

} // namespace trident
