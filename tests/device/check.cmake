# SPDX-License-Identifier: BSL-1.0

# Compiles SOURCE to device code with NVCC, warnings included: a call of a function that has no device code is one.
execute_process(COMMAND ${NVCC} -std=c++20 --expt-relaxed-constexpr -Werror all-warnings -I${INCLUDE} -ptx ${SOURCE} -o ${OUTPUT}
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${SOURCE} is not device code:\n${output}")
endif()
file(READ ${OUTPUT} code)
foreach(kernel IN ITEMS contract_all weigh_all)
  if(NOT code MATCHES "entry [^\n]*${kernel}" OR NOT code MATCHES "fma.rn.f64")
    message(FATAL_ERROR "${OUTPUT}: no kernel ${kernel} in double precision")
  endif()
endforeach()
