import test from 'ava';
import { ConfigError, createClock, ScenarioError, startSimulator } from '../../../simulator/index.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';

const shop = { login: 'shop', password: 'secret-word' };

/** Options that are wrong, and what is said of them after `startSimulator: `. */
const wrong: readonly (readonly [options: unknown, complaint: RegExp])[] = [
  [null, /^expected an object of options, got null$/],
  ['bank', /^expected an object of options, got "bank"$/],
  [[], /^expected an object of options, got a list$/],
  [{ prot: 1 }, /^prot: unknown option; did you mean port\?$/],
  [{ Port: 1 }, /^Port: unknown option; did you mean port\?$/],
  [{ PORT: 1 }, /^PORT: unknown option; did you mean port\?$/],
  [{ banck: 'bpc' }, /^banck: unknown option; did you mean bank\?$/],
  [{ merchant: [] }, /^merchant: unknown option; did you mean merchants\?$/],
  [{ callback: {} }, /^callback: unknown option; did you mean callbacks\?$/],
  [{ callbackUrl: 'http://shop' }, /^callbackUrl: unknown option; known are port, host, .*callbacks/],
  [{ scenario: [] }, /^scenario: unknown option; did you mean scenarios\?$/],
  [{ journalsize: 5 }, /^journalsize: unknown option; did you mean journalSize\?$/],
  [{ sessionTimeout: 5 }, /^sessionTimeout: unknown option/],
  [{ constructor: 1 }, /^constructor: unknown option/],
  [JSON.parse('{"__proto__": 1}'), /^__proto__: unknown option/],
  [Object.create({ port: 0 }), /^port: expected in the object itself, but it is inherited$/],
  [{ bank: 'kaspi' }, /^bank: expected bereke, .* or [\w-]+, got "kaspi"$/],
  [{ bank: 'bereka' }, /^bank: expected bereke, .*, got "bereka"; did you mean bereke\?$/],
  [{ bank: 'Bereke' }, /; did you mean bereke\?$/],
  [{ bank: 1 }, /^bank: expected bereke, .*, or a bank of `banks`, got 1$/],
  [{ bank: {} }, /^bank: expected .*, got an object$/],
  [{ port: '8080' }, /^port: expected a whole number from 0 to 65535 \(0: any free port\), got "8080"$/],
  [{ port: -1 }, /^port: .*, got -1$/],
  [{ port: 80.5 }, /^port: .*, got 80.5$/],
  [{ port: Number.NaN }, /^port: .*, got NaN$/],
  [{ port: 65_536 }, /^port: .*, got 65536$/],
  [{ port: null }, /^port: .*, got null$/],
  [{ port: 80n }, /^port: .*, got 80$/],
  [{ host: '' }, /^host: expected an address of this machine, got ""$/],
  [{ hosts: 'bank.test' }, /^hosts: expected a list of names without a port, got "bank.test"$/],
  [{ hosts: ['bank.test:80'] }, /^hosts\[0\]: /],
  [{ publicUrl: 'pay.example' }, /^publicUrl: expected an address that begins with http/],
  [{ publicUrl: 'pay://u:secret-word@x' }, /got "pay:\/\/\*\*\*@x"$/],
  [{ statusVersion: 0 }, /^statusVersion: expected a whole number from 1 to \d+, got 0$/],
  [{ errorCodeStyle: 'txt' }, /^errorCodeStyle: expected text or number, got "txt"; did you mean text\?$/],
  [{ loginTries: -1 }, /^loginTries: /],
  [{ journalSize: '100' }, /^journalSize: expected a whole number from 0 to 1000000, got "100"$/],
  [{ journalSize: 1e7 }, /^journalSize: /],
  [{ journalAgeMs: 1.5 }, /^journalAgeMs: /],
  [{ sandboxPanel: 'off' }, /^sandboxPanel: expected true or false, got "off"$/],
  [{ sessionTimeoutSecs: 0 }, /^sessionTimeoutSecs: expected a whole number of seconds from 1/],
  [{ paymentAttempts: 0 }, /^paymentAttempts: expected a whole number from 1 to 99, got 0$/],
  [{ stopGraceMs: '5s' }, /^stopGraceMs: expected a whole number of milliseconds from 0, got "5s"$/],
  [
    { logLevel: 'warning' },
    /^logLevel: expected .*, got "warning"; did you mean warn\?$|^logLevel: expected .*, got "warning"$/,
  ],
  [{ controlToken: 'secret-word ' }, /^controlToken: expected a text without spaces, got a string$/],
  [{ controlToken: '' }, /^controlToken: /],
  [{ controlPort: '' }, /^controlPort: /],
  [{ tls: 'on' }, /^tls: expected true or false, got "on"$/],
  [{ tlsPort: 70_000 }, /^tlsPort: expected a whole number from 0 to 65535/],
  [{ tlsNames: 'pay.test' }, /^tlsNames: expected a list of names or addresses without a port, got "pay.test"$/],
  [{ tlsNames: ['https://pay.test'] }, /^tlsNames\[0\]: /],
  [{ tlsFolder: '' }, /^tlsFolder: expected a folder, got ""$/],
  [{ tlsCerts: 'a.pem' }, /^tlsCerts: unknown option; did you mean tlsCert\?$/],
  [{ callbackCA: 'a.pem' }, /^callbackCA: unknown option; did you mean callbackCa\?$/],
  [
    { scenarios: ['declined'] },
    /^scenarios\[0\]: expected a scenario of `parseScenario` or `loadScenarios`, got "declined"$/,
  ],
  [
    { scenarios: [{ attempts: ['approve'] }] },
    /^scenarios\[0\]: expected a scenario of `parseScenario` .*, got an object$/,
  ],
  [{ scenarios: 5 }, /^scenarios: expected a folder, or a list of scenarios/],
  [{ callbacks: 'http://shop' }, /^callbacks: expected an object of options, got "http:\/\/shop"$/],
  [{ callbacks: { urll: 'http://shop' } }, /^callbacks\.urll: unknown option; did you mean url\?$/],
  [{ callbacks: { url: 'shop:3000' } }, /^callbacks\.url: expected an address that begins with http/],
  [{ callbacks: { method: 'post' } }, /^callbacks\.method: expected GET or POST, got "post"; did you mean POST\?$/],
  [{ callbacks: { operations: ['deposit'] } }, /^callbacks\.operations\[0\]: .*; did you mean deposited\?$/],
  [{ callbacks: { operations: 'deposited' } }, /^callbacks\.operations: expected a list/],
  [{ callbacks: { parameters: ['amuont'] } }, /^callbacks\.parameters\[0\]: .*; did you mean amount\?$/],
  [{ callbacks: { retryAfterMs: '30s' } }, /^callbacks\.retryAfterMs: /],
  [{ callbacks: { mostFailures: 0 } }, /^callbacks\.mostFailures: /],
  [{ callbacks: { headers: { 'X-Shop': 1 } } }, /^callbacks\.headers\.X-Shop: expected a text, got 1$/],
  [{ callbacks: { token: 5 } }, /^callbacks\.token: expected a text that is not empty, got a number$/],
  [{ merchants: shop }, /^merchants: expected a list of objects with login and password, got an object$/],
  [{ merchants: ['shop:secret-word'] }, /^merchants\[0\]: expected an object of options, got a string$/],
  [{ merchants: [{ login: 'shop' }] }, /^merchants\[0\]\.password: this option is missing$/],
  [{ merchants: [{ ...shop, login: '' }] }, /^merchants\[0\]\.login: expected a text that is not empty, got ""$/],
  [{ merchants: [{ ...shop, password: '' }] }, /^merchants\[0\]\.password: expected a text that is not empty$/],
  [{ merchants: [{ ...shop, password: 12 }] }, /^merchants\[0\]\.password: expected a text, got a number$/],
  [{ merchants: [{ ...shop, nmae: 'Tea' }] }, /^merchants\[0\]\.nmae: unknown option; did you mean name\?$/],
  [{ merchants: [shop, shop] }, /^merchants\[1\]\.login: expected each login once, but shop is there twice$/],
  [{ merchants: [{ ...shop, bank: 'dks' }] }, /^merchants\[0\]\.bank: .*; did you mean dsk\?$/],
  [{ merchants: [{ ...shop, callbacks: { urls: 'x' } }] }, /^merchants\[0\]\.callbacks\.urls: .*did you mean url\?$/],
  [{ watchesScenarios: 1 }, /^watchesScenarios: expected true or false, got 1$/],
  [{ store: 'memory' }, /^store: expected a store of `openStore`, got "memory"$/],
  [{ clock: Date.now }, /^clock: expected a clock of `createClock`, got a function$/],
  [{ seed: 1 }, /^seed: expected a text, got 1$/],
  [{ callbackPatienceMs: -1 }, /^callbackPatienceMs: /],
  [{ limits: { connection: 1 } }, /^limits\.connection: unknown limit; did you mean connections\?$/],
  [{ limits: { idleMs: Number.POSITIVE_INFINITY } }, /^limits\.idleMs: /],
];

