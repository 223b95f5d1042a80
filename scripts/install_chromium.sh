#!/bin/sh
# The browser tests drive Debian's Chromium. Only an administrator of a Debian machine can install it.
set -eu
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    "$(dirname "$0")/install_packages.sh" chromium
else
    echo "There is no Chromium here: the browser tests will be skipped. On Debian: sudo apt-get install chromium"
fi
