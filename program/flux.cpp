// SPDX-License-Identifier: BSL-1.0
#include "flux.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <system_error>

#include <nlohmann/json.hpp>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/flux/catalogue.hpp>
#include <trident/flux/report.hpp>
#include <trident/runtime/flux_files.hpp>
#include <trident/runtime/flux_words.hpp>

#include "json_text.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;
using trident::detail::short_number;

/// What is known about a flux, with a spectrum a flavour that has neutrinos.
struct flux_sight {
  std::string name;
  std::vector<histogram_flux> spectra;
  std::vector<std::string> notes;
};

std::vector<neutrino> flavours_named(std::optional<std::string> const& words) {
  std::vector<neutrino> all;
  if (words)
    for (auto const word : trident::detail::split<std::string_view>(*words))
      all.push_back(neutrino_from_text(trident::detail::trimmed(word)));
  return all;
}

flux_entry const* named_spectrum(std::vector<std::string> const& words) {
  if (words.size() != 1) return nullptr;
  auto const* const found = trident::detail::find_named(flux_catalogue, words.front(), &flux_entry::name);
  std::error_code ignored;
  bool const is_file = words.front() == "-" || std::filesystem::exists(words.front(), ignored) ||
                       words.front().find_first_of("./=") != std::string::npos;
  if (found == nullptr && !is_file)
    throw input_error("\"" + words.front() + "\" is neither a file nor a named spectrum; named are " +
                      trident::detail::joined(flux_catalogue, &flux_entry::name));
  return found;
}

flux_sight sight_of(flux_entry const& entry, flux_request const& asked) {
  for (auto const& [value, option] :
       {std::pair{asked.unit, "--flux-unit"}, std::pair{asked.columns, "--flux-columns"},
        std::pair{asked.block, "--flux-block"}, std::pair{asked.solid_angle, "--flux-solid-angle"},
        std::pair{asked.kind, "--flux-kind"}, std::pair{asked.layout, "--flux-layout"}})
    if (value)
      throw input_error(std::string(option) + " \"" + *value + "\" describes a file, and " +
                        std::string(entry.name) + " is a named spectrum");
  flux_sight sight{std::string(entry.name), {}, {std::string(entry.description), std::string(entry.source)}};
  auto const wanted = flavours_named(asked.flavour);
  for (auto const flavour : entry.flavours)
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), flavour) != wanted.end())
      sight.spectra.push_back(flux_for(entry, flavour).spectrum);
  if (sight.spectra.empty()) flux_for(entry, wanted.front()); // says which there are
  if (sight.spectra.empty())
    throw input_error("flux " + sight.name + " has no " + *asked.flavour + ": it has " +
                      trident::detail::joined(entry.flavours, [](neutrino one) { return text(one); }));
  return sight;
}

/// Files of one flavour that nobody names are shown without one.
flux_sight sight_of_files(flux_request const& asked) {
  flux_sight sight{
      trident::detail::joined(runtime::flux_files_of(asked), &runtime::flux_file_name::file), {}, {}};
  auto const wanted = flavours_named(asked.flavour);
  auto const known = runtime::flavours_in_files(asked);
  if (known.empty() && wanted.empty())
    sight.spectra = {runtime::nameless_spectrum_in_file(asked)};
  else
    sight.spectra = runtime::spectra_in_files(asked, wanted);
  for (auto const flavour : known) {
    bool const shown = std::any_of(sight.spectra.begin(), sight.spectra.end(),
                                   [&](auto const& one) { return one.flavour() == flavour; });
    if (!shown && wanted.empty()) sight.notes.push_back(std::string(text(flavour)) + ": 0 in all bins");
  }
  for (auto& line : runtime::lines_above(asked)) sight.notes.push_back("the file says: " + line);
  return sight;
}

void add_notes(flux_sight& sight) {
  auto const& first = sight.spectra.front();
  auto const normalisation = first.normalisation();
  if (normalisation == flux_normalisation::shape)
    sight.notes.emplace_back(
        "a shape: cross sections and events are per neutrino of it; rates need an area in "
        "the unit");
  if (normalisation == flux_normalisation::per_area_second_and_steradian)
    sight.notes.emplace_back("per steradian: rates need --flux-solid-angle, such as 4pi, or --flux-block");
  if (!first.flavour())
    sight.notes.emplace_back("nobody says of which flavour it is: --flux-flavour does, or FLAVOUR=FILE");
}

