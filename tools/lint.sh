#!/usr/bin/env bash
# Everything that reads the code without running it. ./dev lint calls it: tools/lint.sh JOBS
# Every step runs, whatever the one before found; each keeps its words in build/lint-<step>.log.
# shellcheck disable=SC2317  # step calls the functions
set -euo pipefail
cd "$(dirname "$0")/.."
jobs=$1
status=0
mkdir -p build

# step NAME COMMAND...: says how long it took; shows the beginning of what it found.
step() {
  local name=$1 log="build/lint-$1.log" began=$SECONDS; shift
  "$@" >"$log" 2>&1 & # not in the condition itself: there set -e would not hold
  if wait $!; then
    printf '\033[1m== lint: %s is clean (%d s)\033[0m\n' "$name" $((SECONDS - began)) >&2
  else
    head -n 60 "$log" >&2
    printf '\033[1m== lint: %s found something (%d s); all of it is in %s\033[0m\n' "$name" $((SECONDS - began)) "$log" >&2
    status=1
  fi
}

# tool NAME: a program of Qt, which Debian keeps outside of PATH.
tool() {
  local place
  for place in /usr/lib/qt6/bin /usr/lib/qt6/libexec; do
    [ -x "$place/$1" ] && { echo "$place/$1"; return; }
  done
  command -v "$1"
}

shell() { shellcheck dev .ci/run tools/*.sh; }

python() {
  local files said
  mapfile -t files < <(git ls-files --cached --others --exclude-standard '*.py')
  said=$(pyflakes3 "${files[@]}" 2>&1 || true)
  # world.py hands on to the scenarios what it imports.
  said=$(grep -v '^tests/blackbox/world.py:.* imported but unused$' <<<"$said" || true)
  [ -z "$said" ] || { echo "$said"; return 1; }
}

# Desktop, store and phone descriptions: read as what they are, for a mistake in them shows only on somebody's machine.
deploy() {
  desktop-file-validate deploy/desktop/*.desktop
  appstreamcli validate --no-net --no-color deploy/desktop/*.metainfo.xml
  python3 tools/check_deploy.py
}

format() { git ls-files '*.cpp' '*.h' | xargs -P "$jobs" -n 40 clang-format --dry-run -Werror; }

# The build of preset dev, where warnings are errors: after CARGO_PRESET=dev ./dev test nothing is left to compile.
warnings() { cmake --preset dev && cmake --build build/dev -j "$jobs"; }

# Every text of the apps has its Russian, and the plural forms their English.
translations() {
  local temporary files words
  temporary=$(mktemp -d)
  cp translations/*.ts "$temporary"
  mapfile -t files < <(git ls-files 'qml/*.cpp' 'qml/*.h' 'qml/*.qml' 'app-*/*.cpp' 'app-*/*.h' 'app-*/*.qml' ':!app-gallery')
  "$(tool lupdate)" -silent -I . -locations none "${files[@]}" -ts "$temporary/cargo_ru.ts"
  "$(tool lupdate)" -silent -I . -locations none -pluralonly "${files[@]}" -ts "$temporary/cargo_en.ts"
  mapfile -t files < <(git ls-files 'app-gallery/*.qml')
  "$(tool lupdate)" -silent -I . -locations none "${files[@]}" -ts "$temporary/gallery_ru.ts"
  # unfinished: new or without a translation; vanished and obsolete: no longer in the sources.
  words=$(grep -B 3 -E '<translation type="(unfinished|vanished|obsolete)"' "$temporary"/*.ts || true)
  rm -r "$temporary"
  [ -z "$words" ] || { printf 'texts without a translation, or translations without a text:\n%s\n' "$words"; return 1; }
}

# What qmllint 6.4 says of right code. Everything else that it says is an error.
qml_accepted=(
  # The keys of a view model's map, the functions of JavaScript, what a Loader has loaded: known at run time only.
  'Property "[^"]*" not found on type "Q(VariantMap|VariantList|StringList|Url|Object|QmlApplication)"'
  'Property "callLater" is a QJSValue property'
  'Type is a list\. You cannot access'               # a QStringList is an array in QML, with indexOf
  'Cannot combine value source and binding'          # the value at rest of something that an animation moves
)
qml() {
  local files resources said app
  said=
  # One app at a time: pages of two apps may have the same name, and qmllint 6.4 takes one for the other.
  for app in app-*; do
    mapfile -t files < <(git ls-files 'qml/*.qml' "$app/*.qml")
    mapfile -t resources < <(find build/dev/qml "build/dev/$app" -path '*/.rcc/*.qrc' | sort | sed 's/^/--resource\n/')
    # unqualified: ids of the file, seen from a delegate in it; ComponentBehavior: Bound would end that together with the
    # reuse of such components elsewhere. deferred-property-id: an id within a contentItem.
    # 6.4 has no switch for a limit of warnings: its words are counted instead.
    said+=$("$(tool qmllint)" --bare -I build/dev/qml -I "$("$(tool qtpaths6)" --query QT_INSTALL_QML)" "${resources[@]}" \
      --unqualified disable --deferred-property-id disable "${files[@]}" 2>&1 || true)$'\n'
  done
  said=$(grep -E '^(Warning|Error)' <<<"$said" | grep -v -E "$(IFS='|'; echo "${qml_accepted[*]}")" | sort -u || true)
  [ -z "$said" ] || { echo "$said"; return 1; }
}

# cppcheck 2.10 does not know co_return: what it says of paths through coroutines is left out.
check_cpp() {
  mkdir -p build/cppcheck
  cppcheck --quiet --inline-suppr --std=c++20 --enable=warning,portability --error-exitcode=1 -j "$jobs" \
    --cppcheck-build-dir=build/cppcheck \
    --suppress=missingInclude --suppress=unknownMacro --suppress=syntaxError --suppress=internalAstError \
    --suppress=missingReturn --suppress=nullPointerRedundantCheck --suppress=containerOutOfBounds \
    --suppress=derefInvalidIteratorRedundantCheck --suppress=CastIntegerToAddressAtReturn --suppress=ctunullpointer \
    -I . shared server
}

tidy() { tools/tidy.py build/dev "$jobs"; }

step shell shell
step python python
step deploy deploy
step format format
step translations translations
step warnings warnings
step qml qml
step cppcheck check_cpp
step tidy tidy
exit $status
