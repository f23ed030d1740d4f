import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { Ajv } from 'ajv';
import test from 'ava';
import { parse as parseYaml } from 'yaml';
import { Payer } from '../../client/index.ts';
import { runScenario } from '../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../simulator/commands/demo/stage.ts';
import { runProgram } from '../../simulator/commands/program.ts';
import { unreachedSteps } from '../../simulator/commands/scenarios/unreached-steps.ts';
import { choosePlan } from '../../simulator/scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../simulator/scenario-engine/choice/conditions.ts';
import { loadScenarios } from '../../simulator/scenario-engine/definition/load-scenarios.ts';
import type { When } from '../../simulator/scenario-engine/definition/when.ts';
import { documentedLogin } from '../../simulator/simulator.ts';
import { runnableProgram } from '../helpers/process/runnable-program.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { somePayment } from '../simulator/scenario-engine/a-scenario.ts';
import { russianLanguage } from './generate/russian/scenario-language.ts';
import { languageKeys as keys, usedPaths } from './generate/scenario-language/keys.ts';
import { examplesFolder, writingPage } from './generate/scenario-language/page.ts';
import { sections } from './generate/scenario-language/sections.ts';
import { stepTexts } from './generate/scenario-language/step-texts.ts';
import { writers } from './generate/scenario-language/writers.ts';

const root = join(import.meta.dirname, '../..');
const page = writingPage(writers.en);
const files = readdirSync(examplesFolder);
const bodies = files.map((file) => parseYaml(readFileSync(join(examplesFolder, file), 'utf8')));

test('the pages about writing scenarios are what the definition says (write them with: npm run docs)', (t) => {
  t.is(readFileSync(join(root, 'docs/writing-scenarios.md'), 'utf8'), page);
  t.is(readFileSync(join(root, 'docs/ru/writing-scenarios.md'), 'utf8'), writingPage(writers.ru));
});

test('every key of the language has one row on the page, with its value and meaning', (t) => {
  const nameAndMeaning = (path: string, meaning = '') => `${path.split('.').at(-1)}: ${meaning}`;
  const rows = [...page.matchAll(/^\| `([\w$.]+)` \| (\S.*) \|$/gm)].map(([, path = '', cells = '']) =>
    nameAndMeaning(path, cells.split(' | ').at(-1)),
  );
  const known = keys.map(({ path, description }) => nameAndMeaning(path, description.split(' Default: ')[0]));

  t.true(keys.length > 80);
  for (const one of known)
    t.is(rows.filter((row) => row === one).length, known.filter((key) => key === one).length, one);
});

test('every key that may be left out says what happens then, apart from steps and conditions', (t) => {
  const isOneOfSeveral = (path: string): boolean =>
    /^attempts\[\]\.|\.do\.|^when\.\w+$|^expect\.callbacks\[\]\./.test(path);

  t.deepEqual(
    keys
      .filter(({ path, isRequired }) => !isRequired && !isOneOfSeveral(path) && path !== '$schema')
      .filter(({ description }) => !/ Default: .+\.$/.test(description))
      .map(({ path }) => path),
    [],
  );
});

test('every key of the language stands in an example of the page', (t) => {
  const paths = new Set(keys.map(({ path }) => path));
  const used = new Set(bodies.flatMap((body) => usedPaths(body, paths)));

  t.deepEqual(
    [...paths].filter((path) => !used.has(path)),
    [],
  );
});

test('every example is on the page', (t) => {
  for (const file of files) {
    const text = readFileSync(join(examplesFolder, file), 'utf8');
    t.true(page.includes(`\n${text.trimEnd()}\n\`\`\``), file);
  }
});

test('`scenarios check` finds no mistake in the examples, and nothing without an effect', async (t) => {
  const out: string[] = [];
  const code = await runProgram(['scenarios', 'check', examplesFolder], {
    out: (text) => out.push(text),
    err: (text) => out.push(text),
  });

  t.is(out.join(''), `${files.length} scenarios, no mistakes\n`);
  t.is(code, 0);
});

/** The smallest file expects nothing. */
const endOfSmallest = { orderStatus: 0, actionCode: 116, payer: 'page' };

test('every example ends as it says when it is played, and each of its steps happens', async (t) => {
  const scenarios = await loadScenarios(examplesFolder);
  const stage = await setStage(scenarios);
  t.teardown(stage.stop);

  for (const scenario of scenarios) {
    const { name, expect } = scenario;
    const run = await runScenario(stage, scenario);
    const [order, view] = [
      await stage.simulator.store.orders.find(run.orderId),
      await stage.simulator.order(run.orderId),
    ];
    const { entries } = await stage.simulator.journal(documentedLogin.login);
    const faults = entries.flatMap(({ fault }) => (fault?.scenario === name ? [fault.step] : []));

    t.deepEqual(run.problems, [], name);
    if (name === 'no-money') t.like(run, endOfSmallest);
    else t.not(expect.orderStatus, undefined, name);
    if (!order || !view) throw new Error(`${name} has no order`);
    t.deepEqual(view.missedSteps, [], name);
    t.deepEqual(unreachedSteps(scenario, { order, view, faults: new Set(faults) }), [], name);
  }
});

