import test, { type ExecutionContext } from 'ava';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

/** A shop that has registered A-1 and B-2, paid the first, and refunded 500 and 400 of it. */
const shopThatRefunded = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'A-1' });
  await simulator.register({ orderNumber: 'B-2' });
  await pay(formUrl, { card: plainCard });
  for (const amount of ['500', '400']) await simulator.call('refund.do', { orderId, amount });
  const verify = async (wanted: object): Promise<Json> =>
    (await control('POST /merchants/test_user/verifications', wanted)).json;
  return { simulator, verify, orderId };
};

const counts = [
  [{ path: 'refund.do', parameters: { amount: '500' }, times: 1 }, true, 1, 'refund.do with amount=500, exactly once'],
  [{ path: 'refund.do', parameters: { amount: 500 } }, true, 1, 'refund.do with amount=500, at least once'],
  [{ path: 'refund.do', times: 1 }, false, 2, 'refund.do, exactly once'],
  [{ path: 'refund.do', times: 0 }, false, 2, 'refund.do, never'],
  [{ path: 'reverse.do', times: 0 }, true, 0, 'reverse.do, never'],
  [{ path: 'refund.do', atLeast: 3 }, false, 2, 'refund.do, at least 3 times'],
  [{ path: 'refund.do', atMost: 2 }, true, 2, 'refund.do, at most 2 times'],
  [{ path: 'refund.do', atLeast: 1, atMost: 3 }, true, 2, 'refund.do, 1 to 3 times'],
  [{ path: 'refund.do', method: 'GET' }, false, 0, 'GET refund.do, at least once'],
  [
    { path: 'register.do', parameters: { orderNumber: { matches: '^B-' }, failUrl: null } },
    true,
    1,
    'register.do with orderNumber matching ^B-, no failUrl, at least once',
  ],
  [{ path: 'register.do', parameters: { returnUrl: null } }, false, 0, 'register.do with no returnUrl, at least once'],
  [{ path: 'register.do', since: 1 }, true, 1, 'register.do, at least once'],
] as const;
for (const [wanted, verified, seen, expected] of counts) {
  test(`${expected}, of a shop that refunded twice, is ${verified}: ${JSON.stringify(wanted)}`, async (t) => {
    const { verify } = await shopThatRefunded(t);

    t.like(await verify(wanted), { verified, seen, expected, incomplete: false });
  });
}

test('where a call is missing it shows those that come closest, and what differs', async (t) => {
  const { verify, orderId } = await shopThatRefunded(t);

  const { verified, nearest } = await verify({ path: 'refund.do', parameters: { amount: '501', orderId } });

  t.false(verified);
  t.deepEqual(
    nearest.map(({ entry, differences }: Json) => [entry.parameters.amount, differences]),
    [
      ['500', [{ field: 'parameters.amount', expected: '501', actual: '500', says: 'amount is 500, expected 501' }]],
      ['400', [{ field: 'parameters.amount', expected: '501', actual: '400', says: 'amount is 400, expected 501' }]],
    ],
  );
  const { nearest: others } = await verify({
    path: 'refund.do',
    parameters: { amount: { matches: '^9' }, reason: 'late' },
  });
  t.deepEqual(
    others[0].differences.map(({ says }: Json) => says),
    ['amount is 400, expected something that matches ^9', 'reason is missing, expected late'],
  );
});

test('an endpoint that nobody called is said to be one, with the name that was perhaps meant', async (t) => {
  const { verify } = await shopThatRefunded(t);

  const { notes, nearest } = await verify({ path: 'refnd.do' });

  t.deepEqual(notes, ['no call of refnd.do is in the journal; did you mean refund.do?']);
  t.deepEqual(nearest, []);
});

test('calls are verified in their order, whatever lies in between', async (t) => {
  const { verify } = await shopThatRefunded(t);
  const refundOf = (amount: string) => ({ path: 'refund.do', parameters: { amount } });

  t.like(await verify({ inOrder: [{ path: 'register.do' }, refundOf('500'), refundOf('400')] }), {
    verified: true,
    seen: 3,
    expected: 'in this order: register.do; then refund.do with amount=500; then refund.do with amount=400',
  });
  const wrong = await verify({ inOrder: [refundOf('400'), refundOf('500')] });
  t.like(wrong, { verified: false, seen: 1, incomplete: false });
  t.deepEqual(wrong['nearest'], [], 'nothing comes after it that is like it');
});

test('where older calls are gone it does not claim to be certain, unless that does not matter', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 2 });
  const control = controlOf(t, simulator);
  for (const orderNumber of ['1', '2', '3', '4']) await simulator.register({ orderNumber });
  const verify = async (wanted: object): Promise<Json> =>
    (await control('POST /merchants/test_user/verifications', wanted)).json;
  const register = (orderNumber: string) => ({ path: 'register.do', parameters: { orderNumber } });

  const gone = await verify(register('1'));
  t.like(gone, { verified: false, incomplete: true });
  t.regex(gone['notes'][0], /^2 older requests .* JOURNAL_SIZE/);
  t.like(await verify({ path: 'refund.do', times: 0 }), { verified: false, seen: 0, incomplete: true });
  t.like(await verify({ path: 'register.do', times: 2 }), { verified: false, seen: 2, incomplete: true });
  t.like(await verify({ inOrder: [register('1'), register('3')] }), { verified: false, incomplete: true });

  t.like(await verify(register('3')), { verified: true, incomplete: false });
  t.like(await verify({ path: 'register.do', atMost: 1 }), { verified: false, incomplete: false });
  t.like(await verify({ inOrder: [register('3'), register('4')] }), { verified: true, incomplete: false });
  t.like(await verify({ path: 'refund.do', times: 0, since: 2 }), { verified: true, incomplete: false });
  t.like(await verify({ path: 'refund.do', times: 0, since: 1 }), { verified: false, incomplete: true });
});

