import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionContext } from 'ava';
import type { GivenOptions } from '../../../contracts/record/options.ts';
import { record } from '../../../contracts/record/run.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';

/** Tests of a shop in JavaScript that shares no code with tillbox: it registers an order and asks for it. */
export const shopTests = `
  const { TILLBOX_REST_URL, TILLBOX_LOGIN: userName, TILLBOX_PASSWORD: password } = process.env;
  const call = async (name, fields) => {
    const body = new URLSearchParams({ userName, password, ...fields });
    return (await fetch(TILLBOX_REST_URL + name, { method: 'POST', body })).json();
  };
  const orderNumber = 'n-' + Date.now();
  const { orderId } = await call('register.do', { orderNumber, amount: '500', returnUrl: 'http://localhost/back' });
  await call('getOrderStatusExtended.do', { orderId });
  process.exitCode = Number(process.argv[1] ?? 0);
`;

/** Runs a program of JavaScript. */
export const node = (...args: readonly string[]) => [process.execPath, '--input-type=module', '-e', ...args];

/** Runs `tillbox record` in this process; the file is gone with the test. */
export const recordIn = async (
  t: ExecutionContext,
  command: readonly string[],
  given: GivenOptions = {},
  environment: Readonly<Record<string, string>> = {},
) => {
  const output = path.join(temporaryFolder(t), 'shop.pact.json');
  let [out, err] = ['', ''];
  const say = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const code = await record(command, { output, date: '2026-01-01', ...given }, say, environment);
  return { code, output, out, err, text: existsSync(output) ? readFileSync(output, 'utf8') : undefined };
};
