import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { facts } from '../../../simulator/banks/fact-words.ts';
import { sber } from '../../../simulator/banks/sber.ts';
import { compareProfiles, ownAnswers } from '../../helpers/contracts/drift/compare-profiles.ts';
import { rowEffects, withoutEffect } from '../../helpers/contracts/drift/row-effects.ts';

// Each profile against each: test/slow/drift-profiles.test.ts. Here each against itself and the next in the list.
for (const [index, mine] of banks.entries()) {
  const next = banks[(index + 1) % banks.length] as Bank;
  test(`profile ${mine.name}: no drift from itself, and from ${next.name} just that of the rows`, async (t) => {
    const own = await ownAnswers(mine);

    t.deepEqual((await compareProfiles(mine, mine, own)).groups, []);
    const { unexplained, silent } = await compareProfiles(mine, next, own);
    t.deepEqual(unexplained, []);
    t.deepEqual(silent, []);
  });
}

test('each row has an effect or a reason for none', (t) => {
  for (const fact of facts) t.not(rowEffects[fact] === undefined, withoutEffect[fact] === undefined, fact);
});

test('the words of a difference are those of the rows', async (t) => {
  const own = await ownAnswers(bereke);
  const { groups } = await compareProfiles(bereke, sber, own);
  const at = (place: string) => {
    const found = groups.find((group) => group.place === place);
    return found && [found.bank, found.tillbox];
  };

  t.deepEqual(at('content type'), [
    `text ${sber.contentType.toLowerCase()}`,
    `text ${bereke.contentType.toLowerCase()}`,
  ]);
  t.deepEqual(at('$.formUrl'), [
    'text with the address /payment/merchants/<merchant>/payment_<language>.html?mdOrder',
    'text with the address /payment/merchants/payment_<language>.html?mdOrder',
  ]);
  t.deepEqual(at('$.cardAuthInfo.pan'), [
    `text of 6 digits, ${sber.panMask} and 4 digits`,
    `text of 6 digits, ${bereke.panMask} and 4 digits`,
  ]);
  t.deepEqual(at('$.cardAuthInfo.maskedPan'), [undefined, `text of 6 digits, ${bereke.panMask} and 4 digits`]);
  t.deepEqual(at('$.bankInfo.bankCountryCode'), [`text "${sber.country}"`, `text "${bereke.country}"`]);
  t.deepEqual(at('$.errorCode'), ['text "4"', `text "${bereke.errorCodes['amount-missing']}"`]);
});
