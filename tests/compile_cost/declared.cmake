# SPDX-License-Identifier: BSL-1.0
# Fails unless both integrations that SOURCE uses and declares extern are left to another file.
execute_process(COMMAND ${COMPILER} ${FLAGS} -O2 -c ${SOURCE} -o ${OBJECT} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${SOURCE} does not compile")
endif()
execute_process(COMMAND ${NM} ${OBJECT} OUTPUT_VARIABLE symbols RESULT_VARIABLE failed)
string(REGEX MATCHALL " U _ZN7trident[0-9]+compiled" left_out "${symbols}")
list(LENGTH left_out count)
if(failed OR NOT count EQUAL 2 OR symbols MATCHES "run_vegas|inclusive_integral")
  message(FATAL_ERROR "an integration that is declared extern is compiled nevertheless:\n${symbols}")
endif()
