#!/usr/bin/env bash
# Makes a stand-in for the base image where no image registry can be reached: Debian, Node, npm and the user `node`.
# make-base.sh <image name> <cache folder> <storage options of buildah>
set -euo pipefail
image=$1
cache=$2
storage=("${@:3}")
root=$cache/base

command -v debootstrap >/dev/null || { echo 'no registry answers, and debootstrap is not installed' >&2; exit 1; }
[ -e "$cache/base.ready" ] || {
  rm -rf "$root"
  debootstrap --variant=minbase bookworm "$root" >/dev/null
  touch "$cache/base.ready"
}

node=$(node -e '
  Promise.all([
    import("./simulator/commands/launcher/with-node-choice.js"),
    import("./simulator/commands/launcher/fetch-node.js"),
  ]).then(([{ nodePackageFor }, { fetchNode }]) => {
    const { answer, why } = fetchNode(nodePackageFor("linux", process.arch));
    if (why) throw new Error(why);
    console.log(answer);
  });')
install -m755 "$node" "$root/usr/local/bin/node"

npm_folder=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
mkdir -p "$root/usr/local/lib/node_modules" "$root/usr/local/etc" "$root/etc/ssl/certs"
rm -rf "$root/usr/local/lib/node_modules/npm"
cp -r "$npm_folder" "$root/usr/local/lib/node_modules/npm"
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"

# The way to the packages is the machine's own: its certificates and its registry.
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -e "$certificates" ]; then
  cp -L "$certificates" "$root$certificates"
  echo "cafile=$certificates" >"$root/usr/local/etc/npmrc"
fi
echo "registry=$(npm config get registry)" >>"$root/usr/local/etc/npmrc"

chroot "$root" sh -c 'id node >/dev/null 2>&1 || { groupadd -g 1000 node; useradd -u 1000 -g node -m -s /bin/bash node; }'

container=$(buildah "${storage[@]}" from scratch)
buildah "${storage[@]}" add -q "$container" "$root" / >/dev/null
buildah "${storage[@]}" config --cmd node \
  --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
buildah "${storage[@]}" commit -q --rm "$container" "$image" >/dev/null
echo "# the base image is a stand-in made on this machine"
