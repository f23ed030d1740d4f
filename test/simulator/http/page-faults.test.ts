import test, { type ExecutionContext } from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { inTime } from '../../helpers/ava/in-time.ts';
import { bytesOf, exchangeBytes } from '../../helpers/http/raw-request.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** A simulator whose pages go wrong like this, and an order that asks for it. */
const pagesWith = async (t: ExecutionContext, ...gateway: readonly object[]) => {
  const simulator = await simulatorFor(t, { seed: 'pages', scenarios: [parseScenario('faulty', { gateway })] });
  const { orderId, formUrl } = await simulator.register({ jsonParams: '{"scenario":"faulty"}' });
  return { simulator, orderId, formUrl };
};

/** All that comes over the wire for a page, until the connection is closed. */
const onTheWire = ({ url }: TestSimulator, address: string, form?: Readonly<Record<string, string>>) => {
  const { pathname, search } = new URL(address, url);
  const body = new URLSearchParams(form ?? {}).toString();
  const headers = [
    'Host: localhost',
    'Connection: close',
    ...(form ? ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`] : []),
  ];
  return exchangeBytes(url, bytesOf({ line: `${form ? 'POST' : 'GET'} ${pathname}${search} HTTP/1.1`, headers, body }));
};

const bodyOf = (answer: string): string => answer.slice(answer.indexOf('\r\n\r\n') + 4);

const pageOf = async (t: ExecutionContext, fault: object): Promise<string> => {
  const { simulator, formUrl } = await pagesWith(t, { on: 'page', do: fault });
  return onTheWire(simulator, formUrl);
};

const statusOf = async (simulator: TestSimulator, orderId: string) => {
  const { orderStatus, actionCode } = await simulator.status(orderId);
  return [orderStatus, actionCode];
};

test('the page is answered with an HTTP status and the page of a proxy', async (t) => {
  const answer = await pageOf(t, { httpStatus: 502 });

  t.true(answer.startsWith('HTTP/1.1 502 '));
  t.regex(bodyOf(answer), /<h1>502 Bad Gateway<\/h1>/);
});

test('the page comes as text that no browser shows as a form', async (t) => {
  const answer = bodyOf(await pageOf(t, { malformed: true }));

  t.false(answer.includes('<form'));
  t.regex(answer, /&lt;form/);
});

test('the page breaks off in the middle', async (t) => {
  const answer = await pageOf(t, { truncated: true });

  const length = Number(/content-length: (\d+)/i.exec(answer)?.[1]);
  t.true(length > 1_000);
  t.is(Buffer.byteLength(bodyOf(answer)), length >> 1);
});

test('the page is empty, or calls itself something else', async (t) => {
  const empty = await pageOf(t, { empty: true });
  const renamed = await pageOf(t, { contentType: 'application/octet-stream' });

  t.regex(empty, /^HTTP\/1\.1 200 /);
  t.is(bodyOf(empty), '');
  t.regex(renamed, /content-type: application\/octet-stream\r\n/i);
  t.regex(renamed, /content-security-policy: /i);
  t.regex(bodyOf(renamed), /id="payment-form"/);
});

test('the page that drips is whole in the end', async (t) => {
  t.regex(bodyOf(await pageOf(t, { drip: '40ms' })), /<\/html>/);
});

test('the connection is closed in place of the page', async (t) => {
  t.is(await pageOf(t, { drop: 'before' }), '');
});

test("the page comes late by the merchant's clock", async (t) => {
  const { simulator, formUrl } = await pagesWith(t, { on: 'page', do: { delay: '30s' } });
  let isOver = false;

  const late = onTheWire(simulator, formUrl).then((answer) => {
    isOver = true;
    return answer;
  });
  for (let turns = 0; turns < 200; turns++) await new Promise(setImmediate);
  t.false(isOver);
  const answer = await inTime(t, late, () => simulator.clockOf('test_user').advance(30_000));

  t.regex(bodyOf(answer), /id="payment-form"/);
});

test('it happens as often as it says, to each order by itself', async (t) => {
  const { simulator, formUrl } = await pagesWith(t, { on: 'page', times: 1, do: { httpStatus: 502 } });
  const other = await simulator.register({ jsonParams: '{"scenario":"faulty"}' });
  const plain = await simulator.register();

  const statuses: number[] = [];
  for (const url of [formUrl, formUrl, other.formUrl, other.formUrl, plain.formUrl])
    statuses.push((await fetch(url)).status);

  t.deepEqual(statuses, [502, 200, 502, 200, 200]);
});

for (const [when, end] of [
  ['before', [0, -100]],
  ['after', [2, 0]],
] as const) {
  test(`the connection is closed ${when} the card that a form sends was charged`, async (t) => {
    const { simulator, orderId, formUrl } = await pagesWith(t, { on: 'processform', times: 1, do: { drop: when } });

    await t.throwsAsync(pay(formUrl, { card: plainCard }), { message: /submitting a form: cannot reach/ });

    t.deepEqual(await statusOf(simulator, orderId), end);
    t.is((await pay(formUrl, { card: plainCard })).end, 'shop');
    t.deepEqual(await statusOf(simulator, orderId), [2, 0]);
  });
}

test('a form whose call is refused with an error code comes back, and the card is not charged', async (t) => {
  const { simulator, orderId, formUrl } = await pagesWith(t, { on: 'processform', times: 1, do: { errorCode: 7 } });

  t.is((await pay(formUrl, { card: plainCard })).end, 'page');

  t.deepEqual(await statusOf(simulator, orderId), [0, -100]);
  t.is((await pay(formUrl, { card: plainCard })).end, 'shop');
});

test("the issuer's page is down, and the order stays there", async (t) => {
  const { simulator, orderId, formUrl } = await pagesWith(t, { on: 'acs', do: { httpStatus: 500 } });

  const walk = await pay(formUrl, { card: challengeCard });

  t.is(walk.end, 'error-page');
  t.like(walk.steps.at(-1), { status: 500, url: `${simulator.url}/acs/challenge` });
  t.is((await simulator.status(orderId))['orderStatus'], 5);
});

test("the code's way to the issuer breaks too: the second step of the page is counted like the first", async (t) => {
  const { simulator, orderId, formUrl } = await pagesWith(
    t,
    { on: 'acs', times: 1, do: { contentType: 'text/html' } },
    { on: 'acs', times: 1, do: { drop: 'after' } },
  );

  await t.throwsAsync(pay(formUrl, { card: challengeCard }), { message: /submitting a form: cannot reach/ });

  t.is((await simulator.status(orderId))['orderStatus'], 5);
  t.is((await pay(formUrl, { card: challengeCard })).end, 'shop');
  t.deepEqual(await statusOf(simulator, orderId), [2, 0]);
});

test('the way back from the issuer is lost after the payment, with either 3-D Secure', async (t) => {
  for (const [version, on] of [
    [1, 'finish3ds'],
    [2, 'finish3dsVer2PaymentAnonymous'],
  ] as const) {
    const scenarios = [parseScenario('faulty', { gateway: [{ on, times: 1, do: { empty: true } }] })];
    const simulator = await simulatorFor(t, { scenarios, bank: { ...bereke, threeDsVersion: version } });
    const { orderId, formUrl } = await simulator.register({ jsonParams: '{"scenario":"faulty"}' });

    const walk = await pay(formUrl, { card: challengeCard });

    t.is(walk.end, 'elsewhere', on);
    t.deepEqual(await statusOf(simulator, orderId), [2, 0], on);
  }
});

test('a redirect that is malformed does not say where to', async (t) => {
  const { formUrl } = await pagesWith(t, { on: 'processform', do: { malformed: true } });

  const walk = await pay(formUrl, { card: plainCard });

  t.like(walk, { end: 'elsewhere', paymentState: 'DEPOSITED' });
});

test('acsRedirect.do is answered with an HTTP status', async (t) => {
  const { simulator, orderId } = await pagesWith(t, { on: 'acsRedirect', do: { httpStatus: 503 } });

  const answer = await onTheWire(simulator, `/payment/acsRedirect.do?orderId=${orderId}`);

  t.true(answer.startsWith('HTTP/1.1 503 '));
});

test('a scenario that a merchant was given as a whole speaks of pages too, and only to its own orders', async (t) => {
  const simulator = await simulatorFor(t, {
    merchants: ['one', 'two'].map((login) => ({ login, password: 'secret' })),
  });
  const registerAs = (userName: string) =>
    simulator.callBare('register.do', {
      userName,
      password: 'secret',
      amount: '1',
      returnUrl: 'https://shop.example/',
    });
  const [one, two] = [await registerAs('one'), await registerAs('two')];
  await simulator.setScenario('one', { gateway: [{ on: 'page', do: { httpStatus: 502 } }] });

  t.is((await fetch(one['formUrl'])).status, 502);
  t.is((await fetch(two['formUrl'])).status, 200);
  await simulator.setScenario('one', undefined);
  t.is((await fetch(one['formUrl'])).status, 200);
});

test('the journal has what was sent, not what was meant', async (t) => {
  const scenarios = [parseScenario('faulty', { gateway: [{ on: 'page', do: { httpStatus: 502 } }] })];
  const simulator = await simulatorFor(t, { scenarios, journalSize: 10 });
  const { formUrl } = await simulator.register({ jsonParams: '{"scenario":"faulty"}' });

  await fetch(formUrl);

  const journal = await fetch(`${simulator.controlUrl}/merchants/test_user/journal`);
  const { entries } = (await journal.json()) as { entries: readonly { surface: string; httpStatus: number }[] };
  t.deepEqual(
    entries.filter(({ surface }) => surface === 'page').map(({ httpStatus }) => httpStatus),
    [502],
  );
});

for (const on of ['page', 'acs', 'acsRedirect', 'finish3ds', 'rest/finish3dsVer2PaymentAnonymous.do']) {
  test(`an error code is refused for ${on}, which is no call that answers with one`, (t) => {
    const name = on.replace(/^rest\/|\.do$/g, '');

    t.throws(() => parseScenario('wrong', { gateway: [{ on, do: { errorCode: 7 } }] }), {
      instanceOf: ScenarioError,
      message: `scenario wrong: gateway[0]: ${name} is a page, which has no errorCode; use httpStatus or another fault`,
    });
  });
}
