// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/neutrino.hpp>

// What a column of a table of fluxes holds, by its title: "E_low [GeV]", "NuMuBar", "numu_flux", "bin", "stat_err", ...

namespace trident {

/// What a column of a file of fluxes holds.
enum class flux_column_role {
  unknown,
  unused, ///< an index, an error, a width: what a spectrum does not need
  low,    ///< edge of a bin
  high,   ///< edge of a bin
  centre, ///< the energy of a bin in its middle
  flux
};

/// A column of a flux file, as far as its title says what it is.
struct flux_column {
  flux_column_role role = flux_column_role::unknown;
  std::optional<neutrino> flavour = {};   ///< of a flux, if it is said
  std::optional<double> energy_unit = {}; ///< of an energy, if it is said [GeV]
  std::string title = {};                 ///< as it stands in the file
};

namespace detail {

/// One title, taken to pieces: its words in small letters, and what stands in brackets or behind a '/'.
class title_words {
public:
  explicit title_words(std::string_view title) {
    std::string const plain = without_greek(title);
    std::string_view body = plain;
    auto const bracket = body.find_first_of("[(");
    if (bracket != std::string_view::npos && body.find_first_of("nN\\", bracket) == std::string_view::npos) {
      unit_ = letters(body.substr(bracket));
      body = body.substr(0, bracket);
    } else if (auto const slash = body.find('/'); slash != std::string_view::npos && !divides(body, slash)) {
      unit_ = letters(body.substr(slash));
      body = body.substr(0, slash);
    }
    words_.emplace_back();
    for (char const c : body) {
      bool const separates = c == '_' || c == '-' || c == ' ' || c == '.' || c == ':' || c == '^' || c == '#';
      if (separates && !words_.back().empty()) words_.emplace_back();
      if (is_letter(c) || is_digit(c) || c == '+') words_.back() += lower_case(c);
    }
    if (words_.back().empty()) words_.pop_back();
    if (unit_.empty() && words_.size() > 1 && energy_size(words_.back())) {
      unit_ = words_.back();
      words_.pop_back();
    }
    joined_ = detail::joined(words_, "_");
    for (auto const& word : words_) squeezed_ += word;
  }

  bool has(auto const& known) const {
    if (std::find(known.begin(), known.end(), squeezed_) != known.end()) return true;
    return std::any_of(words_.begin(), words_.end(), [&](std::string const& word) {
      return std::find(known.begin(), known.end(), word) != known.end();
    });
  }

  bool is(auto const& known) const { return std::find(known.begin(), known.end(), squeezed_) != known.end(); }

  std::string const& joined() const { return joined_; }
  bool empty() const { return words_.empty(); }
  std::optional<double> energy_unit() const { return energy_size(unit_); }

private:
  /// dN/dE and the like
  static bool divides(std::string_view text, std::size_t slash) {
    return slash + 1 < text.size() && lower_case(text[slash + 1]) == 'd';
  }

  static std::optional<double> energy_size(std::string_view unit) {
    struct known {
      std::string_view name;
      double size;
    };
    for (auto const& [name, size] :
         {known{"ev", 1e-9}, {"kev", 1e-6}, {"mev", 1e-3}, {"gev", 1}, {"tev", 1e3}})
      if (name == unit) return size;
    return std::nullopt;
  }

  static std::string letters(std::string_view text) {
    std::string result;
    for (char const c : text)
      if (is_letter(c)) result += lower_case(c);
    return result;
  }

  /// The letters nu, mu, tau and the bar in UTF-8, and TeX's backslashes and braces.
  static std::string without_greek(std::string_view title) {
    struct letter {
      std::string_view bytes, name;
    };
    constexpr std::array letters = {letter{"\xce\xbd", "nu"},  letter{"\xce\xbc", "mu"},
                                    letter{"\xc2\xb5", "mu"},  letter{"\xcf\x84", "tau"},
                                    letter{"\xcc\x84", "bar"}, letter{"\xcc\x85", "bar"},
                                    letter{"\xce\xa6", "phi"}, letter{"\xcf\x86", "phi"}};
    std::string result;
    while (!title.empty()) {
      auto const found = std::find_if(letters.begin(), letters.end(),
                                      [&](letter const& one) { return title.starts_with(one.bytes); });
      if (found != letters.end()) {
        result += found->name;
        title.remove_prefix(found->bytes.size());
        continue;
      }
      if (std::string_view("\\{}$~\"'").find(title.front()) == std::string_view::npos)
        result += title.front();
      title.remove_prefix(1);
    }
    return result;
  }

  std::vector<std::string> words_;
  std::string joined_, squeezed_, unit_;
};

/// Finds names of neutrinos in a title in small letters, its words joined by '_': numu, nu_mu, anti_nu_mu, nu_mu_bar,
/// nubar_mu, anumu, muon_antineutrino, ...
class flavour_finder {
public:
  explicit flavour_finder(std::string_view title) : text_(title) {}

  /// Each name once for each time that it stands there.
  std::vector<neutrino> all() {
    std::vector<neutrino> found;
    for (at_ = 0; at_ < text_.size();) {
      std::size_t const start = at_;
      if (auto const one = at(start)) {
        found.push_back(*one);
      } else {
        at_ = start + 1;
      }
    }
    return found;
  }

private:
  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool take_anti() { return take("anti_") || take("anti") || take("bar_") || take("bar"); }

  /// The end of a name: no letter goes on, but for words that follow it without a blank.
  bool ends() const {
    auto const rest = text_.substr(at_);
    return rest.empty() || !is_letter(rest.front()) || rest.starts_with("flux") || rest.starts_with("err");
  }

