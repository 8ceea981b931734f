# SPDX-License-Identifier: BSL-1.0
#
# cmake -DSOURCE=... -DOUTPUT=... -P commit.cmake: writes a source that holds the commit of the folder SOURCE, anew only
# when that is another. Outside of a repository of its own (an archive, a copy in another project) it is "unknown commit".
set(commit "unknown commit")
find_program(git git)
if(git AND EXISTS ${SOURCE}/.git)
  execute_process(COMMAND ${git} -C ${SOURCE} describe --always --dirty=-modified --exclude=* --abbrev=7
    OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE problem)
  if(problem EQUAL 0 AND described MATCHES "^[0-9a-f]+(-modified)?$")
    set(commit "commit ${described}")
  endif()
endif()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[// SPDX-License-Identifier: BSL-1.0
// Written by cmake/commit.cmake.
namespace trident::program {
extern char const* const commit_of_sources;
char const* const commit_of_sources = "@commit@";
} // namespace trident::program
]])
