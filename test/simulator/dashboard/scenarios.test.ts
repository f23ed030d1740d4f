import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { bundledScenarios } from '../../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { type VisitorOptions, visitorOf } from '../../helpers/dashboard/visitor.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const gallery = async (t: ExecutionContext, options: SimulatorOptions = {}, visit: VisitorOptions = {}) => {
  const simulator = await simulatorFor(t, options);
  return { simulator, visitor: visitorOf(simulator.url, visit) };
};

const namesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<li class="scenario[^"]*" id="scenario-([^"]+)"/g)].map(([, name = '']) => name);

test('the gallery has every scenario in a group, with its subject and its end', async (t) => {
  const { simulator, visitor } = await gallery(t);

  const { html, text } = await visitor.open('/scenarios');

  const all = (await simulator.scenarios()).map(({ name }) => name);
  t.deepEqual([...namesIn(html)].sort(), [...all].sort());
  for (const words of [
    'Second try',
    'three-declines All three attempts are declined for different reasons, and the order ends. Declined 6',
    'callback-twice The shop gets the callback of one payment twice, although it answered 200 to the first callback. Deposited 2',
    'reversed-by-bank',
  ])
    t.true(text.includes(words), words);
  t.regex(html, /aria-current="page"[^>]*>[\s\S]*?Scenarios/);
});

test('the search finds names, words and codes, and groups narrow it down', async (t) => {
  const { visitor } = await gallery(t);
  const found = async (query: string): Promise<readonly string[]> =>
    namesIn((await visitor.open(`/scenarios?${query}`)).html);

  t.deepEqual(await found('q=stolen'), ['declined-card-stolen', 'by-card-stolen']);
  t.true((await found('q=116')).includes('insufficient-funds-then-other-card'));
  t.deepEqual(await found('q=CHECKSUM+forged'), ['callback-wrong-checksum']);
  t.true((await found('group=callbacks')).every((name) => name.startsWith('callback')));
  t.deepEqual(await found('group=callbacks&q=116'), []);
  t.true((await found('group=nonsense')).length > 100);
});

test('a search without a hit says so, escaped, and leads back', async (t) => {
  const { visitor } = await gallery(t);

  const { html, text } = await visitor.open('/scenarios?q=%3Cb%3Enothing&group=callbacks');

  t.regex(text, /No scenario of this group has “<b>nothing”/);
  t.false(html.includes('<b>nothing'));
  t.regex(html, /<a [^>]*href="\/scenarios"[^>]*>Show all/);
});

test('an opened scenario tells what happens, how it ends, and what a shop should do', async (t) => {
  const { visitor } = await gallery(t);

  const { html, text } = await visitor.open('/scenarios?name=insufficient-funds-then-other-card');

  for (const words of [
    'Try 1: the bank declines, Insufficient funds (116).',
    'Try 2: the issuer asks for a code, and the payer passes.',
    'The order ends as Deposited (2).',
    'What a shop should do Take the card from the status answer of the paid order',
    'insufficient-funds-then-other-card.yaml',
    'decline : insufficient-funds',
    "--data-urlencode 'jsonParams={",
    `await sandbox.setScenario('test_user', 'insufficient-funds-then-other-card', { orders: 1 });`,
  ])
    t.true(text.includes(words), words);
  t.notRegex(html, /test_user_password/);
});

test('callbacks, calls and acts of the bank are told as well', async (t) => {
  const { visitor } = await gallery(t);
  for (const [name, ...sentences] of [
    ['callback-twice', 'Callback deposited: comes twice.'],
    ['page-is-slow', 'The card page: answers after 300ms, sends its answer bit by bit for 200ms.'],
    ['register-answers-429-once', 'register.do: answers HTTP 429, once.'],
    ['charged-back', 'The bank takes the money back, 30 d after the payment.', 'Callbacks: deposited.'],
    [
      'captured-by-bank',
      'Two phases: the money is held first.',
      'The bank captures 10,000.00',
      ', 1 h after the payment.',
    ],
    ['payer-leaves-page', 'The payer closes the card page without paying.'],
    ['callback-lost', 'The shop receives no callback.'],
    ['declined-card-lost', 'The order stays Created (0): the payer may try again.'],
  ] as const) {
    const { text } = await visitor.open(`/scenarios?name=${name}`);
    for (const sentence of sentences) t.true(text.includes(sentence), `${name}: ${sentence}`);
  }
});

