// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <set>

#include <boost/hana/for_each.hpp>

#include <trident/model/arguments.hpp>
#include <trident/runtime/model_options.hpp>
#include <trident/runtime/models.hpp>

#include "catch.hpp"
#include "containing.hpp"

using namespace trident;

namespace {

/// visit(type) for every model with a table.
template <class Visit>
void for_each_table(Visit const& visit) {
  boost::hana::for_each(registry::model_axis, [&](auto type) {
    if constexpr (TabulatedModel<typename decltype(type)::type>) visit(type);
  });
}

/// A number that the row allows.
double allowed(auto const& row) { return std::clamp(0.25, row.range.lowest, row.range.highest); }

/// A model's parameters as words.
template <class M>
std::vector<std::string> words_for() {
  std::vector<std::string> words;
  trident::detail::for_each_row(M::parameter_table, [&](auto const& row) {
    double const one = allowed(row);
    words.push_back(row.option());
    words.push_back(trident::detail::numbers_text(std::vector<double>(row.is_list ? 3 : 1, one)));
  });
  return words;
}

/// A model of a user, whose numbers stand in a table and who wrote nothing else for the command line.
struct own_model : standard_model {
  struct parameters {
    double size = 2;
    std::array<double, 2> pair = {1, 1};
  };
  static constexpr std::tuple parameter_table{
      model_parameter{"size", &parameters::size, "size", "the size", {"", 0, 10, "1/GeV^2"}, needed::never},
      model_parameter{
          "a-pair", &parameters::pair, "two numbers", "one of the pair", {"", 0, 5}, needed::never}};

  explicit own_model(parameters const& p) : values_(trident::detail::checked_values(p, parameter_table)) {}
  parameters const& values() const { return values_; }

private:
  parameters values_;
};

} // namespace

TEST_CASE("every parameter of a model comes from the command line into the model and its report") {
  for_each_table([](auto type) {
    using model = typename decltype(type)::type;
    auto const words = words_for<model>();
    auto const made = std::get<model>(registry::find_model(model::name, words));
    std::set<std::string> options, names;
    trident::detail::for_each_value(made, [&](auto const& row, std::vector<double> const& numbers) {
      CHECK(options.insert(row.option()).second);
      CHECK(names.insert(row.report_name()).second);
      CHECK(row.report_name().find_first_of("-^/ ") == std::string::npos);
      CHECK(numbers.size() == (row.is_list ? 3 : 1));
      for (double const one : numbers) CHECK(one == allowed(row));
    });
    CHECK(model_arguments<model>::options().size() == options.size());
  });
}

TEST_CASE("a number outside its range is refused with the name that the table gives it") {
  for_each_table([](auto type) {
    using model = typename decltype(type)::type;
    trident::detail::for_each_row(model::parameter_table, [&](auto const& row) {
      typename model::parameters values{};
      if constexpr (std::remove_cvref_t<decltype(row)>::is_list)
        (values.*row.value)[1] = 2 * row.range.highest;
      else
        values.*row.value = 2 * row.range.highest;
      CHECK_THROWS_WITH(model(values), containing(std::string(row.subject) + " is "));
    });
  });
}

TEST_CASE("what can be left out of a model, and what cannot") {
  using words = std::vector<std::string>;
  CHECK_THROWS_WITH(registry::find_model("NSI", words{}),
                    containing("--epsilon-L and --epsilon-R are missing: at least one of them is needed"));
  CHECK_THROWS_WITH(registry::find_model("SMEFT", words{}), containing("needed [1/TeV^2]"));
  CHECK_THROWS_WITH(registry::find_model("LmuLtau", words{"--mass", "1"}),
                    containing("--coupling is missing"));
  auto const one = std::get<z_prime>(
      registry::find_model("Zprime", words{"--coupling", "1", "--mass", "2", "--axial-charges", "1,2,3"}));
  CHECK(one.values().vector_charges == std::array<double, 3>{});
  CHECK(one.values().axial_charges == std::array<double, 3>{1, 2, 3});
}

TEST_CASE("a user's model with a table needs nothing more") {
  using arguments = model_arguments<own_model>;
  REQUIRE(arguments::options().size() == 2);
  CHECK(arguments::options()[0].name == "--size");
  CHECK(arguments::options()[0].help == "size [1/GeV^2]");
  auto const made = arguments::make(generator_arguments({"--a-pair", "3,4"}, arguments::options()));
  CHECK(made.values().size == 2);
  CHECK(made.values().pair == std::array<double, 2>{3, 4});
  CHECK(std::get<0>(own_model::parameter_table).report_name() == "size_per_GeV2");
}

TEST_CASE("options of all models: each once, with the models that have it") {
  std::set<std::string> names;
  for (auto const& one : registry::model_options()) {
    CHECK(names.insert(one.name).second);
    if (one.name == "--gV")
      CHECK(one.help == "of 4F: vector coupling g_V, from -1e6 to 1e6, and 0 or at least 1e-12 in size");
    if (one.name == "--mass")
      CHECK_THAT(one.help, containing("of LmuLtau, Zprime, LeLmu, LeLtau and BL: mass"));
    if (one.name == "--charges") CHECK(one.is_list);
  }
  CHECK(names.contains("--C-ll"));
}
