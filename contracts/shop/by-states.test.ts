import test, { type ExecutionContext } from 'ava';
import { stubServer } from '../../test/helpers/http/stub-server.ts';
import { callbackPact } from '../pact/pacts.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { verifyByStates } from './by-states.ts';
import type { CaseResult } from './case-result.ts';
import { type ShopFault, startDemoShop } from './demo-shop.ts';

type Options = Parameters<typeof verifyByStates>[0];

interface Wanted extends Partial<Options> {
  readonly fault?: ShopFault;
  /** Whether the shop says that it recorded a callback, whatever it did. */
  readonly isBoasting?: true;
}

/** Verifies a shop of which only the addresses are known. */
const verify = async (t: ExecutionContext, { fault, isBoasting, ...wanted }: Wanted = {}) => {
  const shop = await startDemoShop(fault);
  t.teardown(shop.stop);
  const states = await stubServer(t, async ({ body }) => {
    const said = await shop.change(JSON.parse(body)).catch(() => undefined);
    return said || isBoasting ? { body: said ?? {} } : { status: 500 };
  });
  return verifyByStates({
    statesUrl: states.origin,
    url: shop.callbackUrl,
    proof: 'hmac',
    token: shop.token,
    method: undefined,
    pactFile: callbackPact,
    ...wanted,
  });
};

const failed = (cases: readonly CaseResult[]) => cases.filter(({ outcome }) => outcome === 'fails');
const tried = (cases: readonly CaseResult[]) => cases.filter(({ outcome }) => outcome !== 'not tried');

for (const proof of ['hmac', 'rsa', 'jwt'] as const)
  test(`a shop is verified by its states: ${proof}`, async (t) => {
    const cases = await verify(t, { proof });

    t.deepEqual(failed(cases), []);
    t.is(tried(cases).length, { hmac: 18, rsa: 1, jwt: 1 }[proof]);
  });

test('a method leaves the others out, with the reason', async (t) => {
  const cases = await verify(t, { method: 'GET' });

  t.deepEqual(failed(cases), []);
  t.is(cases.find(({ title }) => title.endsWith('is paid, by POST'))?.reason, 'not by GET');
});

test('callbacks arrive in the order of the real sender', async (t) => {
  const seen = new Set<string>();
  await verify(t, {
    fault: ({ parameters, handOn }) => {
      if (parameters.has('mdOrder')) seen.add([...parameters.keys()].slice(0, 4).join());
      return handOn();
    },
  });

  t.deepEqual([...seen], ['mdOrder,orderNumber,operation,status']);
});

test('a shop that believes forged callbacks fails, if it records them', async (t) => {
  const [first] = failed(await verify(t, { fault: async () => 200, isBoasting: true }));

  t.is(first?.reason, 'a forged callback was accepted');
});

test('a shop may answer 200 to a forged callback that it does not record; without an order, the status decides', async (t) => {
  const cases = await verify(t, {
    fault: async ({ handOn }) => handOn().then((status) => (status === 403 ? 200 : status)),
  });

  t.deepEqual(
    failed(cases).map(({ title }) => title),
    ['the gateway tells that a stored card was switched off'],
  );
});

test('a shop that records nothing fails', async (t) => {
  const [first] = failed(await verify(t, { fault: async () => 200 }));

  t.is(first?.reason, 'the shop did not record the callback: HTTP 500');
});

test('a state that the shop does not reach is no verdict on the shop', async (t) => {
  const states = await stubServer(t, () => ({ status: 500, body: 'out of order' }));

  await t.throwsAsync(verify(t, { statesUrl: states.origin }), {
    instanceOf: CannotTry,
    message: '--state-change-url: "the shop checks callbacks with its token" was not reached: HTTP 500 out of order',
  });
});
