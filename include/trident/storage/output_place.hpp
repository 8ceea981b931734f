// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <trident/base/error.hpp>
#include <trident/storage/file_handle.hpp>

namespace trident {

namespace detail {

/// What a path leads to in the end, whether that is there or not.
inline std::string without_links(std::string const& name) {
  std::filesystem::path path(name);
  constexpr int most_links = 40; // as many as Linux follows
  for (int i = 0; i < most_links; ++i) {
    std::error_code problem;
    auto const next = std::filesystem::read_symlink(path, problem);
    if (problem) return path.string();
    path = next.is_absolute() ? next : path.parent_path() / next;
  }
  refuse_file(name, "opened for writing", ELOOP);
}

/// The number of an open file that a name such as /dev/stdout or /dev/fd/3 stands for.
inline std::optional<int> open_file_named(std::string const& name) {
  if (name == "-" || name == "/dev/stdout") return STDOUT_FILENO;
  if (name == "/dev/stderr") return STDERR_FILENO;
  for (std::string_view const folder : {"/dev/fd/", "/proc/self/fd/"})
    if (name.starts_with(folder)) {
      std::string const digits = name.substr(folder.size());
      constexpr std::size_t most_digits = 6;
      if (!digits.empty() && digits.size() <= most_digits &&
          digits.find_first_not_of("0123456789") == std::string::npos)
        return std::stoi(digits);
    }
  return std::nullopt;
}

} // namespace detail

/// Where output of some name goes: to a regular file, which is replaced as a whole, or through whatever else has that
/// name: standard output ("-"), a fifo, a device.
struct output_place {
  std::string file;             ///< links resolved; empty: written through
  std::optional<unsigned> mode; ///< of the file that is there
  std::optional<int> open_file; ///< that is written through

  bool is_standard_output() const { return open_file == STDOUT_FILENO; }
};

/// Throws input_error for a folder and for a file that may not be written. What nobody may write is not replaced either,
/// not even by root.
inline output_place output_place_of(std::string const& name) {
  if (name.empty()) throw input_error("the name of a file for output is empty");
  if (auto const number = detail::open_file_named(name)) return {{}, {}, number};
  struct stat found, standard_output;
  if (::stat(name.c_str(), &found) != 0) return {detail::without_links(name), {}, {}};
  if (S_ISDIR(found.st_mode)) throw input_error("file \"" + name + "\" cannot be written: it is a folder");
  if (::fstat(STDOUT_FILENO, &standard_output) == 0 && found.st_dev == standard_output.st_dev &&
      found.st_ino == standard_output.st_ino && !S_ISCHR(found.st_mode))
    return {{}, {}, STDOUT_FILENO};
  if (!S_ISREG(found.st_mode)) return {};
  constexpr unsigned anybody_writes = S_IWUSR | S_IWGRP | S_IWOTH;
  if ((found.st_mode & anybody_writes) == 0 || ::faccessat(AT_FDCWD, name.c_str(), W_OK, AT_EACCESS) != 0)
    throw input_error("file \"" + name + "\" cannot be written: it is there already and read-only");
  constexpr unsigned permissions = 07777;
  return {detail::without_links(name), found.st_mode & permissions, {}};
}

/// Throws input_error if a file to be written, or its NAME.partial, is one of those to be read: by whatever name, through
/// links as well.
inline void require_no_input(std::vector<std::string> const& outputs,
                             std::vector<std::string> const& inputs) {
  auto const require_other = [](std::string const& output, std::string const& input) {
    struct stat read, written;
    if (::stat(input.c_str(), &read) == 0 && S_ISREG(read.st_mode) && ::stat(output.c_str(), &written) == 0 &&
        read.st_dev == written.st_dev && read.st_ino == written.st_ino)
      throw input_error("\"" + output + "\" would be written, but it is the input \"" + input +
                        "\": give another name for the output");
  };
  for (auto const& output : outputs)
    for (auto const& input : inputs) {
      require_other(output, input);
      require_other(detail::without_links(output) + ".partial", input);
    }
}

} // namespace trident
