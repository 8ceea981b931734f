// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <trident/base/error.hpp>

namespace trident::detail {

/// Throws what could not be done with a file.
[[noreturn]] inline void refuse_file(std::string const& name, std::string const& what, int reason) {
  throw input_error("file \"" + name + "\" cannot be " + what + ": " + std::strerror(reason));
}

/// An open file, closed with its owner. Functions give back 0, or errno.
class file_handle {
public:
  file_handle() = default;
  explicit file_handle(int number) : number_(number) {}
  file_handle(file_handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  file_handle& operator=(file_handle&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~file_handle() { close(); }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

  /// Writes all of it; at `position`, or where the file stands if that is negative.
  int write(std::string_view text, off_t position = -1) const {
    while (!text.empty()) {
      ssize_t const written = position < 0 ? ::write(number_, text.data(), text.size())
                                           : ::pwrite(number_, text.data(), text.size(), position);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return errno;
      text.remove_prefix(static_cast<std::size_t>(written));
      if (position >= 0) position += written;
    }
    return 0;
  }

  int resize(std::uint64_t size) const {
    return ::ftruncate(number_, static_cast<off_t>(size)) == 0 ? 0 : errno;
  }

  /// What was written is on the disk afterwards, where the file system has one.
  int sync() const {
    if (::fsync(number_) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP) return 0;
    return errno;
  }

  int close() {
    int const number = std::exchange(number_, -1);
    return number < 0 || ::close(number) == 0 ? 0 : errno;
  }

private:
  int number_ = -1;
};

/// Whether the path still leads to the open file.
inline bool leads_to(std::string const& path, file_handle const& file) {
  struct stat there, here;
  return ::lstat(path.c_str(), &there) == 0 && ::fstat(file.number(), &here) == 0 &&
         there.st_dev == here.st_dev && there.st_ino == here.st_ino;
}

/// Opens a regular file for reading and writing, made if it is not there, and keeps other processes from doing so while
/// it is open: a process that is killed leaves no lock behind. `name` is what the user calls it.
inline file_handle open_exclusively(std::string const& path, std::string const& name) {
  for (;;) {
    file_handle file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
    struct stat found;
    if (!file.is_open() || ::fstat(file.number(), &found) != 0)
      refuse_file(path, "opened for writing", errno);
    if (!S_ISREG(found.st_mode))
      throw input_error("file \"" + path +
                        "\" is in the way: it is no regular file; remove it, or give "
                        "another name than \"" +
                        name + '"');
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) // others: there are no locks
      throw input_error("file \"" + name +
                        "\" is being written by another process: wait until that has "
                        "ended, or give another name");
    if (leads_to(path, file)) return file; // else whoever had it gave it away since it was opened
  }
}

/// A name that was given or taken away stays so after a power failure.
inline void sync_folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  std::string const folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  file_handle const open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (open_folder.is_open()) open_folder.sync();
}

} // namespace trident::detail
