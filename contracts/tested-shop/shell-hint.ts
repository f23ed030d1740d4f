/** What to do if a command that cannot be run is meant for a shell: nothing, or a line that begins with its line end. */
export const shellHint = (program: string): string =>
  /[\s=|&;<>$`"']/.test(program)
    ? '\nNo shell runs it: leave out the quotes around the whole command, or write sh -c before them.'
    : '';
