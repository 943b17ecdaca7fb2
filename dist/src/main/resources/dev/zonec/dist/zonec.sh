#!/bin/sh
# Runs zonec with the runtime beside it.
set -eu

program=$0
while [ -h "$program" ]; do
  target=$(readlink "$program")
  case $target in
    /*) program=$target ;;
    *) program=${program%/*}/$target ;;
  esac
done
case $program in
  */*) folder=${program%/*} ;;
  *) folder=. ;;
esac
home=$(cd "$folder/.." && pwd -P)

# A language server runs for hours, so Java compiles its code well.
case ${1-} in
  lsp) level=4 ;;
  *) level=1 ;;
esac

exec "$home/runtime/bin/java" -XX:SharedArchiveFile="$home/lib/zonec.jsa" @OPTIONS@ \
  -XX:TieredStopAtLevel="$level" ${ZONEC_JAVA_OPTS:-} -jar "$home/lib/zonec.jar" "$@"
