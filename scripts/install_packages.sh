#!/bin/sh
# Install packages of Debian by their names: a slow mirror is asked again, another installation is waited for.
set -eu
asked="apt-get -qq -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300"
$asked update
DEBIAN_FRONTEND=noninteractive $asked install -y --no-install-recommends "$@" >/dev/null
