// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Arrays of numbers in generated headers: written, and read back.

namespace trident_tables {

/// `inline constexpr type name[] = {...};` in lines of up to 110 columns.
inline void write_array(std::ostream& out, std::string_view type, std::string_view name,
                        std::vector<std::string> const& numbers) {
  out << "inline constexpr " << type << ' ' << name << "[] = {";
  std::string line;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::string const one = numbers[i] + (i + 1 < numbers.size() ? "," : "");
    if (line.empty() || line.size() + one.size() > 110) {
      out << line << '\n';
      line.clear();
    }
    line += one;
  }
  out << line << "};\n";
}

inline std::string read_text(std::filesystem::path const& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return text.str();
}

/// The numbers of an array.
inline std::vector<double> parse_array(std::string const& text, std::string const& name) {
  std::size_t const start = text.find(' ' + name + "[] = {");
  if (start == std::string::npos) throw std::runtime_error("no array " + name);
  std::size_t const open = text.find('{', start), close = text.find('}', start);
  std::istringstream list(text.substr(open + 1, close - open - 1));
  std::vector<double> numbers;
  for (double one; list >> one; list.ignore(1)) numbers.push_back(one);
  return numbers;
}

} // namespace trident_tables
