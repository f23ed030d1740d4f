/** The program `tillbox`. */
const args = process.argv.slice(2);
const [command = 'start', ...others] = args;

// The reader of a pipe may want no more, as `head` does: the gateway goes on, every other command is over, as by a signal.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    if (command !== 'start' && !process.emit('SIGTERM', 'SIGTERM')) process.exit();
  });

if (command === 'start' && others.length === 0) {
  // A start without arguments does not load the argument parser, which would delay it.
  const { start } = await import('./start.ts');
  await start();
} else {
  const { runProgram, sayFor } = await import('./program.ts');
  const exitCode = await runProgram(args, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    columns: process.stdout.columns,
    say: await sayFor(args),
  });
  // After a signal, nothing that is on its way is waited for.
  if (exitCode > 128) process.exit(exitCode);
  process.exitCode = exitCode;
}
