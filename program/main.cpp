// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>

#include "command_line.hpp"
#include "interrupt.hpp"

namespace {

/// What a user typed may be very long, or have line breaks: of a message it leaves one line that can be read.
std::string readable(std::string message, int argc, char** argv) {
  constexpr std::size_t longest = 300, shown = 60;
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    if (auto const sign = word.find('='); word.starts_with("--") && sign != std::string::npos && sign < shown)
      word.erase(0, sign + 1);
    if (word.size() <= longest) continue;
    for (auto at = message.find(word); at != std::string::npos; at = message.find(word, at + shown))
      message.replace(at, word.size(), word.substr(0, shown) + "...");
  }
  std::string line;
  for (char const c : message) {
    auto const code = static_cast<unsigned char>(c);
    char escaped[8];
    std::snprintf(escaped, sizeof escaped, "\\x%02x", code);
    bool const is_control = code < 0x20 || code == 0x7f;
    line += is_control ? (c == '\n' ? "\\n" : escaped) : std::string(1, c);
  }
  return line;
}

} // namespace

int main(int argc, char** argv) {
  constexpr int bad_input = 2;
  try {
    return trident::program::run_command_line(argc, argv);
  } catch (trident::input_error const& error) {
    std::cerr << "trident: " << readable(error.what(), argc, argv) << '\n';
    return bad_input;
  } catch (trident::computation_stopped const&) {
    constexpr int first_signal_status = 128;
    std::cerr << "trident: interrupted: nothing was computed; the same command starts anew\n";
    return first_signal_status + trident::program::noted_signal().value_or(0);
  } catch (std::bad_alloc const&) {
    std::cerr << "trident: not enough memory for this: ask for less at a time\n";
    return bad_input;
  } catch (std::length_error const&) {
    std::cerr << "trident: this is longer than memory can hold: ask for less at a time\n";
    return bad_input;
  } catch (std::system_error const& error) { // of files, threads and the like
    std::cerr << "trident: the system refuses: " << error.what() << '\n';
    return bad_input;
  } catch (std::exception const& error) {
    std::cerr << "trident: internal error: " << error.what() << '\n';
    return 1;
  }
}
