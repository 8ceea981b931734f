// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <trident/error.hpp>
#include <trident/event/csv.hpp>
#include <trident/event/hepevt.hpp>
#include <trident/event/lhef.hpp>
#include <trident/event/nuhepmc.hpp>
#include <trident/event/teg.hpp>

namespace trident {

/// Any of the formats as one type, for programs that choose one when they run.
class any_event_format {
public:
  static constexpr std::string_view name = "any";
  static constexpr std::string_view extension = "";

  template <EventFormat Format>
  explicit constexpr any_event_format(Format)
      : extension_(Format::extension), begin_(begin_as<Format>), write_(write_as<Format>),
        end_(end_as<Format>) {}

  /// By how the name of a file ends; throws input_error that lists the endings.
  static any_event_format of_file(std::string const& file) {
    auto const dot = file.rfind('.');
    std::string allowed;
    for (auto const& one : std::array{any_event_format(nuhepmc_format{}), any_event_format(lhef_format{}),
                                      any_event_format(hepevt_format{}), any_event_format(teg_format{}),
                                      any_event_format(csv_format{})}) {
      if (dot != std::string::npos && file.substr(dot + 1) == one.extension_) return one;
      allowed.append(allowed.empty() ? "." : ", .").append(one.extension_);
    }
    throw input_error("file \"" + file + "\" has no ending of an event file: it must end in " + allowed);
  }

  void begin(std::string& text, run_description const& run) const { begin_(text, run); }
  void write(std::string& text, event const& e, run_description const& run) const { write_(text, e, run); }
  void end(std::string& text) const { end_(text); }

private:
  template <class Format>
  static void begin_as(std::string& text, run_description const& run) {
    Format{}.begin(text, run);
  }
  template <class Format>
  static void write_as(std::string& text, event const& e, run_description const& run) {
    Format{}.write(text, e, run);
  }
  template <class Format>
  static void end_as(std::string& text) {
    Format{}.end(text);
  }

  std::string_view extension_;
  void (*begin_)(std::string&, run_description const&);
  void (*write_)(std::string&, event const&, run_description const&);
  void (*end_)(std::string&);
};

static_assert(EventFormat<any_event_format>);

} // namespace trident
