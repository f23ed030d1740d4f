import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { interactionsOf } from '../../../contracts/verify/interaction.ts';
import { nearestState } from '../../../contracts/verify/nearest-state.ts';
import { copiesOfPact, formatOf, opaqueState, placeIn } from '../../../contracts/verify/pact/pact-copy.ts';
import { isTrial, planInteraction } from '../../../contracts/verify/plan.ts';
import { noStateMap, readStateMap } from '../../../contracts/verify/state-map.ts';
import { providerStates } from '../../../simulator/provider-states/all.ts';
import { ownSentence, pactV2, pactV4, paidStatus, valueNamed } from '../../helpers/contracts/sample-pacts.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const sentences = Object.keys(providerStates);

const planOf = (pact: object, stateMap = noStateMap, isElsewhere = false) =>
  interactionsOf(pact).map((interaction) => planInteraction(interaction, { stateMap, isElsewhere }));

const reasonsOf = (pact: object, isElsewhere = false) =>
  planOf(pact, noStateMap, isElsewhere).map((planned) => (isTrial(planned) ? 'tried' : planned.reason));

const mapFile = (t: ExecutionContext, map: unknown): string => {
  const file = join(temporaryFolder(t), 'map.json');
  writeFileSync(file, typeof map === 'string' ? map : JSON.stringify(map));
  return file;
};

/** Sentences of shops, and the state that each means. */
const meant: Readonly<Record<string, string>> = {
  'a registred order exists': 'a registered order exists',
  'order 1001 has been paid': 'an order paid in one phase exists',
  'the payment was fully refunded': 'an order refunded in full exists',
  'order was partially refunded': 'an order refunded in part exists',
  'an unpaid order': 'a registered order exists',
  'the order is authorized': 'an order held in two phases exists',
  'customer has a saved card': 'a customer has a stored card',
  'the order has expired': 'an expired order exists',
  'the payment was cancelled': 'a reversed order exists',
};
for (const [sentence, state] of Object.entries(meant))
  test(`"${sentence}" is nearest to "${state}"`, (t) => {
    t.is(nearestState(sentence, sentences), state);
  });

test('a sentence without any known word is near to nothing', (t) => {
  t.is(nearestState('the moon shines brightly', sentences), undefined);
});

test('an unknown state is not tried, with the entry of a map that may be meant', (t) => {
  const [planned] = planOf(pactV2([ownSentence]));

  t.like(planned, {
    reason: 'no state is called "order 1001 has been paid"; the nearest is "an order paid in one phase exists"',
    unknown: {
      0: {
        sentence: 'order 1001 has been paid',
        state: 'an order paid in one phase exists',
        params: { orderNumber: '1001' },
      },
    },
  });
});

test('messages, plugins and other transports are refused one by one, the rest is tried', (t) => {
  const http = { request: { method: 'GET', path: '/' }, response: { status: 200 } };
  const pact = pactV4(
    [
      { description: 'http', ...http },
      { description: 'message', type: 'Asynchronous/Messages', contents: {} },
      { description: 'call', type: 'Synchronous/Messages' },
      { description: 'plugin', pluginConfiguration: { protobuf: { key: 1 } }, ...http },
      { description: 'other', transport: 'grpc', ...http },
      { description: 'named', transport: 'http', ...http },
      { description: 'empty' },
    ],
    { plugins: [{ name: 'protobuf' }] },
  );

  t.deepEqual(reasonsOf(pact), [
    'tried',
    'it is a message; only HTTP requests are verified',
    'it is a message; only HTTP requests are verified',
    'it needs the plugin protobuf of Pact, and plugins are not run',
    'its transport is grpc; only HTTP is verified',
    'tried',
    'it has no request',
  ]);
  t.deepEqual(copiesOfPact(pact, [{}])[0]?.['metadata'], { pactSpecification: { version: '4.0' } });
});

test('the messages of version 3 are refused, too', (t) => {
  t.deepEqual(reasonsOf({ messages: [{ description: 'an event' }] }), [
    'it is a message; only HTTP requests are verified',
  ]);
});

test('a gateway elsewhere is only asked for what its API can do', (t) => {
  const states = ['a registered order exists', 'an order paid in one phase exists', 'the shop may make templates'];
  const pact = pactV4([
    ...states.map((name) => ({ description: name, providerStates: [{ name }], request: {} })),
    {
      description: 'fixed',
      providerStates: [{ name: 'a registered order exists' }],
      request: { query: { orderId: ['1'] } },
    },
  ]);

  t.deepEqual(reasonsOf(pact, true), [
    'tried',
    '"an order paid in one phase exists" needs the simulator: a payment, a wait or a permission of the bank',
    '"the shop may make templates" needs the simulator: a payment, a wait or a permission of the bank',
    '"a registered order exists" has a fixed orderId, and a gateway elsewhere chooses its own',
  ]);
});