const conditional = sections.flatMap(({ examples = [] }) => examples).filter(({ holdsFor }) => holdsFor);

test('every example with conditions says for which payment it holds', async (t) => {
  const withConditions = (await loadScenarios(examplesFolder)).filter(({ when }) => when);

  t.deepEqual(
    conditional.map(({ file }) => parse(file).name).toSorted(),
    withConditions.map(({ name }) => name),
  );
});

/** A payment for which a condition of the examples does not hold. */
const otherFacts: { readonly [Condition in keyof Required<When>]: Partial<PaymentFacts> } = {
  amount: { amountMinor: 100 },
  card: { pan: '5555555555555599' },
  orderNumber: { orderNumber: 'A-1' },
  merchant: { merchant: 'anna' },
  clientId: { clientId: '17' },
  email: { email: 'aida@shop.kz' },
  description: { description: 'two books' },
  currency: { currency: '643' },
  language: { language: 'en' },
  attempt: { attempt: 1 },
};

for (const { file, holdsFor } of conditional)
  test(`the conditions of ${file} choose it for such a payment, and each of them counts`, async (t) => {
    const scenarios = await loadScenarios(examplesFolder);
    const { name, when = {} } = scenarios.find((one) => one.name === parse(file).name) ?? {};
    const isChosen = (facts: Partial<PaymentFacts>): boolean =>
      choosePlan(somePayment(facts), { scenarios }).explanation.some(
        ({ decider, decided }) => decided && decider === `scenario ${name}`,
      );

    t.true(isChosen(holdsFor ?? {}));
    for (const condition of Object.keys(when) as (keyof When)[])
      t.false(isChosen({ ...holdsFor, ...otherFacts[condition] }), condition);
  });

test('every text of the page is there in Russian, and no other is', (t) => {
  const asked = new Set<string>();
  const russian = writingPage({
    ...writers.ru,
    say: (english) => {
      asked.add(english);
      return writers.ru.say(english);
    },
  });

  t.deepEqual(
    russianLanguage.map(([english]) => english).filter((english) => !asked.has(english)),
    [],
  );
  t.notRegex(russian.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`]*`|<\/?\w+>|\([^)]*\)/g, ''), /\bthe\b/);
});

test('the texts of each step are in Russian in its row, and no list has them again', (t) => {
  const listed = new Set(russianLanguage.map(([english]) => english));

  t.true(stepTexts.length > 50);
  t.deepEqual(
    stepTexts.filter(([english, russian]) => !/[а-яё]/i.test(russian) || listed.has(english)),
    [],
  );
});

test('the program about the payer works as it is printed', async (t) => {
  const [, printed = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const simulator = await simulatorFor(t);
  const orders = [
    await simulator.register(),
    await simulator.register({ jsonParams: '{"scenario":"answers-challenge"}' }),
  ];
  let payments = 0;
  const program = await runnableProgram(printed.replaceAll('pay(formUrl)', 'pay(formUrl())'));
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const run = new AsyncFunction('Payer', 'simulator', 'formUrl', program);

  await run(Payer, simulator, () => orders[payments++]?.formUrl);

  const ends = await Promise.all(orders.map(({ orderId }) => simulator.status(orderId)));
  t.is(payments, 2);
  t.like(ends[0], { orderStatus: 2, actionCode: 0 });
  t.like(ends[1], { orderStatus: 6, actionCode: -2009 });
});

/** The addresses of the schema that the page writes into the first line of a file. */
const schemaLines = [...page.matchAll(/^# yaml-language-server: \$schema=(\S+)$/gm)].map(([, address = '']) => address);

const isGood = { attempts: [{ decline: 'insufficient-funds' }, 'approve'] };
const wrong = [
  { attempts: ['decline'] },
  { attempts: [{ delay: 500 }] },
  { gateway: [{ on: 'regster', do: 'empty' }] },
];

const acceptsWith = (text: string) => new Ajv({ strict: false, logger: false }).compile(JSON.parse(text));

test('the page names the schema in the package, and that of a running gateway', (t) => {
  t.is(schemaLines.length, 2);
  t.true(schemaLines[0]?.startsWith('../node_modules/tillbox/'));
  t.true(schemaLines[1]?.startsWith('http://127.0.0.1:8080/'));
});

test('the address of the schema in the package leads to the file that the package exports', (t) => {
  const { name, exports, files: packed } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [address = ''] = schemaLines;
  const inPackage = `./${resolve('/scenarios', dirname(address), parse(address).base).replace(`/node_modules/${name}/`, '')}`;

  t.is(inPackage, exports['./scenario.schema.json']);
  t.true(packed.includes('dist'));
  const source = join(root, inPackage.replace('./dist/', ''));
  t.true(existsSync(source));
  const accepts = acceptsWith(readFileSync(source, 'utf8'));
  t.true(accepts(isGood));
  for (const body of wrong) t.false(accepts(body));
});

test('a running gateway serves the schema at the address of the page', async (t) => {
  const { url } = await simulatorFor(t);
  const response = await fetch((schemaLines[1] ?? '').replace('http://127.0.0.1:8080', new URL(url).origin));

  t.is(response.status, 200);
  const accepts = acceptsWith(await response.text());
  t.true(accepts(isGood));
  for (const body of wrong) t.false(accepts(body));
});
