import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { ExecutionContext } from 'ava';
import { freePorts } from '../helpers/process/free-ports.ts';
import { type Runtime, runtimes } from '../helpers/process/runtimes.ts';
import { blocksIn } from '../helpers/process/shell-blocks.ts';

const root = path.join(import.meta.dirname, '../..');
const recipe = path.join(root, 'docs/recipes/callback-receiver');
const blocks = blocksIn('docs/recipes/callback-receiver/README.md');
const certificate = readFileSync(path.join(root, 'simulator/callbacks/keys/gateway.certificate.pem'), 'utf8');

type Proof = 'hmac' | 'rsa' | 'jwt';

/** A key that is right in base64, too. */
const token = 'c2hvcC10b2tlbg==';

/** Ends a process and those that it has started. */
const stopGroup = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(-pid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

interface Receiver {
  readonly language: string;
  /** What runs it. */
  readonly program: string;
  readonly proof: Proof;
}

/** Runs the commands of a language as they are printed, beside the packed package, with free ports. */
export const verifyReceiver = async (t: ExecutionContext, folder: string, shop: Receiver) => {
  const { language, program, proof } = shop;
  const copy = path.join(folder, `${language}-${proof}`);
  cpSync(recipe, copy, { recursive: true });
  mkdirSync(path.join(copy, 'orders'));
  const [shopPort, gatewayPort] = await freePorts(2);
  const printed = blocks.find(({ label }) => label === language)?.text ?? '';
  const commands = printed
    .replaceAll('127.0.0.1:3001', `127.0.0.1:${shopPort}`)
    .replace('CALLBACK_TOKEN=secret', `CALLBACK_TOKEN=${token}`)
    .trim();
  const options = `--sandbox http://127.0.0.1:${gatewayPort} --proof ${proof}`;
  const { PATH = '' } = process.env;
  const shell = spawn('sh', ['-ec', `${commands} ${options}`], {
    cwd: copy,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: [path.dirname(process.execPath), path.isAbsolute(program) ? path.dirname(program) : '', PATH]
        .filter(Boolean)
        .join(path.delimiter),
      PORT: String(shopPort),
      ORDERS: language === 'PHP' ? path.join(copy, 'orders') : path.join(copy, 'orders.sqlite'),
      GATEWAY_URL: `http://127.0.0.1:${gatewayPort}/payment/rest/`,
      CALLBACK_PROOF: proof,
      // The tokens come for money that is held first.
      ...(proof === 'jwt' && { REGISTER: 'registerPreAuth.do' }),
      CALLBACK_CERTIFICATE: certificate,
    },
  });
  const stop = () => stopGroup(shell.pid);
  t.teardown(stop);
  const [output, complaints] = [text(shell.stdout), text(shell.stderr)];
  // The shop keeps the output open, so the end of the commands counts.
  const [code] = await once(shell, 'exit');
  stop();
  return { code, output: await output, complaints: await complaints };
};

/** The shops of the recipe, with the proofs that they can check. */
export const receivers: readonly (readonly [language: string, runtime: Runtime, proofs: readonly Proof[]])[] = [
  ['PHP', runtimes.php, ['hmac', 'rsa', 'jwt']],
  ['Python', runtimes.python, ['hmac', 'jwt']],
  ['Go', runtimes.go, ['hmac', 'rsa', 'jwt']],
];
