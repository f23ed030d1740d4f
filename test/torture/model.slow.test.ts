import test from 'ava';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { playModel } from './play-model.ts';

/** `npm run torture -- model` takes any, and tells ten thousand stories. */
const seed = 20260101;

test('does with the money of 300 orders what a second description of the gateway says, whatever is done to them', async (t) => {
  const simulator = await simulatorFor(t);

  await t.notThrowsAsync(playModel(simulator, { runs: 300, seed }));
});
