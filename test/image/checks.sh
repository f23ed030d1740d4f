# Named checks that count, in the form of TAP; a check that fails does not hide the later ones.
passed=0
failed=0
skipped=0
failures=()

# check <title> <command> [args]: the command's output is shown when it fails; its lines with # always.
check() {
  local title=$1 output code=0
  shift
  output=$(mktemp)
  ("$@") >"$output" 2>&1 </dev/null || code=$?
  if [ "$code" -eq 0 ]; then
    passed=$((passed + 1))
    grep '^# ' "$output" || true
    echo "ok - $title"
  else
    failed=$((failed + 1))
    failures+=("$title")
    echo "not ok - $title (exit code $code)"
    sed 's/^/    /' "$output"
  fi
  rm -f "$output"
}

skip() {
  skipped=$((skipped + 1))
  echo "ok - $1 # SKIP"
}

# Prints the counts and ends the script: with 1 on a failure, and in CI on anything skipped too.
finish() {
  [ "$failed" -eq 0 ] || printf 'failed: %s\n' "${failures[@]}"
  echo "$passed passed, $failed failed, $skipped skipped"
  if [ "$failed" -gt 0 ]; then exit 1; fi
  if [ "$skipped" -gt 0 ] && [ "${CI:-}" = true ]; then exit 1; fi
  exit 0
}
