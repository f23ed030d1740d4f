import test from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
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

test('lets the panel choose any outcome by name', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();

  await submit(formUrl, { sandboxOutcome: 'card-lost' });

  t.is((await simulator.status(orderId))['actionCode'], 208);
});

test('gives the page all outcomes in groups, also those of scenario files', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  const hidden = await simulatorFor(t, { sandboxPanel: false });
  const path = '/payment/merchants/sandbox-outcomes.json';

  const groups = (await (await open(`${simulator.url}${path}`)).json()) as {
    readonly group: string;
    readonly options: readonly { readonly value: string }[];
  }[];
  const valuesIn = (name: string) => groups.find(({ group }) => group === name)?.options.map(({ value }) => value);

  t.true(valuesIn('Outcomes')?.includes('challenge-failed'));
  t.true(valuesIn('Scenarios')?.includes('slow-bank'));
  t.true(valuesIn('Declined by the issuer')?.includes('card-lost'));
  t.is((await open(`${hidden.url}${path}`)).status, 404);
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

  const russian = 'Сценарий wish запросил подтверждение 3-D Secure. Это невозможно: FORCE_SSL пропускает 3-D Secure';
  t.true(html.includes(`<li>${russian} (challenge).</li>`));
  t.true(html.includes('Недостаточно средств'));
  t.deepEqual(
    [...html.matchAll(/class="test-card-label">([^<]*)</g)].filter(([, label = '']) => !/[а-яё]/i.test(label)),
    [],
  );
  t.true((await json('sandbox-missed', `mdOrder=${orderId}&language=ru`)).includes(russian));
  t.true(
    (await json('sandbox-missed', `mdOrder=${orderId}&language=kk`)).includes(
      'wish сценарийі мынаны сұрады: 3-D Secure растауы.',
    ),
  );
  t.true((await json('sandbox-outcomes', 'language=kk')).includes('Картаның жарамдылық мерзімі өтіп кеткен (101)'));
  t.true(html.includes('sandbox-missed.json?language=ru') && html.includes('sandbox-outcomes.json?language=ru'));
});
