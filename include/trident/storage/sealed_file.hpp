// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/version.hpp>
#include <trident/storage/partial_file.hpp>

// Text files that one run of a program leaves for another: the first line says what the file is and which version wrote
// it, the last one guards against damage.

namespace trident {

namespace detail {

inline constexpr std::string_view sealed_format = "2";

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, RFC 9923, sec. 2): finds damage, not forgery.
/// `before` is the fingerprint of what stands in front of the text.
inline std::uint64_t fingerprint(std::string_view text, std::uint64_t before = 0xcbf29ce484222325) {
  std::uint64_t hash = before;
  for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// Sixteen digits.
inline std::string hexadecimal(std::uint64_t hash) {
  constexpr char digits[] = "0123456789abcdef";
  std::string result(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) result[i] = digits[hash & 15];
  return result;
}

inline std::string fingerprint_text(std::string_view text) { return hexadecimal(fingerprint(text)); }

inline std::string sealed_head(std::string_view kind, std::string_view format, std::string_view by) {
  return "trident-" + std::string(kind) + " format " + std::string(format) + " version " + std::string(by);
}

} // namespace detail

/// The content of a file of this kind (checkpoint, run, piece), in lines.
inline std::string sealed(std::string_view kind, std::string_view body) {
  std::string text = detail::sealed_head(kind, detail::sealed_format, version) + '\n';
  text += body;
  return text + "end " + detail::fingerprint_text(text) + '\n';
}

/// Whether a file claims to be of this kind.
inline bool is_sealed_as(std::string_view kind, std::string_view content) {
  return content.starts_with("trident-" + std::string(kind) + ' ');
}

/// The body of a file again, from line 2 on. Throws input_error for what is foreign, of another version, cut short or
/// damaged. Another version of trident draws other points or adds them otherwise: its files cannot be gone on with.
inline std::string_view unsealed(std::string_view kind, std::string const& file, std::string_view content) {
  auto const refuse = [&](std::string const& why) { throw input_error("file \"" + file + "\" " + why); };
  std::string const wanted = detail::sealed_head(kind, detail::sealed_format, version);
  auto const head = content.substr(0, std::min(content.find('\n'), content.size()));
  if (!is_sealed_as(kind, content))
    refuse("is no trident " + std::string(kind) + ": its first line must be \"" + wanted + "\"");
  if (head != wanted)
    refuse("is of another version: its first line is \"" + std::string(head) + "\", and must be \"" + wanted +
           "\"");
  constexpr std::size_t end_size = 4 + 16 + 1; // "end ", digits, line break
  std::size_t const size = content.size() < head.size() + 1 + end_size ? 0 : content.size() - end_size;
  if (size == 0 || content.substr(size) != "end " + detail::fingerprint_text(content.substr(0, size)) + '\n')
    refuse("is damaged or cut short: its last line does not fit the rest");
  return content.substr(head.size() + 1, size - head.size() - 1);
}

/// Throws input_error that names the file and the reason.
inline std::string read_whole_file(std::string const& name) {
  errno = 0;
  std::ifstream file(name, std::ios::binary);
  std::ostringstream content;
  if (file) content << file.rdbuf();
  if (!file || file.bad() || errno != 0) // reading a folder sets errno alone
    throw input_error("file \"" + name + "\" cannot be read: " + std::strerror(errno != 0 ? errno : EIO));
  return std::move(content).str();
}

/// The file has its name only once it is complete; an older one stays until then.
inline void write_atomically(std::string const& name, std::string_view text) {
  partial_file file(name);
  file.append(text);
  file.complete();
}

} // namespace trident
