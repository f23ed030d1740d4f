# Stages of .ci/run: each counts its tests. Lanes run stages side by side. Needs a folder $logs, and test/image/checks.sh.
lanes=()

# tests <title> <npm script>: every test of the AVA run counts; a run that breaks off counts as a failure.
tests() {
  local title=$1 log=$logs/$2.tap code=0 pass fail skip began=$SECONDS
  timeout 1500 npm run --silent "$2" -- --tap >"$log" 2>"$log.err" </dev/null || code=$?
  read -r pass fail skip < <(awk '
    /^# pass/ { pass += $3 } /^# fail/ { fail += $3 } /^# skip/ { skip += $3 }
    END { print pass + 0, fail + 0, skip + 0 }' "$log")
  if [ "$code" -ne 0 ] && [ "$fail" -eq 0 ]; then fail=1; fi
  if [ "$code" -eq 0 ] && [ "$((pass + fail))" -eq 0 ]; then fail=1; fi
  count "$title" "$pass" "$fail" "$skip" "$((SECONDS - began))"
  [ "$fail" -gt 0 ] || return 0
  awk '/^not ok/ { shown = 1 } /^(ok|#)/ { shown = 0 } shown' "$log" | sed 's/^/    /'
  tail -n 30 "$log.err" | sed 's/^/    /'
  grep '^not ok' "$log" >>"$logs/failures" || echo "$title: exit code $code" >>"$logs/failures"
}

# count <title> <passed> <failed> <skipped> <seconds>
count() {
  passed=$((passed + $2))
  failed=$((failed + $3))
  skipped=$((skipped + $4))
  echo "$([ "$3" -eq 0 ] || echo 'not ')ok - $1 ($2 passed, $3 failed, $4 skipped, $5 s)"
  [ "$3" -eq 0 ] || failures+=("$1")
}

# script_with_counts <title> <npm script>: it ends with its own counts; they are added, and the line is not shown.
script_with_counts() {
  local title=$1 log=$logs/$2.log code=0 began=$SECONDS pass=0 fail=1 skip=0
  timeout 1500 npm run --silent "$2" >"$log" 2>&1 </dev/null || code=$?
  if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
    pass=${BASH_REMATCH[1]} fail=${BASH_REMATCH[2]} skip=${BASH_REMATCH[3]}
    sed -i '$d' "$log"
  fi
  sed 's/^/    /' "$log"
  count "$title" "$pass" "$fail" "$skip" "$((SECONDS - began))"
  grep '^not ok' "$log" >>"$logs/failures" || true
  [ "$fail" -eq 0 ] || [ "$code" -ne 0 ] || echo "$title failed and said nothing" >>"$logs/failures"
}

# stage <command> [args]: a stage of a lane. It leaves its output and its counts in files, and a crash of it leaves no counts.
stage() {
  local own=$logs/$lane-$((stages += 1))
  (
    set -e
    passed=0 failed=0 skipped=0 failures=()
    "$@"
    printf '%s\n' "$passed $failed $skipped" "${failures[@]}" >"$own.counts"
  ) >"$own" 2>&1 </dev/null
  touch "$own.ended"
}

# start_lane <function>: runs the stages of the function in the background. It leaves a file when all of them have been run:
# the shell forgets how an old process ended once another one gets its number.
start_lane() {
  (
    trap - EXIT
    set +e
    lane=$1 stages=0
    "$1"
    code=$? # in a condition the stages would not stop at an error
    [ "$code" -ne 0 ] || touch "$logs/$lane.ended"
  ) &
  lanes+=("$1 $!")
}

# show_lanes: prints the stages of each lane as they end, and adds their counts.
show_lanes() {
  local entry lane pid own
  for entry in "${lanes[@]}"; do
    read -r lane pid <<<"$entry"
    for own in $(seq -f "$logs/$lane-%.0f" 99); do
      until [ -e "$own.ended" ] || [ -e "$logs/$lane.ended" ] || ! kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
      [ -e "$own" ] || break
      cat "$own"
      add_counts "$own.counts" "a stage of $lane breaks off"
    done
    [ -e "$logs/$lane.ended" ] || count "$lane breaks off" 0 1 0 0
  done
}

# add_counts <file> <title>: the title names the failure if there is no such file.
add_counts() {
  local pass fail skip titles=()
  [ -e "$1" ] || { count "$2" 0 1 0 0; return; }
  { read -r pass fail skip; mapfile -t titles; } <"$1"
  passed=$((passed + pass)) failed=$((failed + fail)) skipped=$((skipped + skip))
  [ "$fail" -eq 0 ] || failures+=("${titles[@]}")
}

# stop_lanes: ends every process below this one.
stop_lanes() {
  # shellcheck disable=SC2046
  kill $(descendants $$) 2>/dev/null || true
}

descendants() {
  local child
  for child in $(pgrep -P "$1"); do
    descendants "$child"
    echo "$child"
  done
}
