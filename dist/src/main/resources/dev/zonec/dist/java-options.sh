# How Java compiles code and how much memory it takes at first, by the work that zonec is started for.

# The size of manifests in MiB from which well compiled code is worth the time of its compilation.
well_compiled_from=32

# Sets java_options to the options for a run with the arguments "$@".
choose_java_options() {
  case ${1-} in
    # A server runs for hours. It collects garbage with all processors, because an edit waits for it.
    lsp | serve) java_options='-XX:-UseSerialGC -XX:+UseParallelGC' ;;
    *)
      manifests=$(mebibytes "$@")
      if [ "${manifests:-0}" -ge "$well_compiled_from" ]; then
        # Compact headers of objects, which JDK 25 has, save a tenth of the memory.
        java_options='-Xmn64m -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders'
      elif [ "${manifests:-1}" -ge 1 ]; then
        # Most runs are short. Most objects of a short run die early, so a small space for new objects is enough.
        # Arrays that do not fit into it are not collected for long.
        java_options='-XX:TieredStopAtLevel=1 -Xmn16m'
      else
        # Small manifests make no large arrays.
        java_options='-XX:TieredStopAtLevel=1 -Xmn6m'
      fi
      ;;
  esac
}

# Prints the size of the files that the options for manifests in "$@" name, in MiB, or nothing if it is not known.
mebibytes() {
  kibibytes=
  named=
  for argument in "$@"; do
    path=
    case $argument in
      --manifests=*) path=${argument#--manifests=} ;;
      -m=*) path=${argument#-m=} ;;
      *) [ -z "$named" ] || path=$argument ;;
    esac
    named=
    case $argument in
      -m | --manifests) named=yes ;;
    esac
    if [ -e "${path:-/nowhere}" ]; then
      found=$(find -H "$path" \( -name .git -o -name node_modules \) -prune -o -type f \
        \( -name '*.yaml' -o -name '*.yml' -o -name '*.json' \) -exec ls -ln {} + 2>/dev/null |
        awk '{ bytes += $5 } END { printf "%d", bytes / 1024 }' 2>/dev/null) || return 0
      kibibytes=$((${kibibytes:-0} + ${found:-0}))
    fi
  done
  [ -z "$kibibytes" ] || echo $((kibibytes / 1024))
}
