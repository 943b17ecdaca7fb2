#!/bin/sh
# Makes the class archive lib/zonec.jsa, which makes every later start faster. It can only be made on the platform
# that it is for, so this package lacks it.
set -eu

home=$(cd "${0%/*}/.." && pwd -P)
"$home/runtime/bin/java" @OPTIONS@ -Xshare:dump -XX:SharedClassListFile="$home/lib/zonec.classlist" \
  -XX:SharedArchiveFile="$home/lib/zonec.jsa.part" -jar "$home/lib/zonec.jar" >/dev/null
mv "$home/lib/zonec.jsa.part" "$home/lib/zonec.jsa"
