import { readFileSync } from 'node:fs';
import test from 'ava';
import { refusalIn } from '../../../simulator/dashboard/texts/refusals/refusal-in.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const languages = ['ru', 'kk'] as const;

/** Words that no Russian or Kazakh sentence has. */
const english =
  /\b(?:expected|received|input|option|the|of|has|not|no|did you mean|with|which|that|characters|between|already)\b/i;

const words = (text: string): string => text.replaceAll(/"[^"]*"|`[^`]*`|\b[\w-]+[.-][\w.-]+\b/g, '');

/** What forms send that nobody can mean: the path, the act, and the fields. */
const wrongForms: readonly (readonly [path: string, act: string, fields: Readonly<Record<string, string>>])[] = [
  ['/merchants', 'make', { login: 'second' }],
  ['/merchants', 'make', { login: 'a b' }],
  ['/merchants', 'make', { login: 'q', bank: 'dskk' }],
  ['/merchants', 'make', { login: 'q', name: 'x'.repeat(300) }],
  ['/merchants', 'general', { login: 'nobody', name: 'x' }],
  ['/merchants', 'general', { login: 'second', name: '' }],
  ['/merchants', 'general', { login: 'second', name: 'x', statusVersion: '99' }],
  ['/merchants', 'callbacks', { login: 'second', url: 'ftp://x', method: 'GET' }],
  ['/merchants', 'callbacks', { login: 'second', url: '', method: 'GET', checksum: 'hmac' }],
  ['/merchants', 'password', { login: 'second', password: '' }],
  ['/merchants', 'import', { into: 'second', state: '{"format":1}' }],
  ['/merchants', 'import', { into: 'second', state: '{"format":2}' }],
  ['/merchants', 'restore', { login: 'nobody' }],
  ['/', 'clock', { move: 'soon' }],
  ['/', 'clock', { move: '100000d' }],
  ['/', 'order', { amount: '0' }],
  ['/', 'order', { amount: '5', scenario: 'no-such' }],
  ['/', 'callback', { to: 'nonsense' }],
  ['/', 'callback', {}],
  ['/orders/{paid}', 'refund', { sum: '0' }],
  ['/orders/{paid}', 'refund', { sum: '99999999' }],
  ['/orders/{paid}', 'deposit', { sum: '1' }],
  ['/orders/{paid}', 'expire', {}],
  ['/orders/{paid}', 'resend', { callback: 'none' }],
  ['/callbacks', 'spoil', { id: 'x', how: 'late', delay: 'soon' }],
  ['/callbacks', 'spoil', { id: 'x', how: 'address', to: 'q' }],
  ['/callbacks', 'set-address', { url: 'q' }],
  ['/scenarios', 'set', { scenario: 'no-such' }],
  ['/scenarios', 'set', { scenario: 'slow-bnk' }],
  ['/health', 'log-level', { level: 'loud' }],
];

for (const language of languages)
  test(`what is refused is said in ${language}`, async (t) => {
    const simulator = await simulatorFor(t, {
      merchants: [
        { login: 'test_user', password: 'test_user_password' },
        { login: 'second', password: 'second-secret' },
      ],
    });
    const paid = await payWith(simulator, plainCard.pan);
    const visitor = visitorOf(simulator.url, { language });
    const formToken = /name="formToken" value="([^"]*)"/.exec((await visitor.open('/')).html)?.[1] ?? '';

    for (const [address, act, fields] of wrongForms) {
      const path = address.replace('{paid}', paid);
      const body = new URLSearchParams({ formToken, act, ...fields });
      const { headers } = await visitor.send(path, { method: 'POST', body });
      const { html } = await visitor.open(headers.get('location') ?? path);
      const [, notice = ''] =
        /class="note note-top is-bad"[^>]*>.*?<span role="status">(.*?)<\/span>/s.exec(html) ?? [];

      t.regex(notice, /\p{Script=Cyrillic}/u, `${act} ${JSON.stringify(fields)}`);
      t.notRegex(words(notice.replaceAll('&quot;', '"')), english);
    }
  });

