// SPDX-License-Identifier: BSL-1.0
#include "commands.hpp"
#include "frozen_cross_section.hpp"

namespace trident::program {

int run_merge(merge_request const& request) {
  return merge_cross_sections(request.files, request.out, request.format);
}

} // namespace trident::program
