// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// trident reweight, held against the weights that trident events writes beside the nominal one.

namespace {

words const two_models = {"LmuLtau --coupling 2e-3 --mass 0.05", "4F --gV 0.5 --gA -2"};

/// Muon pairs on argon.
void make_events(std::string const& out, words const& more, words const& what = {"8", "--energy", "5"}) {
  words line = {"events", "--quiet", "--seed", "5", "-n", "400", "--target", "Ar", "--out", out, "--process"};
  line.insert(line.end(), what.begin(), what.end());
  line.insert(line.end(), more.begin(), more.end());
  REQUIRE(run_program(line).status == 0);
}

/// Electron pairs and mixed ones, on nuclei, protons and neutrons, of a beam not along z.
words const mixture = {"7,9",           "--regime",         "total",    "--flux",
                       "dune_tdr_numu", "--beam-direction", "0.1,0.2,1"};

std::vector<std::string> words_of(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '<' || c == '>'; }, ' ');
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// Word for word the same, but for the last digits of numbers.
double largest_difference(std::string const& one, std::string const& other) {
  auto const a = words_of(one), b = words_of(other);
  REQUIRE(a.size() == b.size());
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    INFO(a[i] << " and " << b[i]);
    double const x = std::stod(a[i]), y = std::stod(b[i]);
    REQUIRE(std::isfinite(x * y));
    largest = std::max(largest, std::abs(x / y - 1));
  }
  return largest;
}

std::string replaced(std::string text, std::string const& what, std::string const& by) {
  auto const at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

} // namespace

TEST_CASE("weights added to a file are those that would have been written beside the nominal one") {
  scratch_folder const folder;
  for (std::string const ending : {".hepmc3", ".lhe"}) {
    INFO(ending);
    auto const plain = folder.file("plain" + ending), both = folder.file("both" + ending),
               out = folder.file("out" + ending);
    make_events(plain, {}, mixture);
    make_events(both, {"--also-model", two_models[0], "--also-model", two_models[1]}, mixture);
    auto const before = read_file(plain);
    auto const run =
        run_program({"reweight", plain, "--to", two_models[0], "--to", two_models[1], "--out", out});
    CHECK(run.status == 0);
    CHECK(run.errors.empty());
    CHECK(read_file(plain) == before);
    CHECK(largest_difference(read_file(out), read_file(both)) < 1e-10);
    // one after the other, in place
    REQUIRE(run_program({"reweight", plain, "--to", two_models[0]}).status == 0);
    REQUIRE(run_program({"reweight", plain, "--to", two_models[1]}).status == 0);
    CHECK(read_file(plain) == read_file(out));
  }
}

TEST_CASE("a model's own weight is the event's, and from another model one comes back") {
  scratch_folder const folder;
  auto const there = folder.file("there.lhe"), back = folder.file("back.lhe");
  make_events(there, {"--weighted"});
  make_events(back, {"--weighted", "--also-model", "SM"});
  REQUIRE(run_program({"reweight", there, "--to", "SM"}).status == 0);
  CHECK(largest_difference(read_file(there), read_file(back)) < 1e-12);
  // weights w' of a model, and from a head that names that model as nominal back to the Standard Model
  auto const text = read_file(there);
  auto const other = folder.write("other.lhe", replaced(text, "model = SM", "model = 4F\ngV = 1.9\ngA = -1"));
  auto const forth = folder.write("forth.lhe", text);
  REQUIRE(run_program({"reweight", other, "--to", "4F --gV 0.2 --gA 1"}).status == 0);
  REQUIRE(
      run_program({"reweight", forth, "--to", "4F --gV 0.2 --gA 1", "--to", "4F --gV 1.9 --gA -1"}).status ==
      0);
  // ratio(a -> c) = ratio(a -> b) ratio(b -> c), event by event
  auto const weight = [](std::string const& event, std::string const& id) {
    auto const at = event.find("<wgt id=\"" + id + "\">");
    return std::stod(event.substr(at + 11 + id.size()));
  };
  auto const from_b = read_file(other), from_a = read_file(forth);
  std::size_t events = 0;
  for (auto a = from_a.find("<event>"), b = from_b.find("<event>"); a != std::string::npos;
       a = from_a.find("<event>", a + 1), b = from_b.find("<event>", b + 1), ++events) {
    REQUIRE(b != std::string::npos);
    auto const one = from_a.substr(a, from_a.find("</event>", a) - a),
               two = from_b.substr(b, from_b.find("</event>", b) - b);
    std::string const b_model = "4F_gV=1.9_gA=-1", c_model = "4F_gV=0.2_gA=1";
    double const a_to_c = weight(one, c_model) / weight(one, "SM"),
                 a_to_b = weight(one, b_model) / weight(one, "SM");
    double const b_to_c = weight(two, c_model) / weight(two, "SM");
    REQUIRE(a_to_c == Approx(a_to_b * b_to_c).epsilon(1e-10));
  }
  CHECK(events == 400);
}

