// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

#include <zlib.h>

#include <trident/storage/partial_file.hpp>

namespace trident {

/// A text compressed as a member of a gzip file. Members one after the other are a file again, of the texts one after the
/// other, so that a file can be cut and joined between them. The bytes depend on the text alone.
inline std::string gzip_member(std::string_view text) {
  z_stream stream{};
  constexpr int gzip_alone = 15 + 16, memory = 8; // the largest window, with the head and the foot of gzip
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_alone, memory, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::bad_alloc();
  std::string member(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); // which zlib does not change
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(member.data());
  stream.avail_out = static_cast<uInt>(member.size());
  int const outcome = deflate(&stream, Z_FINISH);
  member.resize(stream.total_out);
  deflateEnd(&stream);
  if (outcome != Z_STREAM_END) throw std::length_error("a block is too long to be compressed");
  return member;
}

inline bool is_gzip_name(std::string_view name) { return name.ends_with(".gz"); }

/// What the name of a file asks for: compression for NAME.gz.
inline block_encoder encoder_for(std::string_view name) { return is_gzip_name(name) ? gzip_member : nullptr; }

} // namespace trident
