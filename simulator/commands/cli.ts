/** The commands of `npx tillbox`: each is a program of its own, loaded when it is asked for. */
const commands: Readonly<Record<string, readonly [what: string, run: () => Promise<unknown>]>> = {
  start: ['starts the gateway and the demo shop; --help lists the settings', () => import('./start.ts')],
  pay: ['pays an order as a customer: tillbox pay <formUrl>', () => import('../../client/customer/pay.ts')],
  demo: ['walks a customer through every scenario: tillbox demo [folder]', () => import('./demo/demo.ts')],
  scenarios: [
    'checks, lists, explains and tries scenario files; --help says more',
    () => import('./scenarios/scenarios.ts'),
  ],
  contracts: [
    'verifies pact files against the gateway: tillbox contracts [file]...; needs @pact-foundation/pact',
    () => import('../../contracts/provider/verify-pact.ts'),
  ],
};

const help = `Usage: tillbox <command>

${Object.entries(commands)
  .map(([name, [what]]) => `  ${name.padEnd(10)}${what}`)
  .join('\n')}

Without a command it starts.
`;

/** Runs the command that the arguments name, which then finds only its own arguments. */
const runCommand = async (args: readonly string[]): Promise<void> => {
  const [name = 'start'] = args;
  if (name === '--help' || name === '-h') {
    process.stdout.write(help);
    return;
  }
  const command = commands[name];
  if (!command) {
    process.stderr.write(`tillbox ${name}: no such command\n\n${help}`);
    process.exitCode = 2;
    return;
  }
  process.argv.splice(2, 1);
  await command[1]();
};

await runCommand(process.argv.slice(2));
