import test, { type ExecutionContext } from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const scenarios = [
  parseScenario('by-amount', {
    when: { amount: { from: 700_000 } },
    attempts: [{ decline: 'card-lost' }],
    callbacks: [{ on: 'any', do: 'lost' }],
  }),
  parseScenario('by-name', { attempts: [{ decline: 'card-stolen' }] }),
  parseScenario('by-ru', { when: { language: 'ru' }, gateway: [{ on: 'refund', do: { httpStatus: 503 } }] }),
];

const line = 'POST /merchants/test_user/scenarios/explain';

const shopFor = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, { scenarios, journalSize: 10 });
  const control = controlOf(t, simulator);
  return { simulator, control, explain: async (order: object) => (await control(line, order)).json };
};

test('an order of which nothing is said is plain: the card decides, and all that was asked before is there', async (t) => {
  const { explain } = await shopFor(t);

  const { explanation, decidedBy, route, actionCode, ...others } = await explain({ amountMinor: 100 });

  t.deepEqual(
    explanation.map(({ decider, decided }: Json) => `${decided} ${decider}`),
    ['false order', 'false merchant test_user', 'false scenario by-amount', 'false scenario by-ru', 'true card number'],
  );
  t.is(explanation[2].because, 'amount: expected 700000 or more, the order has 100');
  t.deepEqual([decidedBy, route, actionCode], [['card number'], 'none', 0]);
  t.false('scenario' in others);
});

test('the explanation is the one that the attempt keeps when the order is made and paid', async (t) => {
  const { simulator, control, explain } = await shopFor(t);
  const orders: readonly (readonly [order: Json, fields: Readonly<Record<string, string>>])[] = [
    [{ amountMinor: 1_500_000 }, {}],
    [{ amountMinor: 100 }, { amount: '100' }],
    [
      { amountMinor: 100, language: 'ru', jsonParams: { scenario: 'by-name' } },
      { amount: '100', language: 'ru', jsonParams: '{"scenario":"by-name"}' },
    ],
    [
      { amountMinor: 100, jsonParams: { scenario: '116' }, clientId: '7' },
      { amount: '100', jsonParams: '{"scenario":"116"}', clientId: '7' },
    ],
    [
      { amountMinor: 100, features: ['FORCE_TDS'] },
      { amount: '100', features: 'FORCE_TDS' },
    ],
  ];
  for (const setScenario of [undefined, 'by-name']) {
    if (setScenario) await control('PUT /merchants/test_user/scenario', { name: setScenario });
    for (const [index, [order, fields]] of orders.entries()) {
      const orderNumber = `${setScenario ?? 'none'}-${index}`;
      const told = await explain({ ...order, orderNumber, card: plainCard.pan });
      const orderId = await payWith(simulator, plainCard.pan, { ...fields, orderNumber });

      const [attempt] = (await simulator.order(orderId))?.attempts ?? [];
      t.deepEqual(told['explanation'], attempt?.explanation, orderNumber);
      t.is(told['route'], attempt?.route);
      t.is(told['actionCode'], attempt?.actionCode, orderNumber);
    }
  }
});

test('each part has its own decider, and scenarios that were not asked are named', async (t) => {
  const { explain } = await shopFor(t);

  const told = await explain({ language: 'ru' });

  t.like(told, { scenario: 'by-amount', actionCode: 208, notAsked: ['by-ru'], byNameOnly: 1 });
  t.deepEqual(
    told['parts'].map(({ part, scenario }: Json) => [part, scenario]),
    [
      ['gateway', 'by-ru'],
      ['callbacks', 'by-amount'],
      ['later', undefined],
    ],
  );
});

test('the order is shown with its defaults, without its card number, and nothing is kept of it', async (t) => {
  const { simulator, control } = await shopFor(t);
  const card = '4242424242424242';

  const { text, json } = await control(line, {
    card: '4242 4242 4242 4242',
    currency: 'usd',
    orderNumber: `x-${card}`,
    description: 'card 5555555555555599',
  });

  t.like(json['order'], { amountMinor: 1_500_000, currency: '840', language: 'en', attempt: 1, card: '424242**4242' });
  for (const pan of [card, '5555555555555599']) t.false(text.includes(pan));
  t.deepEqual(await simulator.store.orders.ofMerchant('test_user'), []);
  t.deepEqual(await simulator.store.counters.ofMerchant('test_user'), {});
});

test('it is explained in process as over HTTP, and mistakes are named', async (t) => {
  const { simulator, explain } = await shopFor(t);
  const order = { amountMinor: 100, currency: 'KZT', jsonParams: { scenario: 'by-name' } };

  t.deepEqual(JSON.parse(JSON.stringify(await simulator.explainScenario('test_user', order))), await explain(order));
  await t.throwsAsync(simulator.explainScenario('nobody', order), { message: /no merchant has the login nobody/ });
  await t.throwsAsync(simulator.explainScenario('test_user', { amontMinor: 5 } as never), {
    name: 'ConfigError',
    message: /^explainScenario: amontMinor: unknown option; did you mean amountMinor\?/,
  });
});

const wrong = [
  [{ amontMinor: 5 }, 'amontMinor', /did you mean amountMinor\?/],
  [{ amountMinor: -1 }, 'amountMinor', /./],
  [{ currency: 'tenge' }, 'currency', /expected a currency such as KZT or 398/],
  [{ language: 'rus' }, 'language', /did you mean ru\?/],
  [{ card: '42' }, 'card', /12 to 19 digits/],
  [{ jsonParams: { scenario: 'by-nme' } }, 'jsonParams.scenario', /did you mean by-name\?/],
  [{ attempt: 0 }, 'attempt', /./],
] as const;
for (const [order, field, says] of wrong)
  test(`an order to explain with a wrong ${field} is refused`, async (t) => {
    const { control } = await shopFor(t);

    const { status, json } = await control(line, order);

    t.like({ status, field: json['field'] }, { status: 422, field });
    t.regex(json['detail'], says);
  });

test('a merchant that is not there explains nothing', async (t) => {
  const { control } = await shopFor(t);

  t.is((await control('POST /merchants/nobody/scenarios/explain', {})).json['field'], 'login');
});
