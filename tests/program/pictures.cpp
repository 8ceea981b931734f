// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <regex>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// What a reader of a picture sees: texts within it, beside the curves and not on them, and with their blanks.

namespace {

struct point {
  double x, y;
};

struct text_box {
  std::string text;
  point low, high;
  bool contains(point const& p) const { return low.x < p.x && p.x < high.x && low.y < p.y && p.y < high.y; }
};

std::string without_tags(std::string const& text) {
  return std::regex_replace(text, std::regex("<[^>]*>"), "");
}

/// Of letters, some of which have several bytes or stand over another.
double ems_of(std::string const& text) {
  double count = 0;
  for (char const c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  for (auto at = text.find("\u0305"); at != std::string::npos; at = text.find("\u0305", at + 1)) --count;
  return count;
}

/// The texts of a picture; letters are taken to be half as wide as high.
std::vector<text_box> texts_of(std::string const& svg) {
  std::vector<text_box> boxes;
  std::regex const text(
      R"re(<g transform="translate\(([-0-9.]+),([-0-9.]+)\)( rotate\([-0-9.]+\))?"[^>]*font-size="([0-9.]+)"\s+text-anchor="([a-z]+)">\s*<text>(.*?)</text>)re");
  for (std::sregex_iterator found(svg.begin(), svg.end(), text), end; found != end; ++found) {
    auto const& one = *found;
    double const x = std::stod(one[1]), y = std::stod(one[2]), size = std::stod(one[4]);
    std::string const words = without_tags(one[6]), anchor = one[5];
    double const width = 0.5 * size * ems_of(words);
    double const before = anchor == "end" ? width : anchor == "middle" ? width / 2 : 0;
    if (one[3].matched)
      boxes.push_back({words, {x - 0.7 * size, y - (width - before)}, {x + 0.2 * size, y + before}});
    else
      boxes.push_back({words, {x - before, y - 0.7 * size}, {x - before + width, y + 0.2 * size}});
  }
  return boxes;
}

/// The lines of a picture that have many points: curves, and the edges of areas.
std::vector<std::vector<point>> drawn_curves(std::string const& svg) {
  std::vector<std::vector<point>> curves;
  std::regex const path(R"re( d='M([^']*)')re"), pair(R"re(([-0-9.]+),([-0-9.]+))re");
  for (std::sregex_iterator found(svg.begin(), svg.end(), path), end; found != end; ++found) {
    std::istringstream parts((*found)[1]); // the line in the key is another part of the same path
    for (std::string part; std::getline(parts, part, 'M');) {
      std::vector<point> curve;
      for (std::sregex_iterator one(part.begin(), part.end(), pair); one != end; ++one)
        curve.push_back({std::stod((*one)[1]), std::stod((*one)[2])});
      if (curve.size() >= 12) curves.push_back(std::move(curve));
    }
  }
  return curves;
}

bool passes_through(std::vector<point> const& curve, text_box const& box) {
  for (std::size_t i = 1; i < curve.size(); ++i)
    for (double share = 0; share <= 1; share += 0.05)
      if (box.contains({curve[i - 1].x + share * (curve[i].x - curve[i - 1].x),
                        curve[i - 1].y + share * (curve[i].y - curve[i - 1].y)}))
        return true;
  return false;
}

void check_picture(std::string const& svg) {
  CHECK_THAT(svg.substr(0, 400), containing("<svg xml:space=\"preserve\""));
  CHECK_THAT(svg, !containing("scale(0"));
  std::smatch size;
  REQUIRE(std::regex_search(svg, size, std::regex("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"")));
  double const width = std::stod(size[1]), height = std::stod(size[2]);
  auto const texts = texts_of(svg);
  auto const curves = drawn_curves(svg);
  CHECK(texts.size() > 10);
  for (auto const& box : texts) {
    CAPTURE(box.text, box.low.x, box.low.y, box.high.x, box.high.y);
    CHECK((box.low.x >= 0 && box.low.y >= 0 && box.high.x <= width && box.high.y <= height));
    CHECK(std::none_of(curves.begin(), curves.end(),
                       [&](auto const& curve) { return passes_through(curve, box); }));
  }
  for (auto const* const pale :
       {"rgb(240, 228,  66)", "rgb(255, 255,   0)"}) // yellow cannot be seen on white
    CHECK_THAT(svg, !containing(pale));
}

std::string picture_of(words const& figure) {
  auto const run = run_program(words{"plot"} + figure + words{"--out", "-"});
  CAPTURE(run.errors);
  CHECK(run.status == 0);
  CHECK(run.errors.empty());
  return run.output;
}

} // namespace

TEST_CASE("texts of pictures lie within them, off the curves, and keep their blanks") {
  if (!has_gnuplot()) return;
  for (words const& figure :
       std::vector<words>{{"cross-section"},
                          {"cross-section", "--process", "9", "--target", "Pb", "--energies", "1:1e5"},
                          {"form-factors"},
                          {"form-factors", "--target", "C"},
                          {"equivalent-photons"},
                          {"equivalent-photons", "--process", "1", "--energies", "0.05:50"},
                          {"mediator"},
                          {"mediator", "--model", "LeLmu"},
                          {"limits"},
                          {"limits", "--size", "1400x700"},
                          {"measurements"},
                          {"flux"},
                          {"flux", "--flux", "fasernu"},
                          {"flux", "--flux", "ccfr_numu"}}) {
    INFO(figure.front() << ' ' << figure.back());
    check_picture(picture_of(figure));
  }
  scratch_folder const folder;
  auto const events = folder.file("events.csv");
  for (auto const& [process, energy, title] :
       std::vector<std::tuple<std::string, std::string, std::string>>{{"8", "5", "μ"}, {"7,9", "50", ","}}) {
    REQUIRE(run_program({"events", "-n", "3000", "--process", process, "--target", "Ar", "--energy", energy,
                         "--seed", "1", "--out", events, "--quiet"})
                .status == 0);
    auto const svg = picture_of({"events", events});
    check_picture(svg);
    auto const texts = texts_of(svg);
    CHECK(std::any_of(texts.begin(), texts.end(), [&wanted = title](auto const& box) {
      return box.text.find("3000 events") != std::string::npos &&
             box.text.find(wanted) != std::string::npos && box.text.find("Ar") != std::string::npos;
    }));
  }
}

TEST_CASE("a script draws its picture anew from any folder, whatever the name of its own is") {
  if (!has_gnuplot()) return;
  scratch_folder const folder;
  auto const place = folder.file("it's a \"folder\" with $HOME and % é");
  std::filesystem::create_directory(place);
  auto const picture = place + "/it's.svg";
  REQUIRE(run_program({"plot", "form-factors", "--target", "C", "--out", picture}).status == 0);
  auto const moved = folder.file("moved");
  std::filesystem::rename(place, moved);
  for (std::string const& line :
       {"cd / && gnuplot " + quoted(moved + "/it's.gp"), "cd " + quoted(moved) + " && gnuplot \"it's.gp\"",
        "cd " + quoted(moved) + " && gnuplot \"./it's.gp\"",
        "cd " + quoted(folder.file("")) + " && gnuplot moved/it\\'s.gp"}) {
    CAPTURE(line);
    std::filesystem::remove(moved + "/it's.svg");
    auto const run = run_shell(line);
    CAPTURE(run.errors);
    CHECK(run.status == 0);
    CHECK_THAT(read_file(moved + "/it's.svg"), containing("Fourier-Bessel"));
  }
}

TEST_CASE("a picture on standard output leaves nothing else") {
  if (!has_gnuplot()) return;
  scratch_folder const folder;
  auto const run = run_shell("cd " + quoted(folder.file("")) + " && \"$TRIDENT\" plot measurements --out -");
  CHECK(run.status == 0);
  CHECK(run.output.starts_with("<?xml"));
  CHECK(run.output.ends_with("</svg>\n\n"));
  CHECK(std::filesystem::is_empty(folder.file("")));
}

TEST_CASE("energies of a figure") {
  for (auto const& [energies, said] :
       std::vector<std::pair<std::string, std::string>>{{"5", "FROM:TO"},
                                                        {"5:x", "\"x\""},
                                                        {"5:1", "below the second"},
                                                        {"0:1", "0.01 to 1e6"},
                                                        {"1:1e9", "0.01 to 1e6"},
                                                        {"0.01:0.02", "threshold"}}) {
    check_refused(
        run_program({"plot", "cross-section", "--process", "8", "--energies", energies, "--out", "-"}),
        {"--energies", said});
    check_refused(
        run_program({"plot", "equivalent-photons", "--process", "8", "--energies", energies, "--out", "-"}),
        {"--energies", said});
  }
}
