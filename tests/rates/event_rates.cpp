// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <span>
#include <variant>

#include <trident/quadrature/leptonic_part.hpp>
#include <trident/quadrature/tabulated_continuum.hpp>
#include <trident/quadrature/tabulated_cross_section.hpp>
#include <trident/quadrature/w_production.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/rates/published_rates.hpp>
#include <trident/rates/tabulated_cross_sections.hpp>
#include <trident/runtime/processes.hpp>

using namespace trident;

namespace {

std::vector<event_rate> rates_of(exposed_target const& target, nuclear_options const& options = {}) {
  tabulated_cross_sections tables(120);
  return event_rates(target, registry::all_channels(), options,
                     [&](channel const& process, rate_component const& one, histogram_flux const& flux) {
                       auto const model = resolve(standard_model{}, process, pdg{});
                       return tables(process, model, one, flux);
                     });
}

exposed_target tonne_and_year(std::string_view mode) {
  auto const& dune = find_detector("dune-nd");
  auto target = expose(dune, find_mode(dune, mode));
  target.mass_tonnes = 1;
  target.exposure = protons_per_year;
  return target;
}

/// Simpson's rule over an abscissa with unequal steps, points in pairs of intervals from `first`.
double simpson(std::vector<double> const& x, std::vector<double> const& y, std::size_t first) {
  double sum = 0;
  for (std::size_t i = first; i + 2 < x.size(); i += 2) {
    double const h = x[i + 1] - x[i], k = x[i + 2] - x[i + 1];
    if (h == 0 || k == 0)
      sum += h * (y[i] + y[i + 1]) / 2 + k * (y[i + 1] + y[i + 2]) / 2;
    else
      sum += (h + k) / 6 *
             (y[i] * (2 - k / h) + y[i + 1] * (h + k) * (h + k) / (h * k) + y[i + 2] * (2 - h / k));
  }
  return sum;
}

/// The same for an even number of points: the mean of both ways to leave one interval to the trapezoidal rule.
double simpson(std::vector<double> const& x, std::vector<double> const& y) {
  std::size_t const n = x.size();
  auto const trapezoid = [&](std::size_t i) { return (x[i + 1] - x[i]) * (y[i] + y[i + 1]) / 2; };
  return (simpson(x, y, 0) + trapezoid(n - 2) + trapezoid(0) + simpson(x, y, 1)) / 2;
}

} // namespace

TEST_CASE("averages from curves are those of the table's own integral") {
  auto const flux = flux_by_name("dune_tdr_numu", neutrino::nu_mu).spectrum;
  tabulated_cross_sections tables(68);
  for (int const number : {7, 8, 9}) {
    auto const process = registry::find_process(std::to_string(number));
    auto const model = resolve(standard_model{}, process, pdg{});
    for (auto const& one : components_of(*registry::find_material("LAr"))) {
      INFO(number << ' ' << one.key);
      leptonic_part const sigma{process, flux, model};
      auto const& table = structure_table_for(sigma.masses());
      double direct = 0;
      if (auto const* elastic = std::get_if<any_target>(&one.structure)) {
        direct = energy_scan(sigma, table, 68)(*elastic, flux).value;
      } else {
        continuum_source const source(std::get<any_continuum>(one.structure));
        direct = inclusive_cross_sections(sigma, table, std::span(&source, 1), {.relative_error = 1e-5})
                     .front()
                     .value;
      }
      CHECK(tables(process, model, one, flux) == Approx(direct).epsilon(1e-4));
    }
  }
}

TEST_CASE("antineutrinos share what is prepared for neutrinos and give what their own channel gives") {
  tabulated_cross_sections tables(68);
  auto const flux = flux_by_name("dune_tdr_numu", neutrino::nu_mu).spectrum;
  any_target const target{proton{}};
  for (int const number : {3, 6, 12, 18}) {
    INFO(number);
    auto const process = registry::find_process(std::to_string(number));
    auto const model = resolve(standard_model{}, process, pdg{});
    Trident const sigma{process, target, monoenergetic(10.0), model};
    auto const& table = structure_table_for(sigma.masses());
    double const direct = energy_scan(sigma, table, 68)(target, flux).value;
    CHECK(tables(process, model, target, "p", flux) == Approx(direct).epsilon(2e-4));
  }
}

TEST_CASE("rates at DUNE are the published ones within their errors") { // arXiv:1902.06765
  int seen = 0;
  for (auto const mode : {"fhc", "rhc"}) {
    auto const rates = rates_of(tonne_and_year(mode), {.bound = {nuclear_model_kind::closure}});
    for (auto const& one : published_rates) {
      if (one.unit != rate_unit::per_tonne_year || one.mode != mode) continue;
      INFO(mode << ' ' << one.label << ' ' << text(one.regime));
      CHECK(std::abs(counted(one, rates) - one.events) < one.error);
      ++seen;
    }
  }
  CHECK(seen == 12);
}

