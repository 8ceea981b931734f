// SPDX-License-Identifier: BSL-1.0
#include "catalogue.hpp"

#include <array>
#include <cstddef>

#include <trident/limits/data/published_limits.hpp>

#include "number_text.hpp"

#include <trident/event/observables.hpp>
#include <trident/rates/variations.hpp>

#include "plot.hpp"

namespace trident::program {

namespace {

std::vector<catalogue_row> list_figures() {
  std::vector<catalogue_row> list;
  for (auto const& one : figures())
    list.push_back({{"name", one.name}, {"description", one.description}, {"options", one.options}});
  return list;
}

std::string kind_name(limit_kind kind) {
  constexpr std::array<char const*, 3> names = {"exclusion", "contour", "projection"};
  return names[static_cast<std::size_t>(kind)];
}

std::string masses_text(published_limit const& one) {
  auto const end = [](double mass) { return mass > 0 ? formatted("%.3g", mass) : std::string("0"); };
  return end(one.mass_low) + " to " + (one.mass_high > 0 ? end(one.mass_high) : "?");
}

std::vector<catalogue_row> list_limits() {
  std::vector<catalogue_row> list;
  for (auto const& one : published_limits)
    list.push_back(
        {{"name", std::string(one.id.empty() ? "-" : one.id)},
         {"search", std::string(one.name)},
         {"kind", kind_name(one.kind)},
         {"masses_GeV", masses_text(one)},
         {"confidence", one.confidence > 0 ? formatted("%g", one.confidence) : std::string("not stated")},
         {"trust", std::string(one.trust)},
         {"source", std::string(one.source)},
         {"process", std::string(one.process)},
         {"precision", std::string(one.precision)}});
  return list;
}

std::vector<catalogue_row> list_observables() {
  std::vector<catalogue_row> list;
  for (auto const& one : event_observables())
    list.push_back({{"name", std::string(one.name)},
                    {"unit", std::string(one.unit)},
                    {"description", std::string(one.description)}});
  return list;
}

std::vector<catalogue_row> list_variations() {
  std::vector<catalogue_row> list;
  for (auto const& one : theory_variations())
    list.push_back({{"name", one.name},
                    {"kind", one.is_band() ? "end of a band" : "other theory"},
                    {"cause", one.group},
                    {"description", one.description}});
  return list;
}

} // namespace

std::vector<catalogue> const& catalogues() {
  static std::vector<catalogue> const all = [] {
    auto lists = runtime::catalogues();
    lists.push_back(
        {"limits", list_limits, {"name", "search", "kind", "masses_GeV", "confidence", "trust", "source"}});
    lists.push_back({"figures", list_figures, {"name", "description", "options"}});
    lists.push_back({"observables", list_observables, {"name", "unit", "description"}});
    lists.push_back({"variations", list_variations, {"name", "kind", "cause", "description"}});
    return lists;
  }();
  return all;
}

} // namespace trident::program
