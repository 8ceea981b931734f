// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// One line on standard error that names the value and what is allowed, status 2, nothing on standard output.

namespace {

struct refusal {
  words given;
  words said; ///< parts of the line
};

/// A good command line, of which the options given replace some.
void check_refused_options(refusal const& one) {
  words line = {"cross-section"};
  auto const is_given = [&](std::string const& option) {
    return std::find(one.given.begin(), one.given.end(), option) != one.given.end();
  };
  auto const add_unless_given = [&](std::string const& option, std::string const& value) {
    if (!is_given(option)) line.insert(line.end(), {option, value});
  };
  add_unless_given("--process", "8");
  add_unless_given("--target", "Ar");
  if (!is_given("--flux") && !is_given("--flux-file")) add_unless_given("--energy", "5");
  line.insert(line.end(), one.given.begin(), one.given.end());
  INFO("options " << one.given.front() << ' ' << one.given.back());
  check_refused(run_program(line), one.said);
}

} // namespace

TEST_CASE("commands and options that do not exist") {
  for (auto const& [given, said] :
       std::vector<refusal>{{{}, {"a command is missing", "allowed are cross-section"}},
                            {{"cross"}, {"command \"cross\"", "allowed are cross-section"}},
                            {{"--frob"}, {"\"--frob\"", "allowed are cross-section"}},
                            {{"cross-section", "--energyy", "5"}, {"\"--energyy\"", "closest is --energy"}},
                            {{"cross-section", "5"}, {"\"5\" was not expected"}},
                            {{"cross-section", "--energy"}, {"--energy", "missing"}},
                            {{"list"}, {"allowed are processes, targets"}},
                            {{"list", "quarks"}, {"\"quarks\"", "allowed are processes, targets"}}}) {
    check_refused(run_program(given), said);
  }
}

TEST_CASE("what is missing") {
  for (auto const& [given, said] :
       std::vector<refusal>{{{"--target", "Ar", "--energy", "5"}, {"--process is missing"}},
                            {{"--process", "8", "--energy", "5"}, {"--target is missing"}},
                            {{"--process", "8", "--target", "Ar"},
                             {"the neutrinos are missing", "--energy, --flux, --flux-file"}}}) {
    words line = {"cross-section"};
    line.insert(line.end(), given.begin(), given.end());
    check_refused(run_program(line), said);
  }
}

TEST_CASE("processes that are unknown or impossible") {
  for (auto const& one :
       std::vector<refusal>{{{"--process", "37"}, {"37", "1 to 30", "list processes"}},
                            {{"--process", "0"}, {"process number 0", "1 to 30"}},
                            {{"--process", "99999999999999999999"}, {"99999999999999999999", "1 to 30"}},
                            {{"--process", ""}, {"\"\"", "list processes"}},
                            {{"--process", "nu_mu -> nu_mu mu+ nu-"},
                             {"closest", "\"nu_mu -> nu_mu mu+ mu-\"", "list processes"}},
                            {{"--process", "nu_mu -> nu_mu e+ mu-"},
                             {"lepton flavour", "electron number is 0 before and -1 after"}},
                            {{"--process", "nu_mu -> nu_mu mu+ mu+"}, {"electric charge"}},
                            {{"--process", "nu_mu -> anti-nu_mu mu+ mu-"}, {"lepton number"}}})
    check_refused_options(one);
}

