// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <trident/generator/arguments.hpp>
#include <trident/model.hpp>

namespace trident {

/// The numbers of a model on the command line: `options()` lists them, `make` reads them. Specialise it for a model of
/// your own to use it in a generator.
template <class M>
struct model_arguments;

template <>
struct model_arguments<standard_model> {
  static std::vector<generator_option> options() { return {}; }
  static standard_model make(generator_arguments const&) { return {}; }
};

template <>
struct model_arguments<four_fermion> {
  static std::vector<generator_option> options() {
    return {{"--gV", "vector coupling g_V"}, {"--gA", "axial coupling g_A"}};
  }
  static four_fermion make(generator_arguments const& given) {
    return four_fermion({.g_v = given.required_number("--gV"), .g_a = given.required_number("--gA")});
  }
};

template <>
struct model_arguments<mu_minus_tau> {
  static std::vector<generator_option> options() {
    return {{"--coupling", "coupling g' of the Z'"}, {"--mass", "mass of the Z' [GeV]"}};
  }
  static mu_minus_tau make(generator_arguments const& given) {
    return mu_minus_tau(
        {.coupling = given.required_number("--coupling"), .mass = given.required_number("--mass")});
  }
};

template <>
struct model_arguments<z_prime> {
  static std::vector<generator_option> options() {
    return {{"--coupling", "coupling g' of the Z'"},
            {"--mass", "mass of the Z' [GeV]"},
            {"--charges", "vector charges of e,mu,tau"},
            {"--axial-charges", "axial charges of e,mu,tau"}};
  }
  static z_prime make(generator_arguments const& given) {
    if (!given.text("--charges") && !given.text("--axial-charges"))
      throw input_error("--charges is missing: it needs the charges of e,mu,tau");
    return z_prime({.coupling = given.required_number("--coupling"),
                    .mass = given.required_number("--mass"),
                    .vector_charges = given.numbers<3>("--charges", {}),
                    .axial_charges = given.numbers<3>("--axial-charges", {})});
  }
};

} // namespace trident
