#!/bin/sh
# The store is tested on PostgreSQL too. Only an administrator of a Debian machine can install it.
set -eu
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    "$(dirname "$0")/install_packages.sh" postgresql
else
    echo "There is no PostgreSQL here: its tests will be skipped. On Debian: sudo apt-get install postgresql"
fi
