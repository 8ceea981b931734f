// SPDX-License-Identifier: BSL-1.0
#include <exception>
#include <iostream>
#include <new>
#include <stdexcept>
#include <system_error>

#include <trident/computation_stopped.hpp>
#include <trident/error.hpp>

#include "command_line.hpp"
#include "interrupt.hpp"

int main(int argc, char** argv) {
  constexpr int bad_input = 2;
  try {
    return trident::program::run_command_line(argc, argv);
  } catch (trident::input_error const& error) {
    std::cerr << "trident: " << error.what() << '\n';
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
