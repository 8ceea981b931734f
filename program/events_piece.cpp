// SPDX-License-Identifier: BSL-1.0
#include "events_piece.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <trident/storage/gzip.hpp>
#include <trident/storage/partial_file.hpp>
#include <trident/storage/sealed_file.hpp>

namespace trident::program {

namespace {

/// Calls use(text) with a part of a file, bit by bit.
template <class Use>
void read_part(std::string const& name, std::uint64_t first, std::uint64_t last, Use const& use) {
  std::ifstream file(name, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(first));
  std::string buffer(std::size_t{1} << 20, ' ');
  while (first < last) {
    std::uint64_t const size = std::min<std::uint64_t>(buffer.size(), last - first);
    if (!file.read(buffer.data(), static_cast<std::streamsize>(size)))
      throw input_error("file \"" + name + "\" cannot be read: " + std::strerror(errno != 0 ? errno : EIO));
    use(std::string_view(buffer).substr(0, static_cast<std::size_t>(size)));
    first += size;
  }
}

std::uint64_t fingerprint_of_part(std::string const& name, std::uint64_t first, std::uint64_t last) {
  std::uint64_t hash = trident::detail::fingerprint("");
  read_part(name, first, last,
            [&](std::string_view text) { hash = trident::detail::fingerprint(text, hash); });
  return hash;
}

/// A slice as it lies on the disk.
struct events_piece {
  std::string name;
  piece_head head;
  file_layout layout;

  std::string text_of(std::uint64_t first, std::uint64_t last) const {
    std::string whole;
    read_part(name, first, last, [&](std::string_view text) { whole += text; });
    return whole;
  }
  std::string begin() const { return text_of(0, layout.head); }
  std::string end() const { return text_of(layout.size - layout.foot, layout.size); }
};

[[noreturn]] void refuse_piece(events_piece const& piece, std::string const& why) {
  throw input_error("file \"" + piece.name + "\" " + why + ": make it again with `" +
                    command_of(piece.head, piece.head.slice.number) + '`');
}

events_piece read_piece(std::string const& name) {
  std::string const beside = name_beside_events(name);
  std::string const content = read_whole_file(beside);
  record_reader in(beside, unsealed("piece", beside, content), 2);
  events_piece piece{name, read_piece_head(in), {}};
  piece.layout.head = in.number<std::uint64_t>("layout");
  piece.layout.foot = in.number<std::uint64_t>();
  piece.layout.size = in.number<std::uint64_t>();
  in.expect("content");
  std::string const wanted(in.word("a fingerprint"));
  in.expect_end();
  if (piece.head.what != "events") in.refuse("events as what it is a piece of");
  std::error_code problem;
  auto const size = std::filesystem::file_size(name, problem);
  if (problem) refuse_piece(piece, "cannot be read, " + problem.message());
  if (size != piece.layout.size || piece.layout.head > size || piece.layout.foot > size - piece.layout.head ||
      trident::detail::hexadecimal(fingerprint_of_part(name, 0, size)) != wanted)
    refuse_piece(piece, "is not as it was written");
  return piece;
}

/// Compressed pieces are compressed together, by their names as everywhere.
void require_same_compression(std::vector<std::string> const& files, std::string const& out) {
  if (output_place_of(out).file.empty()) return;
  for (auto const& file : files)
    if (is_gzip_name(file) != is_gzip_name(out))
      throw input_error("--out is \"" + out + "\", and \"" + file +
                        "\" is a piece: both must end in .gz, or none");
}

} // namespace

std::string name_beside_events(std::string const& name) { return name + ".slice"; }

seal_function sealing_as(piece_head const& head) {
  return [head](std::string const& name, std::string const& written, file_layout const& layout) {
    record_writer out;
    write(out, head);
    out.line("layout", layout.head, layout.foot, layout.size);
    out.line("content", trident::detail::hexadecimal(fingerprint_of_part(written, 0, layout.size)));
    write_atomically(name_beside_events(name), sealed("piece", out.text()));
  };
}

bool is_events_piece(std::string const& name) { return std::filesystem::exists(name_beside_events(name)); }

int merge_events(std::vector<std::string> const& files, std::string const& out) {
  if (out.empty()) throw input_error("--out is missing: it needs the file for the events");
  std::vector<events_piece> pieces;
  std::vector<piece_head> heads;
  for (auto const& file : files) {
    pieces.push_back(read_piece(file));
    heads.push_back(pieces.back().head);
  }
  auto const order = order_of(heads, files);
  std::string const begin = pieces[order.front()].begin(), end = pieces[order.front()].end();
  for (auto const& piece : pieces)
    if (piece.begin() != begin || piece.end() != end)
      refuse_piece(piece, "does not begin and end as \"" + pieces[order.front()].name + "\" does");
  auto inputs = files;
  for (auto const& file : files) inputs.push_back(name_beside_events(file));
  require_no_input({out}, inputs);
  require_same_compression(files, out);
  partial_file whole(out);
  try {
    whole.append(begin);
    for (std::size_t const i : order)
      read_part(pieces[i].name, pieces[i].layout.head, pieces[i].layout.size - pieces[i].layout.foot,
                [&](std::string_view text) { whole.append(text); });
    whole.append(end);
    whole.complete();
  } catch (...) {
    whole.discard();
    throw;
  }
  (output_place_of(out).is_standard_output() ? std::cerr : std::cout)
      << heads.front().items << " events of " << pieces.size() << " pieces: " << out << '\n';
  return 0;
}

} // namespace trident::program
