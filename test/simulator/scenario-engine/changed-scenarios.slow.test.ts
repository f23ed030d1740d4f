import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { afterMachineTime } from '../../../simulator/runtime/machine-time.ts';
import { scenarioSource } from '../../../simulator/scenario-engine/definition/scenario-source.ts';
import type { Watching } from '../../../simulator/scenario-engine/definition/watch-folder.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** The action code of a new order with the scenario; the error code if it is refused. */
const codeOf = async (simulator: TestSimulator, scenario: string): Promise<unknown> => {
  const order = await simulator.register({ jsonParams: JSON.stringify({ scenario }) });
  if (!order.orderId) return `refused`;
  await pay(order.formUrl, { card: plainCard });
  return (await simulator.status(order.orderId))['actionCode'];
};

const watched = (t: ExecutionContext, folder: string): Promise<TestSimulator> =>
  simulatorFor(t, { scenarios: folder, watchesScenarios: true, logLevel: 'silent' });

test('a changed file counts from the next payment on', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ decline: 116 }]' });
  const simulator = await watched(t, folder);
  t.is(await codeOf(simulator, 'a'), 116);

  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ decline: 101 }]');

  await eventually(
    t,
    () => codeOf(simulator, 'a'),
    (code) => code === 101,
  );
});

test('a file that comes can be asked for, and one that goes cannot any more', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ decline: 116 }]' });
  const simulator = await watched(t, folder);
  t.is(await codeOf(simulator, 'b'), 'refused');

  await writeFile(join(folder, 'b.json'), '{ "attempts": [{ "decline": 101 }] }');
  await eventually(
    t,
    () => codeOf(simulator, 'b'),
    (code) => code === 101,
  );
  t.is(await codeOf(simulator, 'a'), 116);

  await rm(join(folder, 'a.yaml'));
  await eventually(
    t,
    () => codeOf(simulator, 'a'),
    (code) => code === 'refused',
  );
});

test('a wrong file leaves the last good scenarios, and the repaired one counts', async (t) => {
  const folder = await folderWith(t, {
    'a.yaml': 'attempts: [{ decline: 116 }]',
    'b.yaml': 'attempts: [{ decline: 5 }]',
  });
  const simulator = await watched(t, folder);
  t.is(await codeOf(simulator, 'a'), 116);

  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ declin: 101 }]');
  await writeFile(join(folder, 'b.yaml'), 'attempts: [{ decline: 101 }]');
  for (let times = 0; times < 20; times += 1) t.is(await codeOf(simulator, 'b'), 5);
  t.is(await codeOf(simulator, 'a'), 116);

  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ decline: 121 }]');
  await eventually(
    t,
    () => codeOf(simulator, 'a'),
    (code) => code === 121,
  );
  t.is(await codeOf(simulator, 'b'), 101);
});

test('the endpoints with faults follow the files', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ approve: true }]' });
  const simulator = await watched(t, folder);
  const errorCode = async (): Promise<unknown> => (await simulator.register({ orderNumber: '' }))['orderId'];
  t.truthy(await errorCode());

  const when = 'when: { merchant: "^test_user$" }';
  await writeFile(join(folder, 'a.yaml'), `${when}\ngateway: [{ on: register, do: { errorCode: 7 } }]`);
  await eventually(t, errorCode, (orderId) => orderId === undefined);

  await writeFile(join(folder, 'a.yaml'), `${when}\ngateway: [{ on: deposit, do: { errorCode: 7 } }]`);
  await eventually(t, errorCode, (orderId) => orderId !== undefined);
});

test("the page's list of outcomes follows the files", async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ approve: true }]' });
  const simulator = await watched(t, folder);
  const { orderId } = await simulator.register();
  const url = `${simulator.url}/payment/merchants/sandbox-list.html?mdOrder=${orderId}`;
  const list = async (): Promise<string> => (await fetch(url)).text();
  t.true((await list()).includes('data-value="a"'));

  await rename(join(folder, 'a.yaml'), join(folder, 'other-name.yaml'));

  await eventually(t, list, (text) => text.includes('data-value="other-name"'));
  t.false((await list()).includes('data-value="a"'));
});

test('without the option the files are read once', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ decline: 116 }]' });
  const simulator = await simulatorFor(t, { scenarios: folder });
  t.is(await codeOf(simulator, 'a'), 116);

  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ decline: 101 }]');

  for (let times = 0; times < 20; times += 1) t.is(await codeOf(simulator, 'a'), 116);
});

/** A log that keeps its messages. */
const keptLog = () => {
  const lines: {
    readonly level: string;
    readonly facts: Readonly<Record<string, unknown>>;
    readonly message: string;
  }[] = [];
  const keep = (level: string) => (facts: object, message: string) =>
    lines.push({ level, facts: { ...facts }, message });
  return { lines, log: { error: keep('error'), warn: keep('warn'), info: keep('info') } satisfies Watching['log'] };
};

test('the log says which file, line and field is wrong, and when all is right again', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ decline: 116 }]' });
  const { lines, log } = keptLog();
  const source = scenarioSource(folder, { watching: { after: afterMachineTime, log } });
  t.teardown(source.stop);
  await source.scenarios();

  await writeFile(join(folder, 'a.yaml'), 'about: x\nattempts:\n  - decline: insufficent-funds\n');
  await eventually(
    t,
    () => lines.length,
    (length) => length === 1,
  );
  await rename(folder, `${folder}-gone`);
  t.teardown(() => rm(`${folder}-gone`, { recursive: true }));
  await eventually(
    t,
    () => lines.length,
    (length) => length === 2,
  );

  t.deepEqual(lines, [
    {
      level: 'error',
      message: 'scenario files are wrong, so the last good ones stay',
      facts: {
        folder,
        mistakes: [
          `${join(folder, 'a.yaml')}:3: attempts[0].decline: expected an action code or its name, got "insufficent-funds"; did you mean insufficient-funds?`,
        ],
      },
    },
    {
      level: 'error',
      message: 'scenario files are wrong, so the last good ones stay',
      facts: { folder, mistakes: [`${folder}: expected a folder of scenario files, but there is none`] },
    },
  ]);
  t.deepEqual(
    source.knownScenarios()?.all.map(({ name }) => name),
    ['a'],
  );
});

test('files that were wrong from the start count as soon as they are right', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: 7' });
  const { lines, log } = keptLog();
  const source = scenarioSource(folder, { watching: { after: afterMachineTime, log } });
  t.teardown(source.stop);
  await t.throwsAsync(source.scenarios(), { message: /:1: attempts: expected a list of attempts, got 7$/ });

  await writeFile(join(folder, 'a.yaml'), 'attempts: [{ approve: true }]');
  await eventually(t, source.knownScenarios, (known) => known?.all.length === 1);

  t.is((await source.scenarios()).length, 1);
  t.deepEqual(lines, [{ level: 'warn', message: 'scenario files are right again', facts: { folder, scenarios: 1 } }]);
});

test('after a stop nothing is read any more', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'attempts: [{ approve: true }]' });
  const { lines, log } = keptLog();
  const planned = new Set<() => void>();
  const after: Watching['after'] = (_, action) => {
    planned.add(action);
    return () => planned.delete(action);
  };
  const source = scenarioSource(folder, { watching: { after, log } });
  const read = await source.scenarios();
  await eventually(
    t,
    () => planned.size,
    (size) => size === 1,
  );

  source.stop();
  await writeFile(join(folder, 'b.yaml'), 'attempts: [{ approve: true }]');

  t.is(planned.size, 0);
  t.is(await source.scenarios(), read);
  t.deepEqual(lines, []);
});
