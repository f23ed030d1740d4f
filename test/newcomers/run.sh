#!/usr/bin/env bash
# Walks the paths of newcomers as the pages print them, on a fresh clone of the last commit, with the time of each step.
# Arguments: versions of Node, by default the oldest that people still have and the one that is recommended. The PHP developer's
# path needs docker, or buildah and podman.
set -euo pipefail
cd "$(dirname "$0")/../.."
. test/image/checks.sh
. test/image/engines.sh
. test/newcomers/walk.sh

versions=("${@:-20.20.2}")
[ $# -gt 0 ] || versions=(20.20.2 24.21.0)
source=$PWD
own_path=$PATH
work=$(mktemp -d)
# The program is started some forty times: only the first start of a clone, which is measured, compiles it.
compiled=$work/compiled
container=tillbox-newcomer-$$
trap 'stop_gateway; engine_remove "$container"; rm -rf "$work"' EXIT

for version in "${versions[@]}"; do
  where="Node $version"
  check "$where can be had" have_node "$version"
  PATH=$(cat "$work/node"):$own_path
  clone=$work/clone-$version
  git clone --quiet "$source" "$clone"
  cd "$clone"
  step 'npm ci' timeout 300 npm ci --loglevel=error
  first_minute README.md
  tests_with_jest "$version"
  # What does not depend on the version of Node is walked once.
  [ "$version" = "${versions[-1]}" ] || continue
  step 'the command that the banner prints, and its order paid' pays_by_banner
  reads_russian
  writes_scenarios
done
PATH=$own_path
where=Docker
cd "$source"
runs_php_against_the_image
finish
