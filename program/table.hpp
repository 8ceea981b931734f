// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trident::program {

enum class table_format { text, json, csv };

/// Where a table goes, and how it is written.
struct table_output {
  table_format format = table_format::text;
  std::optional<std::string> file; ///< standard output without
};

/// Numbers in columns; a cell may be empty, or infinite.
struct number_table {
  std::vector<std::string> description; ///< lines above the columns
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<double>>> rows;
  std::vector<std::string> notes; ///< lines below in text, above in a file of comma-separated values
};

/// Columns that are aligned, six digits a number.
std::string text_of(number_table const& table);

/// Comma-separated values with all their digits, the description in lines that start with #.
std::string csv_of(number_table const& table);

/// Writes to the file, which gets its name when it is complete, or to standard output. Throws input_error.
void write_output(table_output const& output, std::string const& content);

} // namespace trident::program
