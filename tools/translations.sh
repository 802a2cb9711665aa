#!/usr/bin/env bash
# Writes the texts of the apps into translations/*.ts: new ones come in as unfinished (./dev lint fails until they are
# written), old ones that nobody says any more go. Run it after changing a text; then fill in the Russian.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tool=$(command -v lupdate6 || ls /usr/lib/qt6/bin/lupdate)
mapfile -t files < <(find qml app-* -path app-gallery -prune -o \( -name '*.qml' -o -name '*.cpp' -o -name '*.h' \) -print | sort)
"$tool" -silent -I . -no-obsolete -locations none -no-ui-lines -source-language en_GB -target-language ru_RU "${files[@]}" -ts translations/cargo_ru.ts
# English is the source; only its plurals are written down.
"$tool" -silent -I . -no-obsolete -locations none -no-ui-lines -pluralonly -source-language en_GB -target-language en_GB "${files[@]}" -ts translations/cargo_en.ts
# The gallery's words stand in a file of their own; it says no plurals.
mapfile -t files < <(find app-gallery -name '*.qml' | sort)
"$tool" -silent -I . -no-obsolete -locations none -no-ui-lines -source-language en_GB -target-language ru_RU "${files[@]}" -ts translations/gallery_ru.ts
