# SPDX-License-Identifier: BSL-1.0

# Compiles SOURCE to device code with NVCC, warnings included: a call of a function that has no device code is one.
execute_process(COMMAND ${NVCC} -std=c++20 --expt-relaxed-constexpr -Werror all-warnings -I${INCLUDE} -ptx ${SOURCE} -o ${OUTPUT}
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${SOURCE} is not device code:\n${output}")
endif()
file(READ ${OUTPUT} code)
# One kernel for each combination in the source, with the whole integrand in it.
string(REGEX MATCHALL "entry [^\n]*weigh[^\n]*cross_section_product" kernels "${code}")
list(LENGTH kernels count)
if(NOT count EQUAL 5 OR NOT code MATCHES "fma.rn.f64")
  message(FATAL_ERROR "${OUTPUT}: ${count} kernels in place of 5 in double precision")
endif()
