#!/usr/bin/env bash
# Everything that reads the code without running it. ./dev lint calls it: tools/lint.sh JOBS
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=$1
status=0
say() { printf '\033[1m== lint: %s\033[0m\n' "$*" >&2; }
bad() { printf 'lint: %s\n' "$*" >&2; status=1; }

say "warnings as errors"
# The build of preset dev, where warnings are errors: after CARGO_PRESET=dev ./dev test nothing is left to compile.
mkdir -p build
cmake --preset dev >build/configure-dev.log || { cat build/configure-dev.log >&2; exit 1; }
cmake --build build/dev -j "$jobs" >build/lint-build.log 2>&1 || { grep -E 'error|FAILED' build/lint-build.log | head -40 >&2; bad "the build has warnings"; }

# cppcheck 2.10 does not know co_return: what it says of paths through coroutines is left out.
say "cppcheck"
cppcheck --quiet --inline-suppr --std=c++20 --enable=warning,portability --error-exitcode=1 -j "$jobs" \
  --suppress=missingInclude --suppress=unknownMacro --suppress=syntaxError --suppress=internalAstError \
  --suppress=missingReturn --suppress=nullPointerRedundantCheck --suppress=containerOutOfBounds \
  --suppress=derefInvalidIteratorRedundantCheck --suppress=CastIntegerToAddressAtReturn \
  -I . shared server >build/lint-cppcheck.log 2>&1 || { cat build/lint-cppcheck.log >&2; bad "cppcheck found something"; }

say "qmllint"
lint=$(command -v qmllint || ls /usr/lib/qt6/bin/qmllint 2>/dev/null || true)
if [ -n "$lint" ] && compgen -G 'qml/*/*.qml' >/dev/null; then
  mapfile -t qml < <(git ls-files '*.qml')
  # 6.4 has no switch for a limit of warnings: its words are counted instead.
  "$lint" -I build/dev/qml -I build/dev/qml-root "${qml[@]}" >build/lint-qml.log 2>&1 || true
  if grep -qE '^Error' build/lint-qml.log; then grep -E '^Error' build/lint-qml.log | head -20 >&2; bad "qmllint found errors"; fi
fi

[ $status -eq 0 ] && say "clean"
exit $status
