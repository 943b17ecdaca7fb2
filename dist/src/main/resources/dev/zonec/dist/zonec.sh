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

# The options are for short runs. A server runs for hours, so Java compiles its code well,
# and collects garbage with all processors, because an edit waits for it.
case ${1-} in
  lsp | serve) long='-XX:TieredStopAtLevel=4 -XX:-UseSerialGC -XX:+UseParallelGC' ;;
  *) long= ;;
esac

exec "$home/runtime/bin/java" -XX:SharedArchiveFile="$home/lib/zonec.jsa" @OPTIONS@ \
  $long ${ZONEC_JAVA_OPTS:-} -jar "$home/lib/zonec.jar" "$@"
