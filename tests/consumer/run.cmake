# SPDX-License-Identifier: BSL-1.0

# cmake -DMODE=package|subdirectory -DSOURCE=. -DBUILD=... -DTRIDENT_SOURCE=... -DTRIDENT_BUILD=... -DCOMPILER=... -P run.cmake
# Configures, builds and runs the consumer as a user of trident would.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}: exit status ${status}")
  endif()
endfunction()

file(REMOVE_RECURSE ${BUILD})
if(MODE STREQUAL "package")
  run(${CMAKE_COMMAND} --install ${TRIDENT_BUILD} --prefix ${BUILD}/prefix --component headers)
  set(where -DCMAKE_PREFIX_PATH=${BUILD}/prefix)
else()
  set(where -DTRIDENT_SOURCE_DIR=${TRIDENT_SOURCE})
endif()
run(${CMAKE_COMMAND} -G Ninja -S ${SOURCE} -B ${BUILD}/build -DCMAKE_BUILD_TYPE=Release
  -DCMAKE_CXX_COMPILER=${COMPILER} ${where})
run(${CMAKE_COMMAND} --build ${BUILD}/build)
run(${BUILD}/build/consumer)
run(${BUILD}/build/muon_pairs)
run(${BUILD}/build/muon_pairs --method rqmc --seed 1 --precision 2e-2 --format text)
run(${BUILD}/build/glass_pairs --precision 1e-3)
run(${BUILD}/build/glass_pairs --seed 1 --precision 5e-2 -n 100 --out ${BUILD}/glass_pairs.hepmc3)
run(${BUILD}/build/muon_pairs --seed 1 --precision 2e-2 -n 100 --out ${BUILD}/muon_pairs.hepmc3)