TEST_CASE("a grid of models") {
  scratch_folder const folder;
  auto const file = folder.file("a.hepmc3");
  make_events(file, {"--also-model", "4F --gV -1:1:2 --gA 0.5"});
  REQUIRE(
      run_program({"reweight", file, "--to", "LmuLtau --coupling 1e-3:1e-2:2:log --mass 0.1:0.3:3"}).status ==
      0);
  CHECK_THAT(read_file(file),
             containing("\nW CV\\|4F_gV=-1_gA=0.5\\|4F_gV=1_gA=0.5"
                        "\\|LmuLtau_coupling=0.001_mass=0.1\\|LmuLtau_coupling=0.001_mass=0.2"
                        "\\|LmuLtau_coupling=0.001_mass=0.3\\|LmuLtau_coupling=0.01_mass=0.1"));
  CHECK_THAT(read_file(file), containing("\nA NuHepMC.Provenance.also-model[5] "
                                         "LmuLtau --coupling 0.001 --mass 0.3\n"));
}

TEST_CASE("files that cannot be reweighted are refused in one line and stay as they were") {
  scratch_folder const folder;
  auto const file = folder.file("a.hepmc3"), table = folder.file("a.csv"), lhe = folder.file("a.lhe");
  for (auto const& one : {file, table, lhe}) make_events(one, {});
  auto const text = read_file(file), lhe_text = read_file(lhe);
  words const to = {"--to", "4F --gV 1 --gA 1"};
  auto const refused = [&](std::string const& name, words const& said) {
    check_refused(run_program({"reweight", name, to[0], to[1]}), said);
  };
  refused(folder.file("none"), {"none", "cannot be read"});
  refused(table, {"a.csv", "no event file with a head", "nuhepmc and lhef"});
  refused(folder.write("cut.hepmc3", text.substr(0, text.size() / 2)),
          {"cut.hepmc3", "truncated", "END_EVENT"});
  refused(folder.write("cut.lhe", lhe_text.substr(0, lhe_text.size() / 2)), {"cut.lhe", "truncated"});
  refused(folder.write("head.hepmc3", text.substr(0, 300)), {"head.hepmc3", "truncated"});
  refused(
      folder.write("other.lhe", "<LesHouchesEvents version=\"3.0\">\n<init>\n</init>\n</LesHouchesEvents>\n"),
      {"other.lhe", "not written by trident", "no configuration"});
  refused(folder.write("process.lhe", replaced(lhe_text, "process = 8", "process = 1")),
          {"process.lhe", "the head does not name"});
  refused(folder.write("digits.lhe", replaced(lhe_text, "\n14 -1 0 0 0 0 ", "\n14 -1 0 0 0 0 x")),
          {"digits.lhe", "line ", "is not a number"});
  check_refused(run_program({"reweight", file}), {"--to is missing"});
  check_refused(run_program({"reweight", file, "--to", "SUSY"}), {"\"SUSY\""});
  check_refused(run_program({"reweight", file, "--to", "4F --gV 1:2 --gA 1"}),
                {"--gV", "\"1:2\"", "FROM:TO:N"});
  check_refused(run_program({"reweight", file, "--to", "SM", "--to", "SM"}), {"\"SM\" is there twice"});
  check_refused(run_program({"reweight", file, "--to", "SM", "--out", "/nonexistent/a"}), {"/nonexistent/a"});
  REQUIRE(run_program({"reweight", file, "--to", "SM", "--out", folder.file("b.hepmc3")}).status == 0);
  check_refused(run_program({"reweight", folder.file("b.hepmc3"), "--to", "SM"}),
                {"weight of this model already"});
  CHECK(read_file(file) == text);
  CHECK(read_file(lhe) == lhe_text);
  for (auto const& entry : std::filesystem::directory_iterator(std::filesystem::path(file).parent_path()))
    CHECK(entry.path().extension() != ".partial");
}

namespace {

/// Ratios of the second weight to the nominal one, event by event.
std::vector<double> ratios_in(std::string const& text) {
  std::vector<double> ratios;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("W ") || line.starts_with("W CV")) continue;
    auto const parts = words_of(line);
    REQUIRE(parts.size() == 3);
    ratios.push_back(std::stod(parts[2]) / std::stod(parts[1]));
  }
  return ratios;
}

} // namespace

