import test from 'ava';
import { readPact } from '../pact/pact-file.ts';
import { isPartial, shopPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { summariseBroken } from '../pact/summary.ts';
import { brokenGateways } from './broken-gateways.ts';
import type { GatewayJob } from './verification-process.ts';

const { verify, stop } = quietVerifier<GatewayJob>(new URL('verification-process.ts', import.meta.url));
test.after.always('the verification process stops', stop);

/** Those whose fault shows in an interaction of the pact file; in a whole run each has to. */
const shown = Object.entries(brokenGateways).filter(
  ([, { fails }]) => !isPartial || readPact(shopPact).interactions.some(({ description }) => fails.test(description)),
);
const rejected = new Set<string>();
test.after.always('the summary has what was rejected', () =>
  summariseBroken('broken gateways', Object.keys(Object.fromEntries(shown)), rejected),
);

for (const [broken, { fails, complaint }] of shown) {
  test(`the contract finds a gateway that ${broken}`, async (t) => {
    const { accepted, interactions, mismatches } = await verify({ pactFile: shopPact, broken });
    const failed = new Set(mismatches.map(({ interaction }) => interaction));
    const expected = interactions.filter((description) => fails.test(description));
    const complaints = mismatches.map(({ path, says }) => `${path} ${says}`);

    t.false(accepted);
    t.deepEqual([...failed].sort(), expected.sort());
    t.deepEqual(
      complaints.filter((words) => !complaint.test(words)),
      [],
    );
    if (t.passed) rejected.add(broken);
  });
}
