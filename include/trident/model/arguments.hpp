// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <vector>

#include <trident/base/arguments.hpp>
#include <trident/model/effective_couplings.hpp>
#include <trident/model/four_lepton_operators.hpp>
#include <trident/model/gauged_lepton_numbers.hpp>
#include <trident/model/model.hpp>
#include <trident/model/nonstandard_interactions.hpp>
#include <trident/model/weak_propagators.hpp>

namespace trident {

/// The numbers of a model on the command line: `options()` lists them, `make` reads them. Specialise it for a model of
/// your own to give its numbers there; without one it is default-constructed.
template <class M>
struct model_arguments;

namespace detail {

/// Of a model without numbers.
template <class M>
struct no_arguments {
  static_assert(std::is_default_constructible_v<M>,
                "trident: a generator cannot make this model: give it a default constructor, or specialise "
                "trident::model_arguments for it with options() and make(arguments)");
  static std::vector<generator_option> options() { return {}; }
  static M make(generator_arguments const&) { return {}; }
};

} // namespace detail

template <class M>
struct model_arguments : detail::no_arguments<M> {};

template <>
struct model_arguments<standard_model> : detail::no_arguments<standard_model> {};
template <>
struct model_arguments<standard_model_with_z> : detail::no_arguments<standard_model_with_z> {};
template <>
struct model_arguments<one_loop_standard_model> : detail::no_arguments<one_loop_standard_model> {};

template <>
struct model_arguments<four_fermion> {
  static std::vector<generator_option> options() {
    return {{"--gV", "vector coupling g_V"}, {"--gA", "axial coupling g_A"}};
  }
  static four_fermion make(generator_arguments const& given) {
    return four_fermion({.g_v = given.required_number("--gV"), .g_a = given.required_number("--gA")});
  }
};

namespace detail {

/// Of a Z' whose charges are fixed.
template <class M>
struct z_prime_arguments {
  static std::vector<generator_option> options() {
    return {{"--coupling", "coupling g' of the Z'"}, {"--mass", "mass of the Z' [GeV]"}};
  }
  static M make(generator_arguments const& given) {
    return M({.coupling = given.required_number("--coupling"), .mass = given.required_number("--mass")});
  }
};

} // namespace detail

template <>
struct model_arguments<mu_minus_tau> : detail::z_prime_arguments<mu_minus_tau> {};
template <>
struct model_arguments<e_minus_mu> : detail::z_prime_arguments<e_minus_mu> {};
template <>
struct model_arguments<e_minus_tau> : detail::z_prime_arguments<e_minus_tau> {};
template <>
struct model_arguments<baryon_minus_lepton> : detail::z_prime_arguments<baryon_minus_lepton> {};

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

/// One of the two is enough; the other is 0 then.
template <>
struct model_arguments<nonstandard_interactions> {
  static std::vector<generator_option> options() {
    return {{"--epsilon-L", "epsilon of the left-handed pair"},
            {"--epsilon-R", "epsilon of the right-handed pair"}};
  }
  static nonstandard_interactions make(generator_arguments const& given) {
    if (!given.text("--epsilon-L") && !given.text("--epsilon-R"))
      throw input_error("--epsilon-L and --epsilon-R are missing: at least one of them is needed");
    return nonstandard_interactions(
        {.epsilon_left = given.number("--epsilon-L", 0), .epsilon_right = given.number("--epsilon-R", 0)});
  }
};

/// One of the two is enough; the other is 0 then.
template <>
struct model_arguments<four_lepton_operators> {
  static std::vector<generator_option> options() {
    return {{"--C-ll", "Wilson coefficient of Q_ll [1/TeV^2]"},
            {"--C-le", "Wilson coefficient of Q_le [1/TeV^2]"}};
  }
  static four_lepton_operators make(generator_arguments const& given) {
    if (!given.text("--C-ll") && !given.text("--C-le"))
      throw input_error("--C-ll and --C-le are missing: at least one of them is needed [1/TeV^2]");
    return four_lepton_operators({.c_ll = given.number("--C-ll", 0), .c_le = given.number("--C-le", 0)});
  }
};

} // namespace trident
