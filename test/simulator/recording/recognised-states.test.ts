import { randomUUID } from 'node:crypto';
import test from 'ava';
import { reachState } from '../../../simulator/provider-states/all.ts';
import { simulatedTarget } from '../../../simulator/provider-states/state-target.ts';
import { stateStories } from '../../../simulator/provider-states/stories/state-stories.ts';
import type { RecordedPact } from '../../../simulator/recording/pact-document.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { login, simulatorFor } from '../../helpers/simulator/simulator.ts';

/** States with another name for the same: the order cannot be told from one in this state. */
const sameAs: Readonly<Record<string, string>> = {
  'an order expired after a minute exists': 'an expired order exists',
  'an order whose refund was sent twice exists': 'an order refunded in part exists',
  'an order with added parameters exists': 'a registered order exists',
};

const given: Readonly<Record<string, object>> = {
  'an order that verified a card exists': { amount: 0 },
  'an order with a declined card and attempts left exists': { actionCode: 5 },
};

const sentences = [...Object.keys(stateStories), 'an order paid with a stored card exists'];
for (const sentence of sentences)
  test(`the state of an order is found in what happened to it: ${sentence}`, async (t) => {
    const simulator = await simulatorFor(t, { journalSize: 1000 });
    const { userName = '', password = '' } = login;
    const target = simulatedTarget({
      login: { userName, password },
      baseUrl: simulator.restUrl,
      clock: simulator.clock,
      store: simulator.store,
      bank: simulator.bank,
      newId: randomUUID,
    });
    const { orderId = '' } = await reachState(sentence, target, { amount: 150_000, part: 40_000, ...given[sentence] });
    const { entries } = await simulator.journal('test_user', { limit: 1 });
    await simulator.status(orderId);

    const { json } = await controlOf(t, simulator)(`GET /merchants/test_user/pact?since=${entries[0]?.number}`);

    const { interactions, metadata } = json as unknown as RecordedPact;
    t.deepEqual(metadata.tillbox.calls.leftOut, []);
    t.is(interactions.length, 1);
    const [, state] = interactions[0]?.providerStates ?? [];
    t.is(state?.name, sameAs[sentence] ?? sentence);
    if (stateStories[sentence]?.takes?.includes('actionCode'))
      t.is(state?.params?.['actionCode'], sentence in given ? 5 : 116);
    if (stateStories[sentence]?.takes?.includes('part')) t.is(state?.params?.['part'], 40_000);
  });