  std::optional<neutrino> at(std::size_t start) {
    bool const fresh = start == 0 || !is_letter(text_[start - 1]) ||
                       text_.substr(0, start).ends_with("flux") || text_.substr(0, start).ends_with("phi");
    if (!fresh) return std::nullopt;
    constexpr std::array<std::string_view, 3> leptons = {"electron", "muon", "tau"},
                                              short_names = {"e", "mu", "tau"};
    for (std::size_t i = 0; i < 3; ++i) {
      at_ = start;
      if (!take(leptons[i])) continue;
      take("_");
      bool const anti = take_anti();
      if (!take("neutrino") && !take("nu")) continue;
      take("s");
      if (ends()) return name(i, anti);
    }
    for (std::size_t i = 0; i < 3; ++i) {
      at_ = start;
      bool anti = take_anti();
      if (!anti && text_.substr(at_).starts_with("anu")) anti = take("a");
      if (!take("nu") && !(at_ == start && take("v"))) continue;
      bool const inner = take("_bar_") || take("bar_") || take("_bar") || take("bar");
      take("_");
      if (!take(short_names[i])) continue;
      bool const outer = take("_bar") || take("bar") || take("_anti") || take("anti") ||
                         (text_.substr(at_) == "b" && take("b"));
      if (ends()) return name(i, anti || inner || outer);
    }
    return std::nullopt;
  }

  static neutrino name(std::size_t generation, bool anti) {
    return all_neutrinos[generation + (anti ? 3 : 0)];
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

inline bool names_error(title_words const& title) {
  constexpr std::array<std::string_view, 26> names = {
      "error",         "errors", "err",     "errs",     "unc", "uncert", "uncertainty",
      "uncertainties", "sigma",  "stat",    "syst",     "sys", "std",    "stddev",
      "rms",           "delta",  "relerr",  "relerror", "fe",  "frac",   "dflux",
      "estat",         "esyst",  "errflux", "fracerr",  "+"};
  auto const& text = title.joined();
  return title.has(names) || text.ends_with("err") || text.ends_with("error") || text.ends_with("unc") ||
         text.starts_with("err_") || text.starts_with("error");
}

/// Something else in the title may mean the antineutrino: that is not guessed.
inline bool may_be_antineutrino(title_words const& title, neutrino flavour) {
  constexpr std::array<std::string_view, 4> letters = {"a", "b", "c", "cp"};
  auto const& text = title.joined();
  bool const said = text.find("anti") != text.npos || text.find("bar") != text.npos || title.has(letters);
  return said && !is_antineutrino(flavour);
}

inline flux_column_role energy_role(title_words const& title) {
  constexpr std::array<std::string_view, 9> low_words = {"low", "lo",   "lower", "min",   "elow",
                                                         "elo", "emin", "left",  "binlow"};
  constexpr std::array<std::string_view, 9> high_words = {"high", "hi",   "upper", "max",    "ehigh",
                                                          "ehi",  "emax", "right", "binhigh"};
  constexpr std::array<std::string_view, 10> centre_words = {
      "energy", "enu", "centre", "center", "mid", "middle", "mean", "central", "binmid", "energies"};
  constexpr std::array<std::string_view, 7> low = {"xlow", "xmin", "start", "from", "el", "enulow", "enumin"};
  constexpr std::array<std::string_view, 8> high = {"xhigh", "xmax",    "end",    "to",
                                                    "eh",    "enuhigh", "enumax", "up"};
  constexpr std::array<std::string_view, 8> centre = {"e",    "ev",    "x",         "ecenter",
                                                      "emid", "emean", "bincenter", "bincentre"};
  if (title.has(low_words) || title.is(low)) return flux_column_role::low;
  if (title.has(high_words) || title.is(high)) return flux_column_role::high;
  if (title.has(centre_words) || title.is(centre)) return flux_column_role::centre;
  return flux_column_role::unknown;
}

} // namespace detail

/// What the title of a column says about it.
inline flux_column flux_column_titled(std::string_view stated) {
  flux_column column{.title = std::string(detail::trimmed(stated))};
  detail::title_words const title(column.title);
  auto const flavours = detail::flavour_finder(title.joined()).all();
  constexpr std::array<std::string_view, 15> index = {"bin",    "no",       "index", "idx",   "i",
                                                      "number", "nr",       "row",   "binno", "binnr",
                                                      "nbin",   "binindex", "ibin",  "id",    "binnumber"};
  constexpr std::array<std::string_view, 8> width = {"width",  "binwidth", "de",     "halfwidth",
                                                     "ewidth", "dx",       "widths", "ebin"};
  constexpr std::array<std::string_view, 23> flux = {
      "flux",    "fluxes",  "phi",     "dphi",      "dn",       "value",       "values", "val",
      "density", "content", "nus",     "neutrinos", "spectrum", "probability", "prob",   "dnde",
      "dphide",  "y",       "entries", "counts",    "n",        "events",      "weight"};
  if (detail::names_error(title) || title.is(width) || title.is(index) || column.title == "#")
    column.role = flux_column_role::unused;
  else if (flavours.size() == 1 && !detail::may_be_antineutrino(title, flavours.front())) {
    column.role = flux_column_role::flux;
    column.flavour = flavours.front();
  } else if (flavours.empty()) {
    bool const names_flux = title.has(flux);
    auto const energy = detail::energy_role(title);
    if (energy == flux_column_role::unknown && names_flux) column.role = flux_column_role::flux;
    if (energy != flux_column_role::unknown && !names_flux) column.role = energy;
    if (column.role == energy) column.energy_unit = title.energy_unit();
  }
  return column;
}

} // namespace trident
