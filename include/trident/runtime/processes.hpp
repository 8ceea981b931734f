// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/hana/for_each.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/type.hpp>

#include <trident/base/closest.hpp>
#include <trident/base/error.hpp>
#include <trident/physics/channel_text.hpp>
#include <trident/physics/process.hpp>

namespace trident::registry {

namespace detail {

template <class... P>
constexpr auto types_of(std::tuple<P...> const*) {
  return boost::hana::tuple_t<P...>;
}

} // namespace detail

/// The 30 channels as types, in the order of their numbers.
inline constexpr auto process_axis = detail::types_of(static_cast<process_list const*>(nullptr));

/// The 30 channels as values, in the order of their numbers.
inline std::vector<channel> all_channels() {
  std::vector<channel> channels;
  boost::hana::for_each(process_axis,
                        [&](auto type) { channels.push_back(typename decltype(type)::type{}); });
  return channels;
}

namespace detail {

inline constexpr std::string_view where_processes_are =
    "see `trident list processes`, which has real W bosons (31 to 36) too";

inline std::optional<channel> channel_of(channel_text const& asked) {
  bool const plus_first = asked.pair[0].charge > 0;
  auto const& plus = asked.pair[plus_first ? 0 : 1];
  auto const& minus = asked.pair[plus_first ? 1 : 0];
  for (auto const& one : all_channels())
    if (one.is_antineutrino == asked.incoming.is_antiparticle &&
        one.is_antineutrino == asked.outgoing.is_antiparticle &&
        one.incoming_family == asked.incoming.family && one.outgoing_family == asked.outgoing.family &&
        one.minus_family == minus.family && one.plus_family == plus.family && minus.charge + plus.charge == 0)
      return one;
  return std::nullopt;
}

/// The flavour number that changes, as "the muon number is 1 before and 2 after".
inline std::string changed_flavours(channel_text const& asked) {
  std::string changes;
  constexpr std::string_view names[3] = {"electron", "muon", "tau"};
  for (std::size_t i = 0; i < 3; ++i) {
    auto const family = static_cast<flavour>(i);
    int const before = asked.incoming.number(family);
    int const after =
        asked.outgoing.number(family) + asked.pair[0].number(family) + asked.pair[1].number(family);
    if (before == after) continue;
    changes.append(changes.empty() ? "the " : ", the ").append(names[i]).append(" number is ");
    changes.append(std::to_string(before))
        .append(" before and ")
        .append(std::to_string(after))
        .append(" after");
  }
  return changes;
}

/// Which rule a channel breaks that is not among the 30.
inline std::string broken_rule(channel_text const& asked) {
  if (asked.pair[0].charge + asked.pair[1].charge != 0)
    return "violates electric charge: it needs one positive and one negative lepton";
  if (asked.incoming.is_antiparticle != asked.outgoing.is_antiparticle)
    return "violates lepton number: a neutrino stays a neutrino, an antineutrino an antineutrino";
  return "violates lepton flavour: " + changed_flavours(asked);
}

inline std::string quoted_list(std::vector<std::string> const& texts) {
  std::string list;
  for (auto const& text : texts) list.append(list.empty() ? "\"" : ", \"").append(text).append("\"");
  return list;
}

inline channel channel_with_number(std::string_view text, int number) {
  auto const channels = all_channels();
  if (number >= 1 && number <= static_cast<int>(channels.size()))
    return channels[static_cast<std::size_t>(number - 1)];
  throw input_error("process number " + std::string(text) + " is not known: allowed are 1 to " +
                    std::to_string(channels.size()) + "; " + std::string(where_processes_are));
}

[[noreturn]] inline void refuse_unknown_process(std::string_view text) {
  std::vector<std::string> texts;
  for (auto const& one : all_channels()) texts.push_back(one.text());
  throw input_error(
      "process \"" + std::string(text) + "\" is not known: allowed are 1 to 30 or a text; the closest are " +
      quoted_list(closest(text, std::move(texts), 3)) + "; " + std::string(where_processes_are));
}

} // namespace detail

/// The channel of a number ("8") or of a text ("nu_mu -> nu_mu mu+ mu-", blanks and the order of the pair as you like).
/// Throws input_error that says which conservation law a channel breaks, or what is allowed.
inline channel find_process(std::string_view text) {
  int number = 0;
  auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!text.empty() && end == text.data() + text.size() && problem != std::errc::invalid_argument)
    return detail::channel_with_number(text, problem == std::errc{} ? number : 0);
  auto const asked = read_channel_text(text);
  if (!asked) detail::refuse_unknown_process(text);
  if (auto const found = detail::channel_of(*asked)) return *found;
  throw input_error("process \"" + std::string(text) + "\" " + detail::broken_rule(*asked) + "; " +
                    std::string(detail::where_processes_are));
}

} // namespace trident::registry
