// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>

#include <trident/format/csv.hpp>
#include <trident/format/hepevt.hpp>
#include <trident/format/lhef.hpp>
#include <trident/format/lhef_reader.hpp>
#include <trident/format/nuhepmc.hpp>
#include <trident/format/nuhepmc_reader.hpp>
#include <trident/format/teg.hpp>

namespace trident {

/// A format of event files, and what reads its events again, if something does: a class with head(), next(), current(),
/// and the text of head, event and foot with more weights.
template <EventFormat Format, class Reader = void>
struct format_entry {
  using format = Format;
  using reader = Reader;
};

/// All formats, that of experiments first. A new one is its header and a line here: programs, help texts and messages have
/// names and endings from this list.
using event_formats =
    std::tuple<format_entry<nuhepmc_format, nuhepmc_reader>, format_entry<lhef_format, lhef_reader>,
               format_entry<hepevt_format>, format_entry<teg_format>, format_entry<csv_format>>;

namespace detail {

/// Calls visit.operator()<Entry>() for each format.
template <class Visit>
constexpr void for_each_format(Visit const& visit) {
  [&]<class... Entry>(std::tuple<Entry...> const*) {
    (visit.template operator()<Entry>(), ...);
  }(static_cast<event_formats const*>(nullptr));
}

} // namespace detail
} // namespace trident