TEST_CASE("targets, regimes and form factors that do not exist or do not fit") {
  for (auto const& one : std::vector<refusal>{
           {{"--target", "Kr"}, {"\"Kr\"", "Ar", "proton", "LAr"}},
           {{"--target", "LAr"}, {"LAr", "regime", "coherent, incoherent, inelastic, total"}},
           {{"--regime", "elastic"}, {"\"elastic\"", "coherent, incoherent, inelastic, total"}},
           {{"--regime", "coherent+coherent"}, {"\"coherent+coherent\"", "twice"}},
           {{"--regime", "coherent+"}, {"\"coherent+\"", "coherent, incoherent, inelastic, total"}},
           {{"--target", "proton", "--regime", "coherent+inelastic"},
            {"proton", "incoherent, inelastic or total"}},
           {{"--nuclear-model", "gas", "--regime", "total"}, {"\"gas\"", "lfg, rfg, closure, free, sf:FILE"}},
           {{"--nuclear-model", "rfg"}, {"\"rfg\"", "coherent", "incoherent"}},
           {{"--nuclear-model", "rfg", "--regime", "inelastic"}, {"\"rfg\"", "inelastic", "incoherent"}},
           {{"--nuclear-model", "rfg", "--target", "proton"}, {"\"rfg\"", "proton", "closure"}},
           {{"--k-fermi", "0.2", "--regime", "total"}, {"--k-fermi", "0.2", "--nuclear-model rfg"}},
           {{"--k-fermi", "2", "--nuclear-model", "rfg", "--regime", "total"}, {"2", "from 0.05 to 0.5 GeV"}},
           {{"--removal-energy", "-1", "--nuclear-model", "rfg", "--regime", "total"},
            {"-1", "from 0 to 0.3 GeV"}},
           {{"--nuclear-model", "sf:", "--regime", "total"}, {"sf:FILE"}},
           {{"--nuclear-model", "sf:/no/such.file", "--regime", "total"}, {"/no/such.file"}},
           {{"--structure-functions", "CT18", "--regime", "total"},
            {"\"CT18\"", "ALLM97|GD11-P", "NMC|SLAC"}},
           {{"--target", "proton", "--regime", "coherent"}, {"\"coherent\"", "proton"}},
           {{"--target", "free-proton", "--regime", "incoherent"}, {"\"incoherent\"", "free-proton"}},
           {{"--target", "neutron", "--form-factor", "FB"}, {"\"FB\"", "neutron", "nuclei"}},
           {{"--regime", "incoherent", "--form-factor", "FB"}, {"\"FB\"", "incoherent"}},
           {{"--form-factor", "5pF"}, {"\"5pF\"", "3pF"}},
           {{"--target", "Pb", "--form-factor", "3pF"}, {"3pF", "Pb", "available are FB"}}})
    check_refused_options(one);
}

TEST_CASE("energies and other numbers that make no sense") {
  for (auto const& one : std::vector<refusal>{
           {{"--energy", "nan"}, {"nan", "from 1e-9 to 1e12 GeV"}},
           {{"--energy", "inf"}, {"inf", "from 1e-9 to 1e12 GeV"}},
           {{"--energy", "-5"}, {"-5", "from 1e-9"}},
           {{"--energy", "0"}, {"\"0\"", "from 1e-9"}},
           {{"--energy", "5GeV"}, {"5GeV", "GeV"}},
           {{"--precision", "0"}, {"--precision", "1e-9 to 0.5"}},
           {{"--seed", "-1"}, {"--seed", "whole number"}},
           {{"--threads", "0"}, {"--threads", "1 to 1024"}},
           {{"--max-evaluations", "10"}, {"--max-evaluations", "at least 1000"}},
           {{"--method", "vegas", "--regime", "total", "--max-evaluations", "2000"},
            {"2000", "at least 50000"}},
           {{"--method", "rqmc", "--max-evaluations", "4000"}, {"4000", "rqmc", "at least 5000"}},
           {{"--method", "rqmc", "--checkpoint", "never.written"}, {"rqmc", "vegas or both"}},
           {{"--time-limit", "-1"}, {"--time-limit", "from 0.001 to 1e9 s"}},
           {{"--method", "guess"}, {"\"guess\"", "quadrature, vegas, rqmc, both, epa"}},
           {{"--precision", "0.3"}, {"0.3", "quadrature", "1e-9 to 0.1"}},
           {{"--constants", "codata"}, {"\"codata\"", "pdg, teg2019"}},
           {{"--format", "xml"}, {"\"xml\"", "text or json"}}})
    check_refused_options(one);
}

