#!/usr/bin/env bash
# Builds the image, runs it the way a user would, and pays an order in it. Needs docker, or buildah and podman (as root).
set -euo pipefail
cd "$(dirname "$0")/../.."
. test/image/checks.sh
. test/image/engines.sh

image=localhost/tillbox:check
container=tillbox-check-$$
work=$(mktemp -d)
with_files=$container-files
trap 'engine_remove "$container"; engine_remove "$with_files"; rm -rf "$work"' EXIT

engine_choose || {
  echo "The image test is skipped: $engine_missing."
  skip 'the image builds and runs'
  finish
}
echo "# built and run by $engine_name"

port=$(free_port)
shop_port=$(free_port)
origin=http://127.0.0.1:$port

megabytes_added() {
  local base added
  base=$(engine_size "$base_image")
  added=$(($(engine_size "$image") - base))
  echo "# adds $((added / 1000)) kB to the $((base / 1000000)) MB of $base_image"
  ((added <= 20 * 1000 * 1000))
}

answers() {
  local try
  for try in $(seq 100); do
    [ "$(curl -sf "$origin/sandbox/health")" = '{"status":"ok"}' ] && return
    sleep 0.1
  done
  echo "no answer at /sandbox/health after $try tries"
  return 1
}

is_healthy() {
  local try
  for try in $(seq 40); do
    engine_is_healthy "$container" && return
    sleep 0.5
  done
  return 1
}

runs_as_user() {
  local id
  id=$(engine exec "$container" id -u)
  echo "uid $id"
  [ "$id" -ne 0 ]
}

holds_only_the_program() {
  local unwanted
  unwanted=$(engine exec "$container" sh -c \
    'cd /app && ls -d test simulator client contracts docs .git .ci node_modules 2>/dev/null' || true)
  echo "unwanted: $unwanted"
  [ -z "$unwanted" ]
}

call() {
  curl -sS "$origin/payment/rest/$1" --data userName=test_user --data password=test_user_password "${@:2}"
}

field() {
  node -p 'const value = JSON.parse(process.argv[1])[process.argv[2]]; value === undefined ? "" : String(value)' "$1" "$2"
}

registers() {
  local answer
  answer=$(call register.do --data amount=1000 --data currency=398 --data language=en --data orderNumber=image-test \
    --data-urlencode returnUrl=https://shop.example/return --data description=my_first_order)
  echo "$answer"
  field "$answer" orderId >"$work/order-id"
  field "$answer" formUrl >"$work/form-url"
  [ -s "$work/order-id" ] && [ -s "$work/form-url" ]
}

pays() {
  npm run --silent pay -- "$(cat "$work/form-url")"
}

is_paid() {
  local answer
  answer=$(call getOrderStatusExtended.do --data "orderId=$(cat "$work/order-id")")
  echo "$answer"
  [ "$(field "$answer" orderStatus)" = 2 ]
}

# The code with which an order that asks for the scenario is refused; empty if it is registered.
refusal_of() {
  field "$(call register.do --data amount=1000 --data-urlencode returnUrl=https://shop.example/return \
    --data-urlencode "jsonParams={\"scenario\":\"$1\"}")" errorCode
}

starts_with_own_files() {
  mkdir "$work/scenarios"
  echo 'attempts: [{ decline: 116 }]' >"$work/scenarios/mine.yaml"
  chmod -R a+rX "$work"
  engine_run "$with_files" "$image" "$port" "$shop_port" "$work/scenarios" && answers
}

knows_own_and_bundled_scenarios() {
  local ready
  ready=$(curl -sS --fail --retry 20 --retry-all-errors --retry-delay 1 "$origin/sandbox/ready")
  echo "$ready; refused: mine $(refusal_of mine), declined-card-lost $(refusal_of declined-card-lost), min $(refusal_of min)"
  [ "$(field "$ready" scenarios)" = 1 ] && [ -z "$(refusal_of mine)" ] &&
    [ -z "$(refusal_of declined-card-lost)" ] && [ "$(refusal_of min)" = 5 ]
}

milliseconds() { date +%s%3N; }

# An idle connection that the client keeps open must not hold the program up. The signal goes straight to the process
# where it can be seen from here, because the engines' own commands take longer than the program.
stops() {
  local line pid began took
  exec 9<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET /sandbox/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n' >&9
  read -r -t 5 line <&9
  echo "$line"
  pid=$(engine inspect --format '{{.State.Pid}}' "$container")
  began=$(milliseconds)
  if [ -d "/proc/$pid" ] && kill -s TERM "$pid" 2>/dev/null; then
    while [ -d "/proc/$pid" ] && (($(milliseconds) - began < 10000)); do sleep 0.02; done
  else
    engine kill --signal TERM "$container" >/dev/null
    engine wait "$container" >/dev/null
  fi
  took=$(($(milliseconds) - began))
  exec 9>&-
  echo "# stopped after $took ms"
  ((took <= 1000))
}

exited_with_0() {
  local code
  code=$(timeout 20 cat < <(engine wait "$container"))
  echo "exit code $code"
  [ "$code" = 0 ]
}

check 'the base image is there' engine_base
check 'the image builds' engine_build "$image"
check 'the image adds at most 20 MB to its base' megabytes_added
check 'a container starts on a read-only disk' engine_run "$container" "$image" "$port" "$shop_port"
check 'the gateway answers' answers
check 'the health check of the image says healthy' is_healthy
check 'the program is not run by root' runs_as_user
check 'the image holds nothing but the program' holds_only_the_program
check 'the curl of the README registers an order' registers
check 'a customer pays the order' pays
check 'the order is deposited' is_paid
check 'SIGTERM stops the container within a second' stops
check 'the program ends with exit code 0' exited_with_0
check 'a container starts with scenario files of its user' starts_with_own_files
check 'it knows them, and those that come with tillbox' knows_own_and_bundled_scenarios
[ "$failed" -eq 0 ] || engine logs "$container" 2>&1 | sed 's/^/# container: /' || true
finish
