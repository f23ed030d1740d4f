import test from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { open, submit } from './open-and-submit.ts';

test('shows the sandbox panel unless it is switched off', async (t) => {
  const shown = await simulatorFor(t);
  const hidden = await simulatorFor(t, { sandboxPanel: false });
  const { formUrl } = await hidden.register();

  const html = await (await open(formUrl)).text();

  t.false(html.includes('sandboxOutcome'));
  t.true((await (await open((await shown.register()).formUrl)).text()).includes('sandboxOutcome'));
  await submit(formUrl, { sandboxOutcome: 'insufficient-funds' });
  t.is((await open(formUrl)).status, 302, 'a hidden panel has no say');
});

test('the panel says what is wrong with the gateway of the merchant', async (t) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();
  t.notRegex(await (await open(formUrl)).text(), /broken/);

  await simulator.setBreak('test_user', 'bo-13');

  t.regex(await (await open(formUrl)).text(), /The gateway is broken, as the test asks: bo-13, it registers ten times/);
});

test('lets the panel choose any outcome by name', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  await submit(formUrl, { sandboxOutcome: 'card-lost' });

  t.is((await simulator.status(orderId))['actionCode'], 208);
});

const listOf = async (simulator: TestSimulator, orderId: string, language = 'en') => {
  const answer = await open(
    `${simulator.url}/payment/merchants/sandbox-list.html?mdOrder=${orderId}&language=${language}`,
  );
  const html = await answer.text();
  return { status: answer.status, html, values: [...html.matchAll(/data-value="([^"]*)"/g)].map(([, value]) => value) };
};

test('the list of the panel has the test cards and everything that can happen, favourites first, with what each does', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  const { orderId, formUrl } = await simulator.register();

  const { html, values } = await listOf(simulator, orderId);
  const page = await (await open(formUrl)).text();

  t.is(values[0], 'approve');
  for (const value of ['insufficient-funds', 'challenge-failed', 'slow-bank', 'card-lost'])
    t.true(values.includes(value));
  t.is(new Set(values).size, values.length, 'none stands there twice');
  t.true(html.includes('The payer reads: “Not enough money on the card. Top it up or use another card.”'));
  t.true(html.includes('The bank thinks for a moment and approves.'));
  t.true(html.includes('data-pan="5555555555555599"'));
  t.true(page.includes(`sandbox-list.html?language=en&amp;mdOrder=${orderId}`));
  t.false(page.includes('card-lost') || page.includes('5555555555555599'), 'the page itself stays small');
});

test('the list has only what can still happen to the order', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  const plain = await simulator.register();
  const without = await simulator.register({ features: 'FORCE_SSL' });
  const check = await simulator.register({ features: 'VERIFY', amount: '0' });

  const all = (await listOf(simulator, plain.orderId)).values;
  const withoutThreeDs = (await listOf(simulator, without.orderId)).values;
  const ofCheck = (await listOf(simulator, check.orderId)).values;

  for (const value of ['register-answers-429-once', 'left-payment-page', 'refund-too-large', 'no-attempt-yet'])
    t.false(all.includes(value), value);
  for (const value of ['challenge', 'challenge-failed', 'challenge-refused', 'fails-challenge']) {
    t.true(all.includes(value), value);
    t.false(withoutThreeDs.includes(value), value);
  }
  t.true(withoutThreeDs.includes('approve'));
  t.true(all.includes('partial-approval') && !ofCheck.includes('partial-approval'));
});

test('there is no list without the panel, and none without an order', async (t) => {
  const hidden = await simulatorFor(t, { sandboxPanel: false });
  const shown = await simulatorFor(t);

  t.is((await listOf(hidden, (await hidden.register()).orderId)).status, 404);
  t.is((await listOf(shown, 'nobody')).status, 404);
});

test('without JavaScript a link of the list leads back to the page with the outcome', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const { html } = await listOf(simulator, orderId, 'ru');

  const [, link = ''] = /data-value="card-lost"><a href="([^"]*)"/.exec(html) ?? [];
  const page = await (await open(simulator.url + link.replaceAll('&amp;', '&'))).text();

  t.regex(page, /name="sandboxOutcome"[^>]*value="card-lost"/);
  t.true(page.includes('lang="ru"'));
  t.regex(
    await (await open(`${simulator.url}${link.split('&amp;s')[0]}`)).text(),
    /name="sandboxOutcome"[^>]*value=""/,
  );
});

