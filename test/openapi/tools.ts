import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import type { Json } from '../helpers/simulator/simulator.ts';

const programs = path.join(import.meta.dirname, 'node_modules/.bin');

/** Runs a tool to its end; its exit code and what it printed. */
export const runTool = (name: string, ...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly output: string }>((resolve) => {
    const child = execFile(process.execPath, [path.join(programs, name), ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
    });
    child.stdin?.end();
  });

/** Prism between a client and a gateway; the address of the proxy. */
export const startProxy = (t: ExecutionContext, document: string, gateway: string): Promise<string> => {
  const args = [path.join(programs, 'prism'), 'proxy', document, gateway, '--port', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill());
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk;
      const [, address] = /listening on (http:\/\/\S+)/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`the proxy ended: ${printed.slice(-2_000)}`)));
  });
};

/** Writes documents into a folder of their own; the paths of the files. */
export const filesOf = (t: ExecutionContext, documents: Readonly<Record<string, Json>>): readonly string[] => {
  const folder = temporaryFolder(t);
  return Object.entries(documents).map(([name, document]) => {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(document));
    return file;
  });
};
