import test from 'ava';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

test('the level of the log is read and set', async (t) => {
  const simulator = await simulatorFor(t, { logLevel: 'warn' });
  const control = controlOf(t, simulator);
  t.deepEqual((await control('GET /log')).json, { level: 'warn', lines: [] });

  const { status, json } = await control('PUT /log/level', { level: 'silent' });

  t.is(status, 200);
  t.deepEqual(json, { level: 'silent' });
  t.is((await control('GET /log')).json['level'], 'silent');
});

test('a level that is none is refused, with the one that was meant', async (t) => {
  const simulator = await simulatorFor(t, { logLevel: 'error' });
  const control = controlOf(t, simulator);

  const { status, json } = await control('PUT /log/level', { level: 'debgu' });

  t.is(status, 422);
  t.is(json['field'], 'level');
  t.regex(json['detail'], /did you mean debug\?/);
  t.is((await control('GET /log')).json['level'], 'error');
});
