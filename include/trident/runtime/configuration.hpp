// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/flux/table.hpp>
#include <trident/physics/process.hpp>
#include <trident/physics/w_production_channel.hpp>
#include <trident/runtime/constants.hpp>
#include <trident/runtime/models.hpp>
#include <trident/target/composition.hpp>

namespace trident::runtime {

/// One energy, or any histogram.
using flux_choice = std::variant<monoenergetic, histogram_flux>;

/// The tables of flux files, kept once they were read: standard input can be read only once, and large files take long.
struct flux_memory {
  /// As it was read in a layout.
  struct file {
    std::string name, layout;
    std::vector<flux_table> blocks;
  };
  std::vector<file> files;
};

/// What a user says about the neutrinos. Copies share what was read.
struct flux_request {
  std::optional<double> energy; ///< [GeV]
  std::optional<std::string> name;
  std::optional<std::string> file;     ///< FILE, or FLAVOUR=FILE
  std::vector<std::string> more_files; ///< of other flavours, FLAVOUR=FILE each
  std::optional<std::string> unit, kind, flavour, columns;
  std::optional<std::string> layout;      ///< "columns" or "rows"
  std::optional<std::string> block;       ///< a number, a range of cos zenith "0.9:1", or "all"
  std::optional<std::string> solid_angle; ///< of a spectrum per steradian: "4pi", or [sr]
  std::shared_ptr<flux_memory> memory = std::make_shared<flux_memory>();
};

/// What a user says about the nucleons of nuclei.
struct nuclear_request {
  std::optional<std::string> model;                     ///< "lfg", "rfg", "sf:FILE", ...
  std::optional<double> fermi_momentum, removal_energy; ///< of rfg [GeV]
  std::optional<std::string> structure_functions;       ///< of inelastic nucleons: words with commas between
};

/// How W and Z exchange is computed.
enum class electroweak_amplitude {
  contact, ///< four-fermion interactions
  full,    ///< W and Z as particles, right at any energy
};

/// The physics as a user says it. Names are those of `trident list`; what is not given has a default, or is missing.
struct physics_request {
  /// A number from 1 to 36, or text such as "nu_mu -> nu_mu mu+ mu-" or "nu_mu -> mu- W+".
  std::optional<std::string> process;
  std::optional<std::string> target;
  std::optional<std::string> regime;
  std::optional<std::string> form_factor;
  nuclear_request nuclear = {};
  flux_request flux;
  std::string model = "SM";
  std::vector<std::string> model_parameters; ///< "--coupling", "0.1", ...
  std::string constants = "pdg";
  std::optional<std::string> electroweak;         ///< "auto", "contact" or "full"
  std::optional<std::string> vacuum_polarisation; ///< "on" or "off"
};

/// What is to be computed: all names resolved, all values checked.
struct configuration {
  channel process;
  registry::composition target;
  flux_choice flux;
  registry::model_choice model;
  registry::constants_choice constants;
  std::vector<std::string> notes; ///< for the user, with the result
  electroweak_amplitude electroweak = electroweak_amplitude::contact;
  bool vacuum_polarisation = false; ///< of the exchanged photon
  /// Real W bosons in place of a trident: `process` is then one that the same neutrino makes with a W, for its flavours.
  std::optional<w_production_channel> w_production = {};

  std::string process_text() const { return w_production ? w_production->text() : process.text(); }
  int process_number() const { return w_production ? w_production->number() : process.number; }
};

/// The flavour that the channel needs.
inline neutrino incoming_neutrino(channel const& process) {
  return neutrino_from_pdg(process.incoming_pdg_code());
}

} // namespace trident::runtime
