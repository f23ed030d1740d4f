import test from 'ava';
import type { Bank } from '../../simulator/banks/bank.ts';
import { answerJudge, fetchDocument } from '../helpers/http/documented-answers.ts';
import { type Json, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { trades } from './trades.ts';

/** What the gateway answered, and what its document has against it. */
export const judged = async (simulator: TestSimulator) => {
  const judge = answerJudge(await fetchDocument(`${simulator.controlUrl}/openapi/merchant.json`));
  const { entries } = (await fetchDocument(`${simulator.controlUrl}/merchants/test_user/journal`)) as Json;
  const answers = (entries as Json[]).filter(
    ({ contentType, path }) => /json|^text\/plain/.test(contentType) && path.startsWith('/'),
  );
  return answers
    .filter(({ surface, answer }) => (surface === 'api' || surface === 'page') && answer.startsWith('{'))
    .map(({ path, answer }) => ({ path: path as string, wrong: judge(path, 'post', JSON.parse(answer)) }));
};

export const wrongs = (
  answers: readonly { readonly path: string; readonly wrong: string | undefined }[],
): readonly string[] => answers.flatMap(({ path, wrong }) => (wrong === undefined ? [] : [`${path} ${wrong}`]));

/** The bank for one shop: what its calls need is there, what its answers look like is its own. */
export const forShop = (bank: Bank): Bank => ({
  ...bank,
  currency: '398',
  currencies: [...new Set([...bank.currencies, '398'])],
  wantsCustomer: false,
  generatesOrderNumber: true,
  registrationWants: [],
  paramsWanted: {},
  leastAmountMinor: 1,
  refusesOtherLanguages: false,
  orderNumberLength: 36,
  confirmationMinutes: 0,
  paymentAttempts: 3,
  threeDsVersion: 2,
});

/** Declares the test of what the gateway answers as this bank. */
export const testAnswersOf = (bank: Bank): void =>
  test(`as ${bank.name} the gateway answers as its document says`, async (t) => {
    const simulator = await simulatorFor(t, { journalSize: 10_000, bank: forShop(bank) });
    for (const trade of trades) await trade(simulator);

    const answers = await judged(simulator);

    t.deepEqual(wrongs(answers), []);
    t.true(answers.length > 100);
  });
