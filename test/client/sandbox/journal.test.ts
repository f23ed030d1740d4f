import test, { type ExecutionContext } from 'ava';
import { type JournalFilter, SandboxProblem, type Verification } from '../../../client/index.ts';
import { harSchema } from '../../helpers/http/har.ts';
import { order, sandboxFor } from './sandbox.ts';

/** A merchant whose shop registered A-1 and B-2, and asked for the first one's status; the journal counts these as 1, 2, 3. */
const shopThatAsked = async (t: ExecutionContext) => {
  const { sandbox } = await sandboxFor(t, { journalSize: 10 });
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId } = await gateway.register({ ...order, orderNumber: 'A-1' });
  await gateway.register({ ...order, orderNumber: 'B-2', amountMinor: 500 });
  await gateway.getOrderStatus({ orderId });
  return { sandbox, merchant, orderId };
};

const filters: readonly (readonly [JournalFilter, ...numbers: readonly number[]])[] = [
  [{}, 1, 2, 3],
  [{ path: 'register.do' }, 1, 2],
  [{ order: 'A-1' }, 1, 3],
  [{ method: 'GET' }],
  [{ httpStatus: 200, method: 'POST' }, 1, 2, 3],
  [{ parameter: { name: 'amount', value: '500' } }, 2],
  [{ errorCode: 0 }, 3],
  [{ refused: true }],
  [{ refused: false, path: 'register.do' }, 1, 2],
  [{ since: 1 }, 2, 3],
  [{ until: 2 }, 1, 2],
  [{ since: 1, limit: 1 }, 2],
];
for (const [filter, ...numbers] of filters) {
  test(`the journal of three requests shows ${numbers.join(', ') || 'none'} with ${JSON.stringify(filter)}`, async (t) => {
    const { sandbox, merchant } = await shopThatAsked(t);

    const { isOn, dropped, entries } = await sandbox.journal(merchant, filter);

    t.true(isOn);
    t.is(dropped, 0);
    t.deepEqual(
      entries.map(({ number }) => number),
      numbers,
    );
    t.is(harSchema.parse(JSON.parse(await sandbox.journalHar(merchant, filter))).log.entries.length, numbers.length);
  });
}

test('the calls of a shop are given out as a pact', async (t) => {
  const { sandbox, merchant } = await shopThatAsked(t);

  const pact = JSON.parse(
    await sandbox.recordedPact(merchant, { consumer: 'coffee', reads: ['orderId', 'errorCode'] }),
  );

  t.is(pact.consumer.name, 'coffee');
  t.like(pact.metadata.tillbox, { bank: 'bereke', reads: ['errorCode', 'orderId'] });
  t.true(pact.interactions.length > 0);
  await t.throwsAsync(sandbox.recordedPact(merchant, { date: 'today' }), { message: /date/ });
});

test('an entry of the journal has the request and its answer', async (t) => {
  const { sandbox, merchant, orderId } = await shopThatAsked(t);

  const [entry] = (await sandbox.journal(merchant, { limit: 1 })).entries;

  t.like(entry, { path: '/payment/rest/getOrderStatusExtended.do', httpStatus: 200, surface: 'api' });
  t.is(entry?.parameters['orderId'], orderId);
  t.is(JSON.parse(entry?.answer ?? '').orderNumber, 'A-1');
});

const verifications: readonly (readonly [Verification, verified: boolean, seen: number])[] = [
  [{ path: 'register.do', parameters: { amount: 500 }, times: 1 }, true, 1],
  [{ path: 'register.do', parameters: { orderNumber: { matches: '^A-' }, failUrl: null } }, true, 1],
  [{ path: 'register.do', atMost: 1 }, false, 2],
  [{ path: 'register.do', method: 'POST', since: 1, times: 1 }, true, 1],
  [{ path: 'refund.do', times: 0 }, true, 0],
  [{ inOrder: [{ path: 'register.do' }, { path: 'getOrderStatusExtended.do' }] }, true, 2],
];
for (const [wanted, verified, seen] of verifications) {
  test(`a shop that registered twice and asked: ${JSON.stringify(wanted)} is ${verified}`, async (t) => {
    const { sandbox, merchant } = await shopThatAsked(t);

    t.like(await sandbox.verify(merchant, wanted), { verified, seen, incomplete: false });
  });
}

test('where a call is missing, verify says what differs in those that come closest', async (t) => {
  const { sandbox, merchant } = await shopThatAsked(t);

  const { verified, expected, nearest } = await sandbox.verify(merchant, {
    path: 'register.do',
    parameters: { orderNumber: 'B-2', amount: '501' },
  });

  t.false(verified);
  t.is(expected, 'register.do with orderNumber=B-2, amount=501, at least once');
  t.like(nearest[0], { entry: { number: 2 }, differences: [{ says: 'amount is 500, expected 501' }] });
});

test('without a journal the list is empty and says so, and what needs one is a problem', async (t) => {
  const { sandbox } = await sandboxFor(t);

  t.deepEqual(await sandbox.journal('test_user'), { isOn: false, dropped: 0, entries: [] });
  for (const ask of [() => sandbox.verify('test_user', { path: 'refund.do' }), () => sandbox.journalHar('test_user')]) {
    const error = await t.throwsAsync(ask(), { instanceOf: SandboxProblem, message: /JOURNAL_SIZE/ });
    t.is(error.status, 409);
  }
});

test('what cannot be asked of the journal is a problem that names the field', async (t) => {
  const { sandbox } = await sandboxFor(t, { journalSize: 10 });
  const refusals = [
    [422, 'times', () => sandbox.verify('test_user', { path: 'refund.do', times: 1, atMost: 2 })],
    [422, 'inOrder', () => sandbox.verify('test_user', { inOrder: [] })],
    [422, 'parameter', () => sandbox.journal('test_user', { parameter: { name: '', value: '500' } })],
    [422, 'limit', () => sandbox.journalHar('test_user', { limit: 0 })],
    [404, 'login', () => sandbox.journal('nobody')],
    [404, 'login', () => sandbox.verify('nobody', { path: 'refund.do' })],
  ] as const;

  for (const [status, field, ask] of refusals) {
    const error = await t.throwsAsync<SandboxProblem>(ask(), { instanceOf: SandboxProblem });
    t.like(error, { status, field });
  }
});