test('keeps the outcome that was asked for when the form comes back, and says so where there is none of that name', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  const wrongCard = await (await submit(formUrl, { pan: '1', sandboxOutcome: 'card-lost' })).text();
  const wrongName = await (await submit(formUrl, { sandboxOutcome: 'card-losst' })).text();

  t.regex(wrongCard, /name="sandboxOutcome"[^>]*value="card-lost"/);
  t.regex(wrongName, /data-field-error="general">[^<]*card-losst/);
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });
});

const sentence = 'Scenario wish asked for a challenge: not possible, FORCE_SSL skips 3-D Secure (challenge).';

/** An order whose first attempt was declined, without the challenge that its scenario asked for. */
const missing = { features: 'FORCE_SSL', jsonParams: '{"scenario":"wish"}' };
const wish = parseScenario('wish', { attempts: [{ challenge: 'passed', decline: 116 }] });

test('says what the scenario asked for and could not have, to the page and to its script', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: [wish] });
  const { orderId, formUrl } = await simulator.register(missing);
  const untried = await simulator.register(missing);

  await submit(formUrl);
  const opened = await (await open(formUrl)).text();
  const first = await (await open(untried.formUrl)).text();
  const forScript = (id: string) => open(`${simulator.url}/payment/merchants/sandbox-missed.json?mdOrder=${id}`);

  t.true(opened.includes(`<li>${sentence}</li>`));
  t.false(first.includes('not possible'));
  t.deepEqual(await (await forScript(orderId)).json(), [sentence]);
  t.deepEqual(await (await forScript(untried.orderId)).json(), []);
  t.is((await forScript('nobody')).status, 404);
});

test("the gateway's own result page says it as well, unless the panel is off", async (t) => {
  for (const sandboxPanel of [true, false]) {
    const capture = parseScenario('wish', { later: [{ after: '1h', do: 'capture' }] });
    const simulator = await simulatorFor(t, { scenarios: [capture], sandboxPanel });
    const { orderId, formUrl } = await simulator.register({ jsonParams: '{"scenario":"wish"}' });
    await submit(formUrl);

    const html = await (await open(`${simulator.url}/payment/finish.html?orderId=${orderId}`)).text();
    const forScript = await open(`${simulator.url}/payment/merchants/sandbox-missed.json?mdOrder=${orderId}`);

    t.is(html.includes('<li>Scenario wish asked for a capture: not possible'), sandboxPanel);
    t.is(html.includes('sandbox.css'), sandboxPanel);
    t.is(forScript.status, sandboxPanel ? 200 : 404);
  }
});

test('the panel and its scripts speak the language of the page', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: [wish] });
  const { orderId, formUrl } = await simulator.register({ ...missing, language: 'ru' });
  await submit(formUrl);

  const html = await (await open(formUrl)).text();
  const json = async (file: string, query: string) =>
    JSON.stringify(await (await open(`${simulator.url}/payment/merchants/${file}.json?${query}`)).json());
  const list = (await listOf(simulator, orderId, 'ru')).html;
  const inKazakh = (await listOf(simulator, orderId, 'kk')).html;

  const russian = 'Сценарий wish запросил подтверждение 3-D Secure. Это невозможно: FORCE_SSL пропускает 3-D Secure';
  t.true(html.includes(`<li>${russian} (challenge).</li>`));
  t.true(list.includes('Недостаточно средств'));
  t.deepEqual(
    [...list.matchAll(/class="test-card-label">([^<]*)</g)].filter(([, label = '']) => !/[а-яё]/i.test(label)),
    [],
  );
  t.true((await json('sandbox-missed', `mdOrder=${orderId}&language=ru`)).includes(russian));
  t.true(
    (await json('sandbox-missed', `mdOrder=${orderId}&language=kk`)).includes(
      'wish сценарийі мынаны сұрады: 3-D Secure растауы.',
    ),
  );
  t.true(inKazakh.includes('Картаның жарамдылық мерзімі өтіп кеткен (101)'));
  t.true(html.includes('sandbox-missed.json?language=ru') && html.includes('sandbox-list.html?language=ru'));
});
