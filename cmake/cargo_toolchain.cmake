# Language level, output folders and the optional accelerators (ccache, mold). Nothing here is required to be installed.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(CARGO_CCACHE ccache)
if(CARGO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # base_dir makes paths relative, so that clones in other folders share the cache. -Werror changes no object, only
  # whether there is one: it is no part of the key. The language of the compiler's words is, so it is the same for all.
  set(_launcher "${CMAKE_COMMAND}" -E env --unset=LC_ALL --unset=LC_CTYPE --unset=LC_MESSAGES LANG=C.UTF-8
    "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 CCACHE_IGNOREOPTIONS=-Werror "${CARGO_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER ${_launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${_launcher})
endif()

find_program(CARGO_MOLD mold)
if(CARGO_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

if(CARGO_SANITIZE)
  add_compile_options(-fsanitize=${CARGO_SANITIZE} -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${CARGO_SANITIZE})
  if(CARGO_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()
