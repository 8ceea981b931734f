// SPDX-License-Identifier: BSL-1.0
// The four factors with models of one's own: a continuum response whose narrow limit is the elastic proton, and a current with
// a propagator of its own, which a contact model with the same propagator must equal.
#include "catch.hpp"

#include <cmath>
#include <memory>
#include <type_traits>

#include <trident/event/for_each_event.hpp>
#include <trident/fluxes.hpp>
#include <trident/format/lhef.hpp>
#include <trident/format/nuhepmc.hpp>
#include <trident/model/resolved_model.hpp>
#include <trident/simd.hpp>
#include <trident/trident.hpp>

#include "toy_continuum.hpp"
#include "toy_current.hpp"

using namespace trident;

static_assert(ContinuumResponse<toy_continuum> && HadronicResponse<toy_continuum, teg2019>);
static_assert(LeptonCurrent<decltype(toy_model{1}.current(numu_to_numu_mumu{}, pdg{}))>);
static_assert(LeptonCurrent<contact_current<channel, z_prime>>);
static_assert(InitialState<initial_state<monoenergetic>> && InitialState<initial_state<histogram_flux>>);
static_assert(PhaseSpaceMap<basic_phase_space<q2_table, continuum_limits>>);

namespace {

/// The Standard Model whose couplings fall with M^2/(M^2 + T).
struct falling_couplings {
  double mass_squared;
  template <class P, class C>
  vector_axial<double> couplings(P const& process, C constants, double transfer) const {
    auto const g = standard_model{}.couplings(process, constants, transfer);
    double const falling = mass_squared / (mass_squared + transfer);
    return {g.vector * falling, g.axial * falling};
  }
  double mediator_mass_squared() const { return mass_squared; }
};

} // namespace

TEST_CASE("A narrow continuum is the elastic proton, by quadrature and by Monte Carlo", "[factors]") {
  monoenergetic const beam{5.0};
  Trident const elastic{numu_to_numu_mumu{}, free_proton<>{}, beam, standard_model{}};
  auto const exact = inclusive_cross_section(elastic).value;
  double last = 0;
  for (double const width : {1e-2, 1e-3, 1e-4}) {
    Trident const sigma{numu_to_numu_mumu{}, toy_continuum{width}, beam, standard_model{}};
    auto const quadrature = inclusive_cross_section(sigma, {.relative_error = 1e-5});
    auto const random = integrate(sigma, {.relative_error = 2e-3, .seed = 5});
    CAPTURE(width, quadrature.value, exact, random.value, random.error);
    CHECK(quadrature.error < 1e-4 * quadrature.value);
    CHECK(std::abs(random.value - quadrature.value) < 4 * random.error + quadrature.error);
    double const change = quadrature.value / exact - 1;
    CHECK(change < 0); // energy that the hadrons take is missing elsewhere
    if (last < 0) CHECK(change / last == Approx(0.1).epsilon(0.25)); // linear in the width, up to logarithms
    last = change;
  }
  CHECK(std::abs(last) < 2e-3);
}

TEST_CASE("The error of a continuum's quadrature bounds its deviation", "[factors]") {
  for (double const width : {1e-3, 0.3})
    for (double const energy : {2.0, 50.0}) {
      Trident const sigma{numu_to_numu_ee{}, toy_continuum{width}, monoenergetic{energy}, standard_model{}};
      auto const best = inclusive_cross_section(sigma, {.relative_error = 1e-7});
      for (double const tolerance : {1e-2, 1e-3, 1e-4}) {
        auto const one = inclusive_cross_section(sigma, {.relative_error = tolerance});
        CAPTURE(width, energy, tolerance);
        CHECK(std::abs(one.value - best.value) <= one.error + best.error);
        CHECK(one.error < 3 * tolerance * one.value);
      }
    }
}

TEST_CASE("A continuum over a spectrum, in packs", "[factors]") {
  histogram_flux const beam({2, 5, 20}, {3, 1}, bin_value::density,
                            {"two bins", flux_normalisation::shape, neutrino::nu_mu});
  Trident const sigma{numu_to_nue_emu{}, toy_continuum{0.02}, beam, standard_model{}};
  auto const quadrature = inclusive_cross_section(sigma, {.relative_error = 1e-3});
  auto const random = integrate(vectorised{sigma}, {.relative_error = 2e-3, .seed = 3});
  CAPTURE(quadrature.value, random.value, random.error);
  CHECK(std::abs(random.value - quadrature.value) < 4 * random.error + quadrature.error);
}