test('playing a scenario makes an order that follows it, and the gallery counts it today', async (t) => {
  const { simulator, visitor } = await gallery(t);

  const { status, text } = await visitor.submit('/scenarios?name=insufficient-funds-then-other-card', 'play');

  t.is(status, 200);
  t.true(text.includes('was played'), text.slice(0, 400));
  t.regex(text, /Deposited 2/);
  const opened = await visitor.open('/scenarios?name=insufficient-funds-then-other-card');
  t.regex(opened.text, /today: 1/);
  const [order] = await simulator.store.orders.ofMerchant('test_user');
  t.is(order?.status, 'deposited');
  t.is(order?.attempts.length, 2);
  t.true(opened.html.includes(`/orders/${order?.id}`));
});

test('a payer who waits moves the clock, and one in two phases leaves the money held', async (t) => {
  const { simulator, visitor } = await gallery(t);

  const late = await visitor.submit('/scenarios?name=payer-lets-challenge-run-out', 'play');
  t.regex(late.text, /The clock went on by 21 min/);
  t.regex(late.text, /Declined 6/);

  const held = await visitor.submit('/scenarios?name=reversed-by-bank', 'play');
  t.regex(held.text, /Approved 1/);
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 2);
});

test('a scenario that fails the first call is played all the same', async (t) => {
  const { visitor } = await gallery(t);

  const { text } = await visitor.submit('/scenarios?name=register-answers-429-once', 'play');

  t.regex(text, /Deposited 2/);
});

test('a scenario is set for the merchant, for the next order, and switched off', async (t) => {
  const { simulator, visitor } = await gallery(t);
  const merchant = () => simulator.store.merchants.find('test_user');

  const set = await visitor.submit('/scenarios?name=slow-bank', 'set');
  t.regex(set.text, /Every payment of this merchant follows slow-bank/);
  t.is((await merchant())?.scenario, 'slow-bank');
  t.regex(set.text, /In force now/);
  t.regex(set.html, /value="scenario-off"/);

  const next = await visitor.submit('/scenarios?name=three-declines', 'set-next');
  t.regex(next.text, /The next order follows three-declines/);
  t.is((await merchant())?.nextOrders?.orders, 1);

  const off = await visitor.submit('/scenarios?name=three-declines', 'scenario-off');
  t.regex(off.text, /The scenario is switched off/);
  t.is((await merchant())?.scenario, undefined);
});

test('a name that no scenario has is refused with the one that was probably meant', async (t) => {
  const { simulator, visitor } = await gallery(t);

  const { status, text, html } = await visitor.open('/scenarios?name=%3Ci%3Eslow-bnk');
  t.is(status, 404);
  t.regex(text, /No scenario is called <i>slow-bnk/);
  t.false(html.includes('<i>slow'));
  const near = await visitor.open('/scenarios?name=slow-bnk');
  t.regex(near.html, /name=slow-bank[^"]*"[^>]*>slow-bank</);

  for (const act of ['play', 'set', 'set-next']) {
    const refused = await visitor.submit('/scenarios?name=slow-bank', act, { scenario: 'slow-bnk' });
    t.regex(refused.text, /did you mean slow-bank\?/, act);
  }
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 0);
  t.is((await simulator.store.merchants.find('test_user'))?.scenario, undefined);
});

test('the form tells which scenario an order would meet, and why', async (t) => {
  const { visitor } = await gallery(t, { scenarios: bundledScenarios });

  const closed = await visitor.open('/scenarios');
  t.regex(closed.html, /<details[^>]*id="explain"(?![^>]*open)/);

  const asked = await visitor.open('/scenarios?explain=1&number=decline-7&amount=150.00&attempt=1');
  t.regex(asked.html, /<details[^>]*id="explain"[^>]* open/);
  t.regex(asked.text, /Scenario by-order-number-declined decides\./);
  t.regex(asked.text, /declined, Insufficient funds \(116\)/);
  t.regex(asked.html, /name="number"[^>]*value="decline-7"/);

  const byCard = await visitor.open('/scenarios?explain=1&card=5168494895055780');
  t.regex(byCard.text, /No scenario decides: the card does\./);

  const wrong = await visitor.open('/scenarios?explain=1&amount=much&card=12&attempt=0');
  t.regex(wrong.text, /much is no amount/);
  const real = await visitor.open('/scenarios?explain=1&card=4929123456781234');
  t.notRegex(real.html, /4929123456781234/);
  t.regex(real.text, /No scenario decides/);
  const planted = await visitor.open('/scenarios?explain=1&number=%22%3E%3Cscript%3Ealert(1)');
  t.false(planted.html.includes('<script>alert'));
});

