// SPDX-License-Identifier: BSL-1.0
#include "catalogue.hpp"

#include "plot.hpp"

namespace trident::program {

namespace {

std::vector<catalogue_row> list_figures() {
  std::vector<catalogue_row> list;
  for (auto const& one : figures())
    list.push_back({{"name", one.name}, {"description", one.description}, {"options", one.options}});
  return list;
}

} // namespace

std::vector<catalogue> const& catalogues() {
  static std::vector<catalogue> const all = [] {
    auto lists = runtime::catalogues();
    lists.push_back({"figures", list_figures, {"name", "description", "options"}});
    return lists;
  }();
  return all;
}

} // namespace trident::program
