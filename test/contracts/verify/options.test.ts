import test from 'ava';
import { type Environment, type GivenOptions, readOptions } from '../../../contracts/verify/options.ts';

const read = (given: GivenOptions, environment: Environment = {}, hasPlaces = true) =>
  readOptions(given, environment, hasPlaces);

const banksOf = async (given: GivenOptions, environment: Environment = {}) =>
  (await read(given, environment)).banks.map(({ name }) => name);

test('the bank is that of --bank, of BANK, or bereke', async (t) => {
  t.deepEqual(await banksOf({}), ['bereke']);
  t.deepEqual(await banksOf({}, { BANK: 'dsk' }), ['dsk']);
  t.deepEqual(await banksOf({}, { BANK: '' }), ['bereke']);
  t.deepEqual(await banksOf({ bank: 'sber' }, { BANK: 'dsk' }), ['sber']);
  t.true((await banksOf({ allBanks: true }, { BANK: 'dsk' })).length > 5);
});

const elsewhere = { gateway: 'https://bank.example/payment/rest/', login: 'shop-api' };
const password = { TILLBOX_GATEWAY_PASSWORD: 'secret' };

test('a gateway elsewhere has a login, a password of the environment, and a bank', async (t) => {
  t.like((await read({ ...elsewhere, bank: 'dsk' }, password)).elsewhere, {
    url: elsewhere.gateway,
    login: 'shop-api',
    password: 'secret',
    bank: { name: 'dsk' },
  });
});

test('required banks may have spaces between them', async (t) => {
  t.deepEqual((await read({ allBanks: true, require: 'dsk, bereke,' })).required, ['dsk', 'bereke']);
  t.deepEqual((await read({ allBanks: true })).required, []);
  t.is((await read({})).required, undefined);
});

test('a broker of the environment is asked if no pact is named', async (t) => {
  const environment = { PACT_BROKER_BASE_URL: 'https://broker.example', PACT_BROKER_TOKEN: 'x' };

  t.is((await read({}, environment)).broker, undefined);
  t.like((await read({}, environment, false)).broker?.access, { url: 'https://broker.example', token: 'x' });
  t.like((await read({ brokerUrl: 'https://other.example', user: 'me', password: 'p' }, environment)).broker?.access, {
    url: 'https://other.example',
    token: undefined,
    username: 'me',
    password: 'p',
  });
  t.is((await read({ brokerUrl: 'https://other.example', token: 'mine' }, environment)).broker?.access.token, 'mine');
});

test('the variables of the verifier of Pact filter, too', async (t) => {
  const { filters } = await read({ filterState: 'paid' }, { PACT_DESCRIPTION: 'refund', PACT_PROVIDER_STATE: 'held' });

  t.is(String(filters.description), '/refund/');
  t.is(String(filters.state), '/paid/');
});

test('selectors and publishing come from the command line', async (t) => {
  const { broker } = await read({
    brokerUrl: 'https://broker.example',
    consumerVersionSelectors: ['{"mainBranch":true}'],
    publish: true,
    providerVersion: '1.2.3',
    buildUrl: 'https://ci.example/1',
  });

  t.deepEqual(broker?.selectors, [{ mainBranch: true }]);
  t.deepEqual(broker?.publish, { providerVersion: '1.2.3', buildUrl: 'https://ci.example/1' });
});

const wrong: readonly (readonly [given: GivenOptions, environment: Environment, says: RegExp])[] = [
  [{ bank: 'dks' }, {}, /^--bank dks: expected one of bereke, .*; did you mean dsk\?$/],
  [{ bank: 'DSK' }, {}, /did you mean dsk\?$/],
  [{ bank: 'toString' }, {}, /^--bank toString: expected one of [^?]*$/],
  [{}, { BANK: 'berek' }, /^BANK=berek: expected .*; did you mean bereke\?$/],
  [{ allBanks: true, require: 'dsk,berke' }, {}, /^--require berke: .*did you mean bereke\?$/],
  [{ require: 'dsk' }, {}, /^--require needs --all-banks$/],
  [{ allBanks: true, bank: 'dsk' }, {}, /^--all-banks cannot go together with --bank$/],
  [{ ...elsewhere, allBanks: true }, password, /^--all-banks cannot go together with --gateway$/],
  [{ gateway: 'https://bank.example/payment/rest/' }, password, /^--gateway needs --login$/],
  [{ login: 'shop-api' }, password, /^--login needs --gateway$/],
  [elsewhere, {}, /^--gateway needs the password of the login in TILLBOX_GATEWAY_PASSWORD$/],
  [{ filterDescription: '(' }, {}, /^--filter-description \(: expected a regular expression$/],
  [{ filterConsumer: ['shop', '['] }, {}, /^--filter-consumer \[: expected a regular expression$/],
  [{ publish: true, providerVersion: '1' }, {}, /^--publish needs --broker-url$/],
  [{ json: '/no/such/a.json' }, {}, /^--json \/no\/such\/a\.json: there is no folder \/no\/such$/],
  [{}, { PACT_VERIFIER_JUNIT_REPORT: '/no/such/a.xml' }, /^--junit \/no\/such\/a\.xml: there is no folder/],
  [{ brokerUrl: 'https://b.example', publish: true }, {}, /^--publish needs --provider-version$/],
  [
    { allBanks: true, publish: true, providerVersion: '1' },
    {},
    /^--all-banks cannot go together with --publish: results /,
  ],
  [
    { publish: true, providerVersion: '1', filterState: 'x' },
    {},
    /^--publish .* --filter-state: only results of whole pacts/,
  ],
  [
    { brokerUrl: 'https://b.example', consumerVersionSelectors: ['{"mainbranch":true}'] },
    {},
    /did you mean mainBranch\?/,
  ],
];
for (const [given, environment, says] of wrong)
  test(`options are refused: ${JSON.stringify(given)} with ${JSON.stringify(environment)}`, async (t) => {
    await t.throwsAsync(read(given, environment), { message: says });
  });
