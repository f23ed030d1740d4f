import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { factInWords, factNames, facts, remarkOn, type SayFact } from '../../../simulator/banks/fact-words.ts';
import { bankTexts } from '../../../simulator/dashboard/pages/bank/texts.ts';
import { sources } from '../../../simulator/data/sources.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

test('the page of the bank has it in words, its guesses, and what to do before going live', async (t) => {
  const simulator = await simulatorFor(t);

  const { status, text, html } = await visitorOf(simulator.url).open('/bank');

  t.is(status, 200);
  t.regex(text, /The bank of this merchant, as tillbox imitates it/);
  t.regex(text, /An order that nobody pays in time ends with actionCode -2014/);
  t.regex(text, /https:\/\/3dsec\.berekebank\.kz\/payment\/rest\//);
  t.regex(text, /Outside of tests there is no jsonParams\.scenario/);
  t.regex(text, /minutes east of UTC\s*:\s*300/);
  t.regex(html, /href="https:\/\/sandbox\.berekebank\.kz[^"]*" rel="noreferrer"/);
  t.notRegex(text, /at Bereke:/);
});

test('what differs from Bereke is marked, and can be seen alone', async (t) => {
  const simulator = await simulatorFor(t, { bank: 'arca' });
  const visitor = visitorOf(simulator.url);

  const { text } = await visitor.open('/bank?facts=differs');
  t.regex(text, /at Bereke: 398/);
  t.notRegex(text, /content type [^<]* documented/);

  const guesses = await visitor.open('/bank?facts=guess');
  t.notRegex(guesses.html, /status is-good/);
});

test('another bank is looked at; an unknown one is the own one', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);

  t.regex((await visitor.open('/bank?bank=dsk')).text, /Another bank that tillbox can imitate/);
  const unknown = await visitor.open('/bank?bank=%3Cb%3E');
  t.is(unknown.status, 200);
  t.false(unknown.html.includes('<b>&lt;') || unknown.html.includes('bank=<b>'));
});

test('every bank has its page in three languages', async (t) => {
  const simulator = await simulatorFor(t);
  for (const language of ['en', 'ru', 'kk'])
    for (const { name } of banks) {
      const { status } = await visitorOf(simulator.url, { language }).open(`/bank?bank=${name}`);
      t.is(status, 200, `${name} ${language}`);
    }
});

test('every fact of every bank has its texts: name, value, note and source', (t) => {
  const known = new Set(bankTexts.map(([english]) => english));
  const missing = new Set<string>();
  const say: SayFact = (text) => {
    if (!known.has(text)) missing.add(text);
    return text;
  };

  for (const bank of banks)
    for (const fact of facts) {
      const [source] = bank.provenance[fact];
      say(factNames[fact]);
      factInWords(bank, fact, say);
      remarkOn(bank, fact, say);
      const where = typeof source === 'string' ? sources[source] : source.words;
      if (!where.startsWith('https:')) say(where);
    }

  t.deepEqual([...missing], []);
});

test('the page of the bank has no token in it', async (t) => {
  const simulator = await simulatorFor(t, { controlToken: 'very-secret-token' });
  const headers = { Authorization: 'Bearer very-secret-token' };

  const { html } = await visitorOf(simulator.url, { headers }).open('/bank');

  t.regex(html, /\$CONTROL_TOKEN/);
  t.notRegex(html, /very-secret-token/);
});
