#!/usr/bin/env bash
# Installs PostgreSQL's extension pgvector for the newest PostgreSQL of this machine, unless it is there. Needs root. Where the
# distribution packs it, its package; else Debian's own source package of a later release, built for the PostgreSQL of this one.
# ./dev calls it; by hand: sudo tools/pgvector.sh
set -euo pipefail

say() { printf '== pgvector: %s\n' "$*" >&2; }
fail() { printf 'pgvector: %s\n' "$*" >&2; exit 1; }

export DEBIAN_FRONTEND=noninteractive
# The extension is for embeddings of an endpoint alone, and is built from this release of Debian where a package is missing.
source_suite=trixie

newest=$(find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -path '*/bin/postgres' 2>/dev/null | cut -d/ -f5 | sort -n | tail -n 1)
[ -n "$newest" ] || fail "no PostgreSQL server is installed: apt-get install postgresql"
control=/usr/share/postgresql/$newest/extension/vector.control
[ "${1:-}" = --check ] && { [ -f "$control" ]; exit; }
[ -f "$control" ] && { say "PostgreSQL $newest has it"; exit 0; }
[ "$(id -u)" = 0 ] || fail "installing it needs root"

apt-get update -qq || say "the package lists could not be renewed"
if apt-cache show "postgresql-$newest-pgvector" >/dev/null 2>&1; then
  say "installing postgresql-$newest-pgvector"
  apt-get install -y -qq --no-install-recommends "postgresql-$newest-pgvector" >/dev/null
  exit 0
fi

# shellcheck source=/dev/null
codename=$(. /etc/os-release && [ "${ID:-}" = debian ] && printf '%s' "${VERSION_CODENAME:-}") || true
[ -n "$codename" ] || fail "this distribution does not pack it; see its project's page for how to build it"
# As this machine's own sources name it, in whatever form they are written.
# shellcheck disable=SC2016 # apt's own way of naming a field
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' "Codename: $codename" 'Component: main' | head -n 1)
[ -n "$mirror" ] || fail "apt has no source of $codename main"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
keys=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb-src [signed-by=$keys] $mirror $source_suite main" >"$work/sources.list"
aside=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)

# Of the server's own version where there is one, so that nothing that runs is replaced.
headers=postgresql-server-dev-$newest
if ! dpkg-query -W -f='${Status}' "$headers" 2>/dev/null | grep -q 'ok installed'; then
  version=$(dpkg-query -W -f='${Version}' "postgresql-$newest")
  say "installing $headers"
  apt-get install -y -qq --no-install-recommends "$headers=$version" dpkg-dev make gcc >/dev/null 2>&1 \
    || apt-get install -y -qq --no-install-recommends "$headers" dpkg-dev make gcc >/dev/null
fi

say "building Debian's source package of $source_suite for PostgreSQL $newest"
cd "$work"
apt-get "${aside[@]}" update -qq
apt-get "${aside[@]}" source -qq pgvector >/dev/null
cd pgvector-*/
# Not for this processor alone, and without the bitcode that only PostgreSQL's JIT would read.
options=(OPTFLAGS='' with_llvm=no "PG_CONFIG=/usr/lib/postgresql/$newest/bin/pg_config")
make -s -j2 "${options[@]}"
make -s install "${options[@]}"
[ -f "$control" ] || fail "it was built, and is not at $control"
say "installed; a database has it after: create extension vector"
