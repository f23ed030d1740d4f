import test from 'ava';
import { descriptionsIn } from '../pact/pact-file.ts';
import { shopPact } from '../pact/pacts.ts';
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

test('a verifier that knows nothing but addresses comes to the same verdict', async (t) => {
  const report = await verify({ pactFile: shopPact, overHttp: true });

  t.true(report.accepted, report.output);
  t.deepEqual(report.interactions, descriptionsIn(shopPact));
});
