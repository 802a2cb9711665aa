# cargo_qml_module(TARGET URI [LIBS ...]): a folder of qml/ becomes a static library and the QML module URI.
# C++ and QML files are found by name; nothing is listed by hand. Files named like singletons carry `pragma Singleton`.
# Its plugin is remembered in the global property CARGO_QML_PLUGINS, which every program that shows QML must link.
function(cargo_qml_module target uri)
  cmake_parse_arguments(arg "" "" "LIBS" ${ARGN})
  file(GLOB_RECURSE cpp CONFIGURE_DEPENDS "*.cpp" "*.h")
  list(FILTER cpp EXCLUDE REGEX "/main\\.cpp$")
  file(GLOB_RECURSE qml RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS "*.qml")
  foreach(file IN LISTS qml)
    file(STRINGS "${file}" singleton REGEX "^pragma Singleton" LIMIT_COUNT 1)
    if(singleton)
      set_source_files_properties("${file}" PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endif()
    get_filename_component(alias "${file}" NAME)
    set_source_files_properties("${file}" PROPERTIES QT_RESOURCE_ALIAS "${alias}")
  endforeach()
  # No QML compiled ahead: the first frame comes in 0.1 to 0.4 s without it, and it would double what there is to build.
  qt_add_library(${target} STATIC)
  string(REPLACE "." "/" folder "${uri}")
  # The modules below are named in qmldir: qmllint finds the base classes of this module's types there.
  set(depends "")
  foreach(lib IN LISTS arg_LIBS)
    if(lib MATCHES "^cargo_")
      get_target_property(below ${lib} QT_QML_MODULE_URI)
      if(below)
        list(APPEND depends ${below})
      endif()
    endif()
  endforeach()
  # /qt/qml is the prefix of later Qt versions too; main.cpp adds it to the import path.
  qt_add_qml_module(${target} URI ${uri} VERSION 1.0 RESOURCE_PREFIX /qt/qml NO_CACHEGEN
    OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/${folder}"
    DEPENDENCIES QtQuick ${depends} SOURCES ${cpp} QML_FILES ${qml})
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  # Qt's registration of types includes headers by their bare name.
  foreach(file IN LISTS cpp)
    get_filename_component(place "${file}" DIRECTORY)
    target_include_directories(${target} PRIVATE "${place}")
  endforeach()
  target_link_libraries(${target} PUBLIC Qt6::Quick ${arg_LIBS} PRIVATE cargo_warnings)
  set_property(GLOBAL APPEND PROPERTY CARGO_QML_PLUGINS ${target}plugin)
endfunction()

# cargo_find_font(VARIABLE PACKAGE FILE PATHS...): the full name of a font file, or an error that names its package.
function(cargo_find_font variable package file)
  find_file(${variable} "${file}" PATHS ${ARGN} NO_DEFAULT_PATH)
  if(NOT ${variable})
    message(FATAL_ERROR "The font ${file} is missing. Install the package ${package} (apt-get install ${package}).")
  endif()
endfunction()
