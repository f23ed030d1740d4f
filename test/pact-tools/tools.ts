import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import type { Json } from '../helpers/simulator/simulator.ts';

const programs = path.join(import.meta.dirname, 'node_modules/.bin');

/** Nothing here is asked over TLS, and the tools read all certificates that they know for each call: most of their time. */
const withoutCertificates = { SSL_CERT_FILE: '/dev/null', SSL_CERT_DIR: '/nonexistent' };

export interface ToolRun {
  readonly code: number;
  readonly output: string;
}

/** Runs a command of `@pact-foundation/pact-cli` to its end; its exit code and what it printed, without colours. */
export const runTool = (name: 'pact-broker' | 'pact-verifier', ...args: readonly string[]): Promise<ToolRun> =>
  new Promise((resolve) => {
    const program = path.join(programs, name);
    const env = { ...process.env, ...withoutCertificates };
    const child = execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stripVTControlCharacters(`${stdout}${stderr}`) });
    });
    child.stdin?.end();
  });

/** A pact in a file of its own. */
export const fileOf = (t: ExecutionContext, pact: Json): string => {
  const file = path.join(temporaryFolder(t), 'pact.json');
  writeFileSync(file, JSON.stringify(pact));
  return file;
};
