import test from 'ava';
import { descriptionsIn } from '../pact/pact-file.ts';
import { callbackPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { rejectBroken } from '../pact/reject-broken.ts';
import { summarise } from '../pact/summary.ts';
import { brokenShops } from './broken-shops.ts';
import type { ShopJob } from './verification-process.ts';

const verify = quietVerifier<ShopJob>(new URL('verification-process.ts', import.meta.url));

test('the demo shop hears every callback of the gateway, and none that is forged', async (t) => {
  const report = await verify({ pactFile: callbackPact });

  summarise('the demo shop', report);
  t.true(report.accepted, report.output);
  t.deepEqual(report.interactions, descriptionsIn(callbackPact));
});

rejectBroken('shop', brokenShops, (broken) => verify({ pactFile: callbackPact, broken }));