for (const [options, complaint] of wrong) {
  test(`the start refuses ${complaint.source.slice(0, 90)}`, async (t) => {
    const error = await t.throwsAsync(
      startSimulator(options as object).then((simulator) => simulator.stop()),
      { instanceOf: ConfigError },
    );

    t.true(error?.message.startsWith('startSimulator: '), error?.message);
    t.regex(error?.message.slice('startSimulator: '.length) ?? '', complaint);
    t.notRegex(error?.message ?? '', /secret-word/);
  });
}

test('a folder of scenarios that is not there, or has a wrong file, fails the start and not the first payment', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [aprove]' });
  const start = (scenarios: string) => startSimulator({ scenarios }).then((simulator) => simulator.stop());

  await t.throwsAsync(start(`${folder}/none`), {
    instanceOf: ScenarioError,
    message: `${folder}/none: expected a folder of scenario files, but there is none`,
  });
  await t.throwsAsync(start(folder), { instanceOf: ScenarioError, message: /a\.yaml:1: .*; did you mean approve\?$/ });
});

test('undefined means that an option is not given', async (t) => {
  const options = { port: undefined, bank: undefined, callbacks: { url: undefined }, limits: undefined };
  const simulator = await startSimulator(options as object);
  t.teardown(simulator.stop);

  t.is(simulator.bank.name, 'bereke');
});

