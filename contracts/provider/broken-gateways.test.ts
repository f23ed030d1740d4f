import { descriptionsIn } from '../pact/pact-file.ts';
import { isPartial, shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { rejectBroken } from '../pact/reject-broken.ts';
import { brokenGateways } from './broken-gateways.ts';
import type { GatewayJob } from './verification-process.ts';

const verify = quietVerifier<GatewayJob>(new URL('verification-process.ts', import.meta.url));

/** A contract about one subject can find only the faults in its own interactions. */
const findable = Object.fromEntries(
  Object.entries(brokenGateways).filter(
    ([, { fails }]) => !isPartial || descriptionsIn(shopPact).some((description) => fails.test(description)),
  ),
);

rejectBroken('gateway', findable, (broken) => verify({ pactFile: shopPact, broken }));
