# Warnings of our own code. The preset dev, which lint and CI build, configures with CARGO_WERROR=ON.
add_library(cargo_warnings INTERFACE)
target_compile_options(cargo_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  $<$<BOOL:${CARGO_WERROR}>:-Werror>)
target_compile_definitions(cargo_warnings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_USE_QSTRINGBUILDER QT_NO_FOREACH QT_NO_KEYWORDS)
