import test from 'ava';
import { Payer } from '../../../client/index.ts';
import { type AskGateway, askOverHttp } from '../../../contracts/drift/ask-gateway.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { dsk } from '../../../simulator/banks/dsk.ts';
import { playBank, runDrift } from '../../helpers/contracts/drift/drift-command.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';

/** The bank, as its test host is after a change that nobody told of. */
const changedBereke = {
  ...bereke,
  panMask: 'XXXXXX',
  errorCodes: {},
  formUrl: dsk.formUrl,
};

test('a bank that answers like its profile has no drift, and the calls are counted', async (t) => {
  const { options, environment } = await playBank(t, bereke);

  const { code, out, err, waits } = await runDrift({ ...options, bank: 'bereke' }, environment);

  t.is(code, 0, err);
  t.regex(
    out,
    /^bereke, 127\.0\.0\.1:\d+: 33 questions compared, 0 differences\n\n66 calls, no money, 8 unpaid orders\.\n$/,
  );
  t.is(waits.length, 65);
  t.true(waits.every((ms) => ms === 1000));
});

test('each difference has a paragraph with the situations', async (t) => {
  const { options, environment } = await playBank(t, changedBereke);

  const { code, out } = await runDrift({ ...options, bank: 'bereke' }, environment);

  t.is(code, 1);
  t.is(
    out.replace(/:\d+:/, ':'),
    `bereke, 127.0.0.1: 33 questions compared, 2 differences in 6 situations

$.formUrl (changed)
  bank     text with the address /payment/merchants/<merchant>/payment.html?mdOrder&language
  tillbox  text with the address /payment/merchants/payment_<language>.html?mdOrder
  in       register: an order
           register: no orderNumber
           register: an unknown language
           registerPreAuth: an order

$.errorCode (changed)
  bank     text "4"
  tillbox  text "12"
  in       register: no amount
           register: a refusal in Russian

66 calls, no money, 8 unpaid orders.
`,
  );
});

test('the test card shows more, and two runs say the same', async (t) => {
  const { options, environment } = await playBank(t, changedBereke);
  const given = { ...options, bank: 'bereke', cards: true };

  const first = await runDrift(given, environment);
  const second = await runDrift(given, environment);

  t.is(first.out, second.out);
  t.regex(first.out, /43 questions compared/);
  t.regex(first.out, /\$\.cardAuthInfo\.pan \(changed\)\n {2}bank {5}text of 6 digits, XXXXXX and 4 digits\n/);
  t.regex(first.out, /\n90 calls, test cards only, 12 orders\.\n$/);
});

test('a currency that the bank does not take is one difference, and what needs an order is left out', async (t) => {
  const { options, environment } = await playBank(t, dsk);

  const { code, out } = await runDrift({ ...options, bank: 'bereke' }, environment);

  t.is(code, 1);
  t.regex(out, /^\$ \(another outcome\)\n {2}bank {5}refused with errorCode text "3"\n {2}tillbox {2}accepted\n/m);
  t.regex(
    out,
    /^Left out, because the bank registered no order:\n {2}register: an orderNumber that is used \(needs register: an order\)\n/m,
  );
});