TEST_CASE(
    "the error budget is that of the published errors") { // 6 % coherent, 31 % incoherent: arXiv:1902.06765
  for (auto const& rate : rates_of(tonne_and_year("fhc"), {.bound = {nuclear_model_kind::closure}})) {
    if (rate.process.number < 7 || rate.process.number > 9) continue;
    double const vacuum = rate.theory.components[5]; // no published budget has it
    double const relative =
        std::sqrt(rate.theory.total() * rate.theory.total() - vacuum * vacuum) / rate.events;
    CHECK(vacuum > 0.01 * rate.events);
    if (rate.kind != scattering_regime::inelastic)
      CHECK(relative == Approx(rate.is_coherent() ? 0.0594 : 0.306).epsilon(0.01));
    CHECK(rate.on_protons + rate.on_neutrons + rate.on_hydrogen ==
          Approx(rate.is_coherent() ? 0 : rate.events));
  }
}

TEST_CASE("the band of the nuclear model lies between closure and half-way to one Fermi gas") {
  auto const with = [](nuclear_model_kind kind) {
    return rates_of(tonne_and_year("fhc"), {.bound = {kind}});
  };
  auto const local = with(nuclear_model_kind::local_fermi_gas), closure = with(nuclear_model_kind::closure),
             global = with(nuclear_model_kind::fermi_gas);
  for (std::size_t i = 0; i < local.size(); ++i) {
    if (local[i].kind != scattering_regime::quasi_elastic || !(local[i].events > 0)) continue;
    INFO(local[i].process.text());
    CHECK(local[i].band.low <= local[i].events);
    CHECK(local[i].events <= local[i].band.high);
    CHECK(local[i].theory.components[3] == Approx(local[i].band.half_width()));
    auto const makes_tau = [&](flavour one) { return one == flavour::tau; };
    if (makes_tau(local[i].process.minus_family) || makes_tau(local[i].process.plus_family)) continue;
    CHECK(global[i].events < local[i].events);
    CHECK(local[i].events < closure[i].events);
    CHECK(local[i].band.high == Approx(closure[i].events));
    CHECK(local[i].band.low == Approx((local[i].events + global[i].events) / 2));
    if (local[i].process.number == 8) { // rates_and_limits: .918 and .724 of closure over dune_tdr_numu
      CHECK(local[i].events / closure[i].events == Approx(0.918).margin(0.01));
      CHECK(global[i].events / closure[i].events == Approx(0.724).margin(0.01));
    }
  }
}

TEST_CASE("real W bosons have rates, which grow with what the budget says is missing") {
  auto target = tonne_and_year("fhc");
  target.beam = {{neutrino::anti_nu_mu, histogram_flux({1e4, 1e5, 1e6}, {10, 1}, bin_value::density,
                                                       {.normalisation = flux_normalisation::per_area})}};
  w_production_channel const process{flavour::muon, true};
  auto const companion = registry::find_process("11");
  auto const with = [&](bool vacuum_polarisation) {
    nuclear_options options;
    options.bound = {nuclear_model_kind::closure};
    options.vacuum_polarisation = vacuum_polarisation;
    return w_production_rates(
        target, process, companion, options, [&](rate_component const& one, histogram_flux const& flux) {
          return std::visit(
              [&](auto const& part) {
                return w_production_cross_section(process, part, flux, {.relative_error = 1e-3}).value;
              },
              one.structure);
        });
  };
  auto const off = with(false), on = with(true);
  REQUIRE(off.size() == 3);
  for (std::size_t i = 0; i < off.size(); ++i) {
    INFO(text(off[i].kind));
    CHECK(off[i].process_number() == 35);
    CHECK(off[i].events > 0);
    double const change = on[i].events / off[i].events - 1;
    CHECK(change == Approx(off[i].theory.components[5] / off[i].events).epsilon(0.6));
    CHECK(on[i].theory.components[5] == 0);
    CHECK((off[i].theory.components[7] > 0) == (off[i].kind == scattering_regime::inelastic));
  }
  CHECK(electroweak_logarithms(1e6) == 0);
  CHECK(electroweak_logarithms(1e9) == Approx(0.36).margin(0.02));
}

TEST_CASE("rates are in proportion to mass and exposure, and hydrogen has no nuclear model") {
  auto target = tonne_and_year("fhc");
  target.material = registry::material_from_text("H");
  auto const one = rates_of(target);
  target.mass_tonnes = 3;
  target.exposure /= 2;
  auto const other = rates_of(target);
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(other[i].events == Approx(1.5 * one[i].events));
    CHECK(one[i].on_hydrogen == one[i].events);
    CHECK(one[i].theory.components[3] == 0);
  }
}

