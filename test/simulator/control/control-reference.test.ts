import { readFileSync } from 'node:fs';
import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { arca } from '../../../simulator/banks/arca.ts';
import { actionCodes as known } from '../../../simulator/data/action-codes.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

test('every test card that is listed does what the list says', async (t) => {
  const simulator = await simulatorFor(t);
  const { cards } = (await controlOf(t, simulator)('GET /cards')).json;

  t.true(cards.length > 10);
  for (const { pan, expiry, cvc, route, actionCode } of cards as Json[]) {
    const { orderId } = await simulator.register();
    await payForm(simulator, orderId, { pan, expiry: `${expiry.slice(4)}/${expiry.slice(2, 4)}`, cvc });
    t.like(await simulator.status(orderId), route === 'challenge' ? { orderStatus: 5 } : { actionCode }, pan);
  }
});

test('the card numbers of an action code make it happen', async (t) => {
  const simulator = await simulatorFor(t);
  const { actionCodes } = (await controlOf(t, simulator)('GET /action-codes')).json;
  const rows = (actionCodes as Json[]).filter(({ code }) => [116, -2007, 151017, 0].includes(code));

  t.is(actionCodes.length, known.length);
  t.is(rows.length, 4);
  for (const { code, cards } of rows) {
    for (const route of ['none', 'frictionless', 'attempt']) {
      const { orderId } = await simulator.register();
      await payForm(simulator, orderId, { pan: cards[route], expiry: '12/34', cvc: '123' });
      t.is((await simulator.status(orderId))['actionCode'], code, `${code} ${route}`);
    }
  }
  t.like(
    rows.find(({ code }) => code === 116),
    {
      name: 'insufficient-funds',
      group: 'issuer-decline',
      message: { en: 'Not enough money on the card. Top it up or use another card.' },
    },
  );
});

test('error codes are those of the bank', async (t) => {
  const codesOf = async (options: SimulatorOptions): Promise<Json> => {
    const { errorCodes } = (await controlOf(t, await simulatorFor(t, options))('GET /error-codes')).json;
    return Object.fromEntries((errorCodes as Json[]).map(({ reason, errorCode }) => [reason, errorCode]));
  };
  const [usual, own] = [await codesOf({}), await codesOf({ bank: arca })];

  t.like(own, arca.errorCodes);
  t.notDeepEqual(usual, own);
});

test('scenarios are listed with what they speak about, and their schema is the published one', async (t) => {
  const control = controlOf(t, await simulatorFor(t, { scenarios: 'scenarios' }));
  const { scenarios } = (await control('GET /scenarios')).json;
  const schema = await control('GET /scenarios/schema.json');

  t.like(
    (scenarios as Json[]).find(({ name }) => name === 'by-order-number-declined'),
    {
      parts: ['attempts'],
    },
  );
  t.true((scenarios as Json[]).every(({ about, parts }) => about !== '' && parts.length > 0));
  t.is(
    (scenarios as Json[]).find(({ name }) => name === 'by-order-number-declined')?.['when'].orderNumber.length > 0,
    true,
  );
  t.is(schema.text, readFileSync('scenarios/scenario.schema.json', 'utf8'));
});

test('banks are listed, and which of them this process imitates', async (t) => {
  const control = controlOf(t, await simulatorFor(t));
  const { banks: listed } = (await control('GET /banks')).json;

  t.deepEqual(
    (listed as Json[]).filter(({ isOwn }) => isOwn),
    [{ name: 'bereke', title: 'Bereke Bank', basePath: '/payment', currency: '398', isOwn: true }],
  );
  t.deepEqual(
    (listed as Json[]).map(({ name }) => name),
    banks.map(({ name }) => name),
  );
});
