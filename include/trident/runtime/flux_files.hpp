// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/flux/file.hpp>
#include <trident/flux/rows.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/storage/input_file.hpp>

// The spectra that --flux-file names: one file with all flavours, or one a flavour, FLAVOUR=FILE.

namespace trident::runtime {

/// A file of fluxes, and whose spectrum it holds, where that is said.
struct flux_file_name {
  std::string file;
  std::optional<neutrino> flavour = {};
};

namespace detail {

/// "nu_mu=a.dat" names a flavour, "a=b.dat" is a file.
inline flux_file_name flux_file_name_from(std::string const& stated) {
  auto const sign = stated.find('=');
  if (sign != stated.npos)
    for (auto const flavour : all_neutrinos)
      if (stated.substr(0, sign) == text(flavour)) return {stated.substr(sign + 1), flavour};
  return {stated, {}};
}

inline std::vector<flux_table> const& blocks_of(flux_request const& asked, std::string const& name) {
  std::string const layout = asked.layout.value_or("columns");
  if (layout != "columns" && layout != "rows")
    throw input_error("--flux-layout is \"" + layout +
                      "\": it must be columns (a line is a bin) or rows (a line is a quantity)");
  auto& files = asked.memory->files;
  auto const known = std::find_if(files.begin(), files.end(),
                                  [&](auto const& one) { return one.name == name && one.layout == layout; });
  if (known != files.end()) return known->blocks;
  input_file stream(name);
  auto blocks = layout == "rows" ? std::vector{read_flux_rows(stream, name)} : read_flux_blocks(stream, name);
  files.push_back({name, layout, std::move(blocks)});
  return files.back().blocks;
}

/// Which blocks, and which solid angle.
inline flux_selection selection_of(flux_request const& asked) {
  flux_selection selection{asked.block.value_or("")};
  if (asked.solid_angle) selection.solid_angle = solid_angle_from_text(*asked.solid_angle);
  return selection;
}

inline flux_unit unit_of(flux_request const& asked) {
  if (asked.unit) return flux_unit_from_text(*asked.unit);
  throw input_error(
      "--flux-unit is missing: it needs the unit of the numbers, such as 1/m2/GeV/POT or probability");
}

} // namespace detail

/// The files as they are named, one or more of them; none if no file is asked for. Throws input_error where several have no
/// flavour, or the same.
inline std::vector<flux_file_name> flux_files_of(flux_request const& asked) {
  std::vector<flux_file_name> all;
  if (asked.file) all.push_back(detail::flux_file_name_from(*asked.file));
  for (auto const& more : asked.more_files) all.push_back(detail::flux_file_name_from(more));
  for (auto const& one : all) {
    if (all.size() > 1 && !one.flavour)
      throw input_error("--flux-file \"" + one.file +
                        "\" is one of several: each is given as FLAVOUR=FILE, such as nu_mu=" + one.file);
    auto const same = std::count_if(all.begin(), all.end(), [&](auto const& other) {
      return one.flavour && other.flavour == one.flavour;
    });
    if (same > 1)
      throw input_error("--flux-file " + std::string(text(*one.flavour)) + "=" + one.file +
                        ": there is another file of this flavour");
  }
  return all;
}

/// The flavours that the files have, by what the user or their titles say; empty where nobody says it.
inline std::vector<neutrino> flavours_in_files(flux_request const& asked) {
  std::vector<neutrino> all;
  for (auto const& [file, flavour] : flux_files_of(asked)) {
    if (flavour) {
      all.push_back(*flavour);
      continue;
    }
    auto const& blocks = detail::blocks_of(asked, file);
    auto const& block = *flux_shares(blocks, {asked.block.value_or("")}).front().block;
    for (auto const one : flux_flavours_in(block, asked.columns.value_or("")))
      if (one) all.push_back(*one);
  }
  return all;
}

/// Whether a file has nothing but zeros for a flavour, as those with six columns often have.
inline bool has_no_neutrinos(flux_request const& asked, neutrino flavour) {
  for (auto const& [file, named] : flux_files_of(asked)) {
    if (named == flavour) return false;
    if (named) continue;
    for (auto const& [block, angle] :
         flux_shares(detail::blocks_of(asked, file), {asked.block.value_or("")})) {
      auto const layout = find_flux_layout(*block, asked.columns.value_or(""), flavour);
      for (std::size_t row = 0; row < block->rows(); ++row)
        if (block->at(row, layout.flux) != 0) return false;
    }
  }
  return true;
}

/// The spectrum of one flavour in the files of the request, whose unit must be given. Of one file that names no flavour it
/// is that of its only flux.
inline histogram_flux spectrum_in_files(flux_request const& asked, neutrino flavour) {
  auto const unit = detail::unit_of(asked);
  auto const kind = asked.kind ? bin_value_from_text(*asked.kind) : unit.kind;
  auto const files = flux_files_of(asked);
  auto const found = std::find_if(files.begin(), files.end(),
                                  [&](auto const& one) { return !one.flavour || one.flavour == flavour; });
  if (found == files.end())
    throw input_error("--flux-file has no " + std::string(text(flavour)) + ": files are given of " +
                      trident::detail::joined(files, [](auto const& one) { return text(*one.flavour); }));
  auto const& blocks = detail::blocks_of(asked, found->file);
  return flux_in(blocks, unit, kind, flavour, asked.columns.value_or(""), detail::selection_of(asked));
}

/// The spectra of several flavours; of all that the files have with neutrinos in them if none are named.
inline std::vector<histogram_flux> spectra_in_files(flux_request const& asked,
                                                    std::vector<neutrino> flavours) {
  bool const all = flavours.empty();
  detail::unit_of(asked); // missing, it is what is said first
  if (all) flavours = flavours_in_files(asked);
  if (flavours.empty())
    throw input_error("--flux-file " + asked.file.value_or("") +
                      ": nobody says whose spectrum it is; --flux-flavour does, or FLAVOUR=FILE");
  std::vector<histogram_flux> spectra;
  auto const files = flux_files_of(asked);
  for (auto const flavour : flavours) {
    if (flavours.size() > 1 && files.size() == 1 && !files.front().flavour) {
      auto const& block =
          *flux_shares(detail::blocks_of(asked, files.front().file), {asked.block.value_or("")})
               .front()
               .block;
      if (!find_flux_layout(block, asked.columns.value_or(""), flavour).flavour)
        block.refuse("has one flux without a flavour, which cannot be that of several");
    }
    if (all && flavours.size() > 1 && has_no_neutrinos(asked, flavour)) continue;
    spectra.push_back(spectrum_in_files(asked, flavour));
  }
  if (spectra.empty()) throw input_error("--flux-file " + asked.file.value_or("") + ": all its fluxes are 0");
  return spectra;
}

} // namespace trident::runtime
