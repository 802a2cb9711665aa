# cargo_qml_module(TARGET URI [LIBS ...]): a folder of qml/ becomes a static library and the QML module URI.
# C++ and QML files are found by name; nothing is listed by hand. Files named like singletons carry `pragma Singleton`.
function(cargo_qml_module target uri)
  cmake_parse_arguments(arg "" "" "LIBS;RESOURCES" ${ARGN})
  file(GLOB cpp CONFIGURE_DEPENDS "*.cpp" "*.h")
  file(GLOB_RECURSE qml RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS "*.qml")
  foreach(file IN LISTS qml)
    file(STRINGS "${file}" singleton REGEX "^pragma Singleton" LIMIT_COUNT 1)
    if(singleton)
      set_source_files_properties("${file}" PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    endif()
    get_filename_component(alias "${file}" NAME)
    set_source_files_properties("${file}" PROPERTIES QT_RESOURCE_ALIAS "${alias}")
  endforeach()
  qt_add_library(${target} STATIC)
  # /qt/qml is the prefix of later Qt versions too; main.cpp adds it to the import path.
  qt_add_qml_module(${target} URI ${uri} VERSION 1.0 RESOURCE_PREFIX /qt/qml
    OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml/${uri}"
    SOURCES ${cpp} QML_FILES ${qml} RESOURCES ${arg_RESOURCES})
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(${target} PUBLIC Qt6::Quick ${arg_LIBS} PRIVATE cargo_warnings)
endfunction()
