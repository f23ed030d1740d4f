import test from 'ava';
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
