// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <trident/error.hpp>

namespace trident {

/// A file that gets its name when it is complete: until then it is called NAME.partial. What could not be written is
/// an input_error that names the file and the reason.
class partial_file {
public:
  /// Starts anew.
  explicit partial_file(std::string name) : partial_file(std::move(name), 0, "wb") {}

  /// Goes on after the first `size` bytes of an earlier NAME.partial; what stands behind them is dropped.
  partial_file(std::string name, std::uint64_t size) : partial_file(std::move(name), size, "r+b") {}

  partial_file(partial_file&& other) noexcept
      : name_(std::move(other.name_)), size_(other.size_), file_(std::exchange(other.file_, nullptr)) {}
  partial_file& operator=(partial_file&&) = delete;
  ~partial_file() {
    if (file_ != nullptr) std::fclose(file_);
  }

  static std::string partial_name(std::string const& name) { return name + ".partial"; }

  std::uint64_t size() const { return size_; }

  /// The bytes are with the operating system when this returns; if they cannot be, none of them stays.
  void append(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) == text.size() && std::fflush(file_) == 0) {
      size_ += text.size();
      return;
    }
    int const reason = errno;
    std::fclose(std::exchange(file_, nullptr)); // what it still holds cannot be written either
    std::error_code ignored;
    std::filesystem::resize_file(partial_name(name_), size_, ignored);
    refuse("written", reason);
  }

  /// Gives the file its name. Nothing can be appended afterwards.
  void complete() {
    close();
    std::error_code problem;
    std::filesystem::rename(partial_name(name_), name_, problem);
    if (problem) refuse("renamed", problem.value());
  }

  void close() {
    if (file_ != nullptr && std::fclose(std::exchange(file_, nullptr)) != 0) refuse("closed", errno);
  }

private:
  partial_file(std::string name, std::uint64_t size, char const* mode) : name_(std::move(name)), size_(size) {
    std::error_code problem;
    if (size > 0) std::filesystem::resize_file(partial_name(name_), size, problem);
    if (problem) refuse("continued", problem.value());
    file_ = std::fopen(partial_name(name_).c_str(), mode);
    if (file_ == nullptr) refuse("opened for writing", errno);
    std::fseek(file_, 0, SEEK_END);
  }

  [[noreturn]] void refuse(std::string const& what, int reason) const {
    throw input_error("file \"" + partial_name(name_) + "\" cannot be " + what + ": " +
                      std::strerror(reason));
  }

  std::string name_;
  std::uint64_t size_;
  std::FILE* file_ = nullptr;
};

} // namespace trident
