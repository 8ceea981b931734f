// SPDX-License-Identifier: BSL-1.0
#include "program/events_journal.hpp"

#include <cstdint>
#include <sstream>

#include "resealing_fuzzer.hpp"

// The journal of an interrupted run, each line sealed anew.

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace trident::program;
  std::istringstream lines(std::string(reinterpret_cast<char const*>(data), size));
  std::string text = "trident-resume-2\n";
  for (std::string line; std::getline(lines, line);) text += sealed_line(line);
  try {
    auto const content = journal_from_text("a.resume", text);
    command_from("a.resume", content.order.command);
  } catch (trident::input_error const&) {}
  return 0;
}
