#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own, named by TEST_DATABASE_URL, and removes it afterwards:
#   scripts/with-postgres.sh npm test
# It needs PostgreSQL's programs on this machine (Debian: the package postgresql). Nothing of it outlives the command.
set -euo pipefail

programs=$(dirname "$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1 || true)")
if [[ ! -x "$programs/initdb" ]]; then
  echo "PostgreSQL's programs were not found (initdb): install PostgreSQL, on Debian with 'apt-get install postgresql'." >&2
  exit 1
fi

# PostgreSQL refuses to run as root.
as_owner() { if [[ $EUID -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }

folder=$(as_owner mktemp -d)
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
stop() {
  as_owner "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop || true
  rm -rf "$folder"
}
trap stop EXIT

cd "$folder"
# Nothing here has to survive a power cut, hence no fsync and no durable initdb.
as_owner "$programs/initdb" --pgdata="$folder/data" --username=outcome --auth=trust --encoding=UTF8 --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
as_owner "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --wait --silent \
  --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c max_connections=200" start ||
  { cat "$folder/server.log" >&2; exit 1; }
cd - >/dev/null

TEST_DATABASE_URL="postgres://outcome@127.0.0.1:$port/postgres" "$@"
