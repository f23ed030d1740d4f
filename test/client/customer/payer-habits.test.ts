import test, { type ExecutionContext } from 'ava';
import { type PayerOptions, WrongUse } from '../../../client/index.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { inTime } from '../../helpers/ava/in-time.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** A simulator with a scenario, an order under it, and what became of that order. */
const orderFor = async (t: ExecutionContext, scenario: object = { attempts: [{ approve: true }] }) => {
  const shop = await receiverFor(t, 200);
  const scenarios = [parseScenario('sample', scenario)];
  const simulator = await simulatorFor(t, { scenarios, callbacks: { url: shop.url } });
  const { orderId, formUrl } = await simulator.register({ jsonParams: '{"scenario":"sample"}' });
  const end = async () => {
    await simulator.settled();
    const { orderStatus, actionCode, paymentAmountInfo } = await simulator.status(orderId);
    const attempts = (await simulator.store.orders.find(orderId))?.attempts.length;
    return { orderStatus, actionCode, taken: paymentAmountInfo.depositedAmount, attempts, heard: shop.operations() };
  };
  return { simulator, orderId, formUrl, end };
};

const paidOnce = { orderStatus: 2, actionCode: 0, taken: 1_500_000, attempts: 1, heard: ['deposited=1'] };

const pathsOf = ({ steps }: Awaited<ReturnType<typeof pay>>): readonly string[] =>
  steps.map(({ method, url, status }) => `${method} ${new URL(url).pathname} ${status}`);

const page = '/payment/merchants/payment_en.html';

test('a payer who closes the window after paying never asks for the returnUrl, and the order is paid', async (t) => {
  for (const card of [plainCard, challengeCard]) {
    const { formUrl, end } = await orderFor(t, {
      attempts: [card === challengeCard ? { challenge: 'payer' } : { approve: true }],
    });

    const walk = await pay(formUrl, { card, closesWindow: true });

    t.like(walk, { end: 'closed', paymentState: 'DEPOSITED', shopPage: undefined });
    t.false(walk.steps.some(({ url }) => url.startsWith('https://shop.example')));
    t.is(walk.url.startsWith('https://shop.example'), false);
    t.deepEqual(await end(), paidOnce);
  }
});

test('of two clicks on Pay one takes money', async (t) => {
  const { formUrl, end } = await orderFor(t);

  const walk = await pay(formUrl, { card: plainCard, submitsTwice: true });

  t.is(walk.end, 'shop');
  t.deepEqual(pathsOf(walk), [`GET ${page} 200`, `POST ${page} 302`, `POST ${page} 302`]);
  t.deepEqual(await end(), paidOnce);
});

test('two clicks on Pay lead to one challenge and one payment', async (t) => {
  const { formUrl, end } = await orderFor(t, { attempts: [{ challenge: 'payer' }] });

  const walk = await pay(formUrl, { card: challengeCard, submitsTwice: true });

  t.is(walk.end, 'shop');
  t.deepEqual(await end(), paidOnce);
});

test('while the bank thinks about the first click, the second finds the order busy', async (t) => {
  const { simulator, orderId, formUrl, end } = await orderFor(t, { attempts: [{ delay: '5s', approve: true }] });

  const paying = pay(formUrl, { card: plainCard, submitsTwice: true });
  await eventually(t, async () => (await simulator.store.orders.find(orderId))?.busyUntilMs, Boolean);
  for (let turns = 0; turns < 200; turns++) await new Promise(setImmediate);
  const walk = await inTime(t, paying, () => simulator.clockOf('test_user').advance(5_000));

  t.true(walk.end === 'page' || walk.end === 'shop');
  t.deepEqual(await end(), paidOnce);
});

test('a payer who goes back and pays again is sent on to the shop, and pays nothing', async (t) => {
  const { formUrl, end } = await orderFor(t);

  const walk = await pay(formUrl, { card: plainCard, paysAgain: true });

  t.is(walk.end, 'shop');
  t.deepEqual(pathsOf(walk), [`GET ${page} 200`, `POST ${page} 302`, `GET ${page} 302`, `POST ${page} 302`]);
  t.deepEqual(await end(), paidOnce);
});

test('a payer who lets the challenge run out comes too late with the right code', async (t) => {
  const { simulator, formUrl, end } = await orderFor(t, { attempts: [{ challenge: 'payer' }] });

  const walk = await pay(formUrl, {
    card: challengeCard,
    answersAfter: '20m',
    wait: (ms) => simulator.clockOf('test_user').advance(ms),
  });

  t.like(walk, { end: 'shop', paymentState: 'DECLINED' });
  const declined = { orderStatus: 6, actionCode: -2009, taken: 0, attempts: 1, heard: ['declinedByTimeout=0'] };
  t.deepEqual(await end(), declined);
});

test('a payer waits before opening the page, and before answering', async (t) => {
  const { formUrl, end } = await orderFor(t, { attempts: [{ challenge: 'payer' }] });
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);

  await pay(formUrl, { card: challengeCard.pan, opensAfter: '2m', answersAfter: '500ms', wait });

  t.deepEqual(waits, [120_000, 500]);
  t.deepEqual(await end(), paidOnce);
});

