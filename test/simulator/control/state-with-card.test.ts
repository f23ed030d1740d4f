import test from 'ava';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const pan = '5555555555555599';

test('a provider state takes the number of a card, and keeps it nowhere', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const reach = (state: string, params: object) => control('POST /provider-states', { state, params });

  t.is((await reach('a customer has a stored card', { pan, clientId: 'aida' })).status, 200);
  const [card] = (await simulator.call('getBindings.do', { clientId: 'aida' }))['bindings'];
  t.is(card.maskedPan, '555555**5599');

  const registered = await reach('a registered order exists', { description: `card ${pan}` });
  t.is(registered.status, 200);
  t.false(JSON.stringify([registered.json, await simulator.state('test_user')]).includes(pan));
});
