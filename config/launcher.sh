#!/bin/sh
# Starts @launcher.name@ on a JDK 25 or newer: the one named by JAVA_HOME or JAVA25_HOME, else one from
# the usual folders, else the PATH's. JAVA_TOOL_OPTIONS is passed on untouched.
set -u
# What is kept (the database, guests' names, a host's own music) is nobody else's to read.
umask 077

self=$0
case $self in */*) ;; *) self=$(command -v -- "$self") ;; esac
while [ -h "$self" ]; do
  target=$(readlink "$self")
  case $target in /*) self=$target ;; *) self=$(dirname "$self")/$target ;; esac
done
home=$(CDPATH= cd -- "$(dirname "$self")/.." && pwd -P) || exit 1

# Prints the major version of the Java in folder $1, or nothing.
version_of() {
  [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p'
  fi
}

new_enough() {
  version=$(version_of "$1")
  [ -n "$version" ] && [ "$version" -ge 25 ] 2>/dev/null
}

find_java() {
  path_java=$(command -v java) && path_home=$(CDPATH= cd -- "$(dirname "$path_java")/.." && pwd -P) || path_home=
  for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "$path_home"; do
    if [ -n "$candidate" ] && new_enough "$candidate"; then
      java=$candidate/bin/java
      return 0
    fi
  done
  # A java on the PATH may be a wrapper that stands in no Java home.
  version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9][0-9]*\).*/\1/p')
  [ -n "$version" ] && [ "$version" -ge 25 ] && java=$path_java
}

if ! find_java; then
  echo "@launcher.name@: no JDK 25 found; install one, or set JAVA_HOME to its folder." >&2
  exit 1
fi
# shellcheck disable=SC2086
exec "$java" @launcher.flags@ -cp "$home/lib/*" @launcher.main@ "$@"
