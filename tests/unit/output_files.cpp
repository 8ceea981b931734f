// SPDX-License-Identifier: BSL-1.0
#include <trident/storage/partial_file.hpp>
#include <trident/storage/running_fingerprint.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"

using trident::partial_file;

namespace {

struct folder {
  std::filesystem::path path;

  folder() {
    std::string name = (std::filesystem::temp_directory_path() / "trident_unit_XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~folder() { std::filesystem::remove_all(path); }
  folder(folder const&) = delete;
  folder& operator=(folder const&) = delete;

  std::string file(std::string const& name) const { return (path / name).string(); }
};

std::string file_content(std::string const& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

void refused(std::string const& name, std::string const& said) {
  try {
    partial_file file(name);
    FAIL("was not refused");
  } catch (trident::input_error const& error) { CHECK_THAT(error.what(), containing(said)); }
}

} // namespace

TEST_CASE("a file has its name when it is complete, and only one writer until then") {
  folder const here;
  auto const name = here.file("a");
  std::ofstream(name) << "old";
  std::filesystem::permissions(name, std::filesystem::perms(0640));
  {
    partial_file file(name);
    file.append("new");
    CHECK(file_content(name) == "old");
    refused(name, "another process");
    file.complete();
  }
  CHECK(file_content(name) == "new");
  CHECK(std::filesystem::status(name).permissions() == std::filesystem::perms(0640));
  CHECK_FALSE(std::filesystem::exists(name + ".partial"));
}

TEST_CASE("what was begun goes on, and no more than there is") {
  folder const here;
  auto const name = here.file("a");
  {
    partial_file file(name);
    file.append("first, second");
    file.close();
  }
  CHECK_THROWS_AS(partial_file(name, 100), trident::input_error);
  partial_file file(name, 5);
  file.append(" again");
  file.complete();
  CHECK(file_content(name) == "first again");
}

TEST_CASE("what stands in the way of a file is refused") {
  folder const here;
  std::filesystem::create_directory(here.file("folder"));
  refused(here.file("folder"), "folder");
  refused("", "empty");
  refused(here.file("none/a"), "cannot be opened");
  std::filesystem::create_directory(here.file("b.partial"));
  refused(here.file("b"), "b.partial");
  std::ofstream(here.file("other")) << "other";
  std::filesystem::create_symlink("other", here.file("c.partial"));
  refused(here.file("c"), "c.partial");
  CHECK(file_content(here.file("other")) == "other");
  std::ofstream(here.file("d")) << "d";
  std::filesystem::permissions(here.file("d"), std::filesystem::perms(0444));
  refused(here.file("d"), "read-only");
}

TEST_CASE("fingerprints do not depend on how a text is cut") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += std::to_string(i * i);
  trident::running_fingerprint whole;
  whole.add(text);
  for (std::size_t step = 1; step < 20; ++step) {
    trident::running_fingerprint cut;
    for (std::size_t at = 0; at < text.size(); at += step) cut.add(std::string_view(text).substr(at, step));
    CHECK(cut.value() == whole.value());
  }
  trident::running_fingerprint other;
  other.add(text + '\0');
  CHECK(other.value() != whole.value());
}
