#!/usr/bin/env bash
# Installs the packages into a root that has nothing else, starts the server and the apps from them, and takes them out again.
# tools/package_test.sh FOLDER_OF_PACKAGES, as root; ./dev package --test calls it. The root is a fresh one of this machine's own
# distribution, from the same sources; CARGO_PACKAGE_ROOT keeps its base between runs (default /var/tmp/cargo-package-root).
set -euo pipefail
packages=$(cd "$1" && pwd)
# shellcheck source=/dev/null
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
base=${CARGO_PACKAGE_ROOT:-/var/tmp/cargo-package-root}-$codename
say() { printf '\033[1m== %s\033[0m\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

if [ ! -e "$base/.ready" ]; then
  say "making a clean root of $codename"
  # shellcheck disable=SC2016  # apt fills it in
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' "Codename: $codename" | head -n 1)
  [ -n "$mirror" ] || fail "apt names no archive of $codename"
  rm -rf "$base"
  debootstrap --variant=minbase --include=ca-certificates "$codename" "$base" "$mirror" >"$base.log" || { tail "$base.log" >&2; exit 1; }
  rm -f "$base/etc/apt/sources.list"
  cp -a /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d /etc/apt/trusted.gpg.d /etc/apt/keyrings "$base/etc/apt/" 2>/dev/null || true
  cp -a /usr/share/keyrings/. "$base/usr/share/keyrings/"
  cp /etc/resolv.conf /etc/hosts "$base/etc/"
  printf '#!/bin/sh\nexit 101\n' >"$base/usr/sbin/policy-rc.d" && chmod +x "$base/usr/sbin/policy-rc.d"
  touch "$base/.ready"
fi

root=$(mktemp -d /var/tmp/cargo-package-test.XXXXXX)
server=''
leave() {
  for pid in $(pgrep -x 'cargod|postgres'); do # those of this root alone
    [ "$(readlink "/proc/$pid/root")" = "$root" ] && kill -TERM "$pid"
  done
  wait 2>/dev/null || true
  for mount in dev proc; do mountpoint -q "$root/$mount" && umount -l "$root/$mount"; done
  rm -rf --one-file-system "$root"
}
trap leave EXIT
cp -a "$base/." "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$packages"/*.deb "$root/tmp/"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

say "installing: what they need comes with them"
inside apt-get update -qq
inside sh -c 'apt-get install -y -qq --no-install-recommends /tmp/*.deb' >"$root/install.log" 2>&1 || { tail -n 20 "$root/install.log" >&2; exit 1; }

[ "$(inside stat -c '%U %a' /var/lib/cargod)" = 'cargod 750' ] || fail "the data folder is not the server's alone"
[ "$(inside stat -c '%U %G %a' /etc/cargod/cargod.env)" = 'root cargod 640' ] || fail "the settings can be read by others"
if command -v systemd-analyze >/dev/null; then
  # Units that it is ordered after are not in this root.
  systemd-analyze --root="$root" --recursive-errors=no --man=no verify cargod.service || fail "systemd does not like the unit"
fi

say "starting the server as its unit does"
inside runuser -u cargod -- sh -c 'set -a; . /etc/cargod/cargod.env; CARGO_LISTEN=127.0.0.1:0; CARGO_OPS_LISTEN=127.0.0.1:0
  CARGO_DATA_DIR=/var/lib/cargod; exec /usr/bin/cargod serve' >"$root/serve.out" 2>"$root/serve.log" &
starter=$!
for _ in $(seq 1200); do
  grep -q 'serving on' "$root/serve.out" && break
  kill -0 "$starter" 2>/dev/null || { tail -n 5 "$root/serve.log" >&2; fail "the server ended"; }
  sleep 0.1
done
grep -q 'serving on' "$root/serve.out" || fail "the server does not serve after two minutes"
server=$starter
url=$(grep -o 'http://127.0.0.1:[0-9]*' "$root/serve.out" | head -n 1)
python3 - "$url" <<'PY'
import json, sys, urllib.request
url = sys.argv[1] + '/api/v1/'
body = {'email': 'clean@root.example', 'password': 'a clean root', 'role': 'buyer', 'display_name': 'Clean', 'locale': 'en'}
request = urllib.request.Request(url + 'auth/register', json.dumps(body).encode(), {'Content-Type': 'application/json'})
token = json.load(urllib.request.urlopen(request, timeout=30))['access_token']
request = urllib.request.Request(url + 'me', headers={'Authorization': 'Bearer ' + token})
assert json.load(urllib.request.urlopen(request, timeout=30))['email'] == body['email']
PY
inside test -d /var/lib/cargod/pg || fail "the server's database is not below its folder"

for app in buyer driver admin; do
  say "starting the app of the $app"
  milliseconds=$(inside env HOME=/tmp QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software "cargo-$app" --server "$url" --measure-first-frame 2>"$root/app.log") ||
    { cat "$root/app.log" >&2; fail "the app does not start"; }
  case $milliseconds in ''|*[!0-9]*) cat "$root/app.log" >&2; fail "the app showed nothing";; esac
  if grep -E 'is not installed|no such file|Cannot load' "$root/app.log" >&2; then fail "the package lacks something"; fi
  inside test -f "/usr/share/applications/app.cargo.$app.desktop"
  say "its first frame came after $milliseconds ms"
done

say "stopping the server in order"
for pid in $(pgrep -x cargod); do
  [ "$(readlink "/proc/$pid/root")" = "$root" ] && kill -TERM "$pid"
done
wait "$server" || fail "the server did not end in order ($?)"
server=''
[ -z "$(inside sh -c 'ls /var/lib/cargod/pg/postmaster.pid 2>/dev/null')" ] || fail "its database runs on"

say "removing keeps the data, purging does not"
inside apt-get remove -y -qq cargod cargo-buyer cargo-driver cargo-admin >/dev/null 2>&1
inside test -d /var/lib/cargod/pg || fail "removing the package took the data with it"
inside apt-get purge -y -qq cargod >/dev/null 2>&1
if inside test -e /var/lib/cargod || inside getent passwd cargod >/dev/null; then fail "purging left something"; fi
say "the packages are good"
