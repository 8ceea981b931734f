// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <trident/format/line_reader.hpp>
#include <trident/format/text.hpp>

namespace trident::detail {

/// Lines of a Les Houches file: as they are, and without XML comments, which may go over several lines.
class lhef_lines {
public:
  explicit lhef_lines(std::istream& in) : lines_(in) {}

  /// False at the end of the file.
  bool next() {
    if (!lines_.next(raw_)) return false;
    code_.clear();
    std::string_view rest = raw_;
    for (;;) {
      std::string_view const mark = in_comment_ ? "-->" : "<!--";
      auto const at = rest.find(mark);
      if (!in_comment_) code_ += rest.substr(0, at);
      if (at == std::string_view::npos) break;
      rest.remove_prefix(at + mark.size());
      in_comment_ = !in_comment_;
    }
    code_ = std::string(trimmed(code_));
    return true;
  }

  std::string const& raw() const { return raw_; }
  std::string const& code() const { return code_; }
  line_reader const& counted() const { return lines_; }

private:
  line_reader lines_;
  std::string raw_, code_;
  bool in_comment_ = false;
};

/// Whether a line begins with a tag, with attributes or without.
inline bool begins_tag(std::string_view code, std::string_view name) {
  if (!code.starts_with('<') || !code.substr(1).starts_with(name)) return false;
  auto const behind = code.substr(std::min(name.size() + 1, code.size()));
  return behind.starts_with('>') || behind.starts_with('/') || behind.find_first_of(blanks) == 0;
}

/// An element in one line that has an id and a text.
struct identified_text {
  std::string id, text;
};

/// What `text` begins with: <name id="...">text</name>, and takes it away; nothing if it is none.
inline std::optional<identified_text> take_element(std::string_view& text, std::string_view name) {
  auto const tag_end = text.find('>');
  auto const close = text.find("</" + std::string(name) + '>');
  if (!begins_tag(text, name) || tag_end == std::string_view::npos || close == std::string_view::npos ||
      close < tag_end)
    return std::nullopt;
  auto const tag = text.substr(0, tag_end);
  auto const id = tag.find(" id=");
  if (id == std::string_view::npos || id + 5 > tag.size()) return std::nullopt;
  char const quote = tag[id + 4];
  auto const id_end = tag.find(quote, id + 5);
  if ((quote != '"' && quote != '\'') || id_end == std::string_view::npos) return std::nullopt;
  identified_text const found{unescaped_from_xml(tag.substr(id + 5, id_end - id - 5)),
                              unescaped_from_xml(text.substr(tag_end + 1, close - tag_end - 1))};
  text.remove_prefix(close + name.size() + 3);
  return found;
}

} // namespace trident::detail