test('a map gives the states of tillbox, also several, and takes over parameters', (t) => {
  const map = readStateMap(
    mapFile(t, {
      'order exists': [
        { state: 'the shop has a login' },
        {
          state: 'a registered order exists',
          params: { orderNumber: valueNamed('number'), description: `${valueNamed('number')} of ${valueNamed('who')}` },
        },
      ],
    }),
  );
  const pact = pactV4([
    { providerStates: [{ name: 'order exists', params: { number: 'A-1', amount: 500, colour: 'red' } }], request: {} },
  ]);

  const [planned] = planOf(pact, map);

  t.deepEqual(planned && isTrial(planned) ? planned.states : [], [
    { name: 'the shop has a login', params: {} },
    {
      name: 'a registered order exists',
      params: { amount: 500, orderNumber: 'A-1', description: `A-1 of ${valueNamed('who')}` },
    },
  ]);
});

const wrongMaps: readonly (readonly [map: unknown, says: RegExp])[] = [
  ['{', /it is not JSON/],
  [[], /expected an object with sentences/],
  [{ mine: 'a registered order exists' }, /"mine": expected \{ "state": "\.\.\." \}/],
  [
    { mine: { state: 'a registred order exists' } },
    /is called "a registred order exists"; did you mean "a registered order exists"\?/,
  ],
  [{ mine: { state: 'a registered order exists', parms: {} } }, /there is no parms; did you mean "params"\?/],
  [{ mine: { state: 'a registered order exists', params: [] } }, /expected an object as params/],
  [{ mine: {} }, /no provider state is called "undefined"/],
];
for (const [map, says] of wrongMaps)
  test(`a map is refused: ${JSON.stringify(map)}`, (t) => {
    t.throws(() => readStateMap(mapFile(t, map)), { name: 'CannotTry', message: says });
  });

test('a map that is not there is refused by its name', (t) => {
  t.throws(() => readStateMap('/no/such/map.json'), {
    message: '--state-map /no/such/map.json: it cannot be read (ENOENT)',
  });
});

test('a copy has one opaque state for each interaction, as its version writes it', (t) => {
  const inFirst = ([copy]: readonly Readonly<Record<string, unknown>>[]) =>
    copy?.['interactions'] as readonly Record<string, unknown>[];
  const [two] = inFirst(copiesOfPact(pactV2([paidStatus]), [paidStatus]));
  const four = pactV4([{ description: 'd', providerStates: [{ name: 'x', params: { a: 1 } }], pending: true }]);
  const [copied] = inFirst(copiesOfPact(four, four.interactions));

  t.like(two, { providerState: opaqueState(0), description: `0: ${paidStatus.description}` });
  t.deepEqual(copied?.['providerStates'], [{ name: opaqueState(0) }]);
  t.is(copied?.['pending'], undefined);
  t.is(placeIn(opaqueState(17)), 17);
  t.is(placeIn('interaction x'), undefined);
});

test('copies share the interactions of a large pact, and places go on from one to the next', (t) => {
  const many = Array.from({ length: 23 }, (_, index) => ({ ...paidStatus, description: `d${index}` }));
  const copies = copiesOfPact(pactV2(many), many).map(
    (copy) => copy['interactions'] as readonly { readonly description: string; readonly providerState: string }[],
  );

  t.deepEqual(
    copies.flat().map(({ description, providerState }) => [description, placeIn(providerState)]),
    many.map(({ description }, place) => [`${place}: ${description}`, place]),
  );
  t.true(copies.length > 1 && copies.every(({ length }) => length > 0));
});

const metadata: readonly (readonly [given: object, format: number])[] = [
  [{ pactSpecification: { version: '2.0.0' } }, 2],
  [{ 'pact-specification': { version: '3.0.0' } }, 3],
  [{ pactSpecificationVersion: '1.0.0' }, 1],
  [{ pactSpecification: { version: '4.0' } }, 4],
  [{}, 3],
];
for (const [given, format] of metadata)
  test(`the version of ${JSON.stringify(given)} is ${format}`, (t) => {
    t.is(formatOf({ metadata: given }), format);
  });
