#!/bin/sh
# Makes the class archive, which makes every start faster. zonec also works without it.
set -e

if [ "$1" = configure ]; then
  /usr/lib/zonec/lib/class-archive || echo "zonec: no class archive was made; starts are slower" >&2
fi
