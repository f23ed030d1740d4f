import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { documentedLogin, startSimulator } from '../../simulator/simulator.ts';
import { shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { runScript } from '../pact/run-script.ts';
import type { GatewayJob } from './verification-process.ts';

const verify = quietVerifier<GatewayJob>(new URL('verification-process.ts', import.meta.url));

test('a pact that asks for an unknown state is neither accepted nor refused', async (t) => {
  const pactFile = changedPact(t, 'an order number is free', 'the moon is full');

  await t.throwsAsync(verify({ pactFile }), { message: /no such provider state:\n {2}the moon is full\nThere are:\n/ });
});

test('a state that is not reached is no verdict on the gateway', async (t) => {
  const pactFile = changedPact(t, '"actionCode": 116', '"actionCode": 0');

  await t.throwsAsync(verify({ pactFile }), { message: /"an order declined for good exists" was not reached/ });
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
const verifyPact = (settings: Readonly<Record<string, string>>) =>
  runScript([path.join(import.meta.dirname, '../../simulator/commands/cli.ts'), 'contracts'], settings);

/** The shop's pact with another text in it, in a file that goes with the test. */
const changedPact = (t: ExecutionContext, from: string, to: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pact-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'changed.json');
  writeFileSync(file, readFileSync(shopPact, 'utf8').replaceAll(from, to));
  return file;
};
