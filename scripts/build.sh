# Sourced by the scripts beside it: where the tree is, and how to build a preset in build/<preset>.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if [[ ! -v CMAKE_CXX_COMPILER_LAUNCHER ]] && command -v ccache >/dev/null; then
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
fi

# quietly COMMAND...: what it says goes to standard error, and only if it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  ((status == 0)) || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# visibly NAME COMMAND...: quietly, but for a line at every tenth of what ninja has to do.
visibly() {
  local name=$1 log status=0
  shift
  log=$(mktemp)
  "$@" </dev/null 2>&1 | tee "$log" | awk -F '[][/]' -v name="$name" '/^\[[0-9]+\/[0-9]+\]/ && $3 > 9 && 10 * $2 / $3 >= next_tenth {
    next_tenth = int(10 * $2 / $3) + 1; printf "%s: %d of %d steps done\n", name, $2, $3; fflush() }' >&2 || status=$?
  ((status == 0)) || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# configure PRESET [CMAKE-ARGUMENT...]
configure() {
  quietly env --chdir="$root" cmake --preset "$@"
}

# build PRESET [NINJA-ARGUMENT...]: one build of a tree at a time, so that two conversions started together do not
# build over each other.
build() {
  local tree=$root/build/$1
  shift
  flock "$tree" ninja -C "$tree" "$@"
}
