// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/format/any_format.hpp>
#include <trident/format/list.hpp>

namespace trident {

/// Calls use(reader) with what reads a file of events, whichever format it has; `beginning` are its first bytes. Throws
/// input_error for what is in no format that can be read.
template <class Use>
void read_events(std::istream& in, std::string_view beginning, Use const& use) {
  if (beginning.starts_with("\xef\xbb\xbf")) beginning.remove_prefix(3); // the mark of some editors
  bool found = false;
  std::vector<std::string> readable;
  detail::for_each_format([&]<class Entry>() {
    using reader_type = typename Entry::reader;
    if constexpr (!std::is_void_v<reader_type>) {
      readable.emplace_back(Entry::format::name);
      if (found || !reader_type::recognises(beginning)) return;
      found = true;
      reader_type reader(in);
      use(reader);
    }
  });
  if (!found)
    throw input_error("it is no event file with a head: allowed are files in the formats " +
                      detail::joined(readable, ", ", " and "));
}

} // namespace trident
