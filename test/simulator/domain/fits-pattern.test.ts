import test from 'ava';
import { fitsPattern } from '../../../simulator/domain/fits-pattern.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

for (const [pattern, text, fits] of [
  ['^vip-', 'vip-1', true],
  ['^vip-', 'my-vip-1', false],
  ['^(?:a|b)+-\\d{2,4}$', 'abba-123', true],
  ['^(?:a|b)+-\\d{2,4}$', 'abba-1', false],
] as const)
  test(`${text} ${fits ? 'fits' : 'does not fit'} ${pattern}`, (t) => {
    t.is(fitsPattern(pattern, text), fits);
  });

/** A look at this would take years. */
const endless = '^(a+)+$';
const text = `${'a'.repeat(35)}!`;

test('a pattern that never comes to an end fits nothing, and a payment goes on without it', async (t) => {
  const scenario = { about: 'Never ends.', when: { orderNumber: endless }, attempts: [{ decline: 116 }] };
  const simulator = await simulatorFor(t, { scenarios: [parseScenario('endless', scenario)] });
  const { orderId } = await simulator.register({ orderNumber: text });

  await payForm(simulator, orderId, plainCard);

  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

test('a verification by such a pattern is answered', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 10 });
  await simulator.register({ orderNumber: text });

  const { verified } = await simulator.verify('test_user', {
    path: 'register.do',
    parameters: { orderNumber: { matches: endless } },
  });

  t.false(verified);
});
