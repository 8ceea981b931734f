// SPDX-License-Identifier: BSL-1.0
// Events into something of your own: a sink, which is called with one event after the other, and a format of files, which
// turns events into text. Here spectra of the muons in bins, and a listing with one line an event.
#include <array>
#include <cmath>
#include <iostream>
#include <string>

#include <trident/event/for_each_event.hpp>
#include <trident/format/text.hpp>
#include <trident/format/write_events.hpp>
#include <trident/trident.hpp>

using namespace trident;

/// Counts energies of l- in bins of 1 GeV.
struct muon_spectrum {
  std::array<double, 10> bins = {};
  void operator()(event const& e) {
    auto const bin = static_cast<std::size_t>(e.lepton_minus().momentum.e);
    if (bin < bins.size()) bins[bin] += e.weight;
  }
};
static_assert(EventSink<muon_spectrum>);

/// "number: pdg E, pdg E, ..." of all that comes out.
struct listing {
  static constexpr std::string_view name = "listing", extension = "lst";
  static constexpr format_contents contents{};
  void begin(std::string& text, run_description const&) const { text += "# outgoing particles [GeV]\n"; }
  void end(std::string& text) const { text += "# end\n"; }
  void write(std::string& text, event const& e, run_description const&) const {
    detail::append_all(text, e.number, ':');
    for (particle const& p : e.particles)
      if (p.status == particle_status::outgoing) detail::append_all(text, ' ', p.pdg_code, ' ', p.momentum.e);
    text += '\n';
  }
};
static_assert(EventFormat<listing>);

int main() {
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, monoenergetic{10.0 * GeV}, standard_model{}};
  source_description const what = {
      numu_to_numu_mumu{}, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  event_generator const generator({make_event_source(sigma, what)}, 1);
  muon_spectrum spectrum;
  auto const statistics = for_each_event(generator, 0, 5000, spectrum);
  double all = 0;
  for (std::size_t i = 0; i < spectrum.bins.size(); ++i) {
    std::cout << i << " to " << i + 1 << " GeV: " << spectrum.bins[i] << '\n';
    all += spectrum.bins[i];
  }
  std::string file;
  write_events(generator, listing{}, {}, {0, 3}, execution_policy(1),
               [&](std::string const& text) { file += text; });
  std::cout << file;
  bool const complete = std::abs(all / statistics.sum_of_weights - 1) < 1e-9; // no muon has more than 10 GeV
  return complete && file.ends_with("# end\n") ? 0 : 1;
}
