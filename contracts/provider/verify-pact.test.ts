import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { documentedLogin, startSimulator } from '../../simulator/simulator.ts';
import type { PactFile } from '../pact/pact-file.ts';
import { shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { runScript } from '../pact/run-script.ts';
import type { GatewayJob } from './verification-process.ts';

const verify = quietVerifier<GatewayJob>(new URL('verification-process.ts', import.meta.url));

test('a pact that asks for an unknown state is neither accepted nor refused', async (t) => {
  const pactFile = changedPact(t, 'an order number is free', 'the moon is full');

  await t.throwsAsync(verify({ pactFile }), { message: /no such provider state:\n {2}the moon is full\nThere are:\n/ });
});

test('an interaction whose state is not reached fails, with what the gateway does not do', async (t) => {
  const pactFile = changedPact(t, '"actionCode": 116', '"actionCode": 0');
  const { accepted, mismatches } = await verify({ pactFile, only: 'status of an order (that was declined|paid in)' });

  t.false(accepted);
  const [newCall, oldCall, ...more] = mismatches.filter(({ path }) => path === 'state');
  t.is(newCall?.interaction, 'the shop asks for the status of an order that was declined for good');
  t.is(
    newCall?.says,
    '"an order declined for good exists" was not reached: the gateway does not decline an order after the last try: the order has orderStatus 2 with actionCode 0 instead of 6 with 0',
  );
  t.is(oldCall?.interaction, 'the shop asks the old way for the status of an order that was declined for good');
  t.deepEqual(more, []);
  t.deepEqual(new Set(mismatches.map(({ path }) => path)), new Set(['state']));
});

test('the command says which state was not reached, and not in a stack', async (t) => {
  const pactFile = changedPact(t, '"actionCode": 116', '"actionCode": 0', /status of an order that was declined/);
  const { code, output } = await verifyPact({}, pactFile);

  t.is(code, 1);
  t.regex(
    output,
    /declined for good: "an order declined for good exists" was not reached: the gateway does not decline/,
  );
  t.notRegex(output, /\n {4}at /);
});

test('a gateway elsewhere is verified as far as no payment is needed', async (t) => {
  const elsewhere = await startSimulator({ logLevel: 'error' });
  t.teardown(elsewhere.stop);

  const { code, output } = await verifyPact({
    GATEWAY_URL: elsewhere.restUrl,
    GATEWAY_USER: documentedLogin.login,
    GATEWAY_PASSWORD: documentedLogin.password,
  });

  t.is(code, 0, output);
  t.regex(output, /left out: the shop asks for the status of an order paid in one phase\n/);
  t.regex(output, /the shop asks to register an order \(/);
});

test('a gateway elsewhere that does not know the login is not accepted', async (t) => {
  const elsewhere = await startSimulator({ logLevel: 'error' });
  t.teardown(elsewhere.stop);

  const wrong = { GATEWAY_USER: 'somebody', GATEWAY_PASSWORD: 'else' };
  const { code, output } = await verifyPact({ GATEWAY_URL: elsewhere.restUrl, ...wrong });

  t.is(code, 1);
  t.regex(output, /register\.do: refused with errorCode 5/);
});

/** Runs the command for people. */
const verifyPact = (settings: Readonly<Record<string, string>>, ...files: readonly string[]) =>
  runScript([path.join(import.meta.dirname, '../../simulator/commands/cli.ts'), 'contracts', ...files], settings);

/** The shop's pact with another text in it, in a file that goes with the test. */
const changedPact = (t: ExecutionContext, from: string, to: string, only = /^/): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pact-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'changed.json');
  const pact = JSON.parse(readFileSync(shopPact, 'utf8').replaceAll(from, to)) as PactFile;
  const interactions = pact.interactions.filter(({ description }) => only.test(description));
  writeFileSync(file, JSON.stringify({ ...pact, interactions }, null, 2));
  return file;
};
