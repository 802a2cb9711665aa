#!/usr/bin/env bash
# Pictures of every screen and state of the apps, without a display. ./dev shots calls it: tools/shots.sh BIN OUT [OPTIONS]
# Options go to cargo-shots: --theme, --lang, --size, --only; --compose docs/screens.png makes the picture of README.
set -euo pipefail
bin=$1 out=$2; shift 2
mkdir -p "$out"
QT_QPA_PLATFORM=offscreen "$bin/cargo-shots" --out "$out" "$@"
echo "pictures are in $out" >&2
