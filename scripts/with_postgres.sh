#!/bin/sh
# Runs a command with a throw-away PostgreSQL on a socket of its own:
#   sh scripts/with_postgres.sh python -m pytest tests/web
# The server, its folder and its socket are gone afterwards, whatever the command did.
set -u

if [ $# -eq 0 ]; then
    echo "usage: sh scripts/with_postgres.sh COMMAND..." >&2
    exit 2
fi

programs=
for folder in $(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)") \
    $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/createdb" ]; then
        programs=$folder
        break
    fi
done
if [ -z "$programs" ]; then
    echo "PostgreSQL is not on this machine; install it (Debian and Ubuntu: apt install postgresql)." >&2
    exit 4
fi

place=$(mktemp -d)
chmod 755 "$place"

# PostgreSQL refuses to run as root, so root hands it to the account its package made.
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$place"
    as_server() { runuser -u postgres -- "$@"; }
else
    as_server() { "$@"; }
fi

finish() {
    status=$?
    trap - EXIT INT TERM
    (cd / && as_server "$programs/pg_ctl" -D "$place/data" -m immediate stop) >/dev/null 2>&1
    rm -rf "$place"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Nothing here outlives the command, so nothing is forced to disk.
if ! (cd / && as_server "$programs/initdb" -D "$place/data" -U jaga -A trust -E UTF8 \
    --locale=C.UTF-8 --no-sync && as_server "$programs/pg_ctl" -D "$place/data" -w \
    -l "$place/log" -o "-k $place -c listen_addresses= -c fsync=off" start) >"$place.out" 2>&1; then
    cat "$place.out" "$place/log" >&2 2>/dev/null
    rm -f "$place.out"
    exit 4
fi
rm -f "$place.out"
(cd / && as_server "$programs/createdb" -h "$place" -U jaga jaga) || exit 4

JAGA_DATABASE_URL="postgresql://jaga@/jaga?host=$place"
export JAGA_DATABASE_URL
"$@"
