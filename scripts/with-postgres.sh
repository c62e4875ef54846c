#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own, named by TEST_DATABASE_URL, and removes it afterwards:
#   scripts/with-postgres.sh npm test
# It needs PostgreSQL's programs on this machine (Debian: the package postgresql). Nothing of it outlives the command,
# nor this script, however that ends. TEST_FOLDER names a folder that is removed too: for TMPDIR, where that matters.
set -euo pipefail

fail() { echo "$1" >&2; exit 1; }

# By its own path: a link to initdb in another folder need not have the other programs beside it.
initdb=$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1 || true)
[[ -x "$initdb" ]] ||
  fail "PostgreSQL's programs were not found (initdb): install PostgreSQL, on Debian with 'apt-get install postgresql'."
programs=$(dirname "$(readlink -f "$initdb")")

# PostgreSQL refuses to run as root. Debian's package brings a user of its own; "nobody" is everywhere.
owner=$(id -un)
if [[ $EUID -eq 0 ]]; then owner=$(getent passwd postgres nobody | head -1 | cut -d: -f1); fi
as_owner() { if [[ $EUID -eq 0 ]]; then (cd / && runuser -u "$owner" -- "$@"); else "$@"; fi; }

folder=$(as_owner mktemp -d) || fail "The user $owner, as whom PostgreSQL runs, cannot write to ${TMPDIR:-/tmp}."

# Each job in the background gets a process group of its own, so that what it starts can be ended with it.
set -m

# The guard reads from a pipe that only this script holds open, so that it hears of any end of it, also of a kill -9.
# What comes through it are the process groups that are to end then.
mkfifo "$folder/alive"
(
  trap '' INT TERM HUP
  while read -r group; do groups+=("$group"); done
  for group in "${groups[@]}"; do kill -KILL -- "-$group" 2>/dev/null || true; done
  as_owner "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop >/dev/null 2>&1 || true
  # A server whose start was cut short ends by itself when it misses its folder, and writes to it until then.
  for _ in {1..100}; do rm -rf "$folder" 2>/dev/null && break || sleep 1; done
) <"$folder/alive" &
guard=$!
exec 9>"$folder/alive"

# In the background, so that a signal is answered at once; without the pipe, which must end with this script. A signal to
# the group reaches the shell around the command too, which is to wait for the command all the same.
within_guard() {
  { exec 9>&-; trap : HUP INT TERM; "$@"; } &
  running=$!
  echo "$running" >&9
  while true; do
    status=0
    wait "$running" || status=$?
    # A signal ends the waiting, not what is waited for.
    kill -0 "$running" 2>/dev/null || return "$status"
  done
}

# The guard ends at once when nobody holds the pipe any more.
trap 'exec 9>&-; wait "$guard" || true' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Nothing here has to survive a power cut, hence no fsync and no durable initdb.
initialise() {
  as_owner "$programs/initdb" --pgdata="$folder/data" --username=outcome --auth=trust --encoding=UTF8 --no-sync \
    >"$folder/initdb.log" 2>&1
}
within_guard initialise || fail "$(cat "$folder/initdb.log")"

start() {
  as_owner "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --wait --silent \
    --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200" \
    start >/dev/null 2>&1
}
started=no
# Somebody else may take the free port first.
for _ in 1 2 3; do
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  if within_guard start; then started=yes && break; fi
done
[[ "$started" == yes ]] || fail "PostgreSQL did not start: $(cat "$folder/server.log")"

mkdir "$folder/tests"
export TEST_DATABASE_URL="postgres://outcome@127.0.0.1:$port/postgres" TEST_FOLDER="$folder/tests"
# A signal is passed on to the command, whose end is then waited for: it may have things of its own to put away.
trap 'kill -HUP -- "-$running" 2>/dev/null || true' HUP
trap 'kill -INT -- "-$running" 2>/dev/null || true' INT
trap 'kill -TERM -- "-$running" 2>/dev/null || true' TERM
status=0
within_guard "$@" || status=$?
exit "$status"