TEST_CASE("A continuum's events carry what the response makes, and momentum is conserved", "[factors]") {
  Trident const sigma{numu_to_numu_mumu{}, toy_continuum{0.3}, monoenergetic{20.0}, standard_model{}};
  source_description const what = {numu_to_numu_mumu{}, scattering_regime::inelastic, 2212, 1, {}};
  event_generator const generator({make_event_source(sigma, what)}, 1);
  std::vector<event> events;
  generator.generate(0, 300, events);
  double heaviest = 0;
  for (auto const& e : events) {
    auto sum = e.neutrino_in().momentum + e.target().momentum;
    for (auto const& p : e.particles)
      if (e.is_product(p)) sum = sum - p.momentum;
    for (double const left : {sum.e, sum.x, sum.y, sum.z}) CHECK(std::abs(left) < 1e-11);
    particle const& hadrons = e.recoil();
    CHECK(hadrons.pdg_code == 91);
    CHECK(hadrons.status == particle_status::system);
    CHECK(hadrons.mass > 0.938);
    heaviest = std::max(heaviest, hadrons.mass);
    double const nu = hadrons.momentum.e - e.target().mass; // M_X^2 = M^2 + 2 M nu - Q2
    CHECK(hadrons.mass * hadrons.mass ==
          Approx(std::pow(e.target().mass, 2) + 2 * e.target().mass * nu - e.q2).epsilon(1e-9));
  }
  CHECK(heaviest > 1.2);
  std::string text; // formats know no number of particles
  lhef_format{}.write(text, events.front(), {});
  nuhepmc_format{}.write(text, events.front(), {});
  CHECK(text.find("\n91 1 1 2 ") != std::string::npos);
}

TEST_CASE("A current with its own propagator equals couplings that fall alike", "[factors]") {
  for (double const mass_squared : {0.01, 1.0, 1e4}) {
    monoenergetic const beam{8.0};
    Trident const own{numu_to_numu_mumu{}, proton{}, beam, toy_model{mass_squared}};
    Trident const contact{numu_to_numu_mumu{}, proton{}, beam, falling_couplings{mass_squared}};
    typename decltype(own)::point_type const u{0.3, 0.4, 0.7, 0.2, 0.6, 0.15, 0.85};
    CHECK(own(u) == Approx(contact(u)).epsilon(1e-12));
    auto const a = inclusive_cross_section(own, {.relative_error = 1e-5});
    auto const b = inclusive_cross_section(contact, {.relative_error = 1e-5});
    CAPTURE(mass_squared, a.value, a.error, b.value, b.error);
    CHECK(std::abs(a.value - b.value) <= a.error + b.error);
    auto const random = integrate(vectorised{own}, {.relative_error = 3e-3, .seed = 2});
    CHECK(std::abs(random.value - a.value) < 4 * random.error);
  }
}

TEST_CASE("A view is trivially copyable and gives the same bits", "[factors]") {
  auto const check = [](auto const& sigma) {
    auto const view = sigma.view();
    static_assert(std::is_trivially_copyable_v<std::remove_const_t<decltype(view)>>);
    typename std::remove_cvref_t<decltype(sigma)>::point_type u{};
    for (int i = 1; i < 50; ++i) {
      for (std::size_t axis = 0; axis < u.size(); ++axis)
        u[axis] = std::fmod(i * (0.31 + 0.07 * static_cast<double>(axis)), 1.0);
      CHECK(view.template evaluate<double>(u) == sigma(u));
    }
  };
  check(Trident{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0}, standard_model{}});
  check(
      Trident{numu_to_numu_ee{}, argon40{}, dune_tdr_numu{}, mu_minus_tau({.coupling = 1e-3, .mass = 0.1})});
  check(Trident{numu_to_nue_emu{}, proton{}, dune_tdr_numu{}, standard_model{}, teg2019{}});
}
