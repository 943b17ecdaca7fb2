# Sourced by ./mvnw and ./zonec. Sets JAVA_HOME to a JDK of 21 or newer: the one JAVA_HOME names,
# else the one on PATH, else the newest in the places where systems keep theirs.
# ZONEC_JVM_DIRS (colon separated) replaces those places.

jdk_major() {
  # The release file tells the version without starting a JVM.
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' "$1/release"
  elif [ -x "$1/bin/javac" ]; then
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p'
  fi
}

jdk_serves() {
  major=$(jdk_major "$1")
  [ -n "$major" ] && [ "$major" -ge 21 ]
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && jdk_serves "$JAVA_HOME"; then
    return 0
  fi
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    real=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    home=${real%/bin/javac}
    if jdk_serves "$home"; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  fi
  best=0
  best_home=
  if [ -n "${ZONEC_JVM_DIRS:-}" ]; then
    places=$(printf '%s' "$ZONEC_JVM_DIRS" | tr ':' '\n')
  else
    places=$(printf '%s\n' /usr/lib/jvm /usr/lib64/jvm /usr/java /opt/java /opt/jdk /opt \
      /Library/Java/JavaVirtualMachines "${HOME:-}/.sdkman/candidates/java" "${HOME:-}/.jdks" \
      "${HOME:-}/.local/share/mise/installs/java" "${HOME:-}/.asdf/installs/java" \
      /opt/homebrew/opt /usr/local/opt)
  fi
  old_ifs=$IFS
  IFS='
'
  for place in $places; do
    for home in "$place"/* "$place"/*/Contents/Home "$place"/*/libexec/openjdk.jdk/Contents/Home; do
      [ -x "$home/bin/javac" ] || continue
      major=$(jdk_major "$home")
      if [ -n "$major" ] && [ "$major" -ge 21 ] && [ "$major" -gt "$best" ]; then
        best=$major
        best_home=$home
      fi
    done
  done
  IFS=$old_ifs
  if [ -n "$best_home" ]; then
    JAVA_HOME=$best_home
    export JAVA_HOME
    return 0
  fi
  echo "zonec needs a JDK of 21 or newer and found none: install one (Debian and Ubuntu: apt-get install openjdk-21-jdk; macOS: brew install openjdk; any system: https://adoptium.net) or set JAVA_HOME." >&2
  return 1
}
