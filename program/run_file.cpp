// SPDX-License-Identifier: BSL-1.0
#include "run_file.hpp"

#include <trident/storage/sealed_file.hpp>

namespace trident::program {

namespace {

constexpr std::string_view kind_of_run = "run";

} // namespace

run_file::run_file(std::string const& name, std::string const& what)
    : content_(std::make_shared<std::string const>(read_whole_file(name))),
      fingerprint_(trident::detail::fingerprint_text(*content_)),
      reader_(name, unsealed(kind_of_run, name, *content_), 2) {
  reader_.expect("what");
  std::string const found(reader_.word("what it is of"));
  if (found != what)
    throw input_error("file \"" + name + "\" is a frozen run of " + found + ": `trident " + found +
                      " --run " + name + "` takes it");
  reader_.expect("words");
  words_ = words_from(name, reader_.rest_of_line());
  reader_.expect("files");
  files_ = words_from(name, reader_.rest_of_line());
  require_unchanged(files_, name);
}

word_list files_to_freeze(std::vector<std::string> const& inputs, std::string const& name) {
  require_no_input({name}, inputs);
  return fingerprints_of(inputs, "--freeze");
}

void write_run_file(std::string const& name, std::string const& what, word_list const& words,
                    word_list const& files, std::string const& prepared) {
  record_writer out;
  out.line("what", what);
  out.line("words", text_of(words));
  out.line("files", text_of(files));
  write_atomically(name, sealed(kind_of_run, out.text() + prepared));
}

} // namespace trident::program
