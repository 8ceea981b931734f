// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/constants.hpp>
#include <trident/runtime/models.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/target/composition.hpp>

#include "catch.hpp"
#include "containing.hpp"

using namespace trident;

TEST_CASE("every channel is found by its number and by its own text") {
  auto const channels = registry::all_channels();
  REQUIRE(channels.size() == 30);
  for (std::size_t i = 0; i < channels.size(); ++i) {
    CHECK(channels[i].number == static_cast<int>(i + 1));
    CHECK(registry::find_process(std::to_string(i + 1)).text() == channels[i].text());
    CHECK(registry::find_process(channels[i].text()).number == channels[i].number);
  }
}

TEST_CASE("of all texts of the right form exactly the 30 channels are taken") {
  std::vector<std::string> const neutrinos = {"nu_e",      "nu_mu",      "nu_tau",
                                              "anti-nu_e", "anti-nu_mu", "anti-nu_tau"};
  std::vector<std::string> const leptons = {"e+", "mu+", "tau+", "e-", "mu-", "tau-"};
  int taken = 0;
  for (auto const& in : neutrinos)
    for (auto const& out : neutrinos)
      for (auto const& first : leptons)
        for (auto const& second : leptons) try {
            registry::find_process(in + " -> " + out + ' ' + first + ' ' + second);
            ++taken;
          } catch (input_error const& error) { CHECK_THAT(error.what(), containing("violates ")); }
  CHECK(taken == 2 * 30); // the pair in either order
}

TEST_CASE("a resolved model has the couplings of the model") {
  std::vector<registry::model_choice> const models = {
      standard_model{},
      four_fermion({.g_v = 0.3, .g_a = -1.1}),
      mu_minus_tau({.coupling = 0.01, .mass = 0.1}),
      e_minus_mu({.coupling = 0.01, .mass = 0.1}),
      baryon_minus_lepton({.coupling = 0.2, .mass = 3}),
      nonstandard_interactions({.epsilon_left = 0.1, .epsilon_right = -0.3}),
      four_lepton_operators({.c_ll = 2, .c_le = -1}),
      standard_model_with_z{},
      one_loop_standard_model{},
      z_prime({.coupling = 0.5, .mass = 20, .vector_charges = {1, -2, 3}, .axial_charges = {0.5, 0, -1}})};
  for (auto const& model : models)
    for (auto const& process : registry::all_channels()) {
      auto const resolved = registry::resolve(model, process, teg2019{});
      for (double const transfer : {0.0, 1e-4, 0.1, 1e3}) {
        auto const ours = resolved.couplings(process, teg2019{}, transfer);
        auto const theirs =
            std::visit([&](auto const& one) { return one.couplings(process, teg2019{}, transfer); }, model);
        CHECK(ours.vector == Approx(theirs.vector).epsilon(1e-14));
        CHECK(ours.axial == Approx(theirs.axial).epsilon(1e-14));
      }
    }
}

TEST_CASE("names of an axis, and what is not among them") {
  CHECK(registry::joined(registry::names_of(registry::model_axis))
            .starts_with("SM, 4F, LmuLtau, Zprime, LeLmu, LeLtau, BL"));
  CHECK(registry::name_of(registry::find_constants("teg2019")) == "teg2019");
  CHECK_THROWS_WITH(registry::find_constants("codata"), containing("allowed are pdg, teg2019"));
}

TEST_CASE("regimes are named, alone and in sums") {
  for (std::string const name : {"coherent", "incoherent", "inelastic", "total", "coherent+incoherent",
                                 "coherent+inelastic", "incoherent+inelastic"})
    CHECK(find_regime(name).name() == name);
  CHECK(find_regime("inelastic+coherent") == find_regime("coherent+inelastic"));
  CHECK(find_regime("incoherent+coherent+inelastic") == all_regimes);
  for (auto const* const wrong :
       {"", "+", "coherent+", "coherent+total", "total+total", "free", "coherent+coherent"})
    CHECK_THROWS_AS(find_regime(wrong), input_error);
  auto const water = registry::compose({"H2O", "total"});
  CHECK(water.contents == "coherent + incoherent + inelastic");
  CHECK(water.nuclear_model == "lfg");
  CHECK(registry::regime_text(water) == "total (coherent + incoherent + inelastic), nuclear model lfg");
  CHECK(registry::compose({"Ar"}).nuclear_model.empty());
  CHECK(registry::regime_text(registry::compose({"free-proton"})) == "free");
}

TEST_CASE("a target is taken apart into components that add up") {
  auto const counts = [](registry::target_request const& asked) {
    std::vector<std::pair<std::string, double>> parts;
    for (auto const& one : registry::compose(asked).components)
      parts.emplace_back(one.name, one.multiplicity);
    return parts;
  };
  using parts = std::vector<std::pair<std::string, double>>;
  nuclear_model const closure{nuclear_model_kind::closure};
  CHECK(counts({"Ar"}) == parts{{"Ar", 1}});
  CHECK(counts({"Ar", "incoherent"}) == parts{{"proton", 18}, {"neutron", 22}});
  CHECK(counts({"Ar", "inelastic"}) == parts{{"proton", 18}, {"neutron", 22}});
  CHECK(counts({"Ar", "coherent+incoherent"}) == parts{{"Ar", 1}, {"proton", 18}, {"neutron", 22}});
  CHECK(counts({"Ar", "total"}) ==
        parts{{"Ar", 1}, {"proton", 18}, {"neutron", 22}, {"proton", 18}, {"neutron", 22}});
  CHECK(counts({"H2O", "coherent"}) == parts{{"O", 1}});
  CHECK(counts({"H2O", "total"}) == parts{{"O", 1},
                                          {"proton", 8},
                                          {"neutron", 8},
                                          {"free-proton", 2},
                                          {"proton", 8},
                                          {"neutron", 8},
                                          {"free-proton", 2}});
  CHECK(counts({"SiO2", "incoherent", {}, closure}) ==
        parts{{"proton", 14 + 2 * 8}, {"neutron", 14 + 2 * 8}});
  CHECK(
      counts({"SiO2", "incoherent"}) ==
      parts{{"proton in Si28", 14}, {"neutron in Si28", 14}, {"proton in O16", 16}, {"neutron in O16", 16}});
  CHECK(counts({"SiO2", "inelastic"}) == parts{{"proton", 14 + 2 * 8}, {"neutron", 14 + 2 * 8}});
  CHECK(counts({"neutron"}) == parts{{"neutron", 1}});
  CHECK(counts({"neutron", "total"}) == parts{{"neutron", 1}, {"neutron", 1}});
}
