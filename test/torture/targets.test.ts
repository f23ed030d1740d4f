import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { pageCalls } from '../../simulator/card-page/routes.ts';
import { controlEndpoints } from '../../simulator/control/all.ts';
import { addressOf } from '../../simulator/data/endpoint-facts.ts';
import type { ParameterTable } from '../../simulator/data/parameter-table.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';
import { parameterChecker } from '../../simulator/http/read/check-parameters.ts';
import { parseScenario } from '../../simulator/scenario-engine/definition/parse-scenario.ts';
import { challengeCard } from '../helpers/payments/pay.ts';
import { payForm } from '../helpers/payments/pay-form.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { makeBystander } from './bystander.ts';
import { chanceOf, withoutSurprise } from './chance.ts';
import { showsCards, showsPasswords } from './check-answer.ts';
import { openConnection } from './connection.ts';
import { strayControlRows } from './control-targets.ts';
import { createMemory } from './memory.ts';
import { rareTargets, roundTargets, type Target, targets } from './targets.ts';
import type { Known } from './valid-values.ts';
import { validBody, validPairs, writeAbuse } from './write-abuse.ts';

const all = [...new Set([...targets, ...rareTargets, ...roundTargets])];

const id = '019b7892-20ab-7c77-b98d-22817f4a34c9';

const state = {
  format: 1,
  clock: { nowMs: 0, isFrozen: true },
  settings: { password: 'secret', name: 'Shop' },
  orders: [],
  callbacks: [],
  storedCards: [],
  tasks: [],
  templates: [],
  counters: {},
};

const known: Known = {
  orders: [id],
  bindings: [id],
  templates: [id],
  tasks: [id],
  callbacks: [id],
  challenges: [[id, id]],
  tokens: {},
  spares: ['spare-1'],
  states: [state],
  mark: id,
};

const chance = chanceOf(1);

const calls = [...gatewayEndpoints, ...pageCalls];

test('every endpoint of the merchant API, the card page and the control API is a target', (t) => {
  const reached = new Set(all.map(({ endpoint }) => endpoint));
  const endpoints = [
    ...calls.map(({ path }) => path),
    ...controlEndpoints.map(({ method, path }) => `${method} ${path}`),
  ];

  t.deepEqual(
    endpoints.filter((endpoint) => !reached.has(endpoint)),
    [],
  );
  t.deepEqual(strayControlRows, [], 'each row of valid control calls is about an endpoint');
  t.deepEqual(
    [...showsCards, ...showsPasswords].filter((endpoint) => !endpoints.includes(endpoint)),
    [],
  );
});

/** What is wrong about every valid body and query of a control target. */
const wrongControlCalls = ({ endpoint, path, bodies = [], queries = [] }: Target): readonly string[] => {
  const found = controlEndpoints.find((one) => `${one.method} ${one.path}` === endpoint);
  if (!found) return [`${endpoint} is no endpoint`];
  const names = /\{\w+\}/g;
  const wrongs =
    path.replace(names, '{}') === `/sandbox${found.path}`.replace(names, '{}') ? [] : [`${path} is not its path`];
  const check = (schema: typeof found.body, value: object, what: string): void => {
    if (!schema && Object.keys(value).length === 0) return;
    const result = schema?.safeParse(value);
    if (!result?.success) wrongs.push(`${what} ${JSON.stringify(value)}: ${result?.error.message ?? 'it takes none'}`);
  };
  for (const query of queries) check(found.query, query, 'query');
  for (const body of bodies)
    for (let round = 0; round < 40; round++) {
      const value = validBody(body, chance, known);
      check(found.body, value, 'body');
      // Its schema leaves it to the scenario engine.
      if ('scenario' in value) parseScenario('own', value.scenario);
    }
  return wrongs;
};

