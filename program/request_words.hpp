// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trident/runtime/request_words.hpp>

#include "runtime_names.hpp"

namespace trident::program {

/// As one line of JSON, and back; throws input_error that names the file for what is no such line.
std::string text_of(word_list const& words);
word_list words_from(std::string const& file, std::string_view text);

/// As a shell takes it, with quotes where they are needed.
std::string shell_text(std::vector<std::string> const& command);

/// "--name", "value", ... as a command line has them.
void append_options(std::vector<std::string>& command, word_list const& words);

/// A command, one word after the other, as one line of JSON, and back.
std::string command_text(std::vector<std::string> command);
std::vector<std::string> command_from(std::string const& file, std::string_view text);

} // namespace trident::program