test('an object without a prototype is an object of options', async (t) => {
  const simulator = await startSimulator(Object.assign(Object.create(null), { paymentAttempts: 1 }));
  t.teardown(simulator.stop);

  t.is(simulator.bank.name, 'bereke');
});

test('a bank may be given by its name, and the public address with a slash at its end', async (t) => {
  const simulator = await startSimulator({ bank: 'dsk', publicUrl: 'https://pay.example/', clock: createClock() });
  t.teardown(simulator.stop);
  const { login: userName, password } = { login: 'test_user', password: 'test_user_password' };
  const form = new URLSearchParams({
    userName,
    password,
    amount: '100',
    returnUrl: 'https://shop.example',
    orderNumber: '1',
  });

  const answer = await fetch(`${simulator.restUrl}register.do`, { method: 'POST', body: form });

  t.is(simulator.bank.name, 'dsk');
  t.regex(((await answer.json()) as { readonly formUrl: string }).formUrl, /^https:\/\/pay\.example\/[^/]/);
});

test('an undefined field of callbacks, limits or a merchant has its default', async (t) => {
  const callbacks = { method: undefined, retryAfterMs: undefined };
  const own = { login: 'shop', password: 'p', name: undefined, callbacks };
  const options = { merchants: [own], callbacks, limits: { idleMs: undefined, connections: undefined } };
  const simulator = await startSimulator(options as object);
  t.teardown(simulator.stop);

  const [merchant] = await simulator.merchants();

  t.like(merchant, { name: 'Demo Store', callbacks: { method: 'GET', retryAfterMs: 30_000 } });
  t.is((await fetch(simulator.url)).status, 200);
});
