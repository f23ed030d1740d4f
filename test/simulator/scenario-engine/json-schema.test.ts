import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import test from 'ava';
import { parse } from 'yaml';
import { actionCodes } from '../../../simulator/data/action-codes.ts';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
import { bundledScenarios } from '../../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { gatewayNames } from '../../../simulator/scenario-engine/definition/endpoint-name.ts';
import { scenarioJsonSchema } from '../../../simulator/scenario-engine/definition/json-schema.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';

interface Schema {
  readonly [key: string]: unknown;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const schema = JSON.parse(scenarioJsonSchema()) as Schema;
const accepts = new Ajv({ strict: false, logger: false }).compile(schema);

/** Every schema inside this one, with its path, such as `gateway[].do.drop`. */
const within = (one: Schema, path = ''): readonly (readonly [path: string, schema: Schema])[] => [
  [path, one],
  ...Object.entries(one.properties ?? {}).flatMap(([key, inner]) =>
    within(inner, path === '' ? key : `${path}.${key}`),
  ),
  ...(one.items ? within(one.items, `${path}[]`) : []),
  ...(one.anyOf ?? []).flatMap((inner) => within(inner, path)),
];

test('the schema has a name of its own, which is no address', (t) => {
  t.is(schema['$id'], 'urn:tillbox:scenario:1');
  t.is(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
});

test('every key has a description', (t) => {
  const keys = within(schema).flatMap(([path, { properties = {} }]) =>
    Object.entries(properties).map(([key, { description }]) => [`${path}.${key}`, description ?? ''] as const),
  );

  t.true(keys.length > 100);
  t.deepEqual(
    keys.filter(([, description]) => !/^\S.*\.$/.test(description)),
    [],
  );
});

test('every word among which a key chooses has a meaning', (t) => {
  const choices = within(schema).filter(([, one]) => one.enum);

  t.true(choices.length > 10);
  for (const [path, { enum: words = [], enumDescriptions = [] }] of choices) {
    t.is(enumDescriptions.length, words.length, path);
    t.true(
      enumDescriptions.every((meaning) => /\S/.test(meaning)),
      path,
    );
  }
});

test('the name and the number of every decline tell their meaning, as getOrderStatusExtended.do returns it', (t) => {
  const [[, { enum: words = [], enumDescriptions = [] }] = ['', {}]] = within(schema).filter(
    ([path, one]) => path === 'attempts[].decline' && one.enum,
  );

  for (const { code, name, group, en } of actionCodes) {
    if (group === 'approved') continue;
    t.is(enumDescriptions[words.indexOf(name)], `${en} (${code})`);
    t.is(enumDescriptions[words.indexOf(code)], `${en} (${name})`);
  }
});

test('no pattern is shown to a person without words for it', (t) => {
  const patterns = within(schema).filter(([, { pattern }]) => pattern !== undefined);

  t.true(patterns.length > 10);
  for (const [path, { errorMessage }] of patterns) t.regex(String(errorMessage), /^expected /, path);
});

const onStep = (on: unknown) => ({ gateway: [{ on, do: 'empty' }] });

for (const name of gatewayNames)
  test(`the schema knows ${name} as a name and as a path`, (t) => {
    for (const on of [name, `${name}.do`, `rest/${name}.do`, `/rest/${name}.do`, `/${name}`]) {
      t.true(accepts(onStep(on)), on);
      t.notThrows(() => parseScenario('x', onStep(on)));
    }
    for (const on of [`${name}s`, `x${name}`, `payment/rest/${name}.do`, `${name}.do.do`, name.toUpperCase()])
      t.false(accepts(onStep(on)), on);
  });

test('the schema accepts every scenario that comes with tillbox', (t) => {
  const files = readdirSync(bundledScenarios).filter((name) => name.endsWith('.yaml'));

  t.true(files.length > 100);
  for (const file of files) t.true(accepts(parse(readFileSync(join(bundledScenarios, file), 'utf8'))), file);
});

/** Bodies that are right, and bodies that are not. */
const bodies: readonly (readonly [isRight: boolean, body: unknown])[] = [
  [true, { attempts: ['approve'] }],
  [true, { $schema: './scenario.schema.json', about: 'x', attempts: [{ decline: 116, delay: '2s' }] }],
  [true, { gateway: [{ on: 'page', times: 1, do: { delay: { from: '1s', to: '2s' } } }] }],
  [true, { callbacks: [{ on: 'any', do: { fails: 'always' } }] }],
  [true, { callbacks: [{ on: 'any', do: { fields: { amount: 1, status: '0' } } }] }],
  [true, { later: [{ after: '2h', since: 'at-acs', do: 'expire' }] }],
  [true, { later: [{ after: '2h', do: { refund: 5 } }], phases: 2, payer: { cards: ['4444555511113333'] } }],
  [true, { when: { amount: { from: 5 }, currency: 'KZT', email: '@' }, attempts: ['approve'] }],
  [
    true,
    { attempts: ['approve'], expect: { callbacks: ['deposited', 'redirect', { operation: 'refunded', status: 1 }] } },
  ],
  [false, null],
  [false, []],
  [false, { about: 'x' }],
  [false, { attempts: [] }],
  [false, { attempts: [{}] }],
  [false, { attempts: ['decline'] }],
  [false, { attempts: [{ decline: 'nothing' }] }],
  [false, { attempts: [{ decline: 0 }] }],
  [false, { attempts: [{ approve: false }] }],
  [false, { attempts: [{ delay: 500 }] }],
  [false, { attempts: [{ delay: '500' }] }],
  [false, { attempts: ['approve'], pays: true }],
  [false, { attempts: ['approve'], phases: 3 }],
  [false, { attempts: ['approve'], expect: { orderStatus: 9 } }],
  [false, { attempts: ['approve'], expect: { callbacks: ['paid'] } }],
  [false, { attempts: ['approve'], payer: { cards: [4444555511113333] } }],
  [false, { attempts: ['approve'], payer: { leavesPage: 'yes' } }],
  [false, { attempts: ['approve'], payer: { opensAfter: 120 } }],
  [false, { attempts: ['approve'], when: {} }],
  [false, { attempts: ['approve'], when: { currency: 398 } }],
  [false, { attempts: ['approve'], when: { amount: {} } }],
  [false, { gateway: ['malformed'] }],
  [false, { gateway: [{ on: 'register' }] }],
  [false, { gateway: [{ on: 'regster', do: 'empty' }] }],
  [false, { gateway: [{ on: 'register', do: {} }] }],
  [false, { gateway: [{ on: 'register', do: { httpStatus: 200 } }] }],
  [false, { gateway: [{ on: 'register', times: 0, do: 'empty' }] }],
  [false, { callbacks: [{ on: 'paid', do: 'lost' }] }],
  [false, { callbacks: [{ on: 'any', do: { fields: {} } }] }],
  [false, { later: [{ do: 'refund' }] }],
  [false, { later: [{ after: '2h', do: { refund: 0 } }] }],
  [false, { later: [{ after: '2h', since: 'later', do: 'refund' }] }],
];

const isParsed = (body: unknown): boolean => {
  try {
    parseScenario('x', body);
    return true;
  } catch (error) {
    if (error instanceof ScenarioError) return false;
    throw error;
  }
};

for (const [isRight, body] of bodies)
  test(`schema and reader agree: ${JSON.stringify(body)} is ${isRight ? 'right' : 'wrong'}`, (t) => {
    t.is(isParsed(body), isRight);
    t.is(accepts(body), isRight);
  });