TEST_CASE("units, left-out nuclei, compression and where the file comes from do not change weights") {
  scratch_folder const folder;
  words const what = {"8", "--energy", "5", "--regime", "total", "--box", "0:1,0:1,0:1,0:5"};
  std::string const model = "LmuLtau --coupling 1e-3 --mass 0.1";
  auto const weights_of = [&](std::string const& name, words const& more) {
    make_events(folder.file(name), more, what);
    auto const out = folder.file("out.hepmc3");
    auto const run = run_shell("cat " + quoted(folder.file(name)) + " | \"$TRIDENT\" reweight - --to " +
                               quoted(model) + " --out " + quoted(out));
    CHECK(run.status == 0);
    CHECK(run.errors.empty());
    return ratios_in(read_file(out));
  };
  auto const expected = weights_of("plain.hepmc3", {});
  REQUIRE(expected.size() == 400);
  for (auto const& [name, more] :
       std::vector<std::pair<std::string, words>>{{"mev.hepmc3", {"--units", "MEV-MM"}},
                                                  {"light.hepmc3", {"--no-recoil"}},
                                                  {"both.hepmc3", {"--no-recoil", "--units", "MEV-MM"}},
                                                  {"small.hepmc3.gz", {}}}) {
    INFO(name);
    auto const seen = weights_of(name, more);
    REQUIRE(seen.size() == expected.size());
    for (std::size_t i = 0; i < seen.size(); ++i) REQUIRE(seen[i] == Approx(expected[i]).epsilon(1e-9));
  }
  check_refused(run_program({"reweight", "-", "--to", "SM"}), {"--out is missing", "standard input"});
}

TEST_CASE("files of every model can be reweighted: their parameters have one owner") {
  scratch_folder const folder;
  auto const file = folder.file("a.lhe");
  for (auto const& model :
       std::vector<words>{{"NSI", "--epsilon-L", "0.1"},
                          {"SMEFT", "--C-ll", "1", "--C-le", "-1"},
                          {"Zprime", "--coupling", "1e-3", "--mass", "0.1", "--charges", "0,1,-1"},
                          {"BL", "--coupling", "1e-4", "--mass", "0.1"}}) {
    INFO(model.front());
    make_events(file, words{"--model"} + model + words{"--also-model", "SM"});
    auto text = read_file(file);
    std::string own;
    for (auto const& word : model) own += (own.empty() ? "" : " ") + word;
    REQUIRE(run_program({"reweight", file, "--to", own}).status == 0);
    text = read_file(file);
    auto const at = text.rfind("<wgt id=");
    CHECK(std::stod(text.substr(text.find('>', at) + 1)) == Approx(1).epsilon(1e-10));
  }
}

TEST_CASE("events of the full amplitude say so, and are reweighted with it") {
  scratch_folder const folder;
  words const what = {"8,9", "--energy", "3000"};
  for (std::string const ending : {".hepmc3", ".lhe"}) {
    INFO(ending);
    auto const plain = folder.file("plain" + ending), both = folder.file("both" + ending),
               out = folder.file("out" + ending);
    make_events(plain, {"--electroweak", "full"}, what);
    make_events(both, {"--electroweak", "full", "--also-model", two_models[0], "--also-model", two_models[1]},
                what);
    CHECK_THAT(read_file(plain), containing(ending == ".lhe" ? "\nelectroweak = full\n"
                                                             : "\nA NuHepMC.Provenance.electroweak full\n"));
    REQUIRE(
        run_program({"reweight", plain, "--to", two_models[0], "--to", two_models[1], "--out", out}).status ==
        0);
    CHECK(largest_difference(read_file(out), read_file(both)) < 1e-8);
  }
  // the full Standard Model on top of either
  auto const full = folder.file("full.hepmc3"), contact = folder.file("contact.hepmc3");
  make_events(full, {"--electroweak", "full"}, what);
  make_events(contact, {"--electroweak", "contact"}, what);
  CHECK(read_file(contact).find("electroweak full") == std::string::npos);
  for (auto const& file : {full, contact})
    REQUIRE(run_program({"reweight", file, "--to", "SMprop"}).status == 0);
  for (double const ratio : ratios_in(read_file(full))) CHECK(ratio == Approx(1).epsilon(1e-12));
  double sum = 0, largest = 0;
  auto const ratios = ratios_in(read_file(contact));
  for (double const ratio : ratios) {
    sum += ratio / static_cast<double>(ratios.size());
    largest = std::max(largest, std::abs(ratio - 1));
  }
  CHECK(sum == Approx(1).margin(0.05));
  CHECK(largest > 1e-3);
  check_refused(run_program({"events", "-n", "1", "--process", "8", "--target", "Ar", "--energy", "2",
                             "--also-model", "SMprop", "--out", folder.file("none.lhe")}),
                {"--also-model SMprop", "--electroweak full"});
  auto const said = folder.write(
      "said.lhe", replaced(read_file(folder.file("plain.lhe")), "electroweak = full", "electroweak = half"));
  check_refused(run_program({"reweight", said, "--to", two_models[0]}),
                {"electroweak \"half\"", "contact, full"});
}
