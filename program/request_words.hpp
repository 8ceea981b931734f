// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/runtime/configuration.hpp>

#include "runtime_names.hpp"

namespace trident::program {

/// Options as names (without --) and values, so that they can stand in files and be asked for again.
using word_list = std::vector<std::pair<std::string, std::string>>;

word_list words_of(physics_request const& request);

/// The request that words_of() was given; words that are not of physics are left alone.
physics_request physics_from(word_list const& words);

/// Names of the files that a request reads.
std::vector<std::string> files_read_by(physics_request const& request);

/// Files by name, with fingerprints of what they hold: so that what depends on them knows when they have changed. Throws
/// input_error for what cannot be read twice, such as standard input: `wanted_by` says what would.
word_list fingerprints_of(std::vector<std::string> const& files, std::string const& wanted_by);

/// Throws input_error if one of the files is not as it was when `state` was written.
void require_unchanged(word_list const& files, std::string const& state);

/// The value of the first word of this name; empty if there is none.
std::string value_in(word_list const& words, std::string const& name);

/// The value as a number; throws input_error that names the file if it is none.
std::uint64_t whole_number_in(word_list const& words, std::string const& name, std::string const& file);
double positive_number_in(word_list const& words, std::string const& name, std::string const& file);

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
