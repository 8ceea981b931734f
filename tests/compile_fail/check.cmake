# SPDX-License-Identifier: BSL-1.0

# cmake -DCOMPILER=... -DFLAGS=... -DSOURCE=case.cpp -P check.cmake
#
# A case carries one line `// expect: REGEX`. With TRIDENT_CONTROL defined it must compile, so that the case cannot
# fail for a reason of its own; without, the compiler must refuse it and say what REGEX asks for.
file(STRINGS ${SOURCE} expectation REGEX "^// expect: ")
string(REGEX REPLACE "^// expect: " "" expectation "${expectation}")
if(expectation STREQUAL "")
  message(FATAL_ERROR "${SOURCE} has no line '// expect: REGEX'")
endif()

set(command ${COMPILER} ${FLAGS} -fsyntax-only)
execute_process(COMMAND ${command} -DTRIDENT_CONTROL ${SOURCE} RESULT_VARIABLE status ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "The control of ${SOURCE} does not compile:\n${output}")
endif()

execute_process(COMMAND ${command} ${SOURCE} RESULT_VARIABLE status ERROR_VARIABLE output)
if(status EQUAL 0)
  message(FATAL_ERROR "${SOURCE} compiles, and must not")
endif()
string(REGEX REPLACE "[ \n]+" " " output "${output}")
if(NOT output MATCHES "${expectation}")
  message(FATAL_ERROR "The compiler refuses ${SOURCE} without saying '${expectation}':\n${output}")
endif()
