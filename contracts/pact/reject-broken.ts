import test from 'ava';
import type { Report } from './report.ts';
import { summariseBroken } from './summary.ts';

/** A provider with one fault, and the complaints that a verification has to make about it. */
export interface Broken {
  /** The interactions that fail; all others must pass. */
  readonly fails: RegExp;
  /** JSON path and words of each complaint. */
  readonly complaint: RegExp;
}

/** Declares a test for each broken provider: the contract finds its fault, and nothing else. */
export const rejectBroken = (
  provider: 'gateway' | 'shop',
  all: Readonly<Record<string, Broken>>,
  verify: (broken: string) => Promise<Report>,
): void => {
  const rejected = new Set<string>();
  for (const [broken, { fails, complaint }] of Object.entries(all)) {
    test(`the contract finds a ${provider} that ${broken}`, async (t) => {
      const { accepted, interactions, mismatches } = await verify(broken);
      const failed = new Set(mismatches.map(({ interaction }) => interaction));
      const complaints = mismatches.map(({ path, says }) => `${path} ${says}`);

      t.false(accepted);
      t.deepEqual([...failed].sort(), interactions.filter((description) => fails.test(description)).sort());
      t.deepEqual(
        complaints.filter((words) => !complaint.test(words)),
        [],
      );
      if (t.passed) rejected.add(broken);
    });
  }
  test.after.always('the summary has the rejected ones', () =>
    summariseBroken(`broken ${provider}s`, Object.keys(all), rejected),
  );
};
