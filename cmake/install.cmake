# SPDX-License-Identifier: BSL-1.0

# The headers, the package `trident` with its target trident::trident, and trident_add_generator().
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/trident)
install(TARGETS trident_headers EXPORT trident-targets FILE_SET HEADERS COMPONENT headers)
install(EXPORT trident-targets NAMESPACE trident:: DESTINATION ${package_dir} COMPONENT headers)
configure_package_config_file(cmake/trident-config.cmake.in ${PROJECT_BINARY_DIR}/trident-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/trident-config-version.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
    ${PROJECT_BINARY_DIR}/trident-config.cmake
    ${PROJECT_BINARY_DIR}/trident-config-version.cmake
    cmake/FindRandom123.cmake
    cmake/trident_add_generator.cmake
    cmake/trident_names.cmake
    cmake/generator_main.cpp.in
  DESTINATION ${package_dir} COMPONENT headers)
install(FILES ${trident_gzip_headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/trident/storage COMPONENT headers)
foreach(header IN LISTS trident_runtime_headers)
  cmake_path(GET header PARENT_PATH folder)
  cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/include)
  install(FILES ${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/${folder} COMPONENT headers)
endforeach()
install(FILES include/trident/mpi.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/trident COMPONENT headers)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT headers)
if(TARGET trident)
  install(TARGETS trident RUNTIME COMPONENT program)
endif()
