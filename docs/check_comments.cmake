# SPDX-License-Identifier: BSL-1.0
# Fails where a class, struct or concept of the library has no comment. Members whose names say all need none.
execute_process(COMMAND ${DOXYGEN} ${DOXYFILE} ERROR_VARIABLE warnings OUTPUT_QUIET RESULT_VARIABLE failed)
string(REGEX MATCHALL "[^\n]*warning: Compound [^\n]*" missing "${warnings}")
if(failed OR missing)
  list(JOIN missing "\n" missing)
  message(FATAL_ERROR "Comments are missing:\n${missing}")
endif()