test('a wrong file is named with its line, and the last good ones stay', async (t) => {
  const folder = await folderWith(t, { 'mine.yaml': 'about: "<b>Mine</b>"\nattempts: [{ decline: 116 }]\n' });
  const { visitor } = await gallery(t, { scenarios: folder, watchesScenarios: true, logLevel: 'silent' });
  const first = await visitor.open('/scenarios?q=mine');
  t.true(first.text.includes('<b>Mine</b>'));
  t.false(first.html.includes('<b>Mine'));

  await writeFile(join(folder, 'mine.yaml'), 'about: x\nattempts:\n  - decline: insufficent-funds\n');

  await eventually(
    t,
    async () => (await visitor.open('/scenarios?q=mine')).text,
    (text) => text.includes('is not read'),
  );
  const broken = await visitor.open('/scenarios?q=mine');
  t.regex(broken.text, /mine\.yaml, line 3, is not read/);
  t.regex(broken.text, /insufficient-funds/);
  t.true(broken.text.includes('<b>Mine</b>'));
});

test('files that were never right leave a page that says so', async (t) => {
  const folder = await folderWith(t, { 'mine.yaml': 'attempts: [{ decline: nonsense }]\n' });
  const { visitor } = await gallery(t, { scenarios: folder, watchesScenarios: true, logLevel: 'silent' });

  const { status, text } = await visitor.open('/scenarios');

  t.is(status, 200);
  t.regex(text, /mine\.yaml, line 1, is not read/);
});

for (const [language, words] of [
  [
    'ru',
    [
      'Все три попытки отклонены по разным причинам, и заказ на этом закончен.',
      'Попытка 1: банк отказывает, Недостаточно средств (116).',
      'Отклонён 6',
      'Что делать магазину',
    ],
  ],
  ['kk', ['1-әрекет: банк бас тартады, Қаражат жеткіліксіз (116).', 'Қабылданбады 6']],
] as const)
  test(`the gallery speaks ${language}`, async (t) => {
    const { visitor } = await gallery(t, {}, { language });

    const { text } = await visitor.open('/scenarios?name=three-declines');

    for (const sentence of words) t.true(text.includes(sentence), sentence);
    t.notRegex(text, /Second try|What happens|Play it/);
  });

test('a sub-folder of the scenarios that is not read is named on the page and in the log', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [approve]' });
  await mkdir(join(folder, 'cards'));
  await writeFile(join(folder, 'cards/b.yaml'), 'attempts: [approve]');
  const { simulator, visitor } = await gallery(t, {
    scenarios: folder,
    watchesScenarios: true,
    logLevel: 'warn',
    logFormat: 'text',
    sayLine: (line) => line,
  });
  await simulator.readScenarios();

  t.true((await visitor.open('/scenarios')).text.includes('The sub-folder cards is not read'));
  const log = await (await fetch(`${simulator.controlUrl}/log`)).text();
  t.regex(log, /a part of the scenario folder is not read/);
});

for (const [language, words] of [
  ['ru', ['номер заказа poor-7 соответствует ^poor', 'на попытке 1 банк отклоняет карту', 'после оплаты заказа']],
  [
    'kk',
    [
      'тапсырыс нөмірі poor-7 — ^poor үлгісіне сәйкес',
      '1-талпыныста банк картаны қабылдамайды',
      'тапсырыс төленгеннен кейін 1 минут өткенде',
    ],
  ],
] as const)
  test(`why a scenario decides is said in ${language}, with its conditions`, async (t) => {
    const poor = 'when: { orderNumber: "^poor" }\nattempts: [{ decline: 116 }]\nlater: [{ after: 1m, do: refund }]\n';
    const scenarios = await folderWith(t, { 'poor.yaml': poor });
    const simulator = await simulatorFor(t, { scenarios, logLevel: 'silent' });

    const { text } = await visitorOf(simulator.url, { language }).open('/scenarios?explain=1&number=poor-7');

    for (const word of words) t.true(text.includes(word), `${word}: ${text}`);
    t.notRegex(text, /on attempt 1|asks for no|has no scenario/);
  });
