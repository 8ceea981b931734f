// SPDX-License-Identifier: BSL-1.0
#include "piece.hpp"

#include <map>

#include <trident/base/error.hpp>

namespace trident::program {

namespace {

std::string slice_text(job_slice const& slice) {
  return std::to_string(slice.number) + '/' + std::to_string(slice.count);
}

/// One run in equal parts: the first file decides which.
void require_same_run(std::vector<piece_head> const& pieces, std::vector<std::string> const& files) {
  auto const& first = pieces.front();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto const& one = pieces[i];
    auto const refuse = [&](std::string const& why) {
      throw input_error("file \"" + files[i] + "\" " + why + " \"" + files.front() +
                        "\": all pieces must be of one run");
    };
    if (one.what != first.what) refuse("is a piece of " + one.what + ", unlike");
    if (one.run != first.run || one.items != first.items) refuse("is of another run than");
    if (one.slice.count != first.slice.count)
      refuse("is slice " + slice_text(one.slice) + ", cut into other parts than slice " +
             slice_text(first.slice) + " in");
    auto const share = share_of(one.slice, one.items);
    if (one.range.first != share.first || one.range.last != share.last)
      refuse("has another range than slice " + slice_text(one.slice) + " should have, unlike");
  }
}

} // namespace

void write(record_writer& out, piece_head const& head) {
  out.line("what", head.what);
  out.line("run", head.run);
  out.line("slice", head.slice.number, head.slice.count);
  out.line("range", head.range.first, head.range.last, head.items);
  out.line("command", command_text(head.command));
  out.line("words", text_of(head.words));
  out.line("files", text_of(head.files));
}

piece_head read_piece_head(record_reader& in) {
  piece_head head;
  in.expect("what");
  head.what = in.word("what it is a piece of");
  in.expect("run");
  head.run = in.word("a fingerprint");
  head.slice.number = in.number<std::uint64_t>("slice");
  head.slice.count = in.number<std::uint64_t>();
  if (!is_possible(head.slice)) in.refuse("a slice such as 3/8, of up to " + std::to_string(most_slices));
  head.range.first = in.number<std::uint64_t>("range");
  head.range.last = in.number<std::uint64_t>();
  head.items = in.number<std::uint64_t>();
  if (head.range.first > head.range.last || head.range.last > head.items)
    in.refuse("a range within its items");
  in.expect("command");
  head.command = command_from(in.file(), in.rest_of_line());
  in.expect("words");
  head.words = words_from(in.file(), in.rest_of_line());
  in.expect("files");
  head.files = words_from(in.file(), in.rest_of_line());
  return head;
}

std::string command_of(piece_head const& any, std::uint64_t slice) {
  auto command = any.command;
  command.insert(command.end(), {"--slice", slice_text({slice, any.slice.count})});
  return shell_text(command);
}

std::vector<std::size_t> order_of(std::vector<piece_head> const& pieces,
                                  std::vector<std::string> const& files) {
  require_same_run(pieces, files);
  std::map<std::uint64_t, std::size_t> by_number;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto const [known, is_new] = by_number.emplace(pieces[i].slice.number, i);
    if (!is_new)
      throw input_error("slice " + slice_text(pieces[i].slice) + " is there twice: \"" +
                        files[known->second] + "\" and \"" + files[i] + "\"");
  }
  auto const& first = pieces.front();
  std::uint64_t missing = 0, lowest = 0;
  for (std::uint64_t n = first.slice.count; n >= 1; --n)
    if (!by_number.contains(n)) {
      ++missing;
      lowest = n;
    }
  if (missing > 0)
    throw input_error("slice " + slice_text({lowest, first.slice.count}) + " is missing" +
                      (missing > 1 ? ", and " + std::to_string(missing - 1) + " more" : "") +
                      ": make it with `" + command_of(first, lowest) + '`');
  std::vector<std::size_t> order;
  for (auto const& [number, index] : by_number) order.push_back(index);
  return order;
}

} // namespace trident::program