test('nothing is asked with --list', async (t) => {
  const { code, out } = await runDrift({ list: true, cards: true, withWrongPassword: true });

  t.is(code, 0);
  t.is(out.match(/ (?:GET|POST) rest\//g)?.length, 44);
  t.regex(out, /\n44 questions, and 2 more orders for them\. /);
});

test('a wrong password is sent once, as the last of all, and only if it may be', async (t) => {
  const { options, environment, simulator } = await playBank(t, bereke);
  const passwords: (string | undefined)[] = [];
  const spy: AskGateway = async (call) => {
    if (call.url.startsWith(simulator.url)) passwords.push(call.fields['password']);
    return askOverHttp(call);
  };

  const { code } = await runDrift({ ...options, bank: 'bereke', withWrongPassword: true }, environment, { ask: spy });

  t.is(code, 0);
  t.is(passwords.filter((password) => password?.endsWith('-wrong')).length, 1);
  t.true(passwords.at(-1)?.endsWith('-wrong'));
  t.is(passwords.length, 67);
});

test('a login that is refused ends the run after one call', async (t) => {
  const { options } = await playBank(t, bereke);
  let calls = 0;
  const count: AskGateway = (call) => {
    calls += 1;
    return askOverHttp(call);
  };

  const { code, err } = await runDrift(
    { ...options, bank: 'bereke' },
    { TILLBOX_GATEWAY_PASSWORD: 'something else' },
    { ask: count },
  );

  t.is(code, 2);
  t.is(err, 'error: the gateway refuses the login (HTTP 200, errorCode 5); nothing else was asked\n');
  t.is(calls, 1);
});

test('a bank that is not there is no drift', async (t) => {
  const { options, environment, simulator } = await playBank(t, bereke);
  await simulator.stop();

  const { code, out, err } = await runDrift({ ...options, bank: 'bereke' }, environment);

  t.is(code, 2);
  t.is(out, '');
  t.regex(err, /^error: http:\/\/127\.0\.0\.1:\d+ cannot be reached: ECONNREFUSED\n$/);
});

test('a machine in front of the bank without a bank behind it is no drift either', async (t) => {
  const { options, environment } = await playBank(t, bereke);
  const down = await stubServer(t, () => ({ status: 503, body: '<html></html>' }));

  const { code, err } = await runDrift({ ...options, gateway: `${down.origin}/payment/rest/` }, environment);

  t.is(code, 2);
  t.regex(err, /answers HTTP 503\n$/);
});

test('a firewall in front of the bank is no refused login', async (t) => {
  const wall = await stubServer(t, () => ({ status: 403, body: '<h1>Forbidden</h1>' }));
  const { options, environment } = await playBank(t, bereke);

  const { code, err } = await runDrift({ ...options, gateway: `${wall.origin}/payment/rest/` }, environment);

  t.is(code, 2);
  t.regex(
    err,
    /^error: this host refuses the call with HTTP 403 and no JSON, as a firewall does; nothing else was asked/,
  );
  t.is(wall.received.length, 1);
});

test('a page in place of the first answer is no gateway, and no drift', async (t) => {
  const other = await stubServer(t, () => ({ body: '<html>Welcome</html>' }));
  const { options, environment } = await playBank(t, bereke);

  const { code, err } = await runDrift({ ...options, gateway: `${other.origin}/payment/rest/` }, environment);

  t.is(code, 2);
  const asked = `${other.origin}/payment/rest/getOrderStatusExtended.do`;
  t.is(err, `error: ${asked}: there is no gateway at this address (HTTP 200); nothing else was asked\n`);
  t.is(other.received.length, 1);
});

test('a wrong path of the gateway is named, with the usual one; a host alone has the usual one', async (t) => {
  const { options, environment, simulator } = await playBank(t, bereke);
  const ask = async (path: string) => runDrift({ ...options, gateway: simulator.url + path }, environment);

  t.is(
    (await ask('/rest/')).err,
    `error: ${simulator.url}/rest/getOrderStatusExtended.do: there is no gateway at this address (HTTP 404); nothing else was asked. The gateway of bereke has the path /payment/rest/: ${simulator.url}/payment/rest/\n`,
  );
  t.is((await ask('')).code, 0);
  t.is((await ask('/payment/rest/register.do')).code, 0);
});

for (const [gateway, message] of [
  ['https://securepayments.berekebank.kz/payment/rest/', /is the host of bereke for real payments; only test hosts/],
  [
    'https://gateway.example/payment/rest/',
    /gateway\.example is not asked: the test host of bereke is 3dsec\.berekebank\.kz/,
  ],
  ['ftp://3dsec.berekebank.kz/', /expected an address such as/],
] as const)
  test(`${gateway} is not asked`, async (t) => {
    const { code, err } = await runDrift(
      { gateway, login: 'shop-api', bank: 'bereke' },
      { TILLBOX_GATEWAY_PASSWORD: 'secret' },
      { ask: async () => t.fail() as never },
    );

    t.is(code, 2);
    t.regex(err, message);
  });

test('the test host of the profile is asked without further words', async (t) => {
  const asked = new Set<string>();
  const silent: AskGateway = async ({ url }) => {
    asked.add(new URL(url).host);
    return { httpStatus: 200, contentType: '', body: '{"errorCode":"5"}' };
  };

  await runDrift(
    { gateway: 'https://3dsec.berekebank.kz/payment', login: 'shop-api', bank: 'bereke' },
    { TILLBOX_GATEWAY_PASSWORD: 'secret' },
    { ask: silent },
  );

  t.deepEqual([...asked], ['3dsec.berekebank.kz']);
});

test('a place that the bank answers in another way each time is not compared', async (t) => {
  const { options, environment } = await playBank(t, bereke);
  let times = 0;
  const moody: AskGateway = async (call) => {
    const answer = await askOverHttp(call);
    times += 1;
    return { ...answer, body: answer.body.replace('"chargeback":false', `"chargeback":${times % 2 === 0}`) };
  };

  const { code, out } = await runDrift({ ...options, bank: 'bereke' }, environment, { ask: moody });

  t.is(code, 0, out);
  t.regex(
    out,
    /not answer these the same way twice, so they are not compared:\n {2}\$\.chargeback in getOrderStatusExtended: /,
  );
});

test('a person pays at the payment page, and the run goes on by itself', async (t) => {
  const { options, environment } = await playBank(t, bereke);
  const paid = new Set<string>();
  const person = async (out: string) => {
    for (const [, formUrl = ''] of out.matchAll(/^ {2}(http\S+)$/gm)) {
      if (paid.has(formUrl)) continue;
      paid.add(formUrl);
      const [, pan = ''] = /test card (\d+),/.exec(out) ?? [];
      await new Payer({ card: { pan, expiry: '12/34', cvc: '123' } }).pay(formUrl);
    }
  };

  const { code, out } = await runDrift({ ...options, bank: 'bereke', byHand: true }, environment, {
    meanwhile: person,
  });

  t.is(code, 0, out);
  t.is(paid.size, 2);
  t.regex(out, /43 questions compared, 0 differences/);
});

test('orders that nobody pays end the run', async (t) => {
  const { options, environment } = await playBank(t, bereke);

  const { code, err } = await runDrift({ ...options, bank: 'bereke', byHand: true }, environment, {
    // A poll has no language, as no question has that asks for the status of an order of a person.
    ask: async (call) =>
      call.url.endsWith('Extended.do') && call.fields['language'] === undefined
        ? { httpStatus: 200, contentType: '', body: '{"orderStatus":0}' }
        : askOverHttp(call),
  });

  t.is(code, 2);
  t.is(err, 'error: --by-hand: the orders were not paid\n--help shows the usage.\n');
});
