import type { Socket } from 'node:net';
import { type NewMerchant, type OrderRequest, type RegisteredOrder, SandboxClient } from '../../../client/index.ts';
import { runProgram } from '../../../simulator/commands/program.ts';
import { inTurn } from '../ava/take-turns.ts';
import { addressOf, startProgram } from './own-process.ts';

export const controlToken = 'team-only';

/** The program as it runs in a container: in a process of its own, at every address, with a control token. */
const startContainer = async () => {
  const program = startProgram({ HOST: '0.0.0.0', CONTROL_TOKEN: controlToken });
  const { port } = new URL(await addressOf(program));
  const url = `http://127.0.0.1:${port}`;
  return { url, program, sandbox: new SandboxClient({ url, token: controlToken }) };
};

const shared = new Map<'container', ReturnType<typeof startContainer>>();

/** The container keeps no process alive: it is killed when that ends. */
const letEnd = <Started extends Awaited<ReturnType<typeof startContainer>>>(container: Started): Started => {
  const { child, output } = container.program;
  child.once('exit', (code, signal) => process.stderr.write(`the container ended: ${code ?? signal}\n${output.err}\n`));
  child.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as Socket).unref();
  return container;
};

/** One for all tests of this process, which ends with it. */
const sharedContainer = () => {
  const container = shared.get('container') ?? startContainer().then(letEnd);
  shared.set('container', container);
  return container;
};

/** Runs the command line in this process; gives its exit code and its output. */
export const runCommand = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), columns: 100 };
  const code = await inTurn(() => runProgram(args, output));
  return { code, out: out.join(''), err: err.join('') };
};

/** A merchant of its own in the container of all tests, and commands about it. */
export const merchantInContainer = async (settings: NewMerchant = {}) => {
  const { url, sandbox } = await sharedContainer();
  const merchant = await sandbox.makeMerchant(settings);
  const { login } = merchant;
  const gateway = sandbox.gatewayOf(merchant);
  const register = (orderNumber: string, others: Partial<OrderRequest> = {}): Promise<RegisteredOrder> =>
    gateway.register({ orderNumber, amountMinor: 1_500_000, returnUrl: 'https://shop.example/return', ...others });
  const reach = ['--url', url, '--token', controlToken] as const;
  const run = (command: string, ...args: readonly string[]) => runCommand(command, ...args, ...reach, '--login', login);
  return { url, sandbox, login, gateway, register, run, reach };
};
