import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const mine = '# My own\nabout: Mine & <b>more</b>.\nattempts:\n  - decline: 116\n';
const wrong = 'about: x\nattempts:\n  - decline: insufficent-funds\n';

const editorFor = async (t: ExecutionContext, files: Readonly<Record<string, string>> = {}, language = 'en') => {
  const folder = await folderWith(t, files);
  // A wrong file fails the start otherwise.
  const options: SimulatorOptions = { scenarios: folder, watchesScenarios: true, logLevel: 'silent' };
  const simulator = await simulatorFor(t, options);
  return { folder, simulator, visitor: visitorOf(simulator.url, { language }) };
};

const address = '/scenarios/edit';

test('the gallery leads to the editor, for a new scenario and for an opened one', async (t) => {
  const { visitor } = await editorFor(t, { 'mine.yaml': mine });

  t.regex((await visitor.open('/scenarios')).html, /href="\/scenarios\/edit"/);
  t.regex((await visitor.open('/scenarios?name=mine')).html, /href="\/scenarios\/edit\?name=mine"/);
  const { status, html, text } = await visitor.open(`${address}?name=mine`);

  t.is(status, 200);
  t.regex(text, /Edit mine/);
  t.regex(html, /<textarea[^>]*>\n# My own\nabout: Mine &amp; &lt;b&gt;more/);
  t.regex(text, /No mistakes Mine & <b>more<\/b>\./);
  t.false(html.includes('<b>more'));
  t.regex(text, /the bank declines, Insufficient funds \(116\)/);
  t.regex(html, /<a [^>]*href="\/scenarios"[^>]*aria-current="page"|aria-current="page"[^>]*>[\s\S]{0,900}Scenarios/);
});

test('Check keeps the text, and names line, column and the word that was meant', async (t) => {
  const { folder, visitor } = await editorFor(t);

  const { status, html, text } = await visitor.submit(address, 'edit', {
    name: 'mine',
    text: wrong.replaceAll('\n', '\r\n'),
    do: 'check',
  });

  t.is(status, 200);
  t.regex(text, /Line 3, column 14: attempts\[0\]\.decline: .*did you mean insufficient-funds\?/);
  t.regex(html, /value="mine"/);
  t.true(html.includes('- decline: insufficent-funds'));
  t.deepEqual(await readdir(folder), []);
});

const idle = `attempts:
  - approve: true
  - decline: 116
later:
  - { after: 1m, do: capture }
payer: { otp: '1' }
`;

test('the verdict says which steps are not reached, and why', async (t) => {
  const { visitor } = await editorFor(t);

  const { html, text } = await visitor.submit(address, 'edit', { name: 'mine', text: idle, do: 'check' });

  t.regex(text, /No mistakes, but not everything happens/);
  t.regex(
    text,
    /Try 2: the bank declines, Insufficient funds \(116\)\. Line 3, column 5: is not reached: attempt 1 pays the order, with card 444455\*\*3333/,
  );
  t.regex(text, /Line 5, column 5: is not possible: the order is paid in one phase/);
  t.regex(text, /Line 6, column \d+: payer\.otp: has no effect: no attempt comes to the issuer's page/);
  t.is(html.match(/class="is-idle"/g)?.length, 2);
  t.regex((await visitor.submit(address, 'edit', { text: mine, do: 'check' })).text, /No mistakes Mine/);
});

for (const [language, words] of [
  [
    'ru',
    [
      'не сработает: попытка 1 оплачивает заказ картой 444455**3333',
      'невозможно: заказ одностадийный',
      'Ошибок нет, но',
    ],
  ],
  ['kk', ['іске қосылмайды: 1-талпыныс тапсырысты 444455**3333', 'мүмкін емес: тапсырыс бір кезеңді']],
] as const)
  test(`the verdict says it in ${language}`, async (t) => {
    const { visitor } = await editorFor(t, {}, language);

    const { text } = await visitor.submit(address, 'edit', { text: idle, do: 'check' });

    for (const word of words) t.true(text.includes(word), `${word}: ${text}`);
    t.notRegex(text, /is not (reached|possible)|has no effect/);
  });

test('Save writes the file, and leads to the scenario in the gallery', async (t) => {
  const { folder, visitor } = await editorFor(t);

  const saved = await visitor.submit(address, 'edit', { name: 'mine', text: mine, do: 'save' });

  t.regex(saved.text, /mine\.yaml is saved, and in use from the next payment on\./);
  t.regex(saved.html, /scenario is-open" id="scenario-mine"/);
  t.is(await readFile(join(folder, 'mine.yaml'), 'utf8'), mine);

  const again = await visitor.submit(address, 'edit', { name: 'mine', text: mine, do: 'save' });
  t.regex(again.text, /It was not saved: there is another text under this name by now\./);
  const changed = await visitor.submit(`${address}?name=mine`, 'edit', {
    name: 'mine',
    text: mine.replace('116', 'card-stolen'),
    do: 'save',
  });
  t.regex(changed.text, /mine\.yaml is saved/);
  t.regex(await readFile(join(folder, 'mine.yaml'), 'utf8'), /card-stolen/);
});

test('a wrong text, or one without a name, is not saved', async (t) => {
  const { folder, visitor } = await editorFor(t);
  for (const [name, text, words] of [
    ['mine', wrong, /It has mistakes, so nothing was done\./],
    ['', mine, /A scenario needs a name to be saved\./],
    ['../mine', mine, /A name has small letters, digits and hyphens/],
    ['116', mine, /A name has small letters, digits and hyphens/],
    ['mine', `about: ${'x'.repeat(17_000)}`, /at most 16 KiB/],
  ] as const) {
    const { text: shown } = await visitor.submit(address, 'edit', { name, text, do: 'save' });
    t.regex(shown, words, name);
  }
  t.deepEqual(await readdir(folder), []);
});

test('a text is set for the merchant without a file, for every order or for the next one', async (t) => {
  const { simulator, visitor } = await editorFor(t);
  const merchant = () => simulator.store.merchants.find('test_user');

  await visitor.submit(address, 'edit', { name: '', text: mine, do: 'set-next' });
  t.is((await merchant())?.nextOrders?.orders, 1);
  const { text } = await visitor.submit(address, 'edit', { name: '', text: mine, do: 'set' });

  t.regex(text, /Every payment of this merchant follows this scenario now\./);
  t.like((await merchant())?.ownScenario, { attempts: [{ decline: 116 }] });
});

test('a text is downloaded under its name', async (t) => {
  const { visitor } = await editorFor(t);

  const { html } = await visitor.submit(address, 'edit', { name: 'mine', text: mine, do: 'download' });

  t.is(html, mine);
});

test('where nothing can be saved, the page says why and offers no Save', async (t) => {
  const bundled = visitorOf((await simulatorFor(t)).url);
  const shown = await bundled.open(`${address}?name=slow-bank`);
  t.regex(shown.text, /Nothing can be saved here: the gateway has no folder of your own\./);
  t.notRegex(shown.html, /value="save"/);
  t.regex(shown.html, /value="set-next"/);

  const { folder, visitor } = await editorFor(t);
  await rm(folder, { recursive: true });
  t.regex((await visitor.open(address)).text, /the folder in SCENARIOS does not exist/);
});

test('a wrong file of the folder is a click away from its mistake', async (t) => {
  const { visitor } = await editorFor(t, { 'mine.yaml': wrong });

  t.regex((await visitor.open('/scenarios')).html, /href="\/scenarios\/edit\?name=mine">Edit</);
  const { html, text } = await visitor.open(`${address}?name=mine`);
  t.true(html.includes('- decline: insufficent-funds'));
  t.regex(text, /Line 3, column 14/);
  const saved = await visitor.submit(`${address}?name=mine`, 'edit', { name: 'mine', text: mine, do: 'save' });
  t.regex(saved.text, /mine\.yaml is saved, and in use/);
});

test('a form of another site does nothing', async (t) => {
  const { folder, visitor, simulator } = await editorFor(t);
  await visitor.open(address);
  const fields = { act: 'edit', name: 'mine', text: mine, do: 'save' };

  const blind = await visitor.send(address, { method: 'POST', body: new URLSearchParams(fields) });
  t.is(blind.status, 303);
  const guessed = await visitor.send(address, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, formToken: 'x'.repeat(32) }),
  });
  t.is(guessed.status, 303);
  const foreign = await visitor.send(address, {
    method: 'POST',
    headers: { Origin: 'https://evil.example' },
    body: new URLSearchParams({ ...fields, formToken: visitor.cookies.get('tillbox-form') ?? '' }),
  });
  t.true(foreign.status >= 303, String(foreign.status));
  t.deepEqual(await readdir(folder), []);
  t.is((await simulator.store.merchants.find('test_user'))?.ownScenario, undefined);
});

for (const [language, words] of [
  ['ru', ['Правка: mine', 'Ошибок нет', 'Сохранить', 'банк отказывает', 'Скачать']],
  ['kk', ['Өңдеу: mine', 'Қате жоқ', 'Сақтау']],
] as const)
  test(`the editor speaks ${language}`, async (t) => {
    const { visitor } = await editorFor(t, { 'mine.yaml': mine }, language);

    const { text } = await visitor.open(`${address}?name=mine`);

    for (const word of words) t.true(text.includes(word), `${word}: ${text}`);
    t.notRegex(text, /Verdict|No mistakes|Save as/);
  });