test('a field that the sentence begins with is not named twice', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);

  const { text } = await visitor.submit('/merchants', 'make', { login: 'test_user' });

  t.regex(text, /login: expected a new one, but there is a merchant test_user/);
  t.notRegex(text, /login: login:/);
});

/** Every `errorMessage` of the published schema but those for editors alone, which say more than the check. */
const expectations = (schema: unknown): readonly string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, value]) =>
        key === 'errorMessage' && typeof value === 'string' ? [value] : expectations(value),
      );

const ofEditors = /a step with a setting is a mapping|an endpoint, by its name or its path/;

const twoSteps = (one: object, other: object): object => ({ ...one, ...other });

/** Texts that are no scenario, besides those with a single wrong value. */
const wrongScenarios: readonly object[] = [
  {},
  { atempts: [] },
  { shopp: 'x', cards: [] },
  { attempts: [] },
  { attempts: ['decline'] },
  { attempts: ['aprove'] },
  { attempts: [{ challenge: 'lost' }] },
  { attempts: [{ approve: true, decline: 116 }] },
  { attempts: [{ challenge: 'failed', approve: true }] },
  { attempts: [{ withoutThreeDs: true, frictionless: true }] },
  { gateway: ['malformed'] },
  { gateway: [{ on: 'regster', do: 'malformed' }] },
  { gateway: [{ on: 'register', do: {} }] },
  { gateway: [{ on: 'register', do: { drop: 'soon' } }] },
  { gateway: [{ on: 'register', do: twoSteps({ errorCode: 7 }, { httpStatus: 500 }) }] },
  { gateway: [{ on: 'page', do: { errorCode: 7 } }] },
  { callbacks: [{ on: 'deposted', do: 'lost' }] },
  { callbacks: [{ on: 'any', do: 'outOfOrder' }] },
  { callbacks: [{ on: 'deposited', do: twoSteps({ lost: true }, { delay: '1m' }) }] },
  { callbacks: [{ on: 'deposited', do: twoSteps({ noChecksum: true }, { wrongChecksum: true }) }] },
  { callbacks: [{ on: 'deposited', do: { fields: {} } }] },
  { later: ['expire'] },
  { later: [{ after: '1m', do: {} }] },
  { later: [{ after: '1m', do: { capture: true, refund: true } }] },
  { attempts: ['approve'], when: {} },
  { attempts: ['approve'], when: { amount: { from: 9, to: 5 } } },
  { attempts: ['approve'], when: { email: '(?=x)' } },
  { attempts: ['approve'], expect: { payer: 'bank', callbacks: ['x'] } },
  { attempts: ['approve'], phases: 3 },
  { attempts: ['approve'], payer: { leavesPage: true, paysAgain: true } },
  { attempts: ['approve'], payer: { tries: 1, cards: ['4444555511113333', '4444555511113333'] } },
];

test('the mistakes in a scenario have words in Russian and Kazakh', (t) => {
  const schema: unknown = JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8'));
  const ofValues = [...new Set(expectations(schema))]
    .filter((text) => !ofEditors.test(text))
    .map((text) => `when.amount: ${text}, got "x"`);
  const ofTexts = wrongScenarios.flatMap((body) => {
    const { message = '' } = t.throws(() => parseScenario('x', body), undefined, JSON.stringify(body)) ?? {};
    return message.split('\n').map((line) => line.replace(/^scenario x: /, ''));
  });

  t.true(ofValues.length > 40);
  for (const mistake of [...ofValues, ...ofTexts])
    for (const language of languages) {
      const said = refusalIn(language, mistake);
      t.regex(said, /\p{Script=Cyrillic}/u, mistake);
      t.notRegex(words(said), english);
    }
});

test('what has no words of another language stays as it is', (t) => {
  t.is(refusalIn('ru', 'the moon is full'), 'the moon is full');
  t.is(refusalIn('en', 'unknown key; did you mean approve?'), 'unknown key; did you mean approve?');
});