TEST_CASE("models without what they need") {
  for (auto const& one : std::vector<refusal>{
           {{"--model", "SUSY"}, {"\"SUSY\"", "SM, 4F, LmuLtau, Zprime"}},
           {{"--model", "LmuLtau", "--mass", "1"}, {"LmuLtau", "--coupling is missing"}},
           {{"--model", "LmuLtau", "--coupling", "0.1"}, {"--mass is missing"}},
           {{"--model", "LmuLtau", "--coupling", "-1", "--mass", "1"}, {"coupling", "-1", "from 0 to 1000"}},
           {{"--model", "LmuLtau", "--coupling", "0.1", "--mass", "0"}, {"mass", "from 1e-9 to 1e9 GeV"}},
           {{"--model", "4F", "--gV", "1"}, {"4F", "--gA is missing"}},
           {{"--model", "4F", "--gV", "one", "--gA", "1"}, {"--gV", "one", "finite number"}},
           {{"--model", "Zprime", "--coupling", "0.1", "--mass", "1"},
            {"Zprime", "--charges and --axial-charges are missing"}},
           {{"--model", "Zprime", "--coupling", "0.1", "--mass", "1", "--charges", "1,2"},
            {"1,2", "3 numbers"}},
           {{"--model", "SM", "--gV", "1"}, {"SM", "--gV"}}})
    check_refused_options(one);
}

TEST_CASE("fluxes that are unknown or lack the flavour") {
  for (auto const& one : std::vector<refusal>{
           {{"--flux", "dune"}, {"\"dune\"", "dune_tdr_numu"}},
           {{"--flux", "dune_tdr_numu", "--energy", "5"}, {"given twice", "exactly one"}},
           {{"--flux", "dune_nd_fhc", "--process", "22"}, {"dune_nd_fhc", "nu_tau", "nu_e, nu_mu"}},
           {{"--flux-unit", "1/GeV"}, {"--flux-unit", "--flux-file"}}})
    check_refused_options(one);
}

TEST_CASE("flux files that cannot be used") {
  scratch_folder const folder;
  auto const refused = [&](std::string const& content, words const& said) {
    auto const path = folder.write("flux.txt", content);
    check_refused_options({{"--flux-kind", "density", "--flux-unit", "1/GeV", "--flux-file", path}, said});
  };
  refused("1 0.5\n3 0.5\n2 0.5\n", {"flux.txt", "line 3", "increase"});
  refused("1 0.5\n2 -0.5\n3 0.5\n", {"flux.txt", "line 2", "-0.5", "negative"});
  refused("1 0.5\n2 nan\n", {"flux.txt", "line 2", "nan", "finite"});
  refused("1 2 3 4\n", {"flux.txt", "4 columns", "allowed are 2"});
  refused("1 0\n2 0\n", {"flux.txt", "positive"});
  refused("", {"flux.txt", "empty"});
  check_refused_options(
      {{"--flux-kind", "density", "--flux-unit", "1/GeV", "--flux-file", folder.file("none")},
       {"none", "cannot be read"}});
  auto const good = folder.write("good.txt", "1 0.5\n2 0.5\n");
  check_refused_options({{"--flux-file", good}, {"--flux-unit is missing"}});
  check_refused_options({{"--flux-columns", "low,high,nu_mu"}, {"--flux-columns", "--flux-file"}});
  check_refused_options({{"--flux-file", good, "--flux-unit", "1/GeV", "--flux-columns", "low,high,nu_mu"},
                         {"low,high,nu_mu", "names 3 columns", "has 2"}});
  check_refused_options(
      {{"--flux-file", good, "--flux-unit", "1/GeV", "--flux-kind", "content"}, {"content", "density"}});
  check_refused_options(
      {{"--flux-file", good, "--flux-unit", "furlongs", "--flux-kind", "content"}, {"furlongs", "allowed"}});
}

TEST_CASE("a full disk is noticed") {
  auto const run = run_shell("\"$TRIDENT\" list processes >/dev/full");
  check_refused(run, {"standard output cannot be written"});
}
