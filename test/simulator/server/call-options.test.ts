import test from 'ava';
import {
  bankNamed,
  ConfigError,
  cardForActionCode,
  createClock,
  MoveRefused,
  openStore,
  type Simulator,
  StoreError,
} from '../../../simulator/index.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

type Call = (simulator: Simulator, input: never) => unknown;

const makeMerchant: Call = ({ makeMerchant }, input) => makeMerchant(input);
const changeMerchant: Call = ({ changeMerchant }, input) => changeMerchant('test_user', input);
const setCallbacks: Call = ({ setCallbacks }, input) => setCallbacks('test_user', input);
const orders: Call = ({ orders }, input) => orders('test_user', input);
const callbacks: Call = ({ callbacks }, input) => callbacks('test_user', input);
const journal: Call = ({ journal }, input) => journal('test_user', input);
const verify: Call = ({ verify }, input) => verify('test_user', input);
const refund: Call = ({ actAsBank }, input) => actAsBank('order-1', 'refund', input);

/** Calls with a wrong input, and what is said of it. */
const wrong: readonly (readonly [call: Call, input: unknown, complaint: RegExp])[] = [
  [makeMerchant, null, /^makeMerchant: expected an object of options, got null$/],
  [makeMerchant, 'shop', /^makeMerchant: expected an object of options, got "shop"$/],
  [makeMerchant, { logn: 'shop' }, /^makeMerchant: logn: unknown option; did you mean login\?$/],
  [makeMerchant, { pasword: 'key-word' }, /did you mean password\?$/],
  [makeMerchant, { login: '' }, /^makeMerchant: login: expected a text that is not empty, got ""$/],
  [makeMerchant, { login: 5 }, /^makeMerchant: login: .*, got 5$/],
  [makeMerchant, { password: 5 }, /^makeMerchant: password: .*, got a number$/],
  [makeMerchant, { bank: 'berek' }, /^makeMerchant: bank: expected bereke, .*, got "berek"; did you mean bereke\?$/],
  [makeMerchant, { bank: 'kaspi' }, /^makeMerchant: bank: expected bereke, .* or [\w-]+, got "kaspi"$/],
  [makeMerchant, { statusVersion: '19' }, /^makeMerchant: statusVersion: /],
  [makeMerchant, { errorCodeStyle: 'numbers' }, /did you mean number\?$/],
  [makeMerchant, { callbacks: { urll: 'http://x' } }, /^makeMerchant: callbacks\.urll: .*did you mean url\?$/],
  [makeMerchant, { callbacks: null }, /^makeMerchant: callbacks: expected an object of options, got null$/],
  [makeMerchant, { callbackUrl: 'http://x' }, /^makeMerchant: callbackUrl: unknown option; known are /],
  [changeMerchant, undefined, /^changeMerchant: expected an object of options, got undefined$/],
  [changeMerchant, { login: 'other' }, /^changeMerchant: login: unknown option/],
  [changeMerchant, { nam: 'Tea' }, /did you mean name\?$/],
  [changeMerchant, { token: '' }, /^changeMerchant: token: expected a text that is not empty, got a string$/],
  [changeMerchant, { callbacks: { mostFailures: 1_001 } }, /callbacks\.mostFailures: /],
  [setCallbacks, { adress: 'http://x' }, /^setCallbacks: adress: unknown option; known are url, /],
  [setCallbacks, { URL: 'http://x' }, /^setCallbacks: URL: unknown option; did you mean url\?$/],
  [setCallbacks, { url: 'ftp://x' }, /^setCallbacks: url: /],
  [setCallbacks, { checksum: 'md5' }, /^setCallbacks: checksum: expected none, hmac, rsa or jwt, got "md5"$/],
  [setCallbacks, { operations: ['paid'] }, /^setCallbacks: operations\[0\]: /],
  [setCallbacks, { sendsCreationDate: 'yes' }, /sendsCreationDate: expected true or false, got "yes"$/],
  [setCallbacks, null, /^setCallbacks: expected an object of options, got null$/],
  [orders, { state: 'declined' }, /^orders: state: unknown option; known are status, /],
  [orders, { status: 'paid' }, /^orders: status: expected created, .*, got "paid"$/],
  [orders, { status: 'depositd' }, /did you mean deposited\?$/],
  [orders, { since: 'yesterday' }, /^orders: since: expected a time such as 2026-01-01T08:00:00Z, got "yesterday"$/],
  [orders, { since: new Date() }, /^orders: since: .*, got a Date$/],
  [orders, { limit: 0 }, /^orders: limit: expected a whole number from 1, got 0$/],
  [orders, { limit: '5' }, /^orders: limit: .*, got "5"$/],
  [orders, null, /^orders: expected an object of options, got null$/],
  [callbacks, { status: 'lost' }, /^callbacks: status: unknown option; did you mean state\?$/],
  [callbacks, { state: 'givenup' }, /did you mean given-up\?$/],
  [callbacks, { operation: 'refund' }, /did you mean refunded\?$/],
  [callbacks, { orderId: 'o' }, /^callbacks: orderId: unknown option/],
  [journal, { endpoint: 'refund.do' }, /^journal: endpoint: unknown option/],
  [journal, { parameter: 'amount=5' }, /^journal: parameter: expected an object of options, got "amount=5"$/],
  [journal, { parameter: { name: 'amount', value: 5 } }, /^journal: parameter\.value: expected a text, got 5$/],
  [journal, { httpStatus: '200' }, /^journal: httpStatus: /],
  [
    ({ har }, input) => har('test_user', input),
    { pth: 'refund.do' },
    /^har: pth: unknown option; did you mean path\?$/,
  ],
  [verify, { pth: 'refund.do' }, /^verify: pth: unknown option; did you mean path\?$/],
  [verify, { path: 'refund.do', atleast: 1 }, /^verify: atleast: unknown option; did you mean atLeast\?$/],
  [verify, { path: 'refund.do', times: '1' }, /^verify: times: /],
  [verify, { path: 'refund.do', times: 1, atMost: 2 }, /^verify: times: cannot be combined/],
  [verify, { inOrder: [{ path: 'a.do' }, { pth: 'b.do' }] }, /^verify: inOrder\[1\]\.(?:pth|path): /],
  [verify, { inOrder: [{ path: 'a.do', metod: 'POST' }] }, /^verify: inOrder\[0\]\.metod: .*did you mean method\?$/],
  [verify, {}, /^verify: path: expected an endpoint/],
  [verify, undefined, /^verify: /],
  [refund, { amount: 5 }, /^actAsBank: amount: unknown option; did you mean amountMinor\?$/],
  [refund, { amountMinor: 10.5 }, /^actAsBank: amountMinor: expected a whole number of minor units.*, got 10.5$/],
  [refund, { amountMinor: '500' }, /, got "500"$/],
  [refund, 500, /^actAsBank: expected an object of options, got 500$/],
  [
    ({ actAsBank }, act) => actAsBank('order-1', act),
    'refnd',
    /^actAsBank: expected expire, .*, got "refnd"; did you mean refund\?$/,
  ],
  [({ actAsBank }, act) => actAsBank('order-1', act), 'toString', /^actAsBank: expected expire, /],
  [
    ({ actAsBank }, input) => actAsBank('order-1', 'expire', input),
    { amountMinor: 5 },
    /^actAsBank: amountMinor: unknown option/,
  ],
  [
    ({ setState }, input) => setState('test_user', {}, input),
    { newIDs: true },
    /^setState: newIDs: .*did you mean newIds\?$/,
  ],
  [({ setState }, input) => setState('test_user', {}, input), { newIds: 'yes' }, /^setState: newIds: /],
  [({ onEvent }, input) => onEvent(input), 'event', /^onEvent: expected a function, got "event"$/],
  [({ onEvent }, input) => onEvent(input), undefined, /^onEvent: expected a function, got undefined$/],
  [
    ({ deleteMerchant }, login) => deleteMerchant(login),
    'tset_user',
    /^no merchant has the login tset_user; did you mean test_user\?$/,
  ],
  [({ resetMerchant }, login) => resetMerchant(login), 'nobody', /^no merchant has the login nobody$/],
  [({ resetScenario }, login) => resetScenario(login, 'own'), 'test_usr', /did you mean test_user\?$/],
  [({ orders: list }, login) => list(login), 'test_usr', /did you mean test_user\?$/],
  [
    ({ clockOf }, login) => clockOf(login).advance(1),
    'test_usr',
    /^no merchant has the login test_usr; did you mean test_user\?$/,
  ],
  [({ clockOf }, login) => clockOf(login).freeze(), 'test_usr', /did you mean test_user\?$/],
  [
    () => createClock({ startsMs: 0 } as object),
    undefined,
    /^createClock: startsMs: unknown option; did you mean startMs\?$/,
  ],
  [
    () => createClock({ startMs: new Date() } as object),
    undefined,
    /^createClock: startMs: expected a moment in milliseconds since 1970, got a Date$/,
  ],
  [() => createClock(null as never), undefined, /^createClock: expected an object of options, got null$/],
  [() => createClock({ onMove: 'x' } as object), undefined, /^createClock: onMove: expected a function, got "x"$/],
  [() => bankNamed('kaspi'), undefined, /^bankNamed: expected bereke, .* or [\w-]+, got "kaspi"$/],
  [() => bankNamed('bercke'), undefined, /did you mean bereke\?$/],
  [
    () => cardForActionCode(1.5),
    undefined,
    /^cardForActionCode: expected a whole number from -999999 to 999999, got 1.5$/,
  ],
  [() => cardForActionCode('116' as never), undefined, /, got "116"$/],
  [() => cardForActionCode(1_000_000), undefined, /, got 1000000$/],
  [() => cardForActionCode(116, 'frictionles' as never), undefined, /did you mean frictionless\?$/],
];