json json_of(histogram_flux const& flux) {
  auto const report = make_report(flux);
  json object;
  object["flavour"] = flux.flavour() ? json(report.flavour) : json(nullptr);
  if (!report.columns.empty()) object["columns"] = report.columns;
  object["bins"] = report.bins;
  object["first_edge_GeV"] = report.first.low;
  object["last_edge_GeV"] = report.last.high;
  object["integral"] = report.integral;
  object["mean_energy_GeV"] = report.mean_energy;
  object["peak"] = {
      {"low_GeV", report.peak.low}, {"high_GeV", report.peak.high}, {"density", report.peak.density}};
  return object;
}

void write_json(flux_sight const& sight) {
  auto const report = make_report(sight.spectra.front());
  json object = {{"flux", sight.name},
                 {"kind", text(sight.spectra.front().kind())},
                 {"given_as", report.given},
                 {"density_unit", report.density_unit},
                 {"integral_unit", report.integral_unit}};
  object["flavours"] = json::array();
  for (auto const& one : sight.spectra) object["flavours"].push_back(json_of(one));
  object["notes"] = sight.notes;
  std::cout << json_text(object);
}

void write_text(flux_sight const& sight) {
  auto const line = [](std::string name, std::string const& value) {
    constexpr std::size_t column = 13;
    name.resize(std::max(column, name.size() + 1), ' ');
    std::cout << name << value << '\n';
  };
  auto const first = make_report(sight.spectra.front());
  line("flux", sight.name);
  line("given as", first.given);
  double sum = 0;
  for (auto const& one : sight.spectra) sum += one.integral();
  for (auto const& one : sight.spectra) {
    auto const report = make_report(one);
    std::cout << '\n';
    line("flavour", report.flavour.empty() ? "not said" : report.flavour);
    if (!report.columns.empty()) line("columns", report.columns);
    line("bins", std::to_string(report.bins) + ", from " + short_number(report.first.low) + " to " +
                     short_number(report.last.high) + " GeV");
    line("peak", trident::detail::bin_line(report.peak, report.density_unit));
    line("integral", short_number(report.integral) + ' ' + report.integral_unit +
                         (sight.spectra.size() > 1 ? trident::detail::formatted(", %.3g %% of all shown",
                                                                                100 * one.integral() / sum)
                                                   : ""));
    line("mean energy", short_number(report.mean_energy) + " GeV");
  }
  if (!sight.notes.empty()) std::cout << '\n';
  for (auto const& note : sight.notes) line("note", note);
}

/// Without a unit there are no integrals, but what stands in the file helps to find it.
int show_without_unit(flux_request const& asked, output_format format) {
  json object = {{"flux", json::array()}, {"missing", "--flux-unit"}};
  for (auto const& name : runtime::flux_files_of(asked)) object["flux"].push_back(name.file);
  object["blocks"] = runtime::blocks_in_words(asked);
  object["columns"] = runtime::columns_in_words(asked);
  object["lines_above"] = runtime::lines_above(asked);
  if (format == output_format::json) {
    std::cout << json_text(object);
    return 0;
  }
  for (auto const* const key : {"flux", "blocks", "columns", "lines_above"})
    for (auto const& one : object[key]) {
      std::string name = key == std::string("lines_above") ? "says" : key;
      name.resize(13, ' ');
      std::cout << name << one.get<std::string>() << '\n';
    }
  std::cout << "unit         missing: --flux-unit, such as 1/m2/GeV/POT or probability, says what is to be "
               "made of the numbers\n";
  return 0;
}

} // namespace

int run_flux(flux_command_request const& request) {
  if (request.words.empty())
    throw input_error("trident flux needs a file, or the name of a spectrum; see trident list fluxes");
  auto asked = request.flux;
  auto const* const entry = named_spectrum(request.words);
  flux_sight sight;
  if (entry != nullptr) {
    sight = sight_of(*entry, asked);
  } else {
    asked.file = request.words.front();
    asked.more_files.assign(request.words.begin() + 1, request.words.end());
    if (!asked.unit && request.out) throw input_error("--flux-unit is missing: the picture needs it");
    if (!asked.unit) return show_without_unit(asked, request.format);
    sight = sight_of_files(asked);
  }
  add_notes(sight);
  std::vector<std::string> sources;
  for (auto const& one : runtime::flux_files_of(asked)) sources.push_back(one.file);
  if (request.out) write_figure(spectra_figure(sight.name, sight.spectra), *request.out, sources);
  if (request.out == "-") return 0;
  request.format == output_format::json ? write_json(sight) : write_text(sight);
  return 0;
}

} // namespace trident::program
