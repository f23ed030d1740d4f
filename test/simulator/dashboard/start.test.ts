import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { type SnippetName, snippetNames } from '../../../simulator/dashboard/pages/start/snippets.ts';
import { currencyByNumeric } from '../../../simulator/data/currencies.ts';
import { testWithout } from '../../helpers/ava/test-without.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const programs = { curl: 'sh', php: 'php', node: process.execPath, python: 'python3' } as const;
const endings = { curl: 'sh', php: 'php', node: 'mjs', python: 'py' } as const;

const isThere = (program: string): boolean => {
  try {
    execFileSync(program, [program === 'sh' ? '-c' : '--version', ...(program === 'sh' ? ['curl --version'] : [])]);
    return true;
  } catch {
    return false;
  }
};

const snippetIn = (html: string): string => {
  const [, code = ''] = /id="point"[\s\S]*?<pre[^>]*><code>([\s\S]*?)<\/code>/.exec(html) ?? [];
  const entities: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    nbsp: '\u00a0',
    amp: '&',
  };
  return code.replaceAll(/<[^>]*>/g, '').replace(/&(#39|\w+);/g, (_, name: string) => entities[name] ?? '');
};

const runSnippet = async (
  folder: string,
  name: SnippetName,
  text: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> => {
  const file = join(folder, `snippet.${endings[name]}`);
  writeFileSync(file, text);
  return (await promisify(execFile)(programs[name], [file], { env: { ...process.env, ...env } })).stdout;
};

for (const name of snippetNames) {
  const title = `the ${name} snippet registers an order at every bank, as it is printed`;
  if (!isThere(programs[name])) testWithout(`no ${programs[name]}`, title);
  else
    test(title, async (t) => {
      const folder = temporaryFolder(t);
      for (const bank of banks) {
        const simulator = await simulatorFor(t, { bank });
        const { html } = await visitorOf(simulator.url).open(`/?snippet=${name}`);

        const answer = await runSnippet(folder, name, snippetIn(html));

        const { orders } = await simulator.orders('test_user');
        t.is(orders.length, 1, `${bank.name}: ${answer}`);
        t.is(orders[0]?.amountMinor, 1_500_000);
        t.true(answer.includes(orders[0]?.orderId ?? '-'));
      }
    });
}

const secret = 'hun&"ter$2';

for (const name of ['curl', 'node'] as const)
  test(`the password of another login is not on the page; the ${name} snippet takes it from the environment`, async (t) => {
    const simulator = await simulatorFor(t, { merchants: [{ login: 'own_shop', password: secret }] });
    const visitor = visitorOf(simulator.url);

    const { html, text } = await visitor.open(`/?snippet=${name}`);
    t.notRegex(text, /hun&/);
    t.regex(await runSnippet(temporaryFolder(t), name, snippetIn(html), { PASSWORD: secret }), /formUrl/);

    t.true((await visitor.submit('/', 'password')).text.includes(`The password of own_shop: ${secret}`));
    t.notRegex((await visitor.open('/')).text, /hun&/);
  });

test('the four steps tick as they happen', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { journalSize: 100, callbacks: { url: shop.url } });
  const visitor = visitorOf(simulator.url);
  const ticks = async (): Promise<number> => (await visitor.open('/')).html.match(/<li class="is-done">/g)?.length ?? 0;

  t.regex((await visitor.open('/')).text, /No orders yet .* Waiting for the first call at http:\S+\/payment\/rest\//);
  t.is(await ticks(), 0);
  const { formUrl } = await simulator.register({ orderNumber: 'first' });
  t.is(await ticks(), 1);
  await fetch(formUrl);
  t.is(await ticks(), 2);
  await pay(formUrl, { card: plainCard });
  await simulator.settled();

  const { html, text } = await visitor.open('/');
  t.regex(text, /Latest orders All transactions .* first .* Deposited 2 Paid at the first try/);
  t.notRegex(html, /No orders yet|step by step/);
});

test('a test order is registered by the shop itself, with amount, phases and scenario', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const visitor = visitorOf(simulator.url);

  const { html } = await visitor.open('/');
  t.regex(html, /<option>declined-card-lost<\/option>/);
  await visitor.submit('/', 'order', { amount: '1,234.50', phases: 'two', scenario: 'declined-card-lost' });
  const wrong = await visitor.submit('/', 'order', { amount: 'much' });

  const [summary] = (await simulator.orders('test_user')).orders;
  const order = await simulator.order(summary?.orderId ?? '');
  t.like(order, { amountMinor: 123_450, isPreAuth: true, params: { scenario: 'declined-card-lost' } });
  t.like((await simulator.journal('test_user')).entries.at(-1), { path: '/payment/rest/registerPreAuth.do' });
  t.regex(wrong.text, /“much” is no amount\./);
});

for (const bank of banks)
  test(`${bank.name} takes the test order`, async (t) => {
    const simulator = await simulatorFor(t, { bank });

    await visitorOf(simulator.url).submit('/', 'order', { amount: '15000' });

    const minorUnits = 10 ** (currencyByNumeric(bank.currency)?.exponent ?? 2);
    t.is((await simulator.orders('test_user')).orders[0]?.amountMinor, 15_000 * minorUnits);
  });

test('a test callback is sent, and the answer of the shop is told', async (t) => {
  const shop = await receiverFor(t, 200, 503);
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);

  t.regex((await visitor.submit('/', 'callback', { to: shop.url })).text, /The shop answered HTTP 200/);
  const second = await visitor.submit('/', 'callback', { to: shop.url });

  t.regex(second.text, /The shop answered HTTP 503; only 200 counts as accepted/);
  t.true(second.html.includes(`value="${shop.url}"`));
  t.regex((await visitor.submit('/', 'callback', { to: '' })).text, /has no callback address/);
});

test('a phone finds the gateway by a code where it can reach it, and else is told how', async (t) => {
  const published = await simulatorFor(t, { publicUrl: 'https://pay.example' });
  t.regex((await visitorOf(published.url).open('/')).html, /aria-label="QR code of https:\/\/pay\.example\/"/);

  const own = await simulatorFor(t);
  t.regex((await visitorOf(own.url).open('/')).text, /start it with HOST=0\.0\.0\.0 and a CONTROL_TOKEN/);
});

test('the state of scenarios, store, callbacks and journal is told', async (t) => {
  const { url } = await simulatorFor(t, { journalSize: 50, callbacks: { url: 'https://shop.example/callback' } });

  const { text } = await visitorOf(url).open('/');

  t.regex(
    text,
    /Scenarios: \d+ no mistakes .* Kept in memory gone when it stops.* Callbacks to shop\.example .* Journal last 50 calls/,
  );
});
