// SPDX-License-Identifier: BSL-1.0
#include "request_words.hpp"

#include <nlohmann/json.hpp>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/utf8.hpp>
#include <trident/storage/sealed_file.hpp>

namespace trident::program {

namespace {

template <class Value>
Value value_from_json(std::string const& file, std::string_view line) {
  try {
    return nlohmann::json::parse(line).get<Value>();
  } catch (nlohmann::json::exception const&) {
    throw input_error("file \"" + file + "\" is damaged: the line of its command cannot be read");
  }
}

// Names of files may have any bytes, and JSON has characters.

std::string encoded(std::string const& word) { return trident::detail::utf8_of_bytes(word); }
std::string decoded(std::string const& word) { return trident::detail::bytes_of_utf8(word); }

} // namespace

std::string text_of(word_list const& words) {
  word_list encoded_words;
  for (auto const& [name, value] : words) encoded_words.emplace_back(encoded(name), encoded(value));
  return nlohmann::json(encoded_words).dump();
}

word_list words_from(std::string const& file, std::string_view line) {
  auto words = value_from_json<word_list>(file, line);
  for (auto& [name, value] : words) name = decoded(name), value = decoded(value);
  return words;
}

std::string shell_text(std::vector<std::string> const& command) {
  std::string text;
  for (auto const& word : command) {
    if (!text.empty()) text += ' ';
    constexpr auto plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+=:,./@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
      text += word;
      continue;
    }
    text += '\'';
    for (char const c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    text += '\'';
  }
  return text;
}

void append_options(std::vector<std::string>& command, word_list const& words) {
  for (auto const& [name, value] : words) {
    command.push_back("--" + name);
    command.push_back(value);
  }
}

std::string command_text(std::vector<std::string> command) {
  for (auto& word : command) word = encoded(word);
  return nlohmann::json(command).dump();
}

std::vector<std::string> command_from(std::string const& file, std::string_view line) {
  auto command = value_from_json<std::vector<std::string>>(file, line);
  for (auto& word : command) word = decoded(word);
  return command;
}

} // namespace trident::program
