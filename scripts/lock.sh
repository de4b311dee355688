#!/bin/sh
# Makes the locks again from pyproject.toml: names, versions and hashes, and no host.
# Needs uv (https://docs.astral.sh/uv/), which neither users nor CI need. After running it, run
# ./jaga test: tests/codebase/test_purity.py refuses an address in a lock.
set -eu
cd "$(dirname "$0")/.."

# A version must have been public for a week: most poisoned releases are found within days.
newest=$(date -u -d '7 days ago' +%Y-%m-%d 2>/dev/null || date -u -v-7d +%Y-%m-%d)

lock() {
    out=requirements/$1.lock
    shift
    uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --exclude-newer "$newest" \
        --output-file "$out" "$@"
}

lock base --extra cli --extra web -c requirements/held.txt
lock core -c requirements/base.lock
lock spark --extra spark -c requirements/base.lock
lock bench --extra cli --extra bench -c requirements/base.lock
lock dev --extra cli --extra web --extra dev -c requirements/base.lock
