import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
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

/** The shop's pact with another text in it, in a file that goes with the test. */
const changedPact = (t: ExecutionContext, from: string, to: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pact-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'changed.json');
  writeFileSync(file, readFileSync(shopPact, 'utf8').replaceAll(from, to));
  return file;
};
