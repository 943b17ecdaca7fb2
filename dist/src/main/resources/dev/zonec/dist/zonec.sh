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

. "$home/lib/java-options.sh"
choose_java_options "$@"

exec "$home/runtime/bin/java" -XX:SharedArchiveFile="$home/lib/zonec.jsa" @OPTIONS@ \
  $java_options ${ZONEC_JAVA_OPTS:-} -jar "$home/lib/zonec.jar" "$@"
