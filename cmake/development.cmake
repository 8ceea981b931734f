# SPDX-License-Identifier: BSL-1.0

# What the project's own targets are compiled with, never a user's: warnings, and machine flags only from the presets.
add_library(trident_development INTERFACE)
target_link_libraries(trident_development INTERFACE trident::trident)
target_compile_options(trident_development INTERFACE -Wall -Wextra -Wpedantic -Wconversion
  $<$<NOT:$<BOOL:$<TARGET_PROPERTY:TRIDENT_NAMES_OF_SEVERAL_FILES>>>:-Wshadow>
  $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=1048576> # g++ collects no garbage below 1 GB: an eighth faster
  # g++ 12 takes the undefined operands inside its own AVX-512 headers for ours (GCC bug 105593).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-uninitialized> $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)

# Two levels of optimisation: `full` for what computes for long, `light` for what is compiled for longer than it runs.
# Each reads the headers that nearly every source includes once. Presets that look for missing includes do not.
foreach(level IN ITEMS full light)
  add_library(trident_${level} OBJECT EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/development.cpp)
  target_link_libraries(trident_${level} PRIVATE trident_development)
  target_precompile_headers(trident_${level} PRIVATE
    <algorithm> <filesystem> <fstream> <iostream> <map> <random> <sstream> <variant>
    <trident/fluxes.hpp> <trident/trident.hpp>)
  set_target_properties(trident_${level} PROPERTIES UNITY_BUILD OFF)
endforeach()
target_compile_options(trident_light PRIVATE $<$<CONFIG:Release>:-O1>)

# One of our targets, at `level`; `none` is for what only waits for others.
function(trident_development_target target level)
  target_link_libraries(${target} PRIVATE trident_development)
  if(level STREQUAL none)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O0>)
    return()
  endif()
  target_precompile_headers(${target} REUSE_FROM trident_${level})
  if(level STREQUAL light)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
endfunction()
