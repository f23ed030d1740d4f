import test from 'ava';
import { createRates, mostStretches, stretchMs } from '../../../simulator/runtime/rates.ts';

test('what came in each stretch of time is kept, for the last ten minutes', (t) => {
  let requests = 3;
  const timers: { readonly delayMs: number; readonly run: () => void }[] = [];
  let isCancelled = false;
  const rates = createRates(
    () => ({ requests, refusals: 0, payments: requests * 2, callbacks: 0 }),
    (delayMs, run) => {
      timers.push({ delayMs, run });
      return () => {
        isCancelled = true;
      };
    },
  );
  t.deepEqual(rates.read(), []);

  for (let count = 0; count < mostStretches + 5; count++) {
    requests += count;
    timers.at(-1)?.run();
  }

  t.true(timers.every(({ delayMs }) => delayMs === stretchMs));
  t.is(rates.read().length, mostStretches);
  t.deepEqual(rates.read()[0], { requests: 5, refusals: 0, payments: 10, callbacks: 0 });
  t.like(rates.read().at(-1), { requests: mostStretches + 4 });
  rates.stop();
  t.true(isCancelled);
});
