import test, { type ExecutionContext } from 'ava';
import { type OrderStatusAnswer, SandboxClient } from '../../client/index.ts';
import { startSimulator } from '../../simulator/index.ts';
import { takeTurns } from '../../test/helpers/ava/take-turns.ts';
import { summariseBroken } from '../pact/summary.ts';
import type { BrokenTrialShop } from './broken-trial-shop.ts';
import { brokenTrialShops, plantedSurvivor } from './broken-trial-shops.ts';
import { verifyByCheck } from './by-check.ts';
import type { CaseResult } from './case-result.ts';
import { shopCases } from './cases/all.ts';
import type { Proof } from './send-to-shop.ts';
import { rightParts, type ShopParts, startTrialShop, type TrialShopOptions } from './trial-shop.ts';

const starting = startSimulator({ logLevel: 'error' });
test.after.always('the gateway stops', async () => (await starting).stop());

const token = 'c2hvcC10b2tlbi1vZi10aGUtdHJpYWw=';

interface Wanted extends Pick<TrialShopOptions, 'isTwoPhase' | 'parts'> {
  readonly proof?: Proof;
  readonly method?: 'GET' | 'POST';
  readonly only?: readonly string[];
}

/** Verifies a shop with a merchant of its own. */
const verify = async (t: ExecutionContext, wanted: Wanted): Promise<readonly CaseResult[]> => {
  const { proof = 'hmac', method = 'GET', isTwoPhase, parts = {}, only } = wanted;
  await takeTurns(t);
  const { url: sandboxUrl } = await starting;
  const sandbox = new SandboxClient({ url: sandboxUrl });
  const merchant = await sandbox.makeMerchant();
  const client = sandbox.gatewayOf(merchant);
  const shop = await startTrialShop({ client, proof, token, parts, ...(isTwoPhase && { isTwoPhase }) });
  t.teardown(shop.stop);
  return verifyByCheck({
    address: { url: `${shop.url}/callback`, method: proof === 'jwt' ? 'POST' : method, proof, token },
    check: { how: `${shop.url}/orders/{orderNumber}`, paid: { path: ['state'], values: ['paid'] } },
    buy: `${shop.url}/buy`,
    sandboxUrl,
    login: merchant.login,
    ...(only && { only }),
    waitMs: 0,
    slowMs: 300,
    startGateway: () => Promise.reject(new Error('it runs')),
  });
};

const failedIn = (cases: readonly CaseResult[]) => cases.filter(({ outcome }) => outcome === 'fails');
const notTriedIn = (cases: readonly CaseResult[]) =>
  cases.filter(({ outcome }) => outcome === 'not tried').map(({ id }) => id);

const honest: readonly (readonly [title: string, wanted: Wanted, notTried: readonly string[]])[] = [
  ['hmac by GET', {}, ['partial-capture']],
  ['hmac by POST', { method: 'POST' }, ['partial-capture']],
  ['hmac in two phases', { isTwoPhase: true }, []],
  ['rsa by GET', { proof: 'rsa' }, ['partial-capture']],
  ['rsa by POST', { proof: 'rsa', method: 'POST' }, ['partial-capture']],
  ['tokens', { proof: 'jwt' }, ['order-of-parameters', 'lower-case', 'stored-card', 'partial-capture']],
  ['the status alone', { proof: 'none' }, ['checksum-missing', 'order-of-parameters', 'lower-case', 'partial-capture']],
];

for (const [title, wanted, notTried] of honest)
  test(`a right shop holds in every case: ${title}`, async (t) => {
    const cases = await verify(t, wanted);

    t.deepEqual(failedIn(cases), []);
    t.deepEqual(notTriedIn(cases), notTried);
    t.is(cases.length, shopCases.length);
  });

/** Whether the case that names the mistake fails. */
const isRejected = async (t: ExecutionContext, { fails, parts, ...shop }: BrokenTrialShop): Promise<boolean> => {
  const cases = await verify(t, { ...shop, parts, only: [fails, 'genuine'] });
  return failedIn(cases).some(({ id }) => id === fails);
};

const rejected = new Set<string>();
for (const broken of brokenTrialShops)
  test(`a shop that ${broken.what} is rejected by ${broken.fails}`, async (t) => {
    const isFound = await isRejected(t, broken);

    t.true(isFound);
    if (isFound) rejected.add(broken.id);
  });
test.after.always('the summary has the rejected ones', () =>
  summariseBroken(
    'shops with a mistake',
    brokenTrialShops.map(({ id }) => id),
    rejected,
  ),
);

test('a shop that is called broken and does nothing wrong survives', async (t) => {
  t.false(await isRejected(t, plantedSurvivor));
});

test('every case has a shop that fails it', (t) => {
  const failing = new Set(brokenTrialShops.map(({ fails }) => fails));

  t.deepEqual(
    shopCases.map(({ id }) => id).filter((id) => !failing.has(id)),
    [],
  );
});

test('a shop may refuse a callback while it handles another one of the order', async (t) => {
  const busy = new Set<string | undefined>();
  const ask: ShopParts['ask'] = (client, order, values) => {
    busy.add(order.orderId);
    return rightParts.ask(client, order, values).finally(() => busy.delete(order.orderId));
  };
  const refuses: ShopParts['refuses'] = ({ mdOrder }) => (busy.has(mdOrder) ? 503 : undefined);

  const cases = await verify(t, { parts: { ask, refuses, oneAtATime: false }, only: ['overtaken-answer', 'at-once'] });

  t.deepEqual(
    cases.map(({ id, outcome }) => `${id} ${outcome}`),
    ['at-once holds', 'overtaken-answer holds'],
  );
});

test('no answer overtakes another in a shop that does not ask', async (t) => {
  const ask = async () => ({ orderStatus: 2 }) as OrderStatusAnswer;

  const cases = await verify(t, { parts: { ask }, only: ['overtaken-answer'] });

  t.like(cases, [{ outcome: 'not tried', reason: 'the shop has not asked for the status in time' }]);
});
