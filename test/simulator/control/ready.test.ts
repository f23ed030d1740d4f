import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { version } from '../../../simulator/runtime/version.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { ownProcessFor } from '../../helpers/process/own-process.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const good = 'attempts: [{ decline: 116 }]';
const wrong = 'attempts: [{ declin: 116 }]';

test('it is ready when the scenario files are read, for which the first call waits', async (t) => {
  const control = controlOf(t, await simulatorFor(t, { scenarios: await folderWith(t, { 'a.yaml': good }) }));

  const { status, json } = await control('GET /ready');

  t.is(status, 200);
  t.deepEqual(json, { status: 'ok', bank: 'bereke', version: version(), scenarios: 1 });
});

test('where calls are answered before the files are read, it is not ready until then', async (t) => {
  const scenarios = await folderWith(t, { 'a.yaml': good });
  const control = controlOf(t, await simulatorFor(t, { scenarios, readsScenariosLater: true }));

  const first = await control('GET /ready');

  t.is(first.status, 503);
  t.like(first.json, { type: 'urn:tillbox:problem:not-ready', detail: 'the scenario files are being read' });
  await eventually(
    t,
    () => control('GET /ready'),
    ({ status, json }) => status === 200 && json['scenarios'] === 1,
  );
});

for (const options of [{ watchesScenarios: true }, { readsScenariosLater: true, watchesScenarios: true }]) {
  test(`it is not ready with files that are wrong from the start: ${JSON.stringify(options)}`, async (t) => {
    const scenarios = await folderWith(t, { 'a.yaml': wrong, 'b.yaml': good });
    const control = controlOf(t, await simulatorFor(t, { scenarios, ...options, logLevel: 'silent' }));

    await eventually(
      t,
      () => control('GET /ready'),
      ({ status, json }) =>
        status === 503 && /^scenario files are wrong: a\.yaml:1: attempts\[0\]\.declin: /.test(json['detail']),
    );
  });
}

test('after a change that is wrong it stays ready with the last good files, and tells the mistake', async (t) => {
  const scenarios = await folderWith(t, { 'a.yaml': good });
  const simulator = await simulatorFor(t, { scenarios, watchesScenarios: true, logLevel: 'silent' });
  const control = controlOf(t, simulator);
  t.is((await control('GET /ready')).status, 200);

  await writeFile(join(scenarios, 'a.yaml'), wrong);
  await eventually(
    t,
    () => control('GET /ready'),
    ({ status, json }) =>
      status === 200 && json['scenarios'] === 1 && /^a\.yaml:1: attempts\[0\]\.declin: /.test(json['mistakes']?.[0]),
  );

  await writeFile(join(scenarios, 'a.yaml'), good);
  await eventually(
    t,
    () => control('GET /ready'),
    ({ status, json }) => status === 200 && json['mistakes'] === undefined,
  );
});

test('the program is ready when it says where it is', async (t) => {
  const { url } = await ownProcessFor(t, { SCENARIOS: await folderWith(t, { 'a.yaml': good }) });

  t.like(await (await fetch(`${url}/sandbox/ready`)).json(), { status: 'ok', scenarios: 1 });
});
