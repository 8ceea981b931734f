// SPDX-License-Identifier: BSL-1.0
#include <exception>
#include <iostream>

#include <trident/error.hpp>

#include "command_line.hpp"

int main(int argc, char** argv) {
  constexpr int bad_input = 2;
  try {
    return trident::program::run_command_line(argc, argv);
  } catch (trident::input_error const& error) {
    std::cerr << "trident: " << error.what() << '\n';
    return bad_input;
  } catch (std::exception const& error) {
    std::cerr << "trident: internal error: " << error.what() << '\n';
    return 1;
  }
}
