import test from 'ava';
import { quietVerifier, shopPact } from '../pact/quiet-verifier.ts';
import { brokenGateways } from './broken-gateways.ts';

const { verify, stop } = quietVerifier();
test.after.always('the verification process stops', stop);

for (const [broken, { fails, complaint }] of Object.entries(brokenGateways)) {
  test(`the contract finds a gateway that ${broken}`, async (t) => {
    const { accepted, interactions, mismatches } = await verify({ pactFile: shopPact, broken });
    const failed = new Set(mismatches.map(({ interaction }) => interaction));
    const complaints = mismatches.map(({ path, says }) => `${path} ${says}`);

    t.false(accepted);
    t.deepEqual([...failed].sort(), interactions.filter((description) => fails.test(description)).sort());
    t.deepEqual(
      complaints.filter((words) => !complaint.test(words)),
      [],
    );
  });
}
