import test from 'ava';
import { withFixedIds } from '../../../contracts/verify/fixed-ids.ts';
import { interactionsOf } from '../../../contracts/verify/interaction.ts';
import { fixedId, formOf, pactV2, paidStatus, valueNamed } from '../../helpers/contracts/sample-pacts.ts';

const paid = 'an order paid in one phase exists';
const stored = 'a customer has a stored card';

const given = (interaction: object) => {
  const [{ json, states } = { json: {}, states: [] }] = interactionsOf(pactV2([interaction]));
  return withFixedIds(json, states);
};

/** Interactions, and what their states are given: place, name and value, by the sentence of the state. */
const cases: readonly (readonly [what: string, interaction: object, expected: readonly string[]])[] = [
  ['a query that is a text', paidStatus, [`orderId ${fixedId} query ${paid}`]],
  [
    'a query that has lists',
    { providerStates: [{ name: paid }], request: { path: '/x', query: { orderId: ['a1'] } } },
    [`orderId a1 query ${paid}`],
  ],
  [
    'a query behind the path, as by hand',
    { providerStates: [{ name: paid }], request: { path: '/x?orderNumber=A/1&orderId=a1' } },
    [`orderId a1 query ${paid}`, `orderNumber A/1 query ${paid}`],
  ],
  [
    'a form that names the order as MDORDER',
    { providerState: paid, request: formOf('paymentorder.do', { MDORDER: 'a1' }) },
    [`orderId a1 form ${paid}`],
  ],
  [
    'a JSON body with an object in it',
    {
      providerState: 'a recurring task exists',
      request: {
        path: '/payment/recurrent/v1/task/get',
        headers: { 'content-type': 'application/json;charset=utf-8' },
        body: { taskIdentifier: { taskUuid: 't-1', merchantTaskUuid: 'm-1' } },
      },
    },
    ['taskUuid t-1 JSON a recurring task exists', 'merchantTaskUuid m-1 JSON a recurring task exists'],
  ],
  [
    'a body in base64',
    {
      providerState: stored,
      request: {
        path: '/x',
        body: {
          contentType: 'application/x-www-form-urlencoded',
          encoded: 'base64',
          content: Buffer.from('bindingId=b-1&clientId=zoya').toString('base64'),
        },
      },
    },
    [`clientId zoya form ${stored}`, `bindingId b-1 form ${stored}`],
  ],
  [
    'two states: each value goes to the first that takes it',
    {
      providerStates: [{ name: stored }, { name: 'an order paid with a stored card exists' }],
      request: formOf('x.do', { bindingId: 'b-1', orderId: 'a1' }),
    },
    [`bindingId b-1 form ${stored}`, 'orderId a1 form an order paid with a stored card exists'],
  ],
  [
    'a value that a generator makes is none of the pact',
    {
      providerStates: [{ name: paid }],
      request: {
        ...formOf('x.do', { orderId: 'a1', orderNumber: 'A-1' }),
        generators: { body: { '$.orderId[0]': { type: 'ProviderState', expression: valueNamed('orderId') } } },
      },
    },
    [`orderNumber A-1 form ${paid}`],
  ],
  [
    'a parameter of the pact counts',
    { providerStates: [{ name: paid, params: { orderId: 'own' } }], request: formOf('x.do', { orderId: 'a1' }) },
    [],
  ],
  [
    'the number of a new order belongs to no older one',
    {
      providerState: 'a paid order whose card was stored exists',
      request: formOf('register.do', { orderNumber: 'A-1' }),
    },
    [],
  ],
  [
    'a number that is refused belongs to an older one',
    {
      providerState: 'a registered order exists',
      request: formOf('register.do', { orderNumber: 'A-1' }),
      response: { status: 200, body: { errorCode: '1' } },
    },
    ['orderNumber A-1 form a registered order exists'],
  ],
  ['no state takes it', { providerState: 'no order has this id', request: formOf('x.do', { orderId: 'a1' }) }, []],
  ['an empty value', { providerState: paid, request: formOf('x.do', { orderId: '' }) }, []],
];

for (const [what, interaction, expected] of cases)
  test(`fixed ids: ${what}`, (t) => {
    const { given: found, states } = given(interaction);

    t.deepEqual(
      found.map(({ name, value, place, state }) => `${name} ${value} ${place} ${state}`).sort(),
      [...expected].sort(),
    );
    for (const { name, value, state } of found) t.is(states.find((one) => one.name === state)?.params?.[name], value);
  });
