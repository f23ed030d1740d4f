# The steps of newcomers. Commands are taken from the pages; only ports and <placeholders> are filled in.

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# step <title> <command> [args]: a check whose time is printed.
step() {
  local title=$1 began
  began=$(milliseconds)
  shift
  check "$where: $title" "$@"
  echo "# took $(($(milliseconds) - began)) ms"
}

have_node() {
  local node arch
  arch=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
  node=$(npx --yes --package "node-linux-$arch@$1" -- node -p process.execPath)
  dirname "$node" >"$work/node"
}

# block <page> <words>: the first block of the page that contains them.
block() {
  local text
  text=$(awk -v words="$2" '
    !/^```/ { if (isOpen) text = text $0 "\n"; next }
    isOpen && index(text, words) { printf "%s", text; exit }
    { isOpen = !isOpen; text = "" }' "$1")
  [ -n "$text" ] || { echo "$1 has no block with $2" >&2; return 1; }
  printf '%s\n' "$text"
}

# The same, with the port of this gateway, and what earlier answers gave.
typed() {
  block "$1" "$2" | sed "s/:8080/:$port/g; s|<formUrl>|$(kept formUrl)|; s|<orderId>|$(kept orderId)|; s/<version>/$(package_version)/"
}

type_in() { typed "$@" >"$work/typed" && NODE_COMPILE_CACHE=$compiled bash -euo pipefail "$work/typed"; }

package_version() { sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json; }

# keep <answer> <field>...: what later commands need of a JSON answer.
keep() {
  node -e '
    const [folder, answer, ...fields] = process.argv.slice(1);
    for (const field of fields) require("fs").writeFileSync(`${folder}/${field}`, `${JSON.parse(answer)[field] ?? ""}\n`);
  ' "$work" "$@"
}
kept() { cat "$work/$1" 2>/dev/null || true; }

free_ports() {
  port=$(free_port)
  shop_port=$(free_port)
}

server=
# start_gateway <environment and command>: waits until it says how to stop it.
start_gateway() {
  local try
  stop_gateway
  free_ports
  setsid env PORT="$port" SHOP_PORT="$shop_port" NODE_COMPILE_CACHE="$compiled" bash -c "$1" >"$work/said" 2>&1 </dev/null &
  server=$!
  for try in $(seq 300); do
    grep -q 'Ctrl+C' "$work/said" && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  echo 'it does not say that it has started:'
  cat "$work/said"
  return 1
}

stop_gateway() {
  [ -z "$server" ] || kill -- "-$server" 2>/dev/null || true
  server=
}

registers_as_printed() {
  local answer
  answer=$(type_in "$1" register.do)
  echo "$answer"
  keep "$answer" orderId formUrl
  [ -n "$(kept orderId)" ]
}

# is_answered <page> <words>...: the status of the order, as the page asks for it, has all these words.
is_answered() {
  local page=$1 answer words
  shift
  answer=$(type_in "$page" getOrderStatusExtended.do)
  echo "$answer"
  for words in "$@"; do [[ $answer == *"$words"* ]] || return 1; done
}

within_a_minute() {
  local took=$(($(milliseconds) - began))
  echo "# $took ms from the end of npm ci to the first paid order"
  [ "$took" -le 60000 ]
}

# first_minute <page> [environment]: start, register, pay and ask, as the page prints it.
first_minute() {
  began=$(milliseconds)
  starting "${2:-}$(block "$1" 'npm start' | sed 's/npm ci && //')" "$1"
  step "$1: its curl registers an order" registers_as_printed "$1"
  step "$1: the built-in customer pays it" type_in "$1" '<formUrl>'
  step "$1: curl sees it paid" is_answered "$1" '"orderStatus":2'
  check "$where: $1: the first paid order comes within a minute" within_a_minute
  stop_gateway
}

# starting <command> <page>: not in a subshell as checks are, because the process must be known here.
starting() {
  local from code=0
  from=$(milliseconds)
  start_gateway "$1" >"$work/start" 2>&1 || code=$?
  check "$where: $2: $1" shows "$work/start" "$code"
  echo "# took $(($(milliseconds) - from)) ms"
}

shows() {
  cat "$1"
  return "$2"
}

printed_curl() { awk '/^ *curl / { on = 1 } on { print } on && !/\\$/ { exit }' "$work/said"; }

pays_by_banner() (
  trap stop_gateway EXIT
  start_gateway "npm start"
  answer=$(bash -euo pipefail -c "$(printed_curl)")
  echo "$answer"
  keep "$answer" formUrl
  [ -n "$(kept formUrl)" ]
  NODE_COMPILE_CACHE=$compiled npm run --silent pay -- "$(kept formUrl)"
)

says_in_russian() { grep -q 'Демо-магазин' "$work/said"; }

# A merchant's developer who reads Russian.
reads_russian() {
  first_minute README.ru.md 'LANG=ru_RU.UTF-8 LOG_FORMAT=text '
  check "$where: the banner is in Russian, as on a terminal" says_in_russian
}

# A tester who writes scenarios.
writes_scenarios() {
  local page=docs/writing-scenarios.md
  step "$page: its first file is written, checked and played" writes_first_file "$page"
  starting "$(block "$page" 'SCENARIOS=my-scenarios npm start')" "$page"
  step "$page: an order that asks for it" registers_as_printed "$page"
  step "$page: is declined" is_declined
  stop_gateway
}

writes_first_file() {
  mkdir my-scenarios
  block "$1" 'attempts:' >my-scenarios/no-money.yaml
  type_in "$1" 'scenarios -- check'
}

is_declined() {
  NODE_COMPILE_CACHE=$compiled npm run --silent pay -- "$(kept formUrl)" || true
  is_answered README.md '"orderStatus":0' '"actionCode":116'
}

# A Node developer with Jest. A Node that is too old must say so, and not fail in some other way.
tests_with_jest() {
  packed=${packed:-${TILLBOX_PACKED:-}}
  [ -n "$packed" ] || { step 'the package is packed' npm pack --silent --pack-destination "$work"; packed=$(echo "$work"/tillbox-*.tgz); }
  [ -d "$work/jest" ] || step 'the package and Jest are installed in an empty folder' installs_with_jest
  if [[ $1 == 20.* ]]; then
    check "$where: Jest says which Node is needed" jest_says 'tillbox needs Node 22.20+'
  else
    step 'the tests of the recipe pass' jest_says 'Tests: *4 passed'
  fi
}

installs_with_jest() {
  mkdir "$work/jest"
  cp docs/recipes/jest/*.js "$work/jest"
  cd "$work/jest"
  npm init --yes >/dev/null
  npm install --save-dev --loglevel=error jest "$packed"
}

jest_says() {
  cd "$work/jest"
  timeout 60 npx jest >"$work/jest-said" 2>&1 || true
  cat "$work/jest-said"
  grep -q "$1" "$work/jest-said"
}

# A PHP developer with Docker: the image, and the tests of the recipe beside it.
runs_php_against_the_image() {
  engine_choose || { echo "The path with Docker is not walked: $engine_missing."; skip "$where: the tests of the recipe for PHP"; return; }
  step 'the image is built' image_is_there
  free_ports
  step 'a container of it answers' container_answers
  step 'the tests of the recipe for PHP pass' env "TILLBOX_URL=http://127.0.0.1:$port" TILLBOX_TOKEN=test-only \
    php docs/recipes/php/payment_test.php
}

image=localhost/tillbox:check

image_is_there() { engine image inspect "$image" >/dev/null 2>&1 || { engine_base && engine_build "$image"; }; }

container_answers() {
  local try
  engine_run "$container" "$image" "$port" "$shop_port" '' CONTROL_TOKEN=test-only
  for try in $(seq 100); do
    curl -sf "http://127.0.0.1:$port/sandbox/health" && return
    sleep 0.1
  done
  return 1
}