for (const [habit, field] of [
  [{ savesCard: true }, 'saveCard'],
  [{ outcome: 'declined' }, 'sandboxOutcome'],
] as const) {
  test(`what a payer is asked for and the page has no field for is refused: ${field}`, async (t) => {
    const simulator = await simulatorFor(t, { sandboxPanel: false });
    const { formUrl, orderId } = await simulator.register();

    await t.throwsAsync(pay(formUrl, habit), { instanceOf: WrongUse, message: new RegExp(`no field ${field}[,;]`) });

    t.is((await simulator.status(orderId))['orderStatus'], 0);
    t.is((await pay(formUrl, { savesCard: false })).end, 'shop');
  });
}

test('a payer with a second card pays with it after the first was declined', async (t) => {
  const { simulator, orderId, formUrl, end } = await orderFor(t, {
    attempts: [{ decline: 'card-expired' }, { challenge: 'payer' }],
  });

  const walk = await pay(formUrl, { cards: [plainCard, challengeCard] });

  t.is(walk.end, 'shop');
  t.like(await end(), { orderStatus: 2, taken: 1_500_000, attempts: 2, heard: ['deposited=0', 'deposited=1'] });
  t.is((await simulator.status(orderId))['cardAuthInfo'].maskedPan, '555555**5599');
});

test('a payer who reloads every page pays once', async (t) => {
  const { formUrl, end } = await orderFor(t, { attempts: [{ challenge: 'payer' }] });

  const walk = await pay(formUrl, { card: challengeCard, reloads: 'every' });

  t.is(walk.end, 'shop');
  t.deepEqual(pathsOf(walk).slice(0, 2), [`GET ${page} 200`, `GET ${page} 200`]);
  t.is(walk.steps.filter(({ url }) => url.endsWith('/acs/challenge')).length, 2);
  t.deepEqual(await end(), paidOnce);
});

test('a page that is broken once is reloaded, and shown by then', async (t) => {
  for (const fault of [{ httpStatus: 502 }, { empty: true }, { drop: 'before' }, { truncated: true }]) {
    const { formUrl, end } = await orderFor(t, { gateway: [{ on: 'page', times: 1, do: fault }] });

    const walk = await pay(formUrl, { card: plainCard, reloads: 'broken' });

    t.is(walk.end, 'shop', JSON.stringify(fault));
    t.regex(walk.steps[0]?.saw ?? '', /; reloads it$/);
    t.deepEqual(await end(), paidOnce);
  }
});

test('a card whose answer was lost is sent again by a reload, and taken once', async (t) => {
  for (const when of ['before', 'after']) {
    const { formUrl, end } = await orderFor(t, { gateway: [{ on: 'processform', times: 1, do: { drop: when } }] });

    const walk = await pay(formUrl, { card: plainCard, reloads: 'broken' });

    t.is(walk.end, 'shop', when);
    t.deepEqual(await end(), paidOnce, when);
  }
});

test('a page that stays broken is reloaded three times, and is the end', async (t) => {
  const { formUrl } = await orderFor(t, { gateway: [{ on: 'page', do: { httpStatus: 503 } }] });

  const walk = await pay(formUrl, { card: plainCard, reloads: 'broken' });

  t.is(walk.end, 'error-page');
  t.is(walk.steps.length, 4);
});

const contradictions: readonly (readonly [PayerOptions, string])[] = [
  [{ leavesPage: true, submitsTwice: true }, 'leavesPage and submitsTwice'],
  [{ leavesPage: true, paysAgain: true }, 'leavesPage and paysAgain'],
  [{ leavesPage: true, closesWindow: true }, 'leavesPage and closesWindow'],
  [{ closesWindow: true, paysAgain: true }, 'closesWindow and paysAgain'],
  [{ closesWindow: true, visitsShop: true }, 'closesWindow and visitsShop'],
  [{ atAcs: 'leave', paysAgain: true }, 'atAcs: leave and paysAgain'],
  [{ atAcs: 'leave', closesWindow: true }, 'atAcs: leave and closesWindow'],
  [{ atAcs: 'leave', answersAfter: '1m' }, 'atAcs: leave and answersAfter'],
  [{ leavesPage: true, cards: [plainCard] }, 'leavesPage and cards'],
  [{ tries: 0, submitsTwice: true }, 'tries: 0 and submitsTwice'],
  [{ tries: 1, cards: [plainCard, challengeCard] }, 'tries: 1 and 2 cards'],
];

for (const [options, names] of contradictions) {
  test(`${names} contradict each other`, async (t) => {
    const error = await t.throwsAsync(
      pay('https://gateway.example/payment/merchants/payment_en.html?mdOrder=1', options),
      {
        instanceOf: WrongUse,
      },
    );

    t.true(error?.message.startsWith(`pay: ${names} contradict each other: `), error?.message);
  });
}
