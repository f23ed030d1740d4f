import test from 'ava';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const wrong: readonly (readonly [call: string, body: string, key: string, field: string])[] = [
  [
    'PUT /merchants/test_user/scenario',
    '{"scenario":{"attempts":[{"decline":"no-money","decline":"lost"}]}}',
    'decline',
    'scenario.attempts.0.decline',
  ],
  ['PUT /merchants/test_user/scenario', '{"name":"slow-bank","name":"own"}', 'name', 'name'],
  ['POST /merchants/test_user/clock/advance', '{"by":"1s", "by":"2s"}', 'by', 'by'],
];

for (const [call, body, key, field] of wrong)
  test(`${call} with ${body} is refused by the name of the key`, async (t) => {
    const simulator = await simulatorFor(t);
    const [method = '', path] = call.split(' ');

    const answer = await fetch(`${simulator.url}/sandbox${path}`, { method, body });

    t.is(answer.status, 400);
    const { detail, field: named } = (await answer.json()) as { readonly detail: string; readonly field: string };
    t.is(detail, `the key ${key} stands twice`);
    t.is(named, field);
  });
