// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <trident/base/error.hpp>
#include <trident/storage/file_handle.hpp>

namespace trident {

namespace detail {

/// Bytes of a file, inflated if they begin as gzip does. What cannot be read is an input_error.
class inflating_buffer : public std::streambuf {
public:
  explicit inflating_buffer(std::string const& name)
      : title_(name == "-" ? "standard input" : "file \"" + name + '"'),
        file_(name == "-" ? dup(STDIN_FILENO) : open(name.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (!file_.is_open()) refuse(std::strerror(errno));
    while (fresh_ < 2 && read_more()) {}
    compressed_ = begins_member();
    if (!compressed_) return;
    constexpr int gzip_alone = 15 + 16; // the largest window, with the head and the foot of gzip
    if (inflateInit2(&inflation_, gzip_alone) != Z_OK) refuse("no memory is left");
  }
  ~inflating_buffer() override {
    if (compressed_) inflateEnd(&inflation_);
  }
  inflating_buffer(inflating_buffer const&) = delete;
  inflating_buffer& operator=(inflating_buffer const&) = delete;

  /// What stands in front of the reader without another reading: of a file just opened its first block.
  std::string_view ahead() {
    if (gptr() == egptr()) underflow();
    return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
  }

protected:
  int_type underflow() override {
    std::size_t const size = compressed_ ? inflate_some() : copy_some();
    setg(plain_.data(), plain_.data(), plain_.data() + size);
    return size > 0 ? traits_type::to_int_type(plain_.front()) : traits_type::eof();
  }

private:
  using block = std::array<char, std::size_t{1} << 16>;

  [[noreturn]] void refuse(std::string const& why) const {
    throw input_error(title_ + " cannot be read: " + why);
  }

  /// Moves what is fresh to the front and adds what one reading gives; false at the end of the file.
  bool read_more() {
    std::memmove(raw_.data(), raw_.data() + used_, fresh_);
    used_ = 0;
    ssize_t size = 0;
    do size = read(file_.number(), raw_.data() + fresh_, raw_.size() - fresh_);
    while (size < 0 && errno == EINTR);
    if (size < 0) refuse(std::strerror(errno));
    fresh_ += static_cast<std::size_t>(size);
    return size > 0;
  }

  bool begins_member() const {
    return fresh_ >= 2 && raw_[used_] == '\x1f' && raw_[used_ + 1] == static_cast<char>(0x8b);
  }

  std::size_t copy_some() {
    if (fresh_ == 0) read_more();
    std::size_t const size = fresh_;
    std::memcpy(plain_.data(), raw_.data() + used_, size);
    fresh_ = 0;
    return size;
  }

  /// A file may hold several compressed members, one after the other; nothing else may stand behind them.
  std::size_t inflate_some() {
    auto* const out = reinterpret_cast<Bytef*>(plain_.data());
    inflation_.next_out = out;
    inflation_.avail_out = static_cast<uInt>(plain_.size());
    while (inflation_.avail_out > 0) {
      if (member_ended_ && !begin_next_member()) break;
      if (fresh_ == 0 && !read_more()) refuse("its compressed content is cut short");
      inflation_.next_in = reinterpret_cast<Bytef*>(raw_.data() + used_);
      inflation_.avail_in = static_cast<uInt>(fresh_);
      int const outcome = inflate(&inflation_, Z_NO_FLUSH);
      used_ += fresh_ - inflation_.avail_in;
      fresh_ = inflation_.avail_in;
      member_ended_ = outcome == Z_STREAM_END;
      if (outcome != Z_OK && outcome != Z_STREAM_END) refuse("its compressed content is damaged");
    }
    return static_cast<std::size_t>(inflation_.next_out - out);
  }

  bool begin_next_member() {
    while (fresh_ < 2 && read_more()) {}
    if (fresh_ == 0) return false;
    if (!begins_member()) refuse("something stands behind its compressed content");
    inflateReset(&inflation_);
    member_ended_ = false;
    return true;
  }

  std::string title_;
  file_handle file_;
  bool compressed_ = false, member_ended_ = false;
  z_stream inflation_{};
  block raw_;                        ///< as it lies in the file
  std::size_t used_ = 0, fresh_ = 0; ///< of them: done with, and yet to be looked at
  block plain_;
};

} // namespace detail

/// A file of text opened for reading: plain, or compressed by gzip whatever its name, or standard input for the name "-".
/// Throws input_error, here and from what reads it, that names the file and the reason.
class input_file : private detail::inflating_buffer, public std::istream {
public:
  explicit input_file(std::string const& name) : inflating_buffer(name), std::istream(this) {
    ahead();
    exceptions(std::ios::badbit); // or the stream would swallow what the buffer throws
  }

  /// The first block of a file from which nothing was read yet: enough to see what kind of file it is.
  std::string_view beginning() { return ahead(); }
};

} // namespace trident
