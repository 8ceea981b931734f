// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>

#include <trident/storage/record.hpp>

#include "request_words.hpp"

namespace trident::program {

/// A frozen run as it lies in a file: what it is of, and all that was prepared, which the reader has next.
class run_file {
public:
  /// Throws input_error if the file cannot be read or is of something else: cross-section or events; or if a file that it
  /// depends on has changed.
  run_file(std::string const& name, std::string const& what);

  std::string const& fingerprint() const { return fingerprint_; }
  std::string const& name() const { return reader_.file(); }
  word_list const& words() const { return words_; } ///< physics and settings
  word_list const& files() const { return files_; } ///< that it depends on
  record_reader& prepared() { return reader_; }

private:
  std::shared_ptr<std::string const> content_;
  std::string fingerprint_;
  record_reader reader_;
  word_list words_, files_;
};

/// The files that a request reads, with fingerprints, before it is frozen in a file, which is none of that.
word_list files_to_freeze(std::vector<std::string> const& inputs, std::string const& name);

/// Writes one; `prepared` is what the reader will get.
void write_run_file(std::string const& name, std::string const& what, word_list const& words,
                    word_list const& files, std::string const& prepared);

} // namespace trident::program
