import { payCommand } from './pay-command.ts';

process.exitCode = await payCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