for (const [index, [call, input, complaint]] of wrong.entries()) {
  test(`call ${index + 1} is refused: ${complaint.source.slice(0, 100)}`, async (t) => {
    const simulator = await simulatorFor(t, { journalSize: 10 });

    const error = await t.throwsAsync(async () => call(simulator, input as never), { instanceOf: ConfigError });

    t.regex(error?.message ?? '', complaint);
    t.false(error?.message.includes('key-word'));
  });
}

for (const ms of ['20m', '60000', null, true, new Date(0), Number.NaN, -1, undefined, {}]) {
  test(`a clock is not moved forward by ${typeof ms} ${String(ms)}`, async (t) => {
    const clock = createClock({ startMs: 0 });

    await t.throwsAsync(async () => clock.advance(ms as never), { instanceOf: MoveRefused, message: /expected|9999/ });

    t.is(clock.now(), 0);
  });
}

for (const ms of ['2026-01-01', '60000', null, true, new Date(60_000), Number.NaN, -1, undefined, {}]) {
  test(`a clock is not set to ${typeof ms} ${String(ms)}`, async (t) => {
    const clock = createClock({ startMs: 0 });

    await t.throwsAsync(async () => clock.set(ms as never), { instanceOf: MoveRefused, message: /^expected a moment/ });

    t.is(clock.now(), 0);
  });
}

test('a store is named by a text', async (t) => {
  await t.throwsAsync(openStore(undefined as never), {
    instanceOf: StoreError,
    message: /^openStore: expected memory, /,
  });
  await t.throwsAsync(openStore('sqlit:a' as never), { instanceOf: StoreError });
});

test('null removes a setting of a merchant, and undefined leaves it', async (t) => {
  const simulator = await simulatorFor(t);

  await simulator.changeMerchant('test_user', { bank: 'dsk', statusVersion: 2 });
  const changed = await simulator.changeMerchant('test_user', { bank: null, statusVersion: undefined });

  t.is(changed.bank, undefined);
  t.is(changed.statusVersion, 2);
});

test('where anyone may come, a clock is moved before its merchant has come', async (t) => {
  const simulator = await simulatorFor(t, { merchants: [{ login: '*', password: '' }] });
  const before = simulator.clock.now();

  await simulator.clockOf('shop-1').advance(1_000);

  t.is(simulator.clockOf('shop-1').now(), before + 1_000);
});