test('calls that became too old are missed as well, but not where only later ones are asked for', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10, journalAgeMs: 1_000 });
  for (const orderNumber of ['1', '2']) await simulator.register({ orderNumber });
  await simulator.clock.advance(1_001);
  const noRefund = (since: number) => simulator.verify('test_user', { path: 'refund.do', times: 0, since });

  t.like(await noRefund(1), { verified: false, incomplete: true });
  t.like(await noRefund(2), { verified: true, incomplete: false });
});

test('a masked parameter is compared in its masked form, and no card number is said aloud', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const { formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });
  const verify = (pan: string) =>
    control('POST /merchants/test_user/verifications', { path: 'payment_en.html', parameters: { pan } });

  const masked = await verify('444455**3333');
  const bare = await verify(plainCard.pan);

  t.true(masked.json['verified']);
  t.regex(masked.json['notes'][0], /^the journal masks pan, so it can be compared only in its masked form/);
  t.false(bare.json['verified']);
  t.false(bare.text.includes(plainCard.pan));
  t.regex(bare.json['expected'], /pan=444455\*\*3333/);
});

test('without a journal nothing can be verified, and the answer says how to get one', async (t) => {
  const simulator = await simulatorFor(t);

  const { status, json } = await controlOf(t, simulator)('POST /merchants/test_user/verifications', { path: 'x.do' });

  t.is(status, 409);
  t.regex(json['detail'], /^the journal is off.*JOURNAL_SIZE/);
  await t.throwsAsync(simulator.verify('test_user', { path: 'x.do' }), { message: /JOURNAL_SIZE/ });
});

const wrong = [
  ['test_user', {}, 422, 'path'],
  ['test_user', { path: '' }, 422, 'path'],
  ['test_user', { path: 'a.do', time: 1 }, 422, 'time'],
  ['test_user', { path: 'a.do', times: 1.5 }, 422, 'times'],
  ['test_user', { path: 'a.do', times: -1 }, 422, 'times'],
  ['test_user', { path: 'a.do', times: 1, atMost: 2 }, 422, 'times'],
  ['test_user', { path: 'a.do', atLeast: 2, atMost: 1 }, 422, 'atMost'],
  ['test_user', { path: 'a.do', method: 'PUT' }, 422, 'method'],
  ['test_user', { path: 'a.do', parameters: { amount: { matches: '(' } } }, 422, 'parameters.amount.matches'],
  ['test_user', { path: 'a.do', parameters: { amount: ['1'] } }, 422, 'parameters.amount'],
  ['test_user', { path: 'a.do', inOrder: [{ path: 'b.do' }] }, 422, 'path'],
  ['test_user', { inOrder: [] }, 422, 'inOrder'],
  ['test_user', { inOrder: [{ path: 'b.do', times: 1 }] }, 422, 'inOrder.0.times'],
  ['nobody', { path: 'a.do' }, 404, 'login'],
] as const;
for (const [login, body, status, field] of wrong) {
  test(`a verification for ${login} of ${JSON.stringify(body)} is ${status} and names ${field}`, async (t) => {
    const control = controlOf(t, await simulatorFor(t, { journalSize: 10 }));

    const { json } = await control(`POST /merchants/${login}/verifications`, body);

    t.is(json['status'], status);
    t.is(json['field'], field);
    t.is(typeof json['detail'], 'string');
  });
}

test('a failed verification has a text for the message of a test, with the timelines of the orders that it names', async (t) => {
  const { simulator, orderId } = await shopThatRefunded(t);
  const why = await simulator.whyOf(orderId);

  const { message } = await simulator.verify('test_user', {
    path: 'refund.do',
    parameters: { orderId, amount: 501 },
  });

  const [first, closest] = message.split('\n');
  t.is(first, `Not made: refund.do with orderId=${orderId}, amount=501, at least once. Calls that match: 0.`);
  t.regex(closest ?? '', /^The closest is request \d+, POST \/payment\/rest\/refund\.do: amount is 500, expected 501$/);
  t.true(message.endsWith(`\n\n${why}`));
  const inOrder = [{ path: 'register.do' }, { path: 'reverse.do', parameters: { orderId } }];
  t.true((await simulator.verify('test_user', { inOrder })).message.endsWith(`\n\n${why}`));
});

test('a verification that holds is told in one line', async (t) => {
  const { verify, orderId } = await shopThatRefunded(t);

  const { message } = await verify({ path: 'refund.do', parameters: { orderId }, times: 2 });

  t.is(message, `Made: refund.do with orderId=${orderId}, exactly 2 times. Calls that match: 2.`);
});
