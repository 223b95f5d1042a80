#!/bin/sh
# The store is tested on PostgreSQL too. Only an administrator of a Debian machine can install it.
set -eu
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
else
    echo "There is no PostgreSQL here: its tests will be skipped. On Debian: sudo apt-get install postgresql"
fi
