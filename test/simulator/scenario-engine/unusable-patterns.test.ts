import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { checkFiles } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const lookAround = 'without look-ahead and look-behind';
const unusable = [
  ['orderNumber', '(?=vip)', lookAround],
  ['orderNumber', '^(?!vip-)', lookAround],
  ['email', '(?<=@)shop', lookAround],
  ['email', '(?<!@)shop', lookAround],
  ['clientId', '(a)\\1', 'without back-references'],
  ['clientId', '(?<x>a)\\k<x>', 'without back-references'],
  ['merchant', 'a{1001}', 'more than 600 steps'],
  ['merchant', '(a{99}){99}', 'more than 600 steps'],
  ['description', 'a'.repeat(501), 'of at most 500 characters'],
  ['description', `(${'a?'.repeat(100)}){9}`, 'more than 600 steps'],
  ['orderNumber', '(', 'a regular expression'],
  ['email', '[z-a]', 'a regular expression'],
] as const;
for (const [name, pattern, reason] of unusable) {
  test(`a scenario file whose ${name} cannot be run is refused in its line: ${pattern.slice(0, 30)}`, async (t) => {
    const file = join(temporaryFolder(t), 'x.yaml');
    writeFileSync(file, `attempts:\n  - decline: 5\nwhen:\n  ${name}: '${pattern}'\n`);

    const { scenarios, mistakes } = await checkFiles([file]);

    t.deepEqual(scenarios, []);
    t.is(mistakes.length, 1);
    t.true(mistakes[0]?.startsWith(`${file}:4: when.${name}: expected a`), mistakes[0]);
    t.true(mistakes[0]?.includes(reason), mistakes[0]);
  });

  test(`so is a scenario of a merchant's own, and one in a state: ${pattern.slice(0, 30)}`, async (t) => {
    const simulator = await simulatorFor(t);
    const control = controlOf(t, simulator);
    const body = { attempts: [{ decline: 5 }], when: { [name]: pattern } };
    const { json: state } = await control('GET /merchants/test_user/state');

    const set = await control('PUT /merchants/test_user/scenario', { scenario: body });
    const put = await control('PUT /merchants/test_user/state', {
      ...state,
      settings: { ...state['settings'], ownScenario: body },
    });

    t.is(set.status, 422, set.text);
    t.true(set.json['detail'].includes(reason), set.text);
    t.is(put.status, 422, put.text);
    t.deepEqual((await control('GET /merchants/test_user/state')).json, state);
  });
}

test('a payment goes on beside conditions that run away in JavaScript', async (t) => {
  const scenario = { when: { orderNumber: '^(a|a)+$', description: '^(\\w+\\s?)*$' }, attempts: [{ decline: 116 }] };
  const simulator = await simulatorFor(t, { scenarios: [parseScenario('endless', scenario)] });
  const { orderId } = await simulator.register({
    orderNumber: `${'a'.repeat(30)}!`,
    description: `${'a'.repeat(400)}!`,
  });

  await payForm(simulator, orderId, plainCard);

  t.is((await simulator.status(orderId))['orderStatus'], 2);
});