TEST_CASE("every detector is exposed in every mode") {
  for (auto const& one : all_detectors)
    for (auto const& mode : one.modes) {
      INFO(one.name << ' ' << mode.name);
      auto const target = expose(one, mode);
      CHECK(!target.beam.empty());
      for (auto const& [flavour, spectrum] : target.beam) {
        CHECK(spectrum.integral() > 0);
        CHECK(spectrum.normalisation() != flux_normalisation::shape);
      }
      // the unit of the exposure is that of the spectrum
      auto const unit = target.beam.front().spectrum.normalisation();
      CHECK((unit == flux_normalisation::per_area_and_proton) == (one.exposure_unit == "POT"));
    }
}

TEST_CASE("published figures belong to detectors, modes and channels that there are") {
  for (auto const& one : published_rates) {
    auto const& found = find_detector(one.detector);
    CHECK_NOTHROW(find_mode(found, one.mode));
    CHECK(one.error > 0);
    for (int const number : one.process_numbers) CHECK((number >= 0 && number <= 30));
  }
}

TEST_CASE("SHiP: the published events are an integral over the contents of the bins") { // arXiv:2406.20067
  constexpr double nuclei = 8e3 / (183.84 * 1.6605e-27), protons_on_target = 2e20,
                   square_metres_per_fb = 1e-43;
  auto const flux = flux_by_name("ship", neutrino::nu_mu).spectrum;
  Trident const sigma{registry::find_process("8"), tungsten184{}, monoenergetic(10.0), standard_model{}};
  energy_scan const scan(sigma, structure_table_for(sigma.masses()), 400);
  std::vector<double> contents, coherent, incoherent; // from the last bin to the first: most contents grow
  double sum_coherent = 0, sum_incoherent = 0;
  for (std::size_t bin = flux.densities().size(); bin-- > 0;) {
    double const energy = (flux.edges()[bin] + flux.edges()[bin + 1]) / 2;
    contents.push_back(flux.densities()[bin] * (flux.edges()[bin + 1] - flux.edges()[bin]));
    coherent.push_back(scan(tungsten184{}, energy).value);
    incoherent.push_back(74 * scan(proton{}, energy).value + 110 * scan(neutron{}, energy).value);
    sum_coherent += contents.back() * coherent.back();
    sum_incoherent += contents.back() * incoherent.back();
  }
  double const unit = nuclei * protons_on_target * square_metres_per_fb;
  CHECK(unit * sum_coherent / 3.40 == Approx(17.0).epsilon(0.01));
  CHECK(unit * sum_incoherent / 0.61 == Approx(16.4).epsilon(0.01));
  CHECK(unit * simpson(contents, coherent) == Approx(3.47).epsilon(0.005));
  CHECK(unit * simpson(contents, incoherent) == Approx(0.695).epsilon(0.005));
}

TEST_CASE("DUNE: Simpson's rule over bins takes tau mu to the published rounding") { // arXiv:2406.20067
  constexpr double nuclei = 67e3 / (39.95 * 1.6605e-27), protons_on_target = 3 * 1.1e21,
                   square_metres_per_fb = 1e-43;
  auto const flux = flux_by_name("dune_nd_fhc", neutrino::nu_mu).spectrum;
  Trident const sigma{registry::find_process("14"), proton{}, monoenergetic(100.0), standard_model{}};
  energy_scan const scan(sigma, structure_table_for(sigma.masses()), 126);
  std::vector<double> energies, products;
  double sum = 0;
  for (std::size_t bin = 0; bin < flux.densities().size(); ++bin) {
    energies.push_back((flux.edges()[bin] + flux.edges()[bin + 1]) / 2);
    products.push_back(flux.densities()[bin] * (18 * scan(proton{}, energies.back()).value +
                                                22 * scan(neutron{}, energies.back()).value));
    sum += products.back() * (flux.edges()[bin + 1] - flux.edges()[bin]);
  }
  double const unit = nuclei * protons_on_target * square_metres_per_fb;
  REQUIRE(energies.size() % 2 == 1);
  CHECK(unit * sum == Approx(3.868).epsilon(0.001));
  CHECK(unit * simpson(energies, products, 0) == Approx(3.832).epsilon(0.001));
}

TEST_CASE("digitised spectra take published figures of INGRID and MINERvA to within 1.6 times what agreement "
          "means") {
  for (auto const name : {"ingrid", "minerva"}) {
    auto const& found = find_detector(name);
    double worst = 0, worst_of_shape = 0;
    nuclear_options const closure{.bound = {nuclear_model_kind::closure}};
    auto const rates = rates_of(expose(found, found.modes[0]), closure),
               of_shape = rates_of(expose(found, found.modes[1]), closure);
    for (auto const& one : published_rates) {
      if (one.detector != found.name) continue;
      worst = std::max(worst, std::abs(counted(one, rates) - one.events) / one.error);
      worst_of_shape = std::max(worst_of_shape, std::abs(counted(one, of_shape) - one.events) / one.error);
    }
    INFO(name);
    CHECK(worst < 1.6);
    CHECK(worst_of_shape > 2.5);
  }
}
