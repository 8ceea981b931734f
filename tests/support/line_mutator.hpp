// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

// A mutator for fuzzers of files in lines of words: most of what random bytes make of such a file is refused at once, so
// half of the mutations leave bytes alone and move lines and words.

namespace trident_test {

class line_mutator {
public:
  explicit line_mutator(unsigned seed) : random_(seed) {}

  std::string operator()(std::string_view text) {
    std::vector<std::string> lines(1);
    for (char const c : text) {
      if (c == '\n')
        lines.emplace_back();
      else
        lines.back() += c;
    }
    std::size_t const i = below(lines.size()), j = below(lines.size());
    switch (below(6)) {
    case 0:
      std::swap(lines[i], lines[j]);
      break;
    case 1:
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i), lines[j]);
      break;
    case 2:
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    default:
      change_word(lines[i]);
    }
    std::string result;
    for (std::size_t k = 0; k < lines.size(); ++k) result.append(k == 0 ? "" : "\n").append(lines[k]);
    return result;
  }

private:
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

  void change_word(std::string& line) {
    constexpr std::array<std::string_view, 26> words = {
        "0",        "1",          "-1", "2",     "21",  "20",  "4",  "1e-400", "1e400",
        "nan",      "2147483648", "-0", "1D0",   "+1",  "MEV", "MM", "<!--",   "-->",
        "</event>", "<event>",    "#",  "[1,2]", "\\|", "@",   "\r", "\t"};
    std::size_t const at = line.empty() ? 0 : below(line.size() + 1);
    std::size_t const first = std::min(line.rfind(' ', at) + 1, line.size());
    std::size_t const last = std::min(line.find(' ', first), line.size());
    line.replace(first, below(4) == 0 ? 0 : last - first, words[below(words.size())]);
  }

  std::minstd_rand random_;
};

/// For LLVMFuzzerCustomMutator: one mutation in two is of bytes.
inline std::size_t mutate_lines(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  if (seed % 2 == 0) return LLVMFuzzerMutate(data, size, most);
  std::string const text = line_mutator(seed)({reinterpret_cast<char const*>(data), size});
  std::size_t const length = std::min(text.size(), most);
  std::memcpy(data, text.data(), length);
  return length;
}

} // namespace trident_test
