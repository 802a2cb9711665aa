#!/usr/bin/env bash
# Pictures of every screen and state of the apps and of every control, without a display. ./dev shots calls it:
# tools/shots.sh BIN OUT [OPTIONS]. --gallery takes only the controls, into OUT/gallery, in every look; other options go to
# cargo-shots: --theme, --lang, --size, --only; --compose docs/screens.png makes the picture of README. With none of them
# both are taken.
set -euo pipefail
bin=$1 out=$2; shift 2
mkdir -p "$out"
export QT_QPA_PLATFORM=offscreen
if [ "${1:-}" != --gallery ]; then
  "$bin/cargo-shots" --out "$out" "$@"
fi
if [ $# -eq 0 ] || [ "$1" = --gallery ]; then
  "$bin/cargo-gallery" --shots "$out/gallery"
fi
echo "pictures are in $out" >&2
