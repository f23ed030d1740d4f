# Docker where its engine works, else buildah and podman: the same functions over both.
base_image=docker.io/library/node:24-slim
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tillbox-image
engine_name=
engine_missing=

engine_choose() {
  local tool
  if docker info >/dev/null 2>&1; then
    engine_name=docker
    return
  fi
  for tool in buildah podman runc; do
    command -v "$tool" >/dev/null || engine_missing="no docker engine runs here, and $tool is not installed"
  done
  [ "$(id -u)" -eq 0 ] || engine_missing=${engine_missing:-no docker engine runs here, and buildah is used as root only}
  [ -z "$engine_missing" ] || return 1
  engine_name='buildah and podman'
  export BUILDAH_ISOLATION=chroot
  mkdir -p "$cache"
}

is_docker() { [ "$engine_name" = docker ]; }

storage() { echo "--root $cache/storage --runroot $cache/run --storage-driver overlay"; }

# shellcheck disable=SC2046
build_tool() { buildah $(storage) "$@"; }

# shellcheck disable=SC2046
engine() {
  if is_docker; then docker "$@"; else podman $(storage) --cgroup-manager cgroupfs --events-backend file --runtime runc "$@"; fi
}

engine_base() {
  if is_docker; then
    docker image inspect "$base_image" >/dev/null 2>&1 || docker pull --quiet "$base_image"
    return
  fi
  build_tool inspect "$base_image" >/dev/null 2>&1 && return
  timeout 300 buildah $(storage) pull --quiet "$base_image" && return
  bash test/image/make-base.sh "$base_image" "$cache" $(storage)
}

engine_build() {
  if is_docker; then docker build --tag "$1" .; else build_tool bud --pull=never --format docker --layers --tag "$1" .; fi
}

engine_size() {
  if is_docker; then docker image inspect --format '{{.Size}}' "$1"; else engine image inspect --format '{{.Size}}' "$1"; fi
}

# engine_run <container> <image> <port> <port of the shop> [a folder of scenario files, or ''] [a setting]
engine_run() {
  local options=(--detach --name "$1" --read-only)
  [ -z "${5:-}" ] || options+=(--volume "$5:/app/scenarios:ro")
  [ -z "${6:-}" ] || options+=(--env "$6")
  if is_docker; then
    docker run "${options[@]}" --publish "127.0.0.1:$3:8080" --publish "127.0.0.1:$4:3000" "$2"
  else
    engine run "${options[@]}" --network host --ulimit nofile=1024:1024 --ulimit nproc=4096:4096 \
      --env "PORT=$3" --env "SHOP_PORT=$4" "$2"
  fi
}

engine_is_healthy() {
  if is_docker; then
    [ "$(docker inspect --format '{{.State.Health.Status}}' "$1")" = healthy ]
  else
    engine healthcheck run "$1"
  fi
}

engine_remove() {
  if [ -n "$engine_name" ]; then engine rm --force "$1" >/dev/null 2>&1 || true; fi
}

# free_port: a port that is free now, below those that the system gives to connections.
free_port() {
  node -e '
    const tryOne = () => {
      const port = 20000 + Math.floor(Math.random() * 12000);
      const server = require("net").createServer();
      server.once("error", tryOne).listen(port, () => server.close(() => console.log(port)));
    };
    tryOne();'
}