test('valid calls of the control API pass the schemas of their endpoints', (t) => {
  const wrongs = all
    .filter(({ surface, endpoint }) => surface === 'control API' && endpoint !== undefined)
    .flatMap((target) => wrongControlCalls(target).map((wrong) => `${target.endpoint}: ${wrong}`));

  t.deepEqual(wrongs, []);
});

/** What is wrong about an object that is sent as JSON text, and whose fields have a table. */
const wrongFields = (table: ParameterTable, value: unknown, where: string): readonly string[] => {
  const sent = value as Readonly<Record<string, unknown>>;
  const required = Object.keys(table).filter((name) => table[name]?.required);
  return [
    ...Object.keys(sent)
      .filter((name) => !Object.hasOwn(table, name))
      .map((name) => `there is no ${where}.${name}`),
    ...required.filter((name) => sent[name] === undefined).map((name) => `${where}.${name} is missing`),
    ...Object.entries(table).flatMap(([name, { fields }]) =>
      fields && sent[name] !== undefined ? wrongFields(fields, sent[name], `${where}.${name}`) : [],
    ),
  ];
};

test('valid calls of the merchant API and of the card page pass the tables of their endpoints', (t) => {
  const wrongs = calls.flatMap((endpoint) => {
    const target = all.find(({ path }) => path === addressOf(endpoint, '/payment'));
    if (!target) return [];
    const { parameters: table } = endpoint;
    const check = parameterChecker(table);
    const wrongsOfRound = () => {
      const pairs = validPairs(target, chance, known, 'all');
      try {
        check(Object.fromEntries(pairs));
      } catch (error) {
        return [`${(error as { reason?: string }).reason} ${JSON.stringify(error)}`];
      }
      return pairs.flatMap(([name, value]) => {
        const fields = table[name]?.fields;
        if (!Object.hasOwn(table, name)) return [`there is no ${name}`];
        return fields ? wrongFields(fields, JSON.parse(value), name) : [];
      });
    };
    return [...new Set(Array.from({ length: 40 }, wrongsOfRound).flat())].map((wrong) => `${endpoint.path}: ${wrong}`);
  });

  t.deepEqual(wrongs, []);
});

test('the fields of pages, issuer and portal are fields that their code reads', (t) => {
  const root = join(import.meta.dirname, '../../simulator');
  const code = ['card-page', 'acs', 'gateway/portal', 'http/read', 'wire']
    .flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: root }))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const sent = new Set(all.filter(({ endpoint }) => endpoint === undefined).flatMap(({ parameters }) => parameters));

  t.deepEqual(
    [...sent].filter((name) => !code.includes(`'${name}'`)),
    [],
  );
});

test('the address of every target is known, and takes its method', async (t) => {
  const simulator = await simulatorFor(t);
  const { known: learned, learn } = createMemory(await makeBystander(simulator));
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, challengeCard);
  const [attempt] = (await simulator.store.orders.find(orderId))?.attempts ?? [];
  learned.orders.splice(0, 1, orderId);
  learned.challenges.splice(0, 1, [orderId, attempt?.threeDs?.serverTransId ?? '']);
  const connection = openConnection(simulator.url);
  t.teardown(connection.close);
  const certain = withoutSurprise(chance);

  const unknown: string[] = [];
  for (const target of all.filter(({ surface }) => surface !== 'no address')) {
    const sent = writeAbuse(certain, learned, { target });
    const reply = await connection.ask(sent.method, sent.bytes, 30_000);
    learn(sent, reply);
    const isNowhere = reply.status === 404 && (reply.body === 'Not Found' || reply.body.includes('there is no /'));
    // The portal is asked for accounts of others, too.
    const isForeign = reply.status === 401 && target.surface === 'portal';
    if (isNowhere || (!isForeign && [400, 401, 403, 405, 415, 421].includes(reply.status)))
      unknown.push(`${target.method} ${target.path}: ${reply.status} ${reply.body.slice(0, 200)}`);
  }

  t.deepEqual(unknown, []);
});
