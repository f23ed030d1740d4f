/** The program `tillbox`. */
const args = process.argv.slice(2);
const [command = 'start', ...others] = args;

if (command === 'start' && others.length === 0) {
  // The reader of arguments is left out here: it would delay the start, which has none.
  const { start } = await import('./start.ts');
  await start();
} else {
  const { runProgram } = await import('./program.ts');
  process.exitCode = await runProgram(args, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
