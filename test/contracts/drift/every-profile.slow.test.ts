import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { compareProfiles, ownAnswers } from '../../helpers/contracts/drift/compare-profiles.ts';

for (const mine of banks)
  test(`profile ${mine.name} against every bank: the differences are those of the rows`, async (t) => {
    const own = await ownAnswers(mine);

    for (const theirs of banks) {
      const { groups, unexplained, silent } = await compareProfiles(mine, theirs, own);
      t.deepEqual(unexplained, []);
      t.deepEqual(silent, []);
      t.is(groups.length === 0, mine === theirs, theirs.name);
    }
  });
