import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { type AskGateway, askOverHttp } from '../../../contracts/drift/ask-gateway.ts';
import { askTillbox } from '../../../contracts/drift/ask-tillbox.ts';
import { allQuestions } from '../../../contracts/drift/questions/all.ts';
import { isGuess } from '../../../contracts/drift/questions/guess.ts';
import { jsonOf } from '../../../contracts/drift/shape/shape-of.ts';
import { banks } from '../../../simulator/banks/all.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { errorCodes } from '../../../simulator/data/error-codes.ts';
import { playBank, runDrift } from '../../helpers/contracts/drift/drift-command.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

/** A gateway whose servlet container answers calls that there are not, as several do. */
const withNotFound: AskGateway = async (call) =>
  call.url.includes('noSuchCall.do')
    ? { httpStatus: 404, contentType: 'text/html;charset=utf-8', body: '<h1>HTTP Status 404</h1>' }
    : askOverHttp(call);

test('a difference where tillbox has a guess of its own is told apart, and counts with --fail-on any alone', async (t) => {
  const { options, environment } = await playBank(t, bereke);
  const json = join(temporaryFolder(t), 'drift.json');
  const run = (given: object) =>
    runDrift({ ...options, bank: 'bereke', json, ...given }, environment, { ask: withNotFound });

  const { code, out } = await run({});
  t.is(code, 0);
  t.is(
    out.replace(/:\d+:/, ':'),
    `bereke, 127.0.0.1: 33 questions compared, 0 differences

Our guess, not the manual's, so the bank has not changed:

HTTP status (changed) (does not count)
  bank     number 404
  tillbox  number 200
  in       a call that there is not

content type (changed) (does not count)
  bank     text text/html;charset=utf-8
  tillbox  text application/json;charset=utf-8
  in       a call that there is not

$ (another type) (does not count)
  bank     text that is not JSON: a page
  tillbox  object
  in       a call that there is not

66 calls, no money, 8 unpaid orders.
`,
  );
  const report = JSON.parse(readFileSync(json, 'utf8'));
  t.false(report.drifts);
  t.is(report.differences.filter((one: { isGuess?: boolean }) => one.isGuess).length, 3);
  t.is((await run({ failOn: 'changed' })).code, 0);
  t.is((await run({ failOn: 'any' })).code, 1);
});

/** A text of a table as a pattern, with anything in its braces. */
const pattern = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.*')}$`);

/** The reasons of the tables for which a refusal may have this text. */
const reasonsOf = (message: string): readonly string[] =>
  Object.entries(errorCodes).flatMap(([reason, { en, ru }]) =>
    [en, ru].some((text) => pattern(text).test(message)) ? [reason] : [],
  );

test('the questions that rest on a guess are those that tillbox refuses for a reason without a source', async (t) => {
  const guessed = new Set<string>();
  for (const bank of banks) {
    const { answers } = await askTillbox(bank, { cards: false, byHand: false, wrongPassword: false });
    for (const { question, body } of answers) {
      const { errorMessage, ErrorMessage } = (jsonOf(body) ?? {}) as Readonly<Record<string, string>>;
      const reasons = reasonsOf(errorMessage ?? ErrorMessage ?? '');
      const rows: Readonly<Record<string, { readonly confidence: string }>> = errorCodes;
      if (reasons.length > 0 && reasons.every((reason) => rows[reason]?.confidence === 'guess')) guessed.add(question);
    }
  }

  t.deepEqual([...guessed], allQuestions.map(({ id }) => id).filter(isGuess));
});
