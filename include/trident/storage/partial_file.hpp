// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <trident/base/error.hpp>
#include <trident/storage/file_handle.hpp>
#include <trident/storage/output_place.hpp>

namespace trident {

/// What blocks of text are turned into on their way to a file, such as gzip_member().
using block_encoder = std::string (*)(std::string_view text);

/// The one way to write a file. It gets its name when it is complete; until then it is called NAME.partial, which no other
/// process can write. A link keeps leading to the file. What is no regular file (standard output, "-", a fifo, a device)
/// is written through. What could not be written is an input_error that names the file and the reason.
class partial_file {
public:
  /// Starts anew.
  explicit partial_file(std::string const& name, block_encoder encode = nullptr)
      : partial_file(opened{}, name, encode) {
    resize(0);
  }

  /// Goes on after the first `size` bytes of an earlier NAME.partial; what stands behind them is dropped.
  partial_file(std::string const& name, std::uint64_t size, block_encoder encode = nullptr)
      : partial_file(opened{}, name, encode) {
    struct stat found;
    if (is_replaced() &&
        (::fstat(file_.number(), &found) != 0 || static_cast<std::uint64_t>(found.st_size) < size))
      throw input_error("file \"" + written_ + "\" cannot be continued: it is shorter than " +
                        std::to_string(size) + " bytes");
    resize(size);
  }

  /// Of a regular file of this name.
  static std::string partial_name(std::string const& name) {
    return detail::without_links(name) + ".partial";
  }

  /// Whether the file gets its name in the end; else it is written through.
  bool is_replaced() const { return !place_.file.empty(); }

  std::uint64_t size() const { return size_; }

  /// The bytes are with the operating system when this returns; if they cannot be, none of them stays.
  void append(std::string_view text) {
    std::string encoded;
    if (encode_ != nullptr && !text.empty()) text = encoded = encode_(text);
    if (int const reason = file_.write(text)) {
      if (is_replaced()) file_.resize(size_);
      file_.close();
      detail::refuse_file(written_, "written", reason);
    }
    size_ += text.size();
  }

  /// What was appended is on the disk when this returns.
  void sync() {
    if (!is_replaced()) return;
    if (int const reason = file_.sync()) detail::refuse_file(written_, "written", reason);
  }

  /// Gives the file its name. Nothing can be appended afterwards. What comes back keeps other processes from the file.
  detail::file_handle complete() {
    if (!is_replaced()) {
      close();
      return {};
    }
    if (place_.mode) ::fchmod(file_.number(), *place_.mode);
    sync();
    if (std::rename(written_.c_str(), place_.file.c_str()) != 0)
      detail::refuse_file(written_, "renamed", errno);
    is_complete_ = true;
    detail::sync_folder_of(place_.file);
    return std::move(file_);
  }

  /// Leaves NAME.partial as it is.
  void close() {
    if (int const reason = file_.close()) detail::refuse_file(written_, "closed", reason);
  }

  /// Takes NAME.partial away.
  void discard() {
    if (is_replaced() && !is_complete_) ::unlink(written_.c_str());
    file_.close();
  }

private:
  struct opened {};

  partial_file(opened, std::string const& name, block_encoder encode)
      : place_(output_place_of(name)), written_(is_replaced() ? place_.file + ".partial" : name),
        encode_(encode) {
    if (is_replaced())
      file_ = detail::open_exclusively(written_, name);
    else if (place_.open_file)
      file_ = detail::file_handle(::fcntl(*place_.open_file, F_DUPFD_CLOEXEC, 0));
    else
      file_ = detail::file_handle(::open(written_.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file_.is_open()) detail::refuse_file(written_, "opened for writing", errno);
  }

  void resize(std::uint64_t size) {
    if (!is_replaced()) return;
    int const reason = file_.resize(size);
    if (reason != 0 || ::lseek(file_.number(), 0, SEEK_END) < 0)
      detail::refuse_file(written_, "written", reason != 0 ? reason : errno);
    size_ = size;
  }

  output_place place_;
  std::string written_; ///< path, until the file has its name
  block_encoder encode_;
  detail::file_handle file_;
  std::uint64_t size_ = 0;
  bool is_complete_ = false;
};

} // namespace trident
