# The folder for the temporary files of a run. It is in memory if there is room: the tests unpack packages, copy the program
# and keep stores there, and ten thousands of small files cost much more of the processor on a disk.

# temporary_folder [folder in memory]: makes a folder for every user, as PostgreSQL and apt have their own, and prints it.
temporary_folder() {
  local folder
  folder=$(folder_in "${1:-/dev/shm}" || mktemp -d)
  chmod 1777 "$folder"
  echo "$folder"
}

# folder_in <folder>: makes a folder there, unless less than 6 GB are free, or programs may not run there, as in a container.
folder_in() {
  local free folder
  free=$(df --output=avail -k "$1" 2>/dev/null | tail -n 1)
  [ "${free:-0}" -ge 6000000 ] || return 1
  folder=$(mktemp -d "$1/tillbox-ci-XXXXXX" 2>/dev/null) || return 1
  printf '#!/bin/sh\n' >"$folder/program"
  chmod +x "$folder/program"
  if "$folder/program" 2>/dev/null; then
    rm "$folder/program"
    echo "$folder"
  else
    rm -r "$folder"
    return 1
  fi
}
