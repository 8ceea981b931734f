# SPDX-License-Identifier: BSL-1.0
# Fails when <trident/trident.hpp> grows, with all that it includes, beyond LIMIT bytes after preprocessing: a measure of
# what each file of a user costs that is the same on every machine with the same compiler.
execute_process(COMMAND ${COMPILER} ${FLAGS} -E -P ${SOURCE} OUTPUT_VARIABLE text RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${SOURCE} does not preprocess")
endif()
string(LENGTH "${text}" size)
message(STATUS "<trident/trident.hpp> is ${size} bytes after preprocessing, at most ${LIMIT} are allowed")
if(size GREATER LIMIT)
  message(FATAL_ERROR "too much is included")
endif()
