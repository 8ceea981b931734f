// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <trident/storage/file_handle.hpp>

namespace trident {

/// Tells texts apart that grow bit by bit, however they are cut: eight bytes at a time, several gigabytes a second. Finds
/// damage, not forgery.
class running_fingerprint {
public:
  void add(std::string_view text) {
    size_ += text.size();
    while (!text.empty()) {
      if (filled_ == 0)
        for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t)))
          take(text.data());
      std::size_t const size = std::min(text.size(), rest_.size() - filled_);
      std::memcpy(rest_.data() + filled_, text.data(), size);
      text.remove_prefix(size);
      filled_ = (filled_ + size) % rest_.size();
      if (filled_ == 0 && size > 0) take(rest_.data());
    }
  }

  std::uint64_t size() const { return size_; }

  std::uint64_t value() const {
    running_fingerprint last = *this;
    std::fill(last.rest_.begin() + static_cast<std::ptrdiff_t>(filled_), last.rest_.end(), '\0');
    last.take(last.rest_.data());
    return last.hash_ ^ size_;
  }

private:
  void take(char const* bytes) {
    std::uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    hash_ = (hash_ ^ word) * 0x9e3779b97f4a7c15; // odd: every bit of the word counts
    hash_ ^= hash_ >> 32;
  }

  std::uint64_t hash_ = 0xcbf29ce484222325;
  std::uint64_t size_ = 0;
  std::array<char, sizeof(std::uint64_t)> rest_{}; ///< what does not fill a word yet
  std::size_t filled_ = 0;
};

/// Of the first `size` bytes of a file; nothing if it has not so many, or cannot be read.
inline std::optional<running_fingerprint> fingerprint_of_beginning(std::string const& name,
                                                                   std::uint64_t size) {
  detail::file_handle const file(::open(name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  struct stat found;
  if (!file.is_open() || ::fstat(file.number(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  running_fingerprint result;
  std::vector<char> block(std::size_t{1} << 20);
  while (result.size() < size) {
    ssize_t const read =
        ::read(file.number(), block.data(), std::min<std::uint64_t>(block.size(), size - result.size()));
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) return std::nullopt;
    result.add({block.data(), static_cast<std::size_t>(read)});
  }
  return result;
}

} // namespace trident
