import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { facts } from '../../../simulator/banks/fact-words.ts';
import { sber } from '../../../simulator/banks/sber.ts';
import { takeTurns } from '../../helpers/ava/take-turns.ts';
import { compareProfiles, ownAnswers } from '../../helpers/contracts/drift/compare-profiles.ts';
import { rowEffects, withoutEffect } from '../../helpers/contracts/drift/row-effects.ts';

// Each profile against each: every-profile.slow.test.ts.
for (const bank of banks)
  test(`there is no drift between ${bank.name} and its own profile`, async (t) => {
    await takeTurns(t);
    const { groups } = await compareProfiles(bank, bank, await ownAnswers(bank));

    t.deepEqual(groups, []);
  });

test('each row has an effect or a reason for none', (t) => {
  for (const fact of facts) t.not(rowEffects[fact] === undefined, withoutEffect[fact] === undefined, fact);
});

test('the words of a difference are those of the rows', async (t) => {
  const own = await ownAnswers(bereke);
  const { groups, unexplained, silent } = await compareProfiles(bereke, sber, own);
  t.deepEqual([unexplained, silent], [[], []]);
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
