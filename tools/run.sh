#!/usr/bin/env bash
# Starts everything with demonstration data, plays one deal, opens the app where there is a display, keeps serving.
# ./dev run calls it: tools/run.sh BIN DATA TOUR_ONLY [ARGUMENTS of cargod serve]. DEMO_CARS=n: so many cars, 0: none.
set -euo pipefail
bin=$1 data=$2 tour_only=$3; shift 3
root=$(cd "$(dirname "$0")/.." && pwd)
listen=${CARGO_LISTEN:-127.0.0.1:8080}
url="http://$listen"
driver=(driver@cargo.example 'brings cars home')
buyer=(buyer@cargo.example 'waits for a car')
staff=(staff@cargo.example 'looks after everybody')
export CARGO_KYC=${CARGO_KYC:-auto} CARGO_LISTEN="$listen" CARGO_DATA_DIR="$data"
say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }

register() { # ROLE EMAIL PASSWORD NAME: an account that is there already is fine
  python3 - "$url" "$@" <<'PY'
import json, sys, urllib.error, urllib.request
url, role, email, password, name = sys.argv[1:]
body = json.dumps({'email': email, 'password': password, 'role': role, 'display_name': name, 'locale': 'ru'}).encode()
request = urllib.request.Request(url + '/api/v1/auth/register', body, {'Content-Type': 'application/json'})
try:
    urllib.request.urlopen(request, timeout=30)
except urllib.error.HTTPError as problem:
    if problem.code != 409:
        sys.exit(f'cannot register {email}: {problem.code} {problem.read()[:200]}')
PY
}

play() {
  say "one whole deal, from search to payout"
  python3 "$root/tools/tour.py" "$url" --driver "${driver[@]}" --buyer "${buyer[@]}" --query "${TOUR_QUERY:-Toyota}"
}

answers() { python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1] + "/openapi.yaml", timeout=5)' "$url" 2>/dev/null; }

if [ "$tour_only" = 1 ]; then play; exit; fi
if answers; then
  say "a server answers on $url already: playing on it"
  play
  exit
fi

mkdir -p "$data"
if [ "${DEMO_CARS:-}" != 0 ]; then
  say "loading demonstration data (some minutes the first time; the second time it adds nothing)"
  "$bin/cargod" demo --listen 127.0.0.1:0 ${DEMO_CARS:+--cars "$DEMO_CARS"} 2>"$data/demo.log" ||
    { tail -n 5 "$data/demo.log" >&2; exit 1; }
fi
say "starting cargod on $url (data in $data, log in $data/cargod.log)"
"$bin/cargod" serve "$@" >"$data/cargod.out" 2>"$data/cargod.log" &
server=$!
trap 'say "stopping"; kill -TERM "$server" 2>/dev/null; wait "$server" || true' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
for _ in $(seq 600); do
  grep -q 'serving on' "$data/cargod.out" && break
  kill -0 "$server" 2>/dev/null || { tail -n 5 "$data/cargod.log" >&2; trap - EXIT; exit 1; }
  sleep 0.1
done
cat "$data/cargod.out"
register driver "${driver[@]}" 'Павел С.'
register buyer "${buyer[@]}" 'Ольга К.'
"$bin/cargod" import "$root/tools/tour.csv" --owner "${driver[0]}"
if [ ! -s "$data/staff.totp" ]; then # the authenticator's secret is told once, when it is made
  (umask 077 && { "$bin/cargod" staff add --email "${staff[0]}" --password "${staff[1]}" --permission admin ||
    "$bin/cargod" staff renew-totp --email "${staff[0]}"; } | sed -n 's/^totp_secret //p' >"$data/staff.totp")
fi
play
say "sign in as ${buyer[0]} («${buyer[1]}») or ${driver[0]} («${driver[1]}»)"
say "the console: cargo-admin, ${staff[0]} («${staff[1]}»), secret for an authenticator: $(cat "$data/staff.totp")"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -x "$bin/cargo-buyer" ]; then
  say "opening the apps of the buyer and of the driver, and the console"
  CARGO_SERVER_URL="$url" "$bin/cargo-buyer" &
  CARGO_SERVER_URL="$url" "$bin/cargo-driver" &
  CARGO_SERVER_URL="$url" "$bin/cargo-admin" &
else
  say "no display: the apps are not opened; the server serves on (Ctrl+C ends it)"
fi
wait "$server"
