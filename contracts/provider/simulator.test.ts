import test from 'ava';
import { descriptionsIn } from '../pact/pact-file.ts';
import { isPartial, shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { summarise } from '../pact/summary.ts';
import type { GatewayJob } from './verification-process.ts';

const verify = quietVerifier<GatewayJob>(new URL('verification-process.ts', import.meta.url));

test('the simulator keeps the whole agreement with the shop', async (t) => {
  const report = await verify({ pactFile: shopPact });

  summarise('the simulator', report);
  t.true(report.accepted, report.output);
  t.deepEqual(report.interactions, descriptionsIn(shopPact));
});

/** The last minute of a year. */
const newYearsEve = Date.UTC(2026, 11, 31, 23, 59);

test('a verifier that knows nothing but addresses comes to the same verdict, in another year', async (t) => {
  const report = await verify({ pactFile: shopPact, overHttp: true, startMs: newYearsEve });

  t.true(report.accepted, report.output);
  t.deepEqual(report.interactions, descriptionsIn(shopPact));
});

const dates: Readonly<Record<string, number>> = {
  'on a leap day': Date.UTC(2028, 1, 29, 12),
  'in the last minute of a year': newYearsEve,
  'in the first minute of 2031': Date.UTC(2031, 0, 1),
  // The contract is verified on the day of the run, whichever it is.
  today: Date.now(),
};

/** The interactions with tasks, templates, lists, times that are over, cards that are stored, and tokens of phones. */
const datedOnes =
  'recurring|every month|template|orders (that were|of a day)|time was over|stored card|Pay|subscription';

for (const [day, startMs] of Object.entries(dates)) {
  test(`the contract holds ${day}`, async (t) => {
    const report = await verify({ pactFile: shopPact, overHttp: true, startMs, only: datedOnes });

    t.true(report.accepted, report.output);
    t.true(isPartial || report.interactions.length > 50);
  });
}
