import { scenariosCommand } from './scenarios-command.ts';

process.exitCode = await scenariosCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
