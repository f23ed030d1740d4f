/** The program `tillbox`. */
const args = process.argv.slice(2);
const [command = 'start', ...others] = args;

if (command === 'start' && others.length === 0) {
  // A start without arguments does not load the argument parser, which would delay it.
  const { start } = await import('./start.ts');
  await start();
} else {
  const { runProgram } = await import('./program.ts');
  process.exitCode = await runProgram(args, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
